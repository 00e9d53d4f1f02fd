// Whether a name is a slip of the keyboard away from another.

/** Of a name as short as PORT, two letters more or less make another word: HOME is no mistake for HOST. */
const SHORT_LENGTH_MAX = 5

/** The one of `known` that was probably meant by `name`: two keys wrong, one in a short name; else undefined. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((one) => ({ one, slips: slips(name, one) }))
    .filter(({ one, slips }) => slips <= (one.length <= SHORT_LENGTH_MAX ? 1 : 2))
    .sort((a, b) => a.slips - b.slips)
  return ranked[0]?.one
}

/** Letters put in, left out or exchanged (Levenshtein's distance). */
function slips(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [row, letter] of [...a].entries()) {
    const here = [row + 1]
    for (const [column, other] of [...b].entries()) {
      const exchanged = above[column]! + (letter === other ? 0 : 1)
      here.push(Math.min(exchanged, above[column + 1]! + 1, here[column]! + 1))
    }
    above = here
  }
  return above.at(-1)!
}
