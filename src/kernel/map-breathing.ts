import type { Breathe } from './clock.ts'

/** Maps a long list, and lets other work run in between. */
export async function mapBreathing<T, R>(
  list: readonly T[],
  breathe: Breathe,
  map: (one: T, n: number) => R,
): Promise<R[]> {
  const out: R[] = []
  for (const [n, one] of list.entries()) {
    out.push(map(one, n))
    await breathe()
  }
  return out
}
