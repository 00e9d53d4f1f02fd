const LENGTH_MAX = 90

/** Whole clauses only; what is left out is marked. */
export function shortened(text: string): string {
  if (text.length <= LENGTH_MAX) return text
  const kept = text.slice(0, LENGTH_MAX - 1)
  const end = Math.max(...['，', '；', '。', '、'].map((mark) => kept.lastIndexOf(mark)))
  return `${end > LENGTH_MAX / 2 ? kept.slice(0, end) : kept}…`
}
