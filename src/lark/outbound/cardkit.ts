// Card entities (CardKit): made once, sent once, then changed by numbered operations. Lark refuses a
// number that is not greater than every one before it on the same card.
import type { Client } from '@larksuiteoapi/node-sdk'
import { resourceKey } from '../ids.ts'
import type { Card } from './cards.ts'
import { LarkError } from './errors.ts'

/** The place of an operation on its card; the same uuid is the same operation. */
export type Step = Readonly<{ sequence: number; uuid: string }>

/** Every function rejects with `LarkError`; an operation that was done before counts as done. */
export type CardKit = Readonly<{
  /** @returns the card's id */
  create: (card: Card) => Promise<string>
  /** Shows the whole text in an element; where it extends the old one, only the tail is typed. */
  write: (cardId: string, elementId: string, text: string, step: Step) => Promise<void>
  endStreaming: (cardId: string, summary: string, step: Step) => Promise<void>
  replace: (cardId: string, card: Card, step: Step) => Promise<void>
}>

type Request = <T>(make: (client: Client) => Promise<T>) => Promise<T>

/** Somebody has gone on with the card: a number at least as great was there before. */
export const SEQUENCE_BEHIND = 300317
const DONE_BEFORE = 200770

/**
 * `request` brings the token and the retries; an id that does not look like one rejects with
 * `lark_bad_id`.
 */
export function createCardKit(request: Request): CardKit {
  return {
    create: async (card) => {
      const answer = await request((lark) =>
        lark.cardkit.v1.card.create({ data: { type: 'card_json', data: JSON.stringify(card) } }),
      )
      const id = answer.data?.card_id
      if (id === undefined) throw new LarkError({ http: 0, code: -1, msg: 'no card_id' })
      return id
    },
    write: (cardId, elementId, content, step) =>
      once(() =>
        request((lark) =>
          lark.cardkit.v1.cardElement.content({
            path: { card_id: resourceKey(cardId), element_id: elementId },
            data: { content, ...step },
          }),
        ),
      ),
    endStreaming: (cardId, summary, step) => {
      const config = { streaming_mode: false, summary: { content: summary } }
      return once(() =>
        request((lark) =>
          lark.cardkit.v1.card.settings({
            path: { card_id: resourceKey(cardId) },
            data: { settings: JSON.stringify({ config }), ...step },
          }),
        ),
      )
    },
    replace: (cardId, card, step) =>
      once(() =>
        request((lark) =>
          lark.cardkit.v1.card.update({
            path: { card_id: resourceKey(cardId) },
            data: { card: { type: 'card_json', data: JSON.stringify(card) }, ...step },
          }),
        ),
      ),
  }
}

async function once(operate: () => Promise<unknown>): Promise<void> {
  try {
    await operate()
  } catch (error) {
    if (!(error instanceof LarkError) || error.code !== DONE_BEFORE) throw error
  }
}
