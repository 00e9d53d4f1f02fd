// Sending a neutral message into Lark and keeping a sent card up to date. The outbox calls this
// with its row's id as uuid, so that a repeated send within the hour is the same message.
import { createHash } from 'node:crypto'
import { DomainError } from '../../kernel/errors.ts'
import type { Address } from '../../kernel/incoming.ts'
import type { Message } from '../../kernel/message.ts'
import type { CardSwitches } from './card-scope.ts'
import { type Card, toCard } from './cards.ts'
import { type LarkApi, type MessageBody, UUID_LENGTH_MAX } from './client.ts'
import { LarkError } from './errors.ts'
import type { Coalescer, Pacer } from './pacing.ts'
import { bareText, isBareText, toText } from './text.ts'

type SendResult =
  /** `asText`: Lark refused the card with that code and the plain text was sent in its place. */
  | Readonly<{ kind: 'sent'; messageId: string; asText: number | null }>
  /** Receiver, chat or message are gone: never try this row again. */
  | Readonly<{ kind: 'gone'; code: number }>
  /** Trying again changes nothing until a person acts; `who` says which. */
  | Readonly<{ kind: 'refused'; code: number; who: 'administrator' | 'operator' | 'developer' }>

type UpdateResult =
  | Readonly<{ kind: 'updated' }>
  /** A newer update of the same card was already waiting. */
  | Readonly<{ kind: 'superseded' }>
  | Exclude<SendResult, Readonly<{ kind: 'sent' }>>

export type Sender = Readonly<{
  /** Rejects with `LarkError` only for what passes by itself: the outbox backs off and comes again. */
  sendMessage: (address: Address, message: Message, uuid: string) => Promise<SendResult>
  updateCard: (
    messageId: string,
    message: Message,
    options?: Readonly<{ inGroup?: boolean }>,
  ) => Promise<UpdateResult>
}>

export type SendDeps = Readonly<{
  api: Pick<LarkApi, 'create' | 'reply' | 'patchCard'>
  pacer: Pacer
  coalescer: Coalescer
  switches: CardSwitches
}>

/** Lark's content inspection refuses the words themselves, so the same words need not be sent again. */
const INSPECTED = new Set([230022, 230028])
const INSPECTED_TEXT =
  '您好，本次答复内容未能通过平台的内容检查，暂无法在此完整显示。请您换一种说法提问，或回复「转人工」，由服务专员为您办理。'
const TOO_LONG = 230025
const SHORT_TEXT_LENGTH = 3000

/** Sends when the chat's turn comes. @returns the message id */
export type Post = (address: Address, body: MessageBody, uuid: string) => Promise<string>

/** A reply goes into the thread of the message that it answers. */
export function createPost({ api, pacer }: Pick<SendDeps, 'api' | 'pacer'>): Post {
  return async (address, body, uuid) => {
    await pacer.turn(address.to)
    if (address.replyTo !== null) return api.reply(address.replyTo, body, uuid)
    const idType = address.toKind === 'person' ? 'open_id' : 'chat_id'
    return api.create({ idType, id: address.to }, body, uuid)
  }
}

/**
 * A card that Lark refuses, or that is too long, is sent as text in its place, under a uuid of its
 * own.
 */
export function createSender(deps: SendDeps): Sender {
  const post = createPost(deps)

  const sendText = async (address: Address, message: Message, uuid: string, code: number) => {
    const text = fallbackText(message, code)
    const messageId = await post(address, textBody(text), derivedUuid(uuid))
    return { kind: 'sent', messageId, asText: code } as const
  }

  return {
    sendMessage: async (address, message, uuid) => {
      const inGroup = address.toKind === 'group'
      const body = render(message, { switches: deps.switches, inGroup })
      try {
        if (body === null) return await sendText(address, message, uuid, TOO_LONG)
        const messageId = await post(address, body, uuid)
        return { kind: 'sent', messageId, asText: null }
      } catch (error) {
        if (!isFallback(error)) return settle(error)
        return sendText(address, message, uuid, error.code).catch(settle)
      }
    },

    updateCard: async (messageId, message, options = {}) => {
      const inGroup = options.inGroup ?? false
      const card = renderCard(message, { switches: deps.switches, inGroup })
      if (card === null) return { kind: 'refused', code: TOO_LONG, who: 'developer' }
      try {
        const done = await deps.coalescer.submit(messageId, async () => {
          await deps.pacer.turn(messageId)
          await deps.api.patchCard(messageId, card)
          return true
        })
        return { kind: done === null ? 'superseded' : 'updated' }
      } catch (error) {
        return settle(error)
      }
    },
  }
}

type Render = Readonly<{ switches: CardSwitches; inGroup: boolean }>

/** The message as Lark takes it; null when it cannot be made into a card that fits. */
function render(message: Message, options: Render): MessageBody | null {
  if (isBareText(message)) return textBody(bareText(message))
  const card = renderCard(message, options)
  return card === null ? null : { type: 'interactive', content: card }
}

function renderCard(message: Message, options: Render): string | null {
  const card = fittingCard(message, options)
  return card === null ? null : JSON.stringify(card)
}

/** The message as a card; null when even its shortest form does not fit. */
export function fittingCard(message: Message, options: Render): Card | null {
  try {
    return toCard(message, options)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'lark_card_too_large') return null
    throw error
  }
}

function textBody(text: string): MessageBody {
  return { type: 'text', content: JSON.stringify({ text }) }
}

function fallbackText(message: Message, code: number): string {
  if (INSPECTED.has(code)) return INSPECTED_TEXT
  const wasText = isBareText(message)
  return code === TOO_LONG && wasText ? toText(message, SHORT_TEXT_LENGTH) : toText(message)
}

function isFallback(error: unknown): error is LarkError {
  return error instanceof LarkError && error.reaction === 'fallback_text'
}

/** What will not change by itself becomes a result; what passes is thrown on. */
function settle(error: unknown): Exclude<SendResult, Readonly<{ kind: 'sent' }>> {
  if (!(error instanceof LarkError)) throw error
  const { code } = error
  switch (error.reaction) {
    case 'retry':
    case 'new_token':
      throw error
    case 'gone':
      return { kind: 'gone', code }
    case 'tell_admin':
      return { kind: 'refused', code, who: 'administrator' }
    case 'config':
      return { kind: 'refused', code, who: 'operator' }
    case 'bug':
    case 'fallback_text':
      return { kind: 'refused', code, who: 'developer' }
  }
}

/** Another message than the refused card needs another uuid, yet the same one at every attempt. */
export function derivedUuid(uuid: string): string {
  const derived = `${uuid}-t`
  if (derived.length <= UUID_LENGTH_MAX) return derived
  return `t-${createHash('sha256')
    .update(uuid)
    .digest('hex')
    .slice(0, UUID_LENGTH_MAX - 2)}`
}
