// The glossary at work: dialect, English terms and synonyms in a message bring the words of the
// catalogue into the query, in the background.
import type { Glossary } from '../knowledge/knowledge-base.ts'
import { normalize } from './normalize.ts'
import type { Language } from './ports.ts'

export type Addition = Readonly<{ text: string; weight: number }>

/** What a message's words mean in the catalogue's; nothing when the glossary knows none of them. */
export type Expand = (normalized: string) => readonly Addition[]

type Row = Readonly<{ said: string; isLatin: boolean; adds: string; weight: number }>

const WEIGHT = { dialect: 0.5, english: 0.8, synonym: 0.25 } as const
const ADDITIONS_MAX = 12

/** Words with one space between them, however they are joined: 「foreign-invested」 is two. */
const spaced = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/**
 * Adds nothing that the message says itself, and no more than a dozen; what is one character long is
 * not looked for. Weights are relative to the message's own words.
 */
export function makeExpand(glossary: Glossary, language: Pick<Language, 'simplify'>): Expand {
  const plain = (text: string) => normalize(text, language)
  const row = (said: string, adds: string, weight: number): Row => {
    const key = plain(said)
    const isLatin = /^[\x20-\x7e]+$/u.test(key)
    return { said: isLatin ? spaced(key) : key, isLatin, adds, weight }
  }
  const rows = [
    ...glossary.dialect.map(({ say, mean }) => row(say, mean, WEIGHT.dialect)),
    ...glossary.english.map(({ en, zh }) => row(en, zh, WEIGHT.english)),
    ...glossary.synonyms.flatMap(([first = '', ...others]) =>
      others.map((other) => row(other, first, WEIGHT.synonym)),
    ),
  ].filter(({ said }) => said.length >= 2)
  return (normalized) => {
    const padded = ` ${spaced(normalized)} `
    const found = rows.filter(({ said, isLatin, adds }) => {
      const isSaid = isLatin ? padded.includes(` ${said}`) : normalized.includes(said)
      return isSaid && !normalized.includes(adds)
    })
    return found.slice(0, ADDITIONS_MAX).map(({ adds, weight }) => ({ text: adds, weight }))
  }
}
