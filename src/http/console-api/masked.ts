// What is shown or kept apart from whoever wrote it: no number of a person in it.
import { maskNumbersIn } from '../../ticket/enterprise.ts'

/** The same with every phone, identity and bank card number in it masked. */
export function masked<T>(value: T): T {
  return mask(value) as T
}

function mask(value: unknown): unknown {
  if (typeof value === 'string') return maskNumbersIn(value)
  if (Array.isArray(value)) return value.map(mask)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mask(one)]))
}
