// What the tables of patterns have in common: how their rows are read, and how long ones are written.

/** Words that show something, unless others stand beside them. */
export type Cue = Readonly<{ pattern: RegExp; unless?: RegExp }>

export const shows = ({ pattern, unless }: Cue, normalized: string): boolean =>
  pattern.test(normalized) && unless?.test(normalized) !== true

/**
 * The pattern that finds what any of its parts finds, earlier parts first. A long pattern is written
 * in parts so that each has a line that says what it is about. The parts carry the same flags.
 */
export const anyOf = (...parts: readonly RegExp[]): RegExp =>
  new RegExp(parts.map(({ source }) => source).join('|'), parts[0]?.flags)

/** The pattern that finds its parts one right after the other. The parts carry the same flags. */
export const inOrder = (...parts: readonly RegExp[]): RegExp =>
  new RegExp(parts.map(({ source }) => `(?:${source})`).join(''), parts[0]?.flags)

export const anyIn = (patterns: readonly RegExp[], normalized: string): boolean =>
  patterns.some((pattern) => pattern.test(normalized))

/** What is said beside all that the patterns find. */
export const without = (patterns: readonly RegExp[], normalized: string): string =>
  patterns.reduce((rest, pattern) => rest.replace(new RegExp(pattern, 'gu'), ' '), normalized)
