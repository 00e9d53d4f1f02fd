// Whether one sentence says what another does: nothing stands twice on one screen. Pure.

/** So much of a sentence standing in a text means that it adds nothing to it. */
const SAID_MIN = 0.75
/** A line that is longer than this many answers says more than the answer. */
const LONGER_MAX = 1.5

/** Whether the text holds all that the sentence says. */
export function isSaidIn(sentence: string, text: string): boolean {
  const [pairs, said] = [pairsOf(plain(sentence)), plain(text)]
  return (
    pairs.length > 0 &&
    pairs.filter((pair) => said.includes(pair)).length / pairs.length >= SAID_MIN
  )
}

/** Whether a line of the record adds nothing to an answer that stands above it. */
export function addsNothing(line: string, answer: string): boolean {
  const bare = line.replace(/（[^（）]*）$/u, '')
  if (isSaidIn(bare, answer)) return true
  return bare.length <= answer.length * LONGER_MAX && isSaidIn(answer, bare)
}

const plain = (text: string): string =>
  text.replace(/\s+/gu, '').replace(/不收(?:取)?(?:任何)?费用?/gu, '免费')

const pairsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, n) => run.slice(n, n + 2)),
  )
