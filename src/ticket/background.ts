// What was said in the chat before a ticket was handed in. It stands below the description, so that
// whoever reads the one has the other; what the person wrote themselves stays apart from it.

export const DESCRIPTION_MAX = 2000

const HEADING = '〔此前的对话〕'

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
export const withoutBackground = (description: string): string =>
  description.split(`\n\n${HEADING}\n`, 1)[0] ?? description
