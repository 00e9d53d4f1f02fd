// A completed question may only join what was said; it brings nothing of its own.
import { figuresOf } from '../knowledge/verify-figures-extract.ts'
import { comparable, unwritable } from '../knowledge/verify-figures-text.ts'
import { pairsOf } from '../knowledge/verify-figures-words.ts'

export const REWRITE_LENGTH_MAX = 120
/** The share of neighbouring characters that must have been said already. */
const SAID_MIN = 0.6

export function isFaithfulRewrite(
  rewritten: string,
  { question, before }: Readonly<{ question: string; before: string }>,
): boolean {
  if (rewritten.length > REWRITE_LENGTH_MAX || rewritten.includes('\n')) return false
  if (unwritable(rewritten).length > 0) return false
  const said = comparable(`${question}\n${before}`)
  const full = comparable(rewritten)
  if (figuresOf(full).some(({ found }) => !said.includes(found))) return false
  const known = new Set(pairsOf(said))
  const pairs = pairsOf(full)
  return (
    pairs.length > 0 && pairs.filter((pair) => known.has(pair)).length / pairs.length >= SAID_MIN
  )
}
