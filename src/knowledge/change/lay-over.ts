// Approved changes over the items of the files, as a publish takes them.

import { isSame } from '../../kernel/canonical.ts'
import type { KnowledgeBase } from '../knowledge-base.ts'
import type { ServiceItem } from '../service-item.ts'

/** An approved or published change. */
export type Approved = Readonly<{
  id: string
  revision: number
  item: ServiceItem
  reason: string
}>

export type LaidOver = Readonly<{
  base: KnowledgeBase
  /** In effect, by the code of their item. */
  laid: readonly Approved[]
  /** The files, or a later change of the same item, say what they say. */
  absorbed: readonly Approved[]
  /** The files have no such item any more. */
  homeless: readonly Approved[]
}>

/** @param approved in the order in which they were approved: each was made on what was before it */
export function layOver(base: KnowledgeBase, approved: readonly Approved[]): LaidOver {
  const latest = new Map(approved.map((change) => [change.item.code, change]))
  const filed = new Map(base.items.map((item) => [item.code, item]))
  const last = [...latest.values()]
  const laid = last.filter(({ item }) => {
    const file = filed.get(item.code)
    return file !== undefined && !isSame(file, item)
  })
  const homeless = last.filter(({ item }) => !filed.has(item.code))
  const inEffect = new Map(laid.map(({ item }) => [item.code, item]))
  return {
    base: { ...base, items: base.items.map((item) => inEffect.get(item.code) ?? item) },
    laid,
    absorbed: approved.filter((change) => !laid.includes(change) && !homeless.includes(change)),
    homeless,
  }
}

const NAMED_MAX = 12

/** The note of a version with the changes in it. */
export function noteWith(note: string | null, laid: readonly Approved[]): string | null {
  if (laid.length === 0) return note
  const named = laid.slice(0, NAMED_MAX).map(({ item }) => `${item.code} ${item.name}`)
  const more = laid.length > NAMED_MAX ? `等 ${laid.length} 项` : ''
  return `${note === null ? '' : `${note}；`}含改动：${named.join('、')}${more}`
}
