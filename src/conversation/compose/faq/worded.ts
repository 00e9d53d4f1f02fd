// Which frequent question of an item was asked, in whatever words; or may have been. Pure.
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { asksElse } from './asks-else.ts'
import type { FaqRow, Lead } from './faq-index.ts'
import { isUnspoken } from './other-case.ts'
import { wordedRows } from './worded-rows.ts'

/** From here on a row is what was asked, if no other is about as near (measured: src/DECISIONS.md). */
const SURE_MIN = 0.34
const SURE_RATIO = 1.15
/** And from here on it may be. */
const GUESS_MIN = 0.27
const GUESS_RATIO = 1.4

/**
 * The row that was asked, marked as a guess where it only may be; null where none is near enough, or another
 * is as near.
 */
export function wordedFaq(item: ServiceItem, question: string): Lead | null {
  const [first, second] = wordedRows(item, question)
  if (first === undefined) return null
  const { row, nearness } = first
  const isClear = (min: number, ratio: number) =>
    nearness >= min && nearness >= ratio * (second?.nearness ?? 0)
  const isSure = isClear(SURE_MIN, SURE_RATIO)
  if (!isSure && !isClear(GUESS_MIN, GUESS_RATIO)) return null
  if (isOther(item, question, row)) return null
  return isSure ? row : { ...row, isGuess: true }
}

/** Whether another part of the record is asked for, or the row is about a case that nobody spoke of. */
function isOther(item: ServiceItem, question: string, row: FaqRow): boolean {
  if (HOW.test(question) && !HOW.test(row.q)) return true
  // So near, all of the row was said in one of its wordings.
  if (asksElse(item, question, { row, ofRow: 1 })) return true
  return [row.q, ...(row.wordings ?? [])].every((one) =>
    isUnspoken(one, { said: question, name: item.name }),
  )
}

/** How the matter itself is done. */
const HOW = /流程|步骤|(?:怎么|如何)(?:操作|办理|申请)/u
