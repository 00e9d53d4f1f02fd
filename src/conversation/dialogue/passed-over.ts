// Who went on from one item to another, or picked it, and says little, means none of those left behind.
import { folded } from '../../kernel/folded.ts'
import type { ItemCode } from '../../kernel/ids.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import { ownWordsFor } from '../options/option-words.ts'
import type { DialogueState } from './dialogue-state.ts'
import { SHORT_MAX, supposesAnother, takesUpAgain } from './follow-up.ts'
import type { ItemOf } from './talked-about.ts'

/** Whether an item was left behind and is not named again. */
export function passedOverIn(
  { clarification, offered, items }: DialogueState,
  itemOf: ItemOf,
  normalized: string,
): (code: ItemCode) => boolean {
  const isShort = ownSubject(normalized) <= SHORT_MAX && !supposesAnother(normalized)
  if (clarification !== null || !isShort || takesUpAgain(normalized)) return () => false
  const [last] = items
  const picked = offered?.options.some((code) => code === last) ? offered.options : []
  const shown = [...new Set([...picked, ...items])].flatMap((code) => itemOf(code) ?? [])
  const others = shown.filter(({ code }) => code !== last)
  const left = others.filter(
    (item) =>
      ![...item.aliases, ...ownWordsFor(item, shown)].some((word) =>
        normalized.includes(folded(word)),
      ),
  )
  const codes = new Set(left.map(({ code }) => code))
  return (code) => codes.has(code)
}
