// A change put on what its item says by now, where somebody else's change came first.

import { isSame } from '../../kernel/canonical.ts'
import { FIELD_ORDER, type ItemDraft } from './fields.ts'

/** Fields that the change leaves alone are taken over; what it changes stays as it has it. */
export function rebase(
  { base, item }: Readonly<{ base: ItemDraft; item: ItemDraft }>,
  current: ItemDraft,
): ItemDraft {
  const keys = new Set([...FIELD_ORDER, ...Object.keys(item)])
  const entries = [...keys].flatMap((key): [string, unknown][] => {
    const value = isSame(item[key], base[key]) ? current[key] : item[key]
    return value === undefined ? [] : [[key, value]]
  })
  return Object.fromEntries(entries)
}
