// Whether a message is about a ticket of the person's own, by its number or by how it is spoken of.
import { anyOf } from '../patterns.ts'
import { ownActIn } from './own-act.ts'
import type { OwnTicketAct } from './own-act-rows.ts'

const PREFIXED = /zsqs[-–—_\s]*(\d{8})[-–—_\s]*(\d{4})(?!\d)/u
/** A day and four digits: a ticket's number without its letters, if the words around it say so. */
const BARE = /(?<![\d-])(20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))([-–—_]?)(\d{4})(?![\d-])/u
const TICKET_BEFORE =
  /(?:编号|单号|工单|诉求|公单|单子|ticket(?: no\.?| number)?)(?:是|为|号)?[:\s]*$/u
const OTHER_PAPER_BEFORE =
  /(?:合同|发票|报关单|提单|运单|订单|许可证?|证书?|执照|文|批复|流水|账|订|快递)(?:的)?(?:编|单)?号?(?:是|为)?[:\s]*$/u

/** The number of a ticket as people write it, in the form in which it is kept; null without one. */
function ticketNumberIn(normalized: string): string | null {
  const prefixed = PREFIXED.exec(normalized)
  if (prefixed !== null) return `ZSQS-${prefixed[1]}-${prefixed[2]}`
  const bare = BARE.exec(normalized)
  if (bare === null) return null
  const before = normalized.slice(0, bare.index)
  const after = normalized.slice(bare.index + bare[0].length)
  if (OTHER_PAPER_BEFORE.test(before)) return null
  const isNamed = TICKET_BEFORE.test(before)
  const isAlone = (before + after).trim() === '' || ownActIn(before + after) !== null
  return isNamed || (bare[2] !== '' && isAlone) ? `ZSQS-${bare[1]}-${bare[3]}` : null
}

const OWN_TICKET = anyOf(
  // By its name.
  /zsqs|工单|公单|单号/u,
  // The one that was handed in.
  /(?:我|那|这|上回|上次|之前|前几天|昨天)(?:的|个|张|那个|这个|那张|这张|那条)?(?:单|诉求)/u,
  // What was handed in.
  /(?:报|提|登记|反映|提交)(?:上去|过|了)?的.{0,12}(?:事|件|诉求|问题|单)|我(?:报|提)的/u,
  // One was handed in.
  /(?:提|报|登记|反映)过(?:一)?(?:个|件|张|条).{0,6}(?:诉求|工单|单子|事|问题)/u,
  // In English.
  /\bmy tickets?\b|\b(?:ticket|request|complaint) (?:that )?(?:i|we) (?:filed|submitted|lodged|made)\b/u,
)

/** What the message does to a ticket of the person's own, or null when it names none. */
export function ownTicketIn(
  normalized: string,
): Readonly<{ act: OwnTicketAct; number: string | null }> | null {
  const number = ticketNumberIn(normalized)
  if (number === null && !OWN_TICKET.test(normalized)) return null
  const act = ownActIn(normalized)
  if (act === null) return number === null ? null : { act: 'progress', number }
  return { act, number }
}
