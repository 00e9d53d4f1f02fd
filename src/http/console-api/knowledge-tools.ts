// Beside the changes: how two versions differ, and an answer as a draft would give it.
import { Hono } from 'hono'
import { z } from 'zod'
import { DomainError } from '../../kernel/errors.ts'
import type { Message } from '../../kernel/message.ts'
import { compareBases } from '../../knowledge/change/compare.ts'
import type { ItemDraft } from '../../knowledge/change/fields.ts'
import { FIELDS, type Field } from '../../knowledge/field.ts'
import type { VersionInfo } from '../../knowledge/ports.ts'
import { jsonBody, queryOf } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import { need, refuse } from './parts.ts'
import type { AnswersWire, CompareWire } from './wire-changes.ts'

export type KnowledgeToolsDeps = Readonly<{
  version: (id: string) => Promise<VersionInfo | null>
  /** The items of a version, in the shape of their files. */
  itemsOf: (version: string) => Promise<readonly ItemDraft[]>
  /** The answer about a part of an item, as it answers now and as the draft would; null where the draft is faulty. */
  answers: (
    asked: Readonly<{ code: string; item: ItemDraft; field: Field; question: string }>,
  ) => Promise<Readonly<{ today: Message; changed: Message }> | null>
}>

const version = z.string().regex(/^\d{1,18}$/)
const compareQuery = z.object({ a: version, b: version })
const answersBody = z.strictObject({
  code: z.string().max(20),
  item: z.record(z.string().max(60), z.unknown()),
  field: z.enum(FIELDS),
  question: z.string().trim().max(500).default(''),
})

export function knowledgeToolsApi(deps: KnowledgeToolsDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.get('/compare', async (c) => {
    need(c, 'knowledge.read')
    const asked = queryOf(c, compareQuery)
    const [a, b] = await Promise.all([deps.version(asked.a), deps.version(asked.b)])
    if (a === null || b === null) throw new DomainError('not_found')
    const [before, after] = await Promise.all([deps.itemsOf(a.id), deps.itemsOf(b.id)])
    const body: CompareWire = { a: named(a), b: named(b), ...compareBases(before, after) }
    return c.json(body)
  })

  app.post('/answers', async (c) => {
    need(c, 'knowledge.draft')
    const answers = await deps.answers(await jsonBody(c, answersBody))
    if (answers === null) {
      return refuse(c, 'invalid', '改动中有不符合要求的内容，请先按提示改正再试问。', 422)
    }
    const body: AnswersWire = answers
    return c.json(body)
  })
  return app
}

const named = ({ id, note }: VersionInfo) => ({ value: id, label: note ?? `版本 ${id}` })
