// A change put on what its item says by now, where somebody else's change came first.

import { isSame } from '../../kernel/canonical.ts'
import { FIELD_ORDER, type ItemDraft } from './fields.ts'

export type Rebased = Readonly<{
  item: ItemDraft
  /** Fields that both have changed, each in its own way; what the change says is kept. */
  conflicts: readonly string[]
}>

/** Fields that the change leaves alone are taken over; what it changes stays as it has it. */
export function rebase(
  { base, item }: Readonly<{ base: ItemDraft; item: ItemDraft }>,
  current: ItemDraft,
): Rebased {
  const keys = new Set([...FIELD_ORDER, ...Object.keys(item)])
  const conflicts: string[] = []
  const entries = [...keys].flatMap((key): [string, unknown][] => {
    const isMine = !isSame(item[key], base[key])
    const isTheirs = !isSame(current[key], base[key])
    if (isMine && isTheirs && !isSame(item[key], current[key])) conflicts.push(key)
    const value = isMine ? item[key] : current[key]
    return value === undefined ? [] : [[key, value]]
  })
  return { item: Object.fromEntries(entries), conflicts }
}
