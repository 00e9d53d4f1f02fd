// Values as text, whatever the order of their keys.

/** JSON with sorted keys: the same text for the same content, in whatever order a store gives it back. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  })
}

export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)
