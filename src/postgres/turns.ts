// Questions and what was decided about them: the answer log, and the votes on it.
import { sql } from 'kysely'
import type { TurnStore } from '../conversation/ports.ts'
import type { Db } from './database.ts'
import { jsonText } from './json.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function makeTurnStore(db: Db): TurnStore {
  return {
    save: async (turn) => {
      const { decision } = turn
      await db
        .insertInto('turn')
        .values({
          id: turn.id,
          conversation_id: turn.conversationId,
          asked_at: turn.askedAt,
          question: turn.question,
          decision: jsonText(decision),
          decision_kind: decision.kind,
          reason: 'reason' in decision ? decision.reason : null,
          item_code: 'code' in decision ? decision.code : null,
          field: turn.field,
          confidence: turn.confidence,
          knowledge_version: turn.knowledgeVersion,
          trace: jsonText(turn.trace),
          ms: Math.round(turn.ms),
        })
        .execute()
    },
    vote: async (turn, contact, vote) => {
      if (!UUID.test(turn)) return false // it came back from a button, so it may be anything
      const result = await sql`
        update turn t set feedback = ${vote.up ? 1 : -1}, feedback_reason = ${vote.reason}, feedback_at = now()
        from conversation c
        where t.id = ${turn}::uuid and c.id = t.conversation_id and c.contact_id = ${contact}::uuid`.execute(
        db,
      )
      return Number(result.numAffectedRows ?? 0) === 1
    },
    recent: async (conversation, limit) => {
      const { rows } = await sql<{ asked_at: Date; question: string; decision_kind: string }>`
        select asked_at, question, decision_kind from (
          select * from turn where conversation_id = ${conversation}::uuid
          order by asked_at desc limit ${limit}) t
        order by asked_at`.execute(db)
      return rows.map((row) => ({
        askedAt: row.asked_at,
        question: row.question,
        decisionKind: row.decision_kind,
      }))
    },
  }
}
