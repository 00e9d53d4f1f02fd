// The shapes of the events we subscribe to, as far as we read them. Unknown members are ignored:
// Lark adds fields without notice.
import { z } from 'zod'

const id = z.string().min(1).max(200)
const epoch = z.union([z.string().max(40), z.number()]).optional()
const person = z.object({ open_id: id })

export const header = z.object({
  event_id: id,
  event_type: z.string().max(200),
  create_time: epoch,
})

/** Schema 1.0, of which `p2p_chat_create` is the only one we know. */
export const envelopeV1 = z.object({
  uuid: id,
  ts: epoch,
  event: z.looseObject({ type: z.string().max(200) }),
})

export const message = z.object({
  sender: z.object({
    sender_id: z.object({ open_id: id.optional() }).nullish(),
    sender_type: z.string(),
  }),
  message: z.object({
    message_id: id,
    create_time: epoch,
    chat_id: id,
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z
      .array(
        z.object({
          key: z.string(),
          id: z.object({ open_id: z.string().nullish() }).nullish(),
          name: z.string().nullish(),
          mentioned_type: z.string().nullish(),
        }),
      )
      .nullish(),
  }),
})

export const cardAction = z.object({
  operator: person,
  action: z.object({
    value: z.unknown(),
    name: z.string().max(200).nullish(),
    form_value: z.record(z.string(), z.unknown()).nullish(),
  }),
  context: z.object({ open_message_id: id.nullish(), open_chat_id: id.nullish() }).nullish(),
})

export const botMembership = z.object({ chat_id: id, operator_id: person.nullish() })
export const chatEntered = z.object({ chat_id: id, operator_id: person })
export const menu = z.object({
  operator: z.object({ operator_name: z.string().nullish(), operator_id: person }),
  event_key: z.string().min(1).max(200),
  timestamp: epoch,
})
export const messageRead = z.object({
  reader: z.object({ reader_id: person, read_time: epoch }),
  message_id_list: z.array(id).max(500),
})
export const recalled = z.object({ message_id: id, chat_id: id, recall_time: epoch })
export const chatCreated = z.object({
  chat_id: id,
  user: z.object({ open_id: id, name: z.string().nullish() }),
})
