// How near a candidate stands to what was said, by the figures of the retrieval: what is so far behind
// that hardly anybody would mean it is not offered. Measured on 479 clear questions that were asked
// back: one option in five is left out, and three questions lose the one that was meant.
import type { ItemCode } from '../../kernel/ids.ts'
import type { Retrieved } from '../../retrieval/retrieve.ts'
import { isBroad } from '../decide.ts'
import { shareOf } from './offered.ts'

/** As likely as this an item is offered whatever its words. */
const SHARE_MIN = 0.2
/** Both less likely than this and so far behind the best, it is left out in spite of its words. */
const KIN = { share: 0.03, behind: 4 } as const
/** Without a word of it, it must be proposed by broad examples, and the best little better. */
const STRANGER = { vote: 0.3, behind: 2 } as const
/** A broad question means more than it names: there it need only be this likely, or surely proposed. */
const BROAD_STRANGER = { share: 0.01, vote: 1.2 } as const

/** `isKin`: the message has a word of what it is called, or it is easily mixed up with the best. */
export function isNearEnough(retrieved: Retrieved, code: ItemCode, isKin: boolean): boolean {
  const share = shareOf(retrieved, code)
  if (share >= SHARE_MIN) return true
  const behind = behindBest(retrieved, code)
  if (isKin) return isBroad(retrieved) || share >= KIN.share || behind < KIN.behind
  const vote = retrieved.proposed.get(code) ?? 0
  if (vote < STRANGER.vote) return false
  return isBroad(retrieved)
    ? share >= BROAD_STRANGER.share || vote >= BROAD_STRANGER.vote
    : behind < STRANGER.behind
}

function behindBest({ hits }: Retrieved, code: ItemCode): number {
  const found = hits.find((hit) => hit.code === code)
  return found === undefined ? Number.POSITIVE_INFINITY : (hits[0]?.score ?? 0) - found.score
}
