// What a message points back at by a word that it was asked with, or that stands in its name: 「海关那个
// 要钱吗」, 「水的那张呢」, 「印标那个几天批」.
import { folded } from '../../kernel/folded.ts'
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { subjectOf } from '../../retrieval/own-subject.ts'
import type { DialogueState } from './dialogue-state.ts'
import type { ItemOf } from './talked-about.ts'

const UNIT = '(?:[个张条份本笔块道项边种关步趟头](?!人|月|时候))'
const POINTING = new RegExp(
  `(?<before>[^,，。;；:：!！?？\\s]{0,10}?)(?:的|说的|讲的|问的)?那${UNIT}(?<behind>[^,，。;；:：!！?？\\s]{0,4})`,
  'gu',
)
/** What says when it was spoken of, and how. */
const WHEN = /刚才|刚刚|方才|刚|前面|上面|先头|开头|最早|一开始|回过头/gu
const SPOKEN = /^(?:说|讲|问|提)(?:的|到|过|起)|(?:说|讲|问|提)(?:到|过|起)?$/gu
/** What anybody's matter may be, and where: not which one. */
const ANYBODYS = /[我你他咱]们|公司|企业|单位|厂里|店里|园区|[上里边头]$/gu
/** A single character behind it is hardly ever a name. */
const BEHIND_MIN = 2

/** The words that tell which is meant; without any there is nothing to find it by. */
function wordIn(normalized: string): string {
  for (const { groups } of normalized.matchAll(POINTING)) {
    const { before = '', behind = '' } = groups ?? {}
    const word = subjectOf(before.replace(WHEN, '').replace(SPOKEN, '').replace(ANYBODYS, ''))
    if (word !== '') return word
    const after = subjectOf(behind)
    if (after.length >= BEHIND_MIN) return after
  }
  return ''
}

const NOT_AT_ALL = 0
const SCATTERED = 1
const WHOLE = 2

function howIn(word: string, text: string): number {
  if (text.includes(word)) return WHOLE
  return [...word].every((character) => text.includes(character)) ? SCATTERED : NOT_AT_ALL
}

/** Items of earlier turns that are pointed at; none where the last one fits the word as well. */
export function pointedAt(
  { answered, items, asked, clarification }: DialogueState,
  itemOf: ItemOf,
  normalized: string,
): ReadonlySet<ItemCode> {
  const word = clarification === null ? wordIn(normalized) : ''
  if (word === '') return new Set()
  const fitOf = (item: ServiceItem) => {
    const own = asked.filter(({ code }) => code === item.code).map(({ question }) => question)
    return Math.max(
      ...[...own, item.name, item.department].map((text) => howIn(word, folded(text))),
    )
  }
  const known = [...new Set([...items, ...answered])].flatMap((code) => itemOf(code) ?? [])
  const fits = known.map((item) => [item.code, fitOf(item)] as const)
  const best = Math.max(NOT_AT_ALL, ...fits.map(([, fit]) => fit))
  const pointed = fits.filter(([, fit]) => fit > NOT_AT_ALL && fit === best)
  return new Set(pointed.some(([code]) => code === items[0]) ? [] : pointed.map(([code]) => code))
}
