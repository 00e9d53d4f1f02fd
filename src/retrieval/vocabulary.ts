// Token ↔ number. Grows while a snapshot is built, is fixed afterwards.
export class Vocabulary {
  readonly #ids: Map<string, number>

  constructor(tokens: readonly string[] = []) {
    this.#ids = new Map(tokens.map((token, id) => [token, id]))
  }

  get size(): number {
    return this.#ids.size
  }

  /** The token's number, giving it the next free one when it is new. */
  add(token: string): number {
    const known = this.#ids.get(token)
    if (known !== undefined) return known
    const id = this.#ids.size
    this.#ids.set(token, id)
    return id
  }

  find(token: string): number | undefined {
    return this.#ids.get(token)
  }

  /** All tokens in the order of their numbers. */
  tokens(): string[] {
    return [...this.#ids.keys()]
  }
}

/** Token numbers with how often each occurs, `ids` ascending. */
export type Bag = Readonly<{ ids: Uint32Array; counts: Float32Array }>

/** Counts the tokens of one text; those that get no number are dropped. */
export function bagOf(tokens: readonly string[], idOf: (token: string) => number | undefined): Bag {
  const met = new Uint32Array(tokens.length)
  let known = 0
  for (const token of tokens) {
    const id = idOf(token)
    if (id !== undefined) met[known++] = id
  }
  const sorted = met.subarray(0, known).sort()
  const counts = new Float32Array(known)
  let kinds = 0
  for (let k = 0; k < known; k++) {
    if (k > 0 && sorted[k] !== sorted[k - 1]) kinds += 1
    sorted[kinds] = sorted[k]!
    counts[kinds]! += 1
  }
  const length = Math.min(known, kinds + 1)
  return { ids: sorted.slice(0, length), counts: counts.slice(0, length) }
}

/** Tokens that all count alike. */
export type TokenPart = Readonly<{ tokens: readonly string[]; weight: number }>

/** Counts tokens, each `weight` times; unknown ones are given a number by `idOf` or dropped. */
export function countTokens(
  parts: readonly TokenPart[],
  idOf: (token: string) => number | undefined,
): Bag {
  const counts = new Map<number, number>()
  for (const { tokens, weight } of parts) {
    for (const token of tokens) {
      const id = idOf(token)
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + weight)
    }
  }
  const ids = Uint32Array.from(counts.keys()).sort()
  return { ids, counts: Float32Array.from(ids, (id) => counts.get(id) ?? 0) }
}
