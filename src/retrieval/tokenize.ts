// A text as a bag of tokens. The first character tells the kind: `w` word, `u` single character,
// `b` character bigram, `p` bigram of toneless syllables (catches homophone typing errors).
import type { Language } from './ports.ts'

const RUN = /[a-z0-9]+(?:[.\-/][a-z0-9]+)*|\p{Script=Han}+/gu
const LATIN = /^[a-z0-9]/u

/** Tokens of a normalised text, in order and with repetitions. */
export function tokenize(normalized: string, language: Language): string[] {
  const tokens: string[] = []
  for (const word of language.words(normalized)) {
    if (word.length > 1 && !LATIN.test(word)) tokens.push(`w${word}`)
  }
  for (const [run] of normalized.matchAll(RUN)) {
    if (LATIN.test(run)) pushLatin(run, tokens)
    else pushHan([...run], language, tokens)
  }
  return tokens
}

function pushLatin(run: string, tokens: string[]): void {
  tokens.push(`w${stem(run)}`)
  const parts = run.split(/[.\-/]/u)
  if (parts.length > 1) for (const part of parts) tokens.push(`w${stem(part)}`)
}

// Enough English morphology for "licences", "registered", "applying" to meet their stems.
function stem(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/u.test(word)) return word
  return word.replace(/(?:ations?|ing|ed|es|s|e)$/u, '')
}

function pushHan(characters: readonly string[], language: Language, tokens: string[]): void {
  let before = ''
  let soundBefore = ''
  for (const character of characters) {
    const sound = language.syllable(character)
    tokens.push(`u${character}`)
    if (before !== '') {
      tokens.push(`b${before}${character}`)
      if (sound !== '' && soundBefore !== '') tokens.push(`p${soundBefore} ${sound}`)
    }
    before = character
    soundBefore = sound
  }
}

/** What a token of each kind counts for, relative to its idf (measured: src/DECISIONS.md). */
export const KIND_WEIGHT: Readonly<Record<string, number>> = { w: 1, u: 1, b: 0.5, p: 0.15 }
