// What every message is made from.
import { DomainError } from '../../kernel/errors.ts'
import type { ItemCode, TurnId } from '../../kernel/ids.ts'
import type { Hotline, KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { HandlingDays } from '../answer-ports.ts'
import type { AskedNext } from '../asked-next.ts'
import type { Decision } from '../decision.ts'

export type ToCompose = Readonly<{
  decision: Decision
  base: KnowledgeBase
  /** The knowledge version as shown to people. */
  version: string
  turnId: TurnId
  askedNext: AskedNext
  /** What was asked, in the person's words; null or absent when nothing was. */
  question?: string | null
  /** What was asked before about the same item; null or absent where the item is new. */
  before?: string | null
  /** That the records are in Chinese only was said before in this dialogue. */
  isToldInEnglish?: boolean
  /** What answers about the item have begun with, the latest last; see `head.ts`. */
  shown?: readonly string[]
  /** The limits of handling a request in force; absent where no tickets are at hand. */
  handlingDays?: HandlingDays | undefined
  /** Drafted by a model and verified against the record; null or absent when there is none. */
  prose?: string | null
}>

/** The item of a code that was taken from this base; anything else is a programming error. */
export function itemOf(base: KnowledgeBase, code: ItemCode): ServiceItem {
  const item = base.items.find((other) => other.code === code)
  if (item === undefined) throw new DomainError('unknown_item', { code })
  return item
}

/** In the order of the keys; a key that this base does not have is left out. */
export function hotlinesOf(base: KnowledgeBase, keys: readonly string[]): readonly Hotline[] {
  return keys
    .map((key) => base.hotlines.find((hotline) => hotline.key === key))
    .filter((hotline) => hotline !== undefined)
}

/** Whom to call instead of writing; null where no such number is known. */
export function callInstead(base: KnowledgeBase): string | null {
  const [citizen] = hotlinesOf(base, ['citizen'])
  return citizen === undefined ? null : `不便填写的，可以拨打 ${hotlineLine(citizen)}`
}

/** 「119（火警）：火灾、爆炸……」 */
export const hotlineLine = ({ number, name, scope }: Hotline): string =>
  `${number}（${name}）：${scope}`
