// The end of a live card: the answer that is owed takes the place of the draft. Where the card cannot
// be had in good time, the answer is to go out as a message of its own, and the draft is taken back.
import { type Message, plainMessage } from '../../kernel/message.ts'
import { SUMMARY_MAX } from './card-limits.ts'
import { SEQUENCE_BEHIND } from './cardkit.ts'
import type { Card } from './cards.ts'
import { LarkError } from './errors.ts'
import { oneLine } from './escape.ts'
import { type LiveCard, type LiveCardDeps, type LiveTurn, sendCard, stepOf } from './live-card.ts'
import { fittingCard } from './send.ts'

/** A message that is owed and belongs to a turn. */
export type OwedAnswer = LiveTurn & Readonly<{ id: string; message: Message }>

export type Finished =
  /** Nothing was shown of this answer before. */
  | Readonly<{ kind: 'no_card' }>
  | Readonly<{ kind: 'finished'; messageId: string }>
  /** The answer must go out by itself, and the draft that may be seen be taken back after. */
  | Readonly<{ kind: 'given_up'; messageId: string | null; why: unknown }>

/** The writer of a card this young may just be sending it. */
const SENDING_MS_MAX = 2_000
const LOOK_AGAIN_MS = 200
/** No answer waits longer than this for its card, once that has been sent. */
const FINISH_MS_MAX = 4_000
const TRIES_MAX = 3
const REPLACED = plainMessage('此处未写完的草稿已停用，请以另行发送的答复为准。')

/** Rejects only while it is open whether the card has been sent: to be tried again. */
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
  try {
    messageId ??= await sendCard(deps, owed, live.cardId)
    await inTime(FINISH_MS_MAX, showAnswer(deps, owed, live))
    return { kind: 'finished', messageId }
  } catch (error) {
    if (messageId === null && !isRefusal(error)) throw error
    await store.giveUp(owed.turnId)
    return { kind: 'given_up', messageId, why: error }
  }
}

const isRefusal = (error: unknown) =>
  error instanceof LarkError && error.reaction !== 'retry' && error.reaction !== 'new_token'

/** Puts the answer on the card; when somebody was ahead, with later numbers. */
async function showAnswer(deps: LiveCardDeps, owed: OwedAnswer, taken: LiveCard): Promise<void> {
  const card = cardFor(deps, owed, owed.message)
  let live = taken
  for (let tries = 1; ; tries++) {
    try {
      await replaceDraft(deps, owed, live, { card, summary: owed.message.summary })
      return
    } catch (error) {
      const isBehind = error instanceof LarkError && error.code === SEQUENCE_BEHIND
      if (!isBehind || tries === TRIES_MAX) throw error
      const again = await deps.store.take(owed, owed.id)
      // Given up meanwhile: the answer is elsewhere, and here it would stand a second time.
      if (again === null || again.givenUp) throw error
      live = again
    }
  }
}

/**
 * Removes a draft whose answer went out by itself. Where it cannot be recalled, or is not known as
 * which message it was sent, the card says that it is no answer.
 */
export async function takeBackDraft(
  deps: LiveCardDeps,
  owed: OwedAnswer,
  messageId: string | null,
): Promise<void> {
  if (messageId !== null && (await isRecalled(deps, messageId))) return
  const live = await deps.store.take(owed, owed.id)
  if (live === null) return
  const card = cardFor(deps, owed, REPLACED)
  const shown = { card, summary: REPLACED.summary }
  await inTime(FINISH_MS_MAX, replaceDraft(deps, owed, live, shown))
}

const isRecalled = ({ recall }: LiveCardDeps, messageId: string) =>
  inTime(FINISH_MS_MAX, recall(messageId)).then(
    () => true,
    () => false,
  )

function cardFor({ switches }: LiveCardDeps, { address }: LiveTurn, message: Message): Card {
  const card = fittingCard(message, { switches, inGroup: address.toKind === 'group' })
  if (card === null) throw new Error('the answer does not fit on a card')
  return card
}

/** Ends the typing first: while it goes on, the card can be neither pressed nor forwarded. */
async function replaceDraft(
  { kit }: LiveCardDeps,
  { turnId }: LiveTurn,
  { cardId, sequence }: LiveCard,
  { card, summary }: Readonly<{ card: Card; summary: string }>,
): Promise<void> {
  await kit.endStreaming(cardId, oneLine(summary, SUMMARY_MAX), stepOf(turnId, sequence + 1))
  await kit.replace(cardId, card, stepOf(turnId, sequence + 2))
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
