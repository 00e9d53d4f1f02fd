// What a dialogue has been about, and what stands beside that.
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { DialogueState } from './dialogue-state.ts'

/** Undefined for an item that is no longer published; a dialogue outlives a version. */
export type ItemOf = (code: ItemCode) => ServiceItem | undefined

/** Undefined at the start of a dialogue, and where the item is no longer published. */
export function lastItem({ items }: DialogueState, itemOf: ItemOf): ServiceItem | undefined {
  const [last] = items
  return last === undefined ? undefined : itemOf(last)
}

export const openOptions = ({ clarification }: DialogueState): readonly ItemCode[] =>
  clarification?.options ?? []

/** The items that are in hand or on offer. */
export const talkedOf = (state: DialogueState, itemOf: ItemOf): ServiceItem[] =>
  [...new Set([...state.items, ...openOptions(state)])].flatMap((code) => itemOf(code) ?? [])

/** What is easily taken for an item. */
export const besides = (item: ServiceItem | undefined): ItemCode[] =>
  item?.notThis.map(({ code }) => code) ?? []

/** Whether one of two items is easily taken for the other. */
export const areBeside = (one: ServiceItem, other: ServiceItem): boolean =>
  besides(one).includes(other.code) || besides(other).includes(one.code)

/** All of it, whether it may be found today or not. */
export function talkedAbout(state: DialogueState, itemOf: ItemOf): ItemCode[] {
  const options = openOptions(state)
  const last = lastItem(state, itemOf)
  return [
    ...state.items,
    ...options,
    ...options.flatMap((code) => besides(itemOf(code))),
    ...(last === undefined ? [] : [...last.related, ...last.parts, ...besides(last)]),
  ]
}
