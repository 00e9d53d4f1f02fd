// What kind of answer a question wants. Pure.
import { cutAtPauses } from '../../cuts.ts'
import { meaningsIn } from './faq-meanings.ts'

/** Answered by yes or no: it may name a part of the record without asking for it. */
const YES_OR_NO =
  /(?:吗|(?<![什怎这那])么|伐|不|没|(?<!银)行)[？?。！!\s]*$|(\p{Script=Han})[不没]\1|能不能|可不可以|有没有|是否|能否|可否/u

/** People tell first and ask last. */
export const lastClauses = (text: string, count: number): string =>
  cutAtPauses(text).slice(-count).join('，')

export const lastClause = (text: string): string => lastClauses(text, 1)

export const isYesOrNo = (question: string): boolean => YES_OR_NO.test(lastClause(question))

const WANTED = [
  '何时',
  '多久',
  '频次',
  '有效期',
  '收费',
  '多少',
  '谁',
  '谁付',
  '去哪',
  '区别',
  '怎么办',
] as const
type Kind = (typeof WANTED)[number] | '是非'

/** 「能降到5%以下吗」 asks for the bound. */
const FIGURE = /\d(?:%|元|万|个点)|百分之/u

/** What is wanted; a question may want two things. */
export function kindsOf(question: string): ReadonlySet<Kind> {
  if (isYesOrNo(question)) {
    return new Set(FIGURE.test(lastClause(question)) ? ['是非', '多少'] : ['是非'])
  }
  const meant = meaningsIn(lastClause(question))
  return new Set(WANTED.filter((kind) => meant.has(kind)))
}

/** These may be asked for in the same words, or answered in one; any others exclude each other. */
const ALIKE: readonly (readonly [Kind, Kind])[] = [
  ['多久', '有效期'],
  ['多久', '频次'],
  ['收费', '多少'],
  ['收费', '谁付'],
  ['谁', '谁付'],
  ['谁', '去哪'],
  ['怎么办', '是非'],
  ['怎么办', '何时'],
]

/**
 * Whether an answer of one of these kinds may answer a question of the others. A question that shows
 * no kind may want any.
 */
export function areAlike(some: ReadonlySet<Kind>, others: ReadonlySet<Kind>): boolean {
  if (some.size === 0 || others.size === 0) return true
  if ([...some].some((kind) => others.has(kind))) return true
  return ALIKE.some(([a, b]) => (some.has(a) && others.has(b)) || (some.has(b) && others.has(a)))
}
