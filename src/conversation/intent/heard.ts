// A message as its intent is judged by: what it does, what was found for it, where it stands.
import type { ItemCode } from '../../kernel/ids.ts'
import type { Intent } from '../../retrieval/acts/intent.ts'
import type { Retrieved } from '../../retrieval/retrieve.ts'
import type { Dependence } from '../dialogue/follow-up.ts'
import type { Called } from './bare-name.ts'

/** What a message may be besides a question about an item. */
export type NotAsked = Exclude<Intent, 'question' | 'broad'>

export type Dialogue = Readonly<{
  dependence: Dependence
  /** What has been talked about, the latest first. */
  items: readonly ItemCode[]
  /** How one of the best found is called, where the message does nothing else. */
  called: Called | null
  /** What the message says that it is not. */
  denied?: NotAsked | null
  /** Whether we are thanked; what is said around a matter is no longer in its words. */
  isThanked?: boolean
}>

export type Heard = Readonly<{
  normalized: string
  /** What the message does besides asking, as `actsIn` tells it. */
  acts: readonly string[]
  retrieved: Pick<Retrieved, 'hits' | 'intents' | 'routes' | 'confidence'>
  dialogue: Dialogue
}>
