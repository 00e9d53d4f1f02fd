// In English: what is done with a firm of one's own. Chinese words for it are in `own-business.ts`.
import { anyOf, inOrder } from '../../retrieval/patterns.ts'

const SMALL =
  /bar|pub|shop|store|cafe|café|restaurant|bakery|salon|guest ?house|hostel|homestay|studio|kiosk|stall/u
const FIRM = anyOf(
  SMALL,
  /hotel|company|firm|business|factory|workshop|warehouse|office|branch|clinic|gym|plant|yard|farm/u,
)
const WHOSE = /(?:(?:my|our|the|a|an|this|own|new|old|small|little) )*/u
const OWN_FIRM = inOrder(
  /\b(?:my|our) (?:own |new |old |small |little |family )*/u,
  anyOf(SMALL, /company|firm|business|factory|workshop|warehouse|employees?|staff|workers?|crew/u),
  /\b(?!['’]s (?:fault|refund))/u,
)
const DEED = inOrder(
  /\b/u,
  anyOf(
    // To begin or to end.
    /open|opening|start|starting|run|running|set up|close|closing|shut down|sell|selling/u,
    // To change.
    /move|moving|relocate|transfer|register|rename|expand|renovate|licen[cs]e/u,
  ),
  / /u,
  WHOSE,
  FIRM,
  /\b/u,
)
const EMPLOYS = anyOf(
  /\b(?:hire|hiring|employ|employing|recruit|recruiting)\b/u,
  inOrder(
    /\b(?:as|be) (?:a |an |my |our )?/u,
    /bartender|waiter|waitress|cook|chef|cleaner|manager|cashier|driver|employee|worker|assistant/u,
    /\b/u,
  ),
)
/** A guest or a buyer speaks of somebody else's. */
const OF_CUSTOMER =
  /\b(?:refund|i bought|we bought|my (?:order|booking|room|parcel|ticket)|rude to (?:me|us)|overcharged)\b/u

/** Whether the message is about running a firm, or about whom it employs. */
export const isOfTrade = (normalized: string): boolean =>
  (OWN_FIRM.test(normalized) || DEED.test(normalized) || EMPLOYS.test(normalized)) &&
  !OF_CUSTOMER.test(normalized)

const PAPER = '\\b(?:id card|passport|licen[cs]e|permit|visa|certificate)s?\\b'
const PAPER_LAPSED = anyOf(
  new RegExp(`${PAPER}.{0,20}\\b(?:expired?|expires|lapsed?|renew(?:al|ed)?|valid)\\b`, 'u'),
  new RegExp(`\\b(?:expired?|renew(?:al|ed)?|valid)\\b.{0,20}${PAPER}`, 'u'),
)

/** Whether it is about a firm or the term of a paper, neither of which is danger. */
export const isOfTradeOrPaper = (normalized: string): boolean =>
  isOfTrade(normalized) || PAPER_LAPSED.test(normalized)
