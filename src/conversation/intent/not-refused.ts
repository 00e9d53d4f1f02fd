// What sounds like a wish to be refused, and is none: these guards are tried even where a word of
// refusal stands in the message.
import { assentsToFile } from '../../retrieval/acts/assents-to-file.ts'
import { fearsBeingKnown } from '../../retrieval/acts/being-known.ts'
import { asksOfficePhone, officeHotlines } from '../../retrieval/acts/office-phone.ts'
import { takesBack } from '../../retrieval/acts/taken-back.ts'
import { always, type Guard, isOfTicket, saysLittle, ticketFor, type Utterance } from './guard.ts'
import { aboutOwnTicket } from './own-ticket.ts'
import { afterTicketOffered, asksForNumber, ofTicketShown } from './ticket-goes-on.ts'

const KNOWN_MAX = 120

const TOLD = /举报|检举|揭发|投诉|\breport|\bcomplain/u

/** Whether a report or a request has just been talked of. */
const hasTold = (heard: Utterance) =>
  isOfTicket(heard) || (typeof heard.before === 'string' && TOLD.test(heard.before))

export const NOT_REFUSED: readonly Guard[] = [
  always(
    'known',
    ticketFor('confidential'),
    (heard) =>
      heard.normalized.length <= KNOWN_MAX && fearsBeingKnown(heard.normalized, hasTold(heard)),
  ),
  always(
    'taken_back',
    { kind: 'smalltalk', reason: 'taken_back' },
    ({ normalized, decided }) =>
      saysLittle(normalized) && takesBack(normalized, decided === 'ticket'),
  ),
  always(
    'filing',
    ticketFor('asked_for'),
    ({ normalized, decided }) => decided === 'ticket' && assentsToFile(normalized),
  ),
  {
    rule: 'own_ticket',
    decide: ({ normalized, decided, ...said }) => {
      const isOfIt =
        asksForNumber(normalized) ||
        (decided === 'status' && ofTicketShown(normalized)) ||
        (decided === 'ticket' && afterTicketOffered(normalized))
      return isOfIt && saysLittle(normalized) ? aboutOwnTicket(normalized, said) : null
    },
  },
  {
    rule: 'office_phone',
    decide: ({ normalized }) =>
      saysLittle(normalized) && asksOfficePhone(normalized)
        ? { kind: 'redirect', reason: 'office_phone', hotlines: officeHotlines(normalized) }
        : null,
  },
]
