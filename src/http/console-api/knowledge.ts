// Knowledge as staff read, try and publish it.
import { Hono } from 'hono'
import { z } from 'zod'
import { DomainError } from '../../kernel/errors.ts'
import { TYPED_LENGTH_MAX } from '../../kernel/incoming.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { VersionInfo } from '../../knowledge/ports.ts'
import { ITEM_KINDS, SECTION_CODES, type ServiceItem } from '../../knowledge/service-item.ts'
import { auditName } from '../../staff/staff.ts'
import { jsonBody, queryOf } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import { type AuditEntry, entryOf, freeText, iso, need, paging, refuse } from './parts.ts'
import type {
  CheckWire,
  ItemLineWire,
  ItemWire,
  KnowledgeWire,
  Named,
  Paged,
  PublishWire,
  TrialWire,
  VersionWire,
} from './wire.ts'

export type KnowledgeDeps = Readonly<{
  /** What answers now. @throws DomainError `unavailable` while nothing is loaded */
  current: () => Readonly<{ version: VersionInfo; base: KnowledgeBase }>
  versions: () => Promise<readonly VersionInfo[]>
  /** Whether what that version answers with is stored, and as this program reads it. */
  isUsable: (version: VersionInfo) => boolean
  activate: (id: string, entry: AuditEntry) => Promise<void>
  /**
   * Begins a publish in the background; its version stands in the audit once it answers.
   * @param by as the audit names people
   * @returns false when one is running
   */
  publish: (by: string, note: string | null) => Promise<boolean>
  /** How people are named, in words. */
  names: () => Promise<(actor: string) => string>
  publishState: () => Promise<PublishWire>
  /** What is to be known of the vectors; null when they are as they are set. */
  vectorsNote: () => Promise<string | null>
  /** Reads and checks the folder `knowledge/`: seconds, in some of which the process does nothing else. */
  check: () => Promise<CheckWire>
  /** The answer function of the chat, on the knowledge that answers now. */
  tryQuestion: (text: string) => Promise<TrialWire>
}>

const itemsQuery = z.object({
  ...paging,
  section: z.enum(SECTION_CODES).optional(),
  kind: z.enum(ITEM_KINDS).optional(),
  status: z.enum(['draft', 'verified']).optional(),
  q: freeText(100),
})
const publishBody = z.strictObject({ note: z.string().trim().max(200).default('') })
const trialBody = z.strictObject({ q: z.string().trim().min(1).max(TYPED_LENGTH_MAX) })

export function knowledgeApi(deps: KnowledgeDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.get('/', async (c) => {
    need(c, 'knowledge.read')
    const { version, base } = deps.current()
    const nameOf = await deps.names()
    const wire = (one: VersionInfo) => versionWire(one, deps.isUsable(one), nameOf)
    const body: KnowledgeWire = {
      active: wire(version),
      versions: (await deps.versions()).map(wire),
      sections: base.sections.map(({ code, name }) => {
        const items = base.items.filter((item) => item.section === code)
        const verified = items.filter((item) => item.status === 'verified').length
        return { code, name, count: items.length, verified }
      }),
      publish: await deps.publishState(),
      vectorsNote: await deps.vectorsNote(),
    }
    return c.json(body)
  })

  app.get('/items', (c) => {
    need(c, 'knowledge.read')
    const { page, size, ...filter } = queryOf(c, itemsQuery)
    const found = deps.current().base.items.filter((item) => fits(item, filter))
    const body: Paged<ItemLineWire> = {
      rows: found.slice((page - 1) * size, page * size).map(itemLine),
      total: found.length,
    }
    return c.json(body)
  })

  app.get('/items/:code', (c) => {
    need(c, 'knowledge.read')
    const { version, base } = deps.current()
    const item = base.items.find((one) => one.code === c.req.param('code'))
    if (item === undefined) throw new DomainError('not_found')
    return c.json(itemWire(item, base, version.id))
  })

  app.post('/try', async (c) => {
    need(c, 'knowledge.read')
    const { q } = await jsonBody(c, trialBody)
    return c.json(await deps.tryQuestion(q))
  })

  app.post('/check', async (c) => {
    need(c, 'knowledge.draft')
    return c.json(await deps.check())
  })

  app.post('/publish', async (c) => {
    const staff = need(c, 'knowledge.publish')
    const { note } = await jsonBody(c, publishBody)
    if (!(await deps.publish(auditName(staff.id), note || null))) {
      return refuse(c, 'conflict', '已有一次发布正在进行，请等待完成。')
    }
    return c.json({ ok: true }, 202)
  })

  app.post('/versions/:id/activate', async (c) => {
    const staff = need(c, 'knowledge.publish')
    const version = (await deps.versions()).find((one) => one.id === c.req.param('id'))
    if (version === undefined) throw new DomainError('not_found')
    if (!deps.isUsable(version)) {
      return refuse(
        c,
        'too_old',
        '该版本由旧程序生成，或已超出保留的版本数，不能恢复，请从文件重新发布。',
      )
    }
    await deps.activate(version.id, entryOf(staff, 'knowledge.activate', `version:${version.id}`))
    return c.json({ ok: true })
  })
  return app
}

function versionWire(
  version: VersionInfo,
  usable: boolean,
  nameOf: (actor: string) => string,
): VersionWire {
  return {
    id: version.id,
    state: version.state,
    itemCount: version.itemCount,
    note: version.note,
    createdBy: nameOf(version.createdBy),
    createdAt: version.createdAt.toISOString(),
    activatedAt: iso(version.activatedAt),
    embedding: `${version.embedding.provider} · ${version.embedding.model} · ${version.embedding.dim} 维`,
    usable,
  }
}

type ItemFilter = Omit<z.infer<typeof itemsQuery>, 'page' | 'size'>

function fits(item: ServiceItem, { section, kind, status, q }: ItemFilter): boolean {
  if (section !== undefined && item.section !== section) return false
  if (kind !== undefined && item.kind !== kind) return false
  if (status !== undefined && item.status !== status) return false
  if (q === null) return true
  const wanted = q.toLowerCase()
  return [item.code, item.name, item.department, ...item.aliases].some((text) =>
    text.toLowerCase().includes(wanted),
  )
}

const itemLine = (item: ServiceItem): ItemLineWire => ({
  code: item.code,
  name: item.name,
  section: item.section,
  kind: item.kind,
  department: item.department,
  status: item.status,
  effectiveTo: item.effectiveTo,
  questions: item.questions.length,
})

function itemWire(item: ServiceItem, base: KnowledgeBase, version: string): ItemWire {
  const named = (code: string): Named => ({
    value: code,
    label: base.items.find((one) => one.code === code)?.name ?? code,
  })
  return {
    item,
    sectionName: base.sections.find((one) => one.code === item.section)?.name ?? item.section,
    version,
    related: item.related.map(named),
    parts: item.parts.map(named),
    notThis: item.notThis.map((one) => named(one.code)),
  }
}
