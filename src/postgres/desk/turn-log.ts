// The log of questions and what was decided about them.
import { type RawBuilder, sql } from 'kysely'
import { REPORT_REASONS } from '../../conversation/decision.ts'
import { REPORT_WORDS } from '../../conversation/dialogue/report.ts'
import type { TurnDetail, TurnFilter, TurnLine } from '../../conversation/turn-log.ts'
import type { Page, PageAsk } from '../../ticket/desk-list.ts'
import type { Db } from '../database.ts'
import { readPage } from '../page.ts'
import { all, rowOfTenant } from './conditions.ts'

type Row = Readonly<{
  id: string
  asked_at: Date
  question: string
  channel: 'lark' | 'web'
  decision_kind: TurnLine['decisionKind']
  reason: string | null
  item_code: string | null
  field: TurnLine['field']
  confidence: number
  knowledge_version: string
  ms: number
  feedback: -1 | 1 | null
  feedback_reason: string | null
  total: number
}>

const COLUMNS = sql`t.id, t.asked_at, t.question, p.channel, t.decision_kind, t.reason, t.item_code, t.field,
  t.confidence, t.knowledge_version::text as knowledge_version, t.ms, t.feedback, t.feedback_reason`
const TABLES = sql`turn t join conversation c on c.id = t.conversation_id join contact p on p.id = c.contact_id`

/** The latest first. */
export function listTurns(db: Db, filter: TurnFilter, page: PageAsk): Promise<Page<TurnLine>> {
  const statement = (stretch: RawBuilder<unknown>) => sql<Row>`
    select ${COLUMNS}, count(*) over ()::int as total from ${TABLES}
    where ${all([rowOfTenant('t'), ...conditions(filter)])}
    order by t.asked_at desc, t.id
    ${stretch}`
  return readPage(db, page, statement, toLine)
}

/** Null when there is no such turn; rejects when `id` is no UUID. */
export async function readTurn(db: Db, id: string): Promise<TurnDetail | null> {
  const { rows } = await sql<
    Row & {
      decision: TurnDetail['decision']
      trace: TurnDetail['trace']
      message: TurnDetail['message']
    }
  >`
    select ${COLUMNS}, t.decision, t.trace,
      (select o.message from outbox_entry o where o.turn_id = t.id order by o.seq limit 1) as message
    from ${TABLES} where ${rowOfTenant('t')} and t.id = ${id}::uuid`.execute(db)
  const [row] = rows
  if (row === undefined) return null
  return { ...toLine(row), decision: row.decision, trace: row.trace, message: row.message }
}

function conditions(filter: TurnFilter): RawBuilder<unknown>[] {
  const { decisionKinds, feedback, withReason, itemCode, text, from, before, confidenceBelow } =
    filter
  return [
    ...(decisionKinds.length === 0
      ? []
      : [sql`t.decision_kind = any(${[...decisionKinds]}::text[])`]),
    ...(feedback === null ? [] : [sql`t.feedback = ${feedback}`]),
    ...(withReason ? [sql`t.feedback_reason is not null`] : []),
    ...(itemCode === null ? [] : [sql`t.item_code = ${itemCode}`]),
    // What is not shown is not found either.
    ...(text === null
      ? []
      : [
          sql`strpos(lower(t.question), lower(${text})) > 0 and t.question !~ ${REPORT_WORDS}
            and coalesce(t.reason, '') <> all(${[...REPORT_REASONS]}::text[])`,
        ]),
    ...(from === null ? [] : [sql`t.asked_at >= ${from}`]),
    ...(before === null ? [] : [sql`t.asked_at < ${before}`]),
    ...(confidenceBelow === null ? [] : [sql`t.confidence < ${confidenceBelow}`]),
  ]
}

function toLine(row: Row): TurnLine {
  return {
    id: row.id,
    askedAt: row.asked_at,
    question: row.question,
    channel: row.channel,
    decisionKind: row.decision_kind,
    reason: row.reason,
    itemCode: row.item_code,
    field: row.field,
    confidence: row.confidence,
    knowledgeVersion: row.knowledge_version,
    ms: row.ms,
    feedback: row.feedback,
    feedbackReason: row.feedback_reason,
  }
}
