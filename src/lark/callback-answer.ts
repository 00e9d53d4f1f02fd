// The answer to a card click, given within three seconds in the same exchange. Lark refuses any
// other key, any other toast type, and our own `{code, msg}` habits.
import type { Message, Tone } from '../kernel/message.ts'
import { type CardOptions, toCard } from './outbound/cards.ts'
import { oneLine } from './outbound/escape.ts'

export type CallbackAnswer = Readonly<{
  toast?: Readonly<{ type: 'info' | 'success' | 'warning' | 'error'; content: string }>
  card?: Readonly<{ type: 'raw'; data: Readonly<Record<string, unknown>> }>
}>

const TOAST_LENGTH_MAX = 100
const TOAST_TYPES = {
  plain: 'info',
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'error',
} as const satisfies Record<Tone, string>

/** Nothing to say and nothing to change. */
export const EMPTY_ANSWER: CallbackAnswer = {}

/** A passing notice only: the message's summary in its tone. */
export function toastAnswer(message: Pick<Message, 'summary' | 'tone'>): CallbackAnswer {
  const content = oneLine(message.summary, TOAST_LENGTH_MAX)
  return content === '' ? EMPTY_ANSWER : { toast: { type: TOAST_TYPES[message.tone], content } }
}

/**
 * A notice, and the card that takes the place of the clicked one. Where clients refuse a raw card
 * in the answer, send the toast alone and update the card afterwards.
 */
export function cardAnswer(
  message: Message,
  options: CardOptions,
  toast: Pick<Message, 'summary' | 'tone'> = message,
): CallbackAnswer {
  return { ...toastAnswer(toast), card: { type: 'raw', data: toCard(message, options) } }
}
