// The end of a live card: the answer that is owed takes the place of the draft. Where the card cannot
// be had in good time, the answer is to go out as a message of its own.
import type { Message } from '../../kernel/message.ts'
import { SUMMARY_MAX } from './card-limits.ts'
import { SEQUENCE_BEHIND } from './cardkit.ts'
import { LarkError } from './errors.ts'
import { oneLine } from './escape.ts'
import { type LiveCard, type LiveCardDeps, postCard, stepOf, type Turn } from './live-card.ts'
import { fittingCard } from './send.ts'

/** A message that is owed and belongs to a turn. */
export type OwedAnswer = Turn & Readonly<{ id: string; message: Message }>

export type Finished =
  /** Nothing was shown of this answer before. */
  | Readonly<{ kind: 'no_card' }>
  | Readonly<{ kind: 'finished'; messageId: string }>
  /** The answer must go out by itself, and the draft that may be seen be taken back after. */
  | Readonly<{ kind: 'given_up'; messageId: string | null; why: unknown }>
  /** Whether the card has been sent is not known, and Lark may have forgotten its uuid. */
  | Readonly<{ kind: 'uncertain' }>

/** The writer of a card this young may just be sending it. */
const SENDING_MS_MAX = 2_000
const LOOK_AGAIN_MS = 200
/** Lark remembers a uuid for an hour; a little less, since clocks differ. */
const UUID_MS = 55 * 60_000
/** No answer waits longer than this for its card. */
const FINISH_MS_MAX = 4_000
const TRIES_MAX = 3

/** Rejects with `LarkError` only where the card is yet to be sent and that may pass. */
export async function finishLiveCard(deps: LiveCardDeps, owed: OwedAnswer): Promise<Finished> {
  const { store } = deps
  let live = await store.take(owed, owed.id)
  while (live?.messageId === null && !live.givenUp && live.ageMs < SENDING_MS_MAX) {
    await deps.sleep(LOOK_AGAIN_MS)
    live = await store.take(owed, owed.id)
  }
  if (live === null) return { kind: 'no_card' }
  if (live.givenUp) return { kind: 'given_up', messageId: live.messageId, why: 'given up before' }
  let { messageId } = live
  if (messageId === null && live.ageMs > UUID_MS) {
    // Who sends it again after that has made sure that nothing arrived.
    await store.giveUp(owed.turnId)
    return { kind: 'uncertain' }
  }
  try {
    messageId ??= await sendNow(deps, owed, live)
    await inTime(FINISH_MS_MAX, showAnswer(deps, owed, live))
    return { kind: 'finished', messageId }
  } catch (error) {
    if (messageId === null && isPassing(error)) throw error
    await store.giveUp(owed.turnId)
    return { kind: 'given_up', messageId, why: error }
  }
}

const isPassing = (error: unknown) =>
  error instanceof LarkError && (error.reaction === 'retry' || error.reaction === 'new_token')

async function sendNow(deps: LiveCardDeps, owed: OwedAnswer, live: LiveCard): Promise<string> {
  const messageId = await postCard(deps, owed, live.cardId)
  await deps.store.noteSent(owed.turnId, messageId)
  return messageId
}

/** Ends the typing and puts the answer on the card; when somebody was ahead, with later numbers. */
async function showAnswer(deps: LiveCardDeps, owed: OwedAnswer, taken: LiveCard): Promise<void> {
  const inGroup = owed.address.replyTo !== null
  const card = fittingCard(owed.message, { switches: deps.switches, inGroup })
  if (card === null) throw new Error('the answer does not fit on a card')
  const summary = oneLine(owed.message.summary, SUMMARY_MAX)
  let live = taken
  for (let tries = 1; ; tries++) {
    try {
      const { cardId, sequence } = live
      await deps.kit.endStreaming(cardId, summary, stepOf(owed.turnId, sequence + 1))
      await deps.kit.replace(cardId, card, stepOf(owed.turnId, sequence + 2))
      return
    } catch (error) {
      const isBehind = error instanceof LarkError && error.code === SEQUENCE_BEHIND
      if (!isBehind || tries === TRIES_MAX) throw error
      live = (await deps.store.take(owed, owed.id)) ?? live
    }
  }
}

async function inTime<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the card took longer than ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
