// The frequent question that an answer begins with: the one that was asked, unless the first line that
// stands open says the same. Further down in a long part nobody finds it.
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import type { Field } from '../../decision.ts'
import { factLines } from '../facts.ts'
import { donePerStep, ruledIn } from '../measure/measure-said.ts'
import { otherMeasure } from '../measure/other-measure.ts'
import { agentOf, asksForAgent } from './agent.ts'
import { asksDeadline, deadlineOf } from './deadline.ts'
import { asksIfExpired, expiredOf } from './expired.ts'
import type { Lead } from './faq-index.ts'
import { measuredIn } from './measured.ts'
import { nearestFaq } from './nearest-faq.ts'
import { placeAsked } from './place-asked.ts'
import { isSaidIn } from './said.ts'
import { sentenceWithin } from './sentence-within.ts'
import { isSentenceFor, wantsSentence } from './shape.ts'
import { stepAsked } from './step-asked.ts'
import { asksIfUndone, undoneOf } from './undone.ts'
import { verdictOf } from './verdict.ts'
import { type InDialogue, rowWithin } from './within-item.ts'
import { wordedFaq } from './worded.ts'

type Asking = Readonly<{
  question: string | null
  /** What was asked before about the same item; undefined or null where the item is new. */
  before?: string | null | undefined
  open: readonly Field[]
  /** Some conditions stand first because they bear on it. */
  bears?: boolean | undefined
}>

/**
 * Null when nothing was asked, when no row or sentence answers it, or when the first line of the part
 * that stands open says the same already. `isGuess` marks what may not be what was asked.
 */
export function leadFor(
  base: KnowledgeBase,
  item: ServiceItem,
  { question, before = null, open, bears }: Asking,
): Lead | null {
  if (question === null) return null
  const step = open[0] === 'process' ? stepAsked(item, question) : null
  if (step !== null) return step
  const place = open[0] === 'channel' ? placeAsked(base, item, question) : null
  if (place !== null) return place
  const row = found(base, item, { question: meant(question), before, bears })
  if (row === null) return null
  const [asked] = open
  const [first] = asked === undefined ? [] : factLines(item, asked)
  return first !== undefined && isFirstSaid(row.a, first) ? null : row
}

type Meant = InDialogue & Pick<Asking, 'bears'>

/** The first that holds: the row asked in other words, who may go, whether one may go on with what has expired or begin before the item is done, by when, the row that was asked, a measure, and in a dialogue what is nearest. */
function found(base: KnowledgeBase, item: ServiceItem, asked: Meant): Lead | null {
  const { question, before } = asked
  const worded = wordedFaq(item, question)
  if (worded !== null && worded.isGuess !== true) return worded
  const agent = asksForAgent(question, before) ? agentOf(item) : null
  if (agent !== null) return agent
  const expired = asksIfExpired(question) ? expiredOf(item, asked) : null
  if (expired !== null) return expired
  const undone = asksIfUndone(question) ? undoneOf(item, asked) : null
  if (undone !== null) return undone
  const measured = otherSaid(item, asked)
  const deadline = asksDeadline(question)
    ? deadlineOf(item, asked, { linesToo: measured === null })
    : null
  return (
    deadline ??
    nearestFaq(base, item, question) ??
    measured ??
    (wantsSentence(question) ? nearestWithin(item, asked) : null) ??
    worded
  )
}

const RELATED = '记录中与您所问有关的内容'

/** Less near than this it may be about something else, where nothing was said about the item before. */
const FIRST_MIN = 0.4

function nearestWithin(item: ServiceItem, asked: Meant): Lead | null {
  if (asked.before === null) {
    const first = rowWithin(item, asked, FIRST_MIN)
    return first !== null && isSentenceFor(first.q, asked.question) ? first : null
  }
  const row = rowWithin(item, asked)
  if (row !== null || asked.bears) return row
  const sentence = sentenceWithin(item, asked)
  return sentence === null
    ? null
    : { q: RELATED, a: `${sentence.text}。`, source: sentence.source, isStatement: true }
}

/** English is not cut at its spaces. */
const CLAUSE = /[，,。；;！!]+|(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/u
const DENIED = /^(?:我)?(?:(?:不|弗)是(?!不|说不)|(?:没|不|弗)(?:问|讲))/u

/** Without the clauses that say what is not asked, if anything else is said. */
function meant(question: string): string {
  const kept = question.split(CLAUSE).filter((clause) => clause !== '' && !DENIED.test(clause))
  return kept.length === 0 || kept.join('').length < MEANT_MIN ? question : kept.join('，')
}

const MEANT_MIN = 4

function otherSaid(item: ServiceItem, asked: InDialogue): Lead | null {
  const measure = otherMeasure(asked.question, item)
  if (measure === null) return null
  return ruledIn(item, measure) ?? measuredIn(item, asked, measure) ?? donePerStep(item, measure)
}

/** A condition says no yes or no, however many of its words an answer shares. */
function isFirstSaid(answer: string, first: string): boolean {
  const verdict = verdictOf(answer)
  return isSaidIn(answer, first) && (verdict === null || verdict === verdictOf(first))
}
