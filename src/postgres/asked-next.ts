// Which items people went on to after an item, counted in the answer log.
import { sql } from 'kysely'
import { CHOICE } from '../conversation/dialogue/told-before.ts'
import { asId, type ItemCode } from '../kernel/ids.ts'
import type { Db } from './database.ts'

/** Two questions further apart belong to different visits. */
const VISIT_MINUTES = 30
/** Fewer people than these show no habit, and would tell what one of them asked. */
const PEOPLE_MIN = 3
/** More are never offered. */
const NEXT_MAX = 4

/**
 * For each item those asked about next since `since`, by how many different people, the most first.
 * What was pressed below an answer is what was offered there, and what came after an answer voted
 * down was meant before: neither shows what people go on to.
 */
export async function readAskedNext(
  db: Db,
  since: Date,
): Promise<ReadonlyMap<ItemCode, readonly ItemCode[]>> {
  const { rows } = await sql<{ item_code: string; next_code: string }>`
    select item_code, next_code from (
      select contact_id, item_code, asked_at, feedback, lead(item_code) over visit as next_code,
        lead(asked_at) over visit as next_at, lead(was_offered) over visit as next_was_offered
      from (
        select c.contact_id, t.*, t.question like ${`${CHOICE}%`} and
          lag(t.decision_kind) over (partition by t.conversation_id order by t.asked_at, t.id)
            is distinct from 'clarify' as was_offered
        from turn t join conversation c on c.id = t.conversation_id
        where t.asked_at >= ${since}) told
      where decision_kind = 'answer'
      window visit as (partition by conversation_id order by asked_at, id)) asked
    where next_code <> item_code and next_at < asked_at + make_interval(mins => ${VISIT_MINUTES})
      and not next_was_offered and feedback is distinct from -1
    group by item_code, next_code
    having count(distinct contact_id) >= ${PEOPLE_MIN}
    order by item_code, count(distinct contact_id) desc, next_code`.execute(db)
  const next = new Map<ItemCode, ItemCode[]>()
  for (const { item_code, next_code } of rows) {
    const code = asId<ItemCode>(item_code)
    const known = next.get(code) ?? []
    if (known.length < NEXT_MAX) next.set(code, [...known, asId<ItemCode>(next_code)])
  }
  return next
}
