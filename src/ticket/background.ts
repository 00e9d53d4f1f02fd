// What was said in the chat before a ticket was handed in. It stands below the description, so that
// whoever reads the one has the other; what the person wrote themselves stays apart from it.

export const DESCRIPTION_MAX = 2000

const HEADING = '〔此前的对话〕'

/**
 * What was typed, without lines that read as the heading: who writes it themselves must not be taken
 * for the assistant. A line is judged by its letters, as a reader does.
 */
export const typedWords = (typed: string): string =>
  typed
    .split(LINE_END)
    .filter((line) => lettersOf(line) !== HEADING_LETTERS)
    .join('\n')
    .trim()

const LINE_END = /\r\n|[\n\r\u2028\u2029]/u

const lettersOf = (text: string) => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '')
const HEADING_LETTERS = lettersOf(HEADING)

/** The description with these lines below it; where room is short, the newest are kept. */
export function withBackground(description: string, lines: readonly string[]): string {
  const above = `${description}\n\n${HEADING}`
  const kept: string[] = []
  let room = DESCRIPTION_MAX - above.length
  for (const line of [...lines].reverse()) {
    room -= line.length + 1
    if (room < 0) break
    kept.unshift(line)
  }
  return kept.length === 0 ? description : [above, ...kept].join('\n')
}

/** What the person wrote themselves. */
export const withoutBackground = (description: string): string => partsOf(description).own

/** The lines below it; empty when nothing was said before. */
export const backgroundIn = (description: string): string => partsOf(description).background

function partsOf(description: string): Readonly<{ own: string; background: string }> {
  const between = `\n\n${HEADING}\n`
  const at = description.indexOf(between)
  if (at < 0) return { own: description, background: '' }
  return { own: description.slice(0, at), background: description.slice(at + between.length) }
}
