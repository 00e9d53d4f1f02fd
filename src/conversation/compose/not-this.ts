// What an item is not, where the message speaks of it: 「货船要办渔业船舶登记吗」 is told first that merchant
// ships are registered elsewhere. A note and no refusal: people also name what they have done before.

import { folded } from '../../kernel/folded.ts'
import type { Block } from '../../kernel/message.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { clausesOf } from '../../retrieval/clauses.ts'
import { calledAs } from '../../retrieval/names.ts'
import { saidOfOthers } from '../dialogue/excluded.ts'
import { choose } from './buttons.ts'

/** The fact that separates it from the one that is named, and the way there. */
export function notThisBlocks(
  base: KnowledgeBase,
  item: ServiceItem,
  question: string | null,
): Block[] {
  const own = calledAs(item)
  const meant = clausesOf(folded(question ?? ''))
    .filter(({ kind }) => kind === 'meant')
    .map(({ text }) => text)
    .join('')
  // A word of the item's own names says nothing of another.
  const [row] = saidOfOthers(meant, item).filter(
    ({ wordsThere }) => !own.some((name) => wordsThere.some((word) => name.includes(folded(word)))),
  )
  const other = base.items.find(({ code }) => code === row?.code)
  if (row === undefined || other === undefined) return []
  return [
    { kind: 'note', text: `请注意：本事项${row.fact}。` },
    { kind: 'actions', actions: [choose(`改看：${other.name}`, other.code, 'overview')] },
  ]
}
