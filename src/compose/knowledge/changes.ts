// What people do to changes: drafts are saved as they are, whatever is handed in or approved is
// checked like the files, and several go together or not at all.
import { readDraft } from '../../files/item-draft.ts'
import { toServiceItem } from '../../files/item-schema.ts'
import { findItemFile, readItemFile } from '../../files/knowledge-folder.ts'
import { loadLaws } from '../../files/laws.ts'
import { canonical, isSame } from '../../kernel/canonical.ts'
import { DomainError } from '../../kernel/errors.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { Log } from '../../kernel/log.ts'
import { localDate } from '../../kernel/working-time.ts'
import {
  act,
  type Change,
  type ChangeAct,
  type ChangeActor,
} from '../../knowledge/change/change.ts'
import { checkChanged } from '../../knowledge/change/check-changed.ts'
import type { ItemDraft } from '../../knowledge/change/fields.ts'
import type {
  ChangesPerformed,
  ChecksOut,
  CodedDraft,
  Problem,
  SeenChange,
} from '../../knowledge/change/ports.ts'
import { rebase } from '../../knowledge/change/rebase.ts'
import type { Finding } from '../../knowledge/check/finding.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { Connection, Db } from '../../postgres/database.ts'
import { writeAudit } from '../../postgres/desk/audit.ts'
import {
  changeInForceOf,
  findChange,
  lockChanges,
  writeStep,
} from '../../postgres/knowledge-changes.ts'
import { auditName } from '../../staff/staff.ts'
import { sha256 } from '../tickets/tickets.ts'
import type { KnowledgeService } from './knowledge.ts'
import { layApproved } from './laid-over.ts'

export type ChangeParts = Readonly<{
  db: Connection
  /** The folder `knowledge/`. */
  dir: string
  knowledge: Pick<KnowledgeService, 'current'>
  now: () => Date
  log: Log
}>

export const digestOf = (item: ItemDraft): string => sha256(canonical(item))

/** The item as the next publish would take it without further changes; null when there is none. */
export async function currentItem(db: Db, dir: string, code: string): Promise<ItemDraft | null> {
  const change = await changeInForceOf(db, code)
  if (change === null) return readItemFile(dir, code)
  return (await findItemFile(dir, code)) === null ? null : change.item
}

/** What stands against each draft, and against all of them together. */
export async function checkDrafts(
  { db, dir, knowledge, now, log }: ChangeParts,
  drafts: readonly CodedDraft[],
): Promise<ChecksOut> {
  const loaded = knowledge.current()
  if (loaded === null) throw new DomainError('unavailable')
  const read = drafts.map(({ code, item }) => ({ code, read: readDraft(item, code) }))
  const malformed = read.flatMap(({ code, read }) =>
    read.ok ? [] : read.problems.map((problem) => ({ code, ...problem })),
  )
  const items = read.flatMap(({ read }): ServiceItem[] =>
    read.ok ? [toServiceItem(read.item)] : [],
  )
  if (items.length === 0) return { problems: malformed, notes: [] }
  const laws = await loadLaws(dir)
  if (!laws.ok) throw new DomainError('unavailable')
  const { base } = await layApproved(db, loaded.snapshot.base, log)
  const { broken, inherited } = checkChanged(base, items, laws.value, localDate(now()))
  const codes = new Set(items.map(({ code }) => code as string))
  const told = (finding: Finding) => problemOf(finding, codes)
  return { problems: [...malformed, ...broken.map(told)], notes: inherited.map(told) }
}

/** A finding elsewhere that these drafts cause is told at the first of them. */
function problemOf({ where, detail, field }: Finding, codes: ReadonlySet<string>): Problem {
  if (codes.has(where)) return { code: where, path: field ?? '', reason: detail }
  const [first = where] = codes
  return { code: first, path: field ?? '', reason: `${where}：${detail}` }
}

/** Saves what a draft says now. Only its author does, and only on what they have seen. */
export function saveChange(
  parts: ChangeParts,
  asked: SeenChange,
  content: Readonly<{ item: ItemDraft; reason: string }>,
  actor: ChangeActor,
): Promise<ChangesPerformed> {
  return inOneStep(parts, 'save', { asked: [asked], note: '' }, actor, () => ({
    ...content,
    base: null,
  }))
}

/** Does the same to several changes, or to none where something stands against one of them. */
export async function performOnChanges(
  parts: ChangeParts,
  kind: Exclude<ChangeAct, 'save'>,
  given: Readonly<{ asked: readonly SeenChange[]; note: string }>,
  actor: ChangeActor,
): Promise<ChangesPerformed> {
  if (kind === 'submit' || kind === 'approve') {
    const found = await Promise.all(given.asked.map(({ id }) => findChange(parts.db, id)))
    const changes = found.filter((change) => change !== null)
    // What is checked here must be what is locked below: the same revision.
    const unseen = given.asked.filter(({ revision }, n) => found[n]?.revision !== revision)
    if (unseen.length > 0) {
      const isThere = (id: string) => changes.some((change) => change.id === id)
      const refusals = unseen.map(
        ({ id }) => ({ id, code: isThere(id) ? 'conflict' : 'not_found' }) as const,
      )
      return { ok: false, refusals, problems: [] }
    }
    const unchanged = changes
      .filter(({ base, item }) => isSame(base, item))
      .map(({ code }) => ({ code, path: '', reason: '没有修改任何内容' }))
    const problems = [...unchanged, ...(await checkDrafts(parts, changes)).problems]
    if (problems.length > 0) return { ok: false, refusals: [], problems }
  }
  return inOneStep(parts, kind, given, actor, (change, current) => {
    if (kind === 'rebase' && current !== null) {
      const item = rebase(change, current)
      return { item, reason: change.reason, base: { item: current, digest: digestOf(current) } }
    }
    const read = readDraft(change.item, change.code)
    const item = read.ok ? read.item : change.item
    return { item, reason: change.reason, base: null }
  })
}

type Content = Pick<Parameters<typeof writeStep>[2], 'item' | 'reason' | 'base'>

type ContentOf = (change: Change, current: ItemDraft | null) => Content

/** What was read is locked, so that what is decided on is what is written, with its audit. */
function inOneStep(
  { db, dir }: ChangeParts,
  kind: ChangeAct,
  { asked, note }: Readonly<{ asked: readonly SeenChange[]; note: string }>,
  actor: ChangeActor,
  contentOf: ContentOf,
): Promise<ChangesPerformed> {
  return db.transaction().execute(async (tx): Promise<ChangesPerformed> => {
    const locked = await lockChanges(
      tx,
      asked.map(({ id }) => id),
    )
    const changes = new Map(locked.map((change) => [change.id, change]))
    const planned: Planned[] = []
    for (const one of asked) {
      const change = changes.get(one.id)
      const isTwice = planned.some(({ code }) => code === change?.code)
      const current = change === undefined ? null : await currentItem(tx, dir, change.code)
      planned.push(plan(kind, actor, contentOf, { ...one, change, isTwice, current }))
    }
    const refusals = planned.flatMap(({ id, refused }) =>
      refused === undefined ? [] : [{ id, code: refused }],
    )
    if (refusals.length > 0) return { ok: false, refusals, problems: [] }
    const revisions: number[] = []
    for (const { id, author, step } of planned) {
      if (step === undefined) continue
      const by = auditName(actor.id)
      revisions.push(await writeStep(tx, id, { act: kind, actor: by, note, ...step }))
      const action = auditedAs(kind, author === actor.id)
      if (action !== null) await writeAudit(tx, { actor: by, action, subject: `change:${id}` })
    }
    return { ok: true, revisions }
  })
}

/** What is typed between two steps that others see is not in the audit. */
function auditedAs(kind: ChangeAct, isOwn: boolean): string | null {
  if (kind === 'save') return null
  // Approved by whoever made it, since there is nobody else: the audit says so.
  return `knowledge.change.${kind === 'approve' && isOwn ? 'approve_own' : kind}`
}

type Planned = Readonly<{
  id: string
  code: string
  author?: StaffId
  refused?: Extract<ChangesPerformed, { ok: false }>['refusals'][number]['code']
  step?: Content & Readonly<{ state: Change['state'] }>
}>

type Found = SeenChange &
  Readonly<{ change: Change | undefined; isTwice: boolean; current: ItemDraft | null }>

function plan(
  kind: ChangeAct,
  actor: ChangeActor,
  contentOf: ContentOf,
  { id, revision, change, isTwice, current }: Found,
): Planned {
  if (change === undefined) return { id, code: '', refused: 'not_found' }
  const { code, author } = change
  if (change.revision !== revision) return { id, code, refused: 'conflict' }
  // The second of two changes of one item was not made on the first.
  if (kind === 'approve' && isTwice) return { id, code, refused: 'moved_on' }
  const currentDigest = current === null ? null : digestOf(current)
  const isBuiltUpon = current !== null && !isSame(current, change.item)
  const done = act(change, kind, actor, { currentDigest, isBuiltUpon })
  if (!done.ok) return { id, code, refused: done.code }
  return { id, code, author, step: { state: done.state, ...contentOf(change, current) } }
}
