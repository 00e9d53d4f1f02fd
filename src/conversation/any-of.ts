/** One pattern of several, each written where it can be named or told of. The first that fits counts. */
export const anyOf = (...parts: readonly RegExp[]): RegExp =>
  new RegExp(parts.map(({ source }) => source).join('|'), 'u')
