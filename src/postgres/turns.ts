// Questions and what was decided about them: the answer log, and the votes on it.
import { sql } from 'kysely'
import type { ToldTurn } from '../conversation/dialogue/told-before.ts'
import type { TurnStore } from '../conversation/ports.ts'
import type { Db } from './database.ts'
import { jsonText } from './json.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * On a transaction or the pool. Ids that came back from a button may be no UUIDs: then nothing is
 * found.
 */
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
      const feedback = vote.up ? 1 : -1
      // The same button pressed again says nothing new: the reason that was given for it stands.
      const result = await sql`
        update turn t set feedback = ${feedback}, feedback_at = now(), feedback_reason =
          case when t.feedback = ${feedback} then coalesce(${vote.reason}, t.feedback_reason)
               else ${vote.reason} end
        from conversation c
        where t.id = ${turn}::uuid and c.id = t.conversation_id and c.contact_id = ${contact}::uuid`.execute(
        db,
      )
      return Number(result.numAffectedRows ?? 0) === 1
    },
    recent: async (conversation, contact, limit) => {
      if (!UUID.test(conversation)) return []
      const { rows } = await sql<ToldTurn>`
        select asked_at as "askedAt", question, decision, field from (
          select t.* from turn t join conversation c on c.id = t.conversation_id
          where c.id = ${conversation}::uuid and c.contact_id = ${contact}::uuid
          order by t.asked_at desc limit ${limit}) t
        order by asked_at`.execute(db)
      return rows
    },
  }
}
