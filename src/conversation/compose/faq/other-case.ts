// Whether a frequent question is about a case that nobody spoke of: 「丢了」, 「一起」, 「几家」, another
// paper, a time that has passed. However alike its other words are, its answer would mislead. Pure.
import { asWritten } from './equals.ts'
import { isCommon, isMeaning, meaningsIn } from './faq-meanings.ts'
import { kindsOf } from './question-kind.ts'

type Heard = Readonly<{
  said: Readonly<{ now: string; before: string | null }>
  /** Of the item: its words are meant anyway. */
  name: string
}>

/** Said in many ways, or of little weight. */
export const SOFT: ReadonlySet<string> = new Set(
  '员工 个人 网上 未批 法定代表人 最高 最低 谁付 需否 能否'.split(' '),
)
/** Of the words common to many questions these two are what a case differs by. */
const CASES: ReadonlySet<string> = new Set(['变更', '重新'])
/** An answer to one of these is a figure, and no answer to anything else. */
const FIGURES = ['多少', '多久', '何时', '频次', '有效期', '收费'] as const

const PAST = /超过|过了|不满|不到|未满|以上|以下/u
const FIGURE_SAID = /\d|[一二两三四五六七八九十半]+个?(?:年|月|天|日|岁|人)/u
const LACK = /(?<!有)(?:没有?|未)被?(\p{Script=Han})(?!有|能)(?=(\p{Script=Han}{0,2}))/gu
const TIME_SAID = /(?:\d|[一二两三四五六七八九十半]+)个?(?:年|月|天|日|周|岁)/u
const PAPER = /\p{Script=Han}{2}(?:证|书|单|票|报告)(?!明|券|据|监)/gu

/**
 * `row` is the question of a frequent question. What was said before counts only for what happened,
 * not for figures and papers.
 */
export function isAnotherCase(row: string, { said: { now, before }, name }: Heard): boolean {
  const said = `${now}，${before ?? ''}`
  return isUnspoken(row, { said, name }) || isOtherFigure(row, now) || isOtherPaper(row, now)
}

/** Whether the row says what happened, how much, or what is lacking, and nobody did. */
export const isUnspoken = (
  row: string,
  { said, name }: Readonly<{ said: string; name: string }>,
): boolean =>
  !isKeySaid(row, said, name) || (PAST.test(row) && !isPastSaid(said)) || !isLackSaid(row, said)

const isPastSaid = (said: string): boolean =>
  PAST.test(said) || FIGURE_SAID.test(said) || meaningsIn(said).has('逾期')

function isKeySaid(row: string, said: string, name: string): boolean {
  const known = new Set([...meaningsIn(asWritten(said)), ...meaningsIn(said), ...meaningsIn(name)])
  return [...meaningsIn(asWritten(row))].every(
    (token) =>
      known.has(token) ||
      !isMeaning(token) ||
      (isCommon(token) && !CASES.has(token)) ||
      SOFT.has(token),
  )
}

/** 「没签合同」: what the row says is lacking was said, too. One of several cases need not be. */
function isLackSaid(row: string, said: string): boolean {
  const lacks = [...row.matchAll(LACK)].map(([, verb = '', thing = '']) => ({ verb, thing }))
  return (
    row.includes('、') || lacks.every((lack) => said.includes(lack.verb) || isThingSaid(lack, said))
  )
}

/** 「没写进出口」 is 「没有进出口」. */
const isThingSaid = ({ thing }: Readonly<{ thing: string }>, said: string): boolean =>
  thing.length === THING && new RegExp(`[没未]有?${thing}`, 'u').test(said)

const THING = 2

function isOtherFigure(row: string, now: string): boolean {
  const [ofRow, asked] = [kindsOf(row), kindsOf(asWritten(now))]
  const figures = FIGURES.filter((kind) => ofRow.has(kind))
  const meant = meaningsIn(asWritten(now))
  if (figures.length > 0) {
    // Whoever tells how long it has been asks whether that will do.
    return !(TIME_SAID.test(now) || figures.some((kind) => meant.has(kind) || asked.has(kind)))
  }
  return FIGURES.some((kind) => asked.has(kind)) && ofRow.size > 0
}

function isOtherPaper(row: string, now: string): boolean {
  const [ofRow, asked] = [row.match(PAPER) ?? [], now.match(PAPER) ?? []]
  return (
    ofRow.length > 0 && asked.length > 0 && !ofRow.some((paper) => asked.some((a) => a === paper))
  )
}
