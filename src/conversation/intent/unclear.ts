// Whether a message names nothing that can be found, so that it may be about a ticket in hand.
import { ASKS, actsIn } from '../../retrieval/acts/speech-acts.ts'
import { anyOf } from '../../retrieval/patterns.ts'
import type { TicketReason } from '../decision.ts'
import type { Outcome } from '../outcome.ts'

/** Reasons that are found for what is told of a matter, whichever it is. */
const OF_ANY_MATTER: ReadonlySet<TicketReason> = new Set<TicketReason>([
  'complaint',
  'stuck_case',
  'coordination',
  'not_covered',
  'below_threshold',
  'missed_twice',
  'clarified_twice',
])
/** A longer one tells of a matter by itself. In characters. */
const UNCLEAR_MAX = 60

/** Whether it was looked up, and nothing was found that it is surely about; `said` is folded. */
export function isUnclear({ decision, retrieved }: Outcome, said: string): boolean {
  if (said.length > UNCLEAR_MAX || retrieved === null) return false
  switch (decision.kind) {
    case 'smalltalk':
      return decision.reason === 'chat' || decision.reason === 'opener'
    case 'ticket':
      return OF_ANY_MATTER.has(decision.reason) && decision.matter === undefined
    case 'clarify':
    case 'redirect':
      return !asks(said)
    default:
      return false
  }
}

const ASKING = anyOf(
  // A question.
  /[?？]|[吗么伐]\s*$|怎么|咋|如何|多少|多久|几|哪|谁|什么|啥|能不能|可不可以|要不要/u,
  // A wish for something new.
  /(?:想|要)(?:办|开|申请|做|问|查|招|注册)/u,
  // In English.
  /\b(?:how|what|where|who|when|which|can|do|does|is|need)\b/u,
)
const asks = (said: string) => actsIn(said).includes(ASKS) || ASKING.test(said)
