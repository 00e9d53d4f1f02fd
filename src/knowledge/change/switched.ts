// What becomes of changes when an earlier version answers again, or a later one after that. A change
// that is in force is one that answers: what was switched away would else come back unasked with the
// next publish.
import { isSame } from '../../kernel/canonical.ts'
import type { ServiceItem } from '../service-item.ts'
import type { ChangeState } from './change.ts'

/** A change that has been approved, in the order of its approval; `sent_back` only by a switch. */
export type Settled = Readonly<{
  id: string
  code: string
  state: Extract<ChangeState, 'approved' | 'published' | 'absorbed' | 'sent_back'>
  /** Null when it is of a form that is no longer accepted. */
  item: ServiceItem | null
}>

export type Switched = Readonly<Record<'takenBack' | 'restored' | 'absorbed', readonly string[]>>

/** @param answering the items of the version that is switched to, by code */
export function afterSwitch(
  changes: readonly Settled[],
  answering: ReadonlyMap<string, ServiceItem>,
): Switched {
  const chains = new Map<string, Settled[]>()
  for (const one of changes) chains.set(one.code, [...(chains.get(one.code) ?? []), one])
  const moved = [...chains].map(([code, chain]) => ofChain(chain, answering.get(code) ?? null))
  const all = (of: keyof Switched) => moved.flatMap((one) => one[of])
  return { takenBack: all('takenBack'), restored: all('restored'), absorbed: all('absorbed') }
}

/** The changes of one item: the last that answers stays or comes back, and those on top of it go. */
function ofChain(chain: readonly Settled[], answer: ServiceItem | null): Switched {
  const live = chain.findLastIndex(({ state }) => state === 'published')
  const at = chain.findLastIndex(
    ({ state, item }, n) =>
      state !== 'approved' &&
      isSame(item, answer) &&
      // What the files say as well is theirs to change, unless a later change was laid over it.
      (state !== 'absorbed' || n < live),
  )
  const after = chain.slice(at + 1)
  const firstGone = after.findIndex(({ state }) => state === 'published')
  // Approved on what is taken back, it has that in it.
  const gone = firstGone < 0 ? [] : after.slice(firstGone).filter(isInForce)
  const before = chain.slice(0, Math.max(at, 0)).filter(({ state }) => state === 'published')
  const answers = chain[at]
  return {
    takenBack: gone.map(({ id }) => id),
    restored: answers === undefined || answers.state === 'published' ? [] : [answers.id],
    absorbed: before.map(({ id }) => id),
  }
}

const isInForce = ({ state }: Settled) => state === 'published' || state === 'approved'
