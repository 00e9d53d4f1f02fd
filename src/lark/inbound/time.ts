// Lark writes instants as strings or numbers in seconds, milliseconds or, for card callbacks,
// microseconds. The magnitude tells which.
const SECONDS_MAX = 1e11
const MILLISECONDS_MAX = 1e14

/** The instant as ISO 8601, or null when the value is no plausible epoch. */
export function isoFromEpoch(value: string | number | undefined | null): string | null {
  const epoch = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof epoch !== 'number' || !Number.isFinite(epoch) || epoch <= 0) return null
  const date = new Date(Math.trunc(milliseconds(epoch)))
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

function milliseconds(epoch: number): number {
  if (epoch < SECONDS_MAX) return epoch * 1000
  return epoch < MILLISECONDS_MAX ? epoch : epoch / 1000
}
