/** The keys of the largest values, the largest first; of equals the earlier. */
export function largest(values: Iterable<readonly [number, number]>, count: number): number[] {
  const keys: number[] = []
  const best: number[] = []
  for (const [key, value] of values) {
    let at = best.length
    while (at > 0 && best[at - 1]! < value) at--
    if (at === count) continue
    keys.splice(at, 0, key)
    best.splice(at, 0, value)
    if (best.length <= count) continue
    keys.pop()
    best.pop()
  }
  return keys
}
