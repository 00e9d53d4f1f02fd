// What the record says of a sum or a time that is not the item's own, and what is said where it does not.
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import type { Lead } from '../faq/faq-index.ts'
import type { Measure } from './measure.ts'

const SAID_MAX = 2

/** What the record says of it, as the answer to what was asked; a step only where no rule does. */
export const saidOf = (item: ServiceItem, measure: Measure): Lead | null =>
  ruledIn(item, measure) ?? donePerStep(item, measure)

/** What its rules say. */
export const ruledIn = (item: ServiceItem, measure: Measure): Lead | null =>
  leadOf(answersIn(rulesOf(item), measure), measure)

/** What its steps say, which may be somebody else's. */
export const donePerStep = (item: ServiceItem, measure: Measure): Lead | null =>
  leadOf(answersIn(stepsOf(item), measure), measure)

function leadOf(said: readonly Text[], measure: Measure): Lead | null {
  if (said.length === 0) return null
  const sources = new Set(said.map(({ source }) => source))
  const [source] = sources.size === 1 ? sources : [null]
  return {
    q: measure.label,
    a: `${said.map(({ text }) => text).join('；')}。`,
    source: source ?? null,
  }
}

type Text = Readonly<{ text: string; source: string | null }>

const rulesOf = ({ conditions, result, fee, timeLimit }: ServiceItem): readonly Text[] => [
  ...conditions,
  { text: result ?? '', source: null },
  { text: fee.note ?? '', source: fee.source },
  { text: timeLimit.note ?? '', source: null },
]

const stepsOf = ({ steps }: ServiceItem): readonly Text[] =>
  steps.map(({ text }) => ({ text, source: null }))

const answersIn = (texts: readonly Text[], measure: Measure): readonly Text[] =>
  texts
    .map(({ text, source }) => ({ text: answeringSentences(text, measure), source }))
    .filter(({ text }, n, all) => text !== '' && !all.some((other, m) => holds(other, text, m < n)))
    .slice(0, SAID_MAX)

const answeringSentences = (text: string, measure: Measure): string =>
  text
    .split(/[。；]/u)
    .filter((sentence) => isAnswer(sentence, measure))
    .join('；')

/** Whether a sentence of it answers, wherever it stands. */
export const answersMeasure = (text: string, measure: Measure): boolean =>
  answeringSentences(text, measure) !== ''

/** Conditions and notes say some things twice: the fuller is kept, or the first of two alike. */
const holds = ({ text }: Text, other: string, isBefore: boolean): boolean =>
  text.includes(other) && (text !== other || isBefore)

/** A figure, or who sets it. */
const FIGURE = {
  money: /\d\s?(?:元|万|%|倍)|百分之|为准|约定|公布|定价|自行/u,
  time: /\d|为准|证载|长期/u,
} as const
const AUTHORITYS = /受理|收到|作出|审批|办结|答复|送达/u

/** Times of several kinds stand in one sentence, sums seldom. */
function isAnswer(sentence: string, { of, says, figure = FIGURE[of] }: Measure): boolean {
  const isTime = of === 'time'
  const parts = isTime ? sentence.split(/，|(?<!期限)：/u) : [sentence]
  return parts.some(
    (part) => says.test(part) && figure.test(part) && !(isTime && AUTHORITYS.test(part)),
  )
}

const ASKED = { money: '金额', time: '时间' } as const

/** Said where neither a frequent question nor the record answers. */
export const unsaidLine = ({ department }: ServiceItem, { of, unsaid }: Measure): string =>
  unsaid ?? `事项记录未列明您问的${ASKED[of]}，以${department}公布的为准；需要核实的，可转人工。`
