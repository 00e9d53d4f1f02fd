// What Lark delivers, stored or answered within the time that Lark allows.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Reply } from '../../conversation/ports.ts'
import type { LarkPush } from '../../http/lark-webhook.ts'
import { causeForLog } from '../../kernel/cause.ts'
import type { Incoming } from '../../kernel/incoming.ts'
import type { Log } from '../../kernel/log.ts'
import { type CallbackAnswer, EMPTY_ANSWER, toastAnswer } from '../../lark/callback-answer.ts'
import type { convert } from '../../lark/inbound/events.ts'

/** Lark gives a click three seconds; ours must arrive before that. */
const CLICK_MS_MAX = 2_500

/** A click that is kept, and what to tell of it: null when it goes on in the background. */
type KeptClick = Readonly<{ reply: Promise<Reply | null> }>

export type LarkInbound = Readonly<{
  store: (event: Incoming) => Promise<string | null>
  /** Resolves after the row is committed; the click is then handled at once. */
  click: (event: Incoming) => Promise<KeptClick>
}>

const GOES_ON = { summary: '已收到，正在处理…', tone: 'info' } as const
/** Pressing again is harmless: what can be done once only is guarded where it is done. */
const AGAIN = { summary: '系统繁忙，请稍后再点一次', tone: 'danger' } as const

/** What goes back over the long connection. A rejection makes Lark deliver again. */
export async function answerEnvelope(
  inbound: LarkInbound,
  push: LarkPush,
  log: Log,
): Promise<object> {
  if (push.kind === 'card') return answerClick(inbound, push.event, log)
  if (push.kind === 'unready') throw new Error('the bot is not known yet')
  if (push.kind === 'events') await Promise.all(push.events.map(inbound.store))
  return {}
}

/**
 * Answers a click within Lark's time: with the outcome, that it goes on, or that it is to be
 * repeated. Never rejects: Lark does not deliver a click again, so that one which is not kept is lost.
 */
export async function answerClick(
  { click }: Pick<LarkInbound, 'click'>,
  event: Incoming,
  log: Log,
): Promise<CallbackAnswer> {
  let isKept = false
  const handled = click(event)
    .then(({ reply }) => {
      isKept = true
      return reply
    })
    .catch((error: unknown) => {
      log.error({ error: causeForLog(error) }, 'a click failed')
      return 'unknown' as const
    })
  const timer = new AbortController()
  const late = sleep(CLICK_MS_MAX, 'unknown' as const, { signal: timer.signal })
  const reply = await Promise.race([handled, late.catch(() => 'unknown' as const)])
  timer.abort()
  if (reply === 'unknown') return toastAnswer(isKept ? GOES_ON : AGAIN)
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
