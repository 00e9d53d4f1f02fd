// A pinned answer: what the centre has to say right now about some items, shown above every answer
// about them until its time is over. An administrator publishes it, as when many ask the same.
import type { ItemCode } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { yearDateTimeWords } from '../../ticket/dates.ts'
import type { Decision } from '../decision.ts'

export type Pin = Readonly<{
  id: string
  items: readonly ItemCode[]
  text: string
  /** Instant at which it is no longer shown. */
  until: string
}>

export const PIN_TEXT_MAX = 500
export const PIN_DAYS_MAX = 30
export const PINS_MAX = 20

/** The message with what is pinned to the item that it answers, or that its ticket is offered for. */
export function withPins(
  message: Message,
  decision: Decision,
  pins: readonly Pin[],
  now: Date,
): Message {
  const code = decision.kind === 'answer' || decision.kind === 'ticket' ? decision.code : null
  if (code === null) return message
  const at = now.toISOString()
  const shown = pins.filter((pin) => pin.until > at && pin.items.includes(code))
  if (shown.length === 0) return message
  return {
    ...message,
    blocks: [
      ...shown.flatMap((pin) => [
        { kind: 'text', text: `中心提示：${pin.text}`, strong: true } as const,
        { kind: 'note', text: `提示有效至 ${yearDateTimeWords(pin.until)}` } as const,
      ]),
      { kind: 'divider' },
      ...message.blocks,
    ],
  }
}
