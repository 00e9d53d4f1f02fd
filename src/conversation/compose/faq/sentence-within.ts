// A sentence of an item's record that holds what was asked, where no frequent question asks it: the
// answer to another, a condition, a note. Pure.
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { areContrary } from './contrary.ts'
import { asWritten } from './equals.ts'
import { isCommon, isMeaning, meaningsIn } from './faq-meanings.ts'
import { POINTS } from './faq-nearness.ts'
import { SOFT } from './other-case.ts'
import type { InDialogue } from './within-item.ts'

type Sentence = Readonly<{ text: string; source: string | null }>

const UNKNOWN = 1.5
const COMMON_WEIGHT = 0.15
const CHARACTER_WEIGHT = 0.2
const NEAR_MIN = 0.27
const LENGTH_MIN = 8

/**
 * The nearest sentence, never one about the contrary case; null when none is near enough. `before` is
 * not read.
 */
export function sentenceWithin(item: ServiceItem, { question }: InDialogue): Sentence | null {
  const sentences = sentencesOf(item).map((one) => ({
    one,
    tokens: meaningsIn(asWritten(one.text)),
  }))
  const counts = new Map<string, number>()
  for (const { tokens } of sentences) {
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  const named = meaningsIn(item.name)
  const asked = [...meaningsIn(asWritten(question))].filter((token) => !named.has(token))
  const weigh = (token: string): number => {
    const count = counts.get(token)
    const rarity = count === undefined ? UNKNOWN : Math.log(1 + sentences.length / count) / 2
    const common = isCommon(token) ? COMMON_WEIGHT : 1
    return rarity * common * (token.length === 1 && !isMeaning(token) ? CHARACTER_WEIGHT : 1)
  }
  const whole = asked.reduce((sum, token) => sum + weigh(token), 0)
  const ranked = sentences
    .filter(({ one }) => !areContrary(question, one.text))
    .map(({ one, tokens }) => {
      const shared = asked.filter((token) => tokens.has(token))
      const telling = shared.filter(isTelling)
      const said = shared.reduce((sum, token) => sum + weigh(token), 0)
      return {
        one,
        shared,
        nearness:
          telling.length >= 2 || telling.some((token) => POINTS.has(token))
            ? said / Math.max(whole, 1)
            : 0,
      }
    })
    .sort((a, b) => b.nearness - a.nearness)
  const [first] = ranked
  return first !== undefined && first.nearness >= NEAR_MIN ? first.one : null
}

function sentencesOf({
  faq,
  conditions,
  timeLimit,
  fee,
  result,
  materialsNote,
}: ServiceItem): Sentence[] {
  const texts: Sentence[] = [
    ...conditions,
    ...faq.map(({ a, source }) => ({ text: a, source })),
    { text: timeLimit.note ?? '', source: null },
    { text: fee.note ?? '', source: fee.source },
    { text: result ?? '', source: null },
    { text: materialsNote ?? '', source: null },
  ]
  return texts.flatMap(({ text, source }) =>
    text
      .split(/[。；]/u)
      .filter((part) => part.length >= LENGTH_MIN)
      .map((part) => ({ text: part, source })),
  )
}

const isTelling = (token: string): boolean =>
  token.length > 1 && !isCommon(token) && !SOFT.has(token)
