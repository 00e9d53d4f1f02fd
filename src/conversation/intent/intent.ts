// From probabilities to what the message is taken for, by what a mistake costs: a danger or an
// attack not recognised is far worse than a how-to question sent to a person.
import type { Route } from '../../knowledge/knowledge-base.ts'
import { isAccused } from '../../retrieval/acts/accused.ts'
import { dangerIn } from '../../retrieval/acts/danger.ts'
import { INTENTS, type Intent } from '../../retrieval/acts/intent.ts'
import { isOtherParty } from '../../retrieval/acts/other-party.ts'
import { actsIn } from '../../retrieval/acts/speech-acts.ts'
import { anyOf } from '../../retrieval/patterns.ts'
import type { Retrieved } from '../../retrieval/retrieve.ts'
import type { RedirectReason, TicketReason } from '../decision.ts'
import type { Dependence } from '../dialogue/follow-up.ts'
import { AGGRIEVED } from './aggrieved.ts'
import type { Dialogue, Heard, NotAsked } from './heard.ts'
import { showsFrame } from './improper.ts'
import { isOnlyName, likelihoodShown } from './shown.ts'
import { asksLeave, complaintOrTipOff, handsInTipOff, tipsOff } from './tip-off.ts'

const NOT_ASKED = INTENTS.filter((one): one is NotAsked => one !== 'question' && one !== 'broad')

/** What missing each intent costs, relative to missing a redirect. */
const MISS_COST: Readonly<Record<NotAsked, number>> = {
  ticket: 1,
  redirect: 1,
  refuse: 1.2,
  status: 1.2,
  emergency: 2,
  smalltalk: 1,
}

/** A sentence that shows danger needs little more to be treated as one. */
const DANGER_SHOWN_FACTOR = 8
/** What shows none and is as surely about an item most likely sounds like it by chance: 「公章摔裂了」. */
const UNSHOWN_FACTOR = 0.25
const SURE_UNSHOWN = 0.8
/** Whoever shows danger and asks of no item as surely as this, is in danger. */
const SURE_BESIDE_DANGER = 0.5

/** In the middle of a dialogue a short message is most likely the next question. */
const GOING_ON_FACTOR: Readonly<Record<Dependence, number>> = { new: 1, leaning: 4, dependent: 5 }

/**
 * What speaks for a question: how much likelier it is than anything else (as a logarithm), that it is
 * written in a hurry as grumbling questions are, how likely one of the items found fits, and how far
 * the model of the items knows what it is about. Fitted on questions and other messages that nothing
 * else has learnt from.
 */
const FOR_QUESTION = { odds: 1.6, care: 3.14, fits: 2.89, known: 2.52, base: -4.5 }
const FLOOR = 0.01
/** Of so many of the best found. */
const FIRST_HITS = 4
/** What speaks against it, for each act that belongs to what it would otherwise be. */
const AGAINST: Partial<Record<NotAsked, Readonly<{ weight: number; acts: ReadonlySet<string> }>>> =
  {
    ticket: {
      weight: -0.6,
      acts: new Set([
        'step_in',
        'chase',
        'late',
        'fault',
        'urgent',
        'accuse',
        'tip_off',
        'suggest',
        'buck',
        'reopen',
        'call_me',
        'filed',
      ]),
    },
    redirect: { weight: -0.6, acts: new Set(['private', 'consumer', 'elsewhere']) },
  }
/** A frame of improper wishes counts against it: an item that fits must not outweigh it. */
const AGAINST_FRAME = -2.6
/** More of them are the same thing said again. */
const ACTS_MAX = 3

/**
 * `broad` is a question that several items fit. What is no question and hands in a tip-off is a
 * `ticket`, unless it shows danger.
 */
export function intentFor(normalized: string, retrieved: Retrieved, dialogue: Dialogue): Intent {
  const { intents, confidence, care, hits } = retrieved
  const acts = actsIn(normalized)
  const heard: Heard = { normalized, acts, retrieved, dialogue }
  const showsDanger = dangerIn(normalized) !== null && dialogue.denied !== 'emergency'
  if (showsDanger && confidence < SURE_BESIDE_DANGER) return 'emergency'
  const unshown = confidence >= SURE_UNSHOWN ? UNSHOWN_FACTOR : 1
  const danger = showsDanger ? DANGER_SHOWN_FACTOR : unshown
  const cost = (intent: NotAsked) =>
    likelihoodShown(intent, heard) * MISS_COST[intent] * (intent === 'emergency' ? danger : 1)
  const other = NOT_ASKED.reduce((best, one) => (cost(one) > cost(best) ? one : best))
  const asked = (intents.question + intents.broad + ruledOut(heard)) * goingOn(heard, other)
  const forQuestion =
    FOR_QUESTION.odds * Math.log((asked + FLOOR) / (cost(other) + FLOOR)) +
    FOR_QUESTION.care * care +
    FOR_QUESTION.fits * Math.max(confidence, ...hits.map(({ share }) => share)) +
    FOR_QUESTION.known * knownOf(hits) +
    FOR_QUESTION.base +
    against(other, acts)
  if (forQuestion <= 0 && !isOnlyName(heard)) {
    // Whoever asks for a person is sent to nobody else.
    if (other === 'redirect' && acts.includes('person')) return 'ticket'
    return !showsDanger && handsInTipOff(acts) && !asksLeave(normalized) ? 'ticket' : other
  }
  return intents.broad > intents.question ? 'broad' : 'question'
}

/**
 * Whose family or which other place comes in turns to another matter, however short the message; and
 * that it will be granted is no part of the matter in hand.
 */
const LEAVES_MATTER: Partial<Record<NotAsked, readonly string[]>> = {
  redirect: ['private', 'elsewhere'],
  refuse: ['refusal_promise'],
}
const goingOn = ({ acts, dialogue }: Heard, other: NotAsked): number =>
  LEAVES_MATTER[other]?.some((act) => acts.includes(act)) ? 1 : GOING_ON_FACTOR[dialogue.dependence]

const TAKEN_FOR_QUESTION = ['redirect', 'smalltalk', 'refuse'] as const

/** What is neither chat, a private matter nor an attempt, though it sounds like it, asks: it is no one else's. */
function ruledOut(heard: Heard): number {
  const { intents } = heard.retrieved
  // Who tells on others asks for nothing.
  if (tipsOff(heard.acts)) return 0
  return TAKEN_FOR_QUESTION.reduce(
    (sum, one) => sum + (likelihoodShown(one, heard) === 0 ? intents[one] : 0),
    0,
  )
}

function against(other: NotAsked, acts: readonly string[]): number {
  if (other === 'refuse') return showsFrame(acts) ? AGAINST_FRAME : 0
  const row = AGAINST[other]
  if (row === undefined) return 0
  return row.weight * Math.min(ACTS_MAX, acts.filter((act) => row.acts.has(act)).length)
}

/** How much of what the model of the items thinks of falls on the first few found, 0 to 1. */
const knownOf = (hits: Retrieved['hits']): number =>
  hits.slice(0, FIRST_HITS).reduce((sum, { channels }) => sum + channels.l, 0)

const likeliest = <R extends Route>(routes: Readonly<Record<Route, number>>, among: readonly R[]) =>
  among.reduce((best, route) => (routes[route] > routes[best] ? route : best))

const TICKET_REASON = {
  complaint: 'complaint',
  stuck: 'stuck_case',
  coordination: 'coordination',
  uncovered: 'not_covered',
  person: 'person_wanted',
} as const satisfies Partial<Record<Route, TicketReason>>

/**
 * For a message that is taken for a request: the likeliest of the routes that end at a person, put
 * right by what the words show.
 */
export function ticketReason(normalized: string, { routes }: Retrieved): TicketReason {
  const among = Object.keys(TICKET_REASON) as (keyof typeof TICKET_REASON)[]
  const reason = complaintOrTipOff(TICKET_REASON[likeliest(routes, among)], normalized)
  if (BLAMES.has(reason) && isAccused(normalized)) return 'coordination'
  if (OF_OFFICE.has(reason) && isOtherParty(normalized)) return 'coordination'
  if (reason === 'stuck_case' && !APPLIED.test(normalized)) return 'coordination'
  return reason === 'complaint' && onlyAsks(normalized) ? 'not_covered' : reason
}

/** Who is accused, and not who accuses, is neither owed an apology nor protected as one who tells. */
const BLAMES: ReadonlySet<TicketReason> = new Set<TicketReason>(['complaint', 'tip_off'])

/** What is said for what an office has done, or holds. */
const OF_OFFICE: ReadonlySet<TicketReason> = new Set<TicketReason>(['complaint', 'stuck_case'])

/** Whose progress could be asked after: something applied for, or a system that does not take it. */
const APPLIED = anyOf(
  /申[请报办]|提交|[交报递送](?:上去|了|过|完|材料)/u,
  /审[批核查]|受理|批(?!发)/u,
  /办[了件着理证]|在办|材料|[单件证照](?:还|都|没|一直|怎么|到现在|下)/u,
  /进度|流程|退[回件]|补正|排队|卡|拖|等|没(?:人|有人)?[理管回]/u,
  /系统|网[站页上]|报错|登[不录]|显示|页面|验证|上传|\d/u,
  /\b(?:appl|submit|file|pending|stuck|wait|system|website|upload|login)/u,
)
const ASKS_WHETHER = /[吗么]\s*(?:$|[,，。?？\s])|有没有|是不是/u
const GRIEVES: ReadonlySet<string> = new Set([...AGGRIEVED, 'reopen', 'suggest'])
/** Who only asks whether something is so has complained of nothing, and is owed no apology. */
const onlyAsks = (normalized: string) =>
  ASKS_WHETHER.test(normalized) && !actsIn(normalized).some((act) => GRIEVES.has(act))

/** For a message that is taken for nobody's here: another body's matter, or a private one. */
export function redirectReason({ routes }: Retrieved): RedirectReason {
  return likeliest(routes, ['personal', 'elsewhere']) === 'elsewhere'
    ? 'elsewhere'
    : 'personal_matter'
}
