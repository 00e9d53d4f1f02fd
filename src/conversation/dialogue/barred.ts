// What was shown and is not meant, as was said: it is not answered, offered or carried along for the
// rest of the dialogue, until it is named again.
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { isCalled } from '../../retrieval/names.ts'
import type { Outcome } from '../outcome.ts'
import { BARRED_MAX, type DialogueState } from './dialogue-state.ts'

/** What stays barred while this message is read. */
export const stillBarred = (
  normalized: string,
  { barred }: DialogueState,
  itemOf: (code: ItemCode) => ServiceItem | undefined,
): readonly ItemCode[] =>
  barred.filter((code) => {
    const item = itemOf(code)
    return item === undefined || !isCalled(normalized, item)
  })

/** The state without these matters: what was talked about before them is in hand again. */
export function withoutMatters(state: DialogueState, codes: readonly ItemCode[]): DialogueState {
  const [last] = state.items
  const items = state.items.filter((code) => !codes.includes(code))
  const asked = state.asked.filter(({ code }) => !codes.includes(code))
  if (last === items[0]) return { ...state, items, asked }
  const question = asked.find(({ code }) => code === items[0])?.question ?? null
  return { ...state, items, asked, question, field: null }
}

/** The state once it is known what this turn denied, and what it answered all the same. */
export function withBars(state: DialogueState, { denied, decision }: Denying): DialogueState {
  const shown = [
    ...state.items,
    ...(state.clarification?.options ?? []),
    ...(state.offered?.options ?? []),
  ]
  const meant = decision.kind === 'answer' ? decision.code : null
  const barred = [...state.barred, ...denied.filter((code) => shown.includes(code))]
  const kept = [...new Set(barred)].filter((code) => code !== meant).slice(-BARRED_MAX)
  return { ...withoutMatters(state, kept), barred: kept }
}

type Denying = Pick<Outcome, 'denied' | 'decision'>
