// Which option a reply describes instead of naming its place: 「外商独资的」「个体的」「有债务的」.
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import { wordsFor } from './option-words.ts'

const BEFORE = new RegExp(
  `^(?:${[
    '那么?|嗯|哦|就|只|还|也|都',
    '我们?|咱们?|阿拉|公司|属于|应该|是',
    '要|想|办|做|搞|选',
    '一个(?!人)|一家|一种|那个|那种|这个|这种',
    "the|a|an|it is|it's|we are|i am",
  ].join('|')})+`,
  'u',
)
const BEHIND = /(?:[那这]?[个种家类项样]|的|吧|呗|呢|啊|呀|哦|了|嘛|one|[?？!！。.~\s])+$/u
/** From here on it is a description, and not a syllable that any name may have. */
const DESCRIPTION_MIN = 2
/** Nobody describes one at more length. */
const DESCRIPTION_MAX = 60
/** What may stand beside a word that tells apart, in characters of its own. */
const BESIDE_MAX = 1

/** What is behind one already is not what is asked for: 「牌照有了」. */
const IS_DONE = /(?:有|好|过|完|办|领|拿|下来)了$/u

export type Described = Readonly<{
  code: ItemCode
  /** Whether the reply says nothing else. */
  isAll: boolean
}>

/** Spoken words are written down with spaces for pauses. */
const PAUSE = /[,，。;；:：!！]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u

/**
 * The option whose name, aliases or distinguishing words hold what the reply begins with, when it
 * is the only one. Of several it is the one that fits the question best, which was offered first;
 * where that is none of them, or all are, nothing is known. Nor is it from what was asked already.
 */
export function describedOption(
  reply: string,
  options: readonly ServiceItem[],
  question: string,
): Described | null {
  const [beginning = '', ...others] = reply.split(PAUSE)
  const description = descriptionIn(beginning)
  if (description === null || plainly(question).includes(description)) return null
  const described = options.filter((item) => isDescribed(description, item, options))
  const [first] = described
  const isFirstOfSome = first === options[0] && described.length < options.length
  return first !== undefined && (described.length === 1 || isFirstOfSome)
    ? { code: first.code, isAll: others.join('') === '' }
    : null
}

/** What the reply adds, or null when it is no description: 「不是公司」 says only what is not meant. */
function descriptionIn(reply: string): string | null {
  if (reply.length > DESCRIPTION_MAX) return null
  const bare = reply.replace(BEFORE, '').replace(BEHIND, '').trim()
  const isNone = bare.length < DESCRIPTION_MIN || /^(?:不|非|别)/u.test(bare) || IS_DONE.test(reply)
  return isNone ? null : plainly(bare)
}

function isDescribed(
  description: string,
  item: ServiceItem,
  options: readonly ServiceItem[],
): boolean {
  const words = wordsFor(item, options)
  return isNamed(description, item) || words.some((word) => says(description, plainly(word)))
}

const isNamed = (description: string, { name, aliases }: ServiceItem): boolean =>
  [name, ...aliases].some((one) => plainly(one).includes(description))

/** Whether it is that word, with little besides: 「有债务」 says 有债, 「无债务」 does not. */
function says(description: string, word: string): boolean {
  if (word.includes(description)) return true
  const at = description.indexOf(word)
  if (at < 0 || /[无不非未]/u.test(description[at - 1] ?? '')) return false
  return ownSubject(description.slice(0, at) + description.slice(at + word.length)) <= BESIDE_MAX
}

/** 没有, 没 and 无 are the same, and so are capitals. */
const plainly = (text: string): string => text.toLowerCase().replace(/没有|没/gu, '无')
