// What Lark delivers, stored or answered within the time that Lark allows.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Reply } from '../conversation/ports.ts'
import type { LarkPush } from '../http/lark-webhook.ts'
import type { Incoming } from '../kernel/incoming.ts'
import { type CallbackAnswer, EMPTY_ANSWER, toastAnswer } from '../lark/callback-answer.ts'
import type { convert } from '../lark/inbound/events.ts'

/** Lark gives a click three seconds; ours must arrive before that. */
const CLICK_MS_MAX = 2_500

export type LarkInbound = Readonly<{
  store: (event: Incoming) => Promise<string | null>
  /** Handles a click at once. @returns what to tell, or null when it goes on in the background */
  click: (event: Incoming) => Promise<Reply | null>
}>

/** What goes back over the long connection. A rejection makes Lark deliver again. */
export async function answerEnvelope(inbound: LarkInbound, push: LarkPush): Promise<object> {
  if (push.kind === 'card') return answerClick(inbound, push.event)
  if (push.kind === 'unready') throw new Error('the bot is not known yet')
  if (push.kind === 'events') await Promise.all(push.events.map(inbound.store))
  return {}
}

/** Answers a click within Lark's time: with the outcome, or that it goes on. */
export async function answerClick(
  inbound: Pick<LarkInbound, 'click'>,
  event: Incoming,
): Promise<CallbackAnswer> {
  const timer = new AbortController()
  const late = sleep(CLICK_MS_MAX, 'late' as const, { signal: timer.signal }).catch(() => null)
  const reply = await Promise.race([inbound.click(event), late])
  timer.abort()
  if (reply === 'late') return toastAnswer({ summary: '已收到，正在处理…', tone: 'info' })
  if (reply === null) return EMPTY_ANSWER
  const tone = reply.tone === 'error' ? 'danger' : reply.tone
  return toastAnswer({ summary: reply.text, tone })
}

/** Whether the push is a click on a card, which Lark waits to have answered. */
export function isCard(envelope: unknown): boolean {
  const header = (envelope as { header?: { event_type?: unknown } } | null)?.header
  return header?.event_type === 'card.action.trigger'
}

export function pushOf(converted: ReturnType<typeof convert>, card: boolean): LarkPush {
  switch (converted.kind) {
    case 'ignored':
      return { kind: 'ignored', reason: converted.reason, detail: converted.detail }
    case 'unready':
      return { kind: 'unready' }
    case 'incoming':
      return card
        ? { kind: 'card', event: converted.incoming[0] }
        : { kind: 'events', events: converted.incoming, late: converted.late }
  }
}
