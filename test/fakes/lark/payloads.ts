// One builder per event Lark pushes, in the shapes of its documentation, with overrides.
import { randomBytes } from 'node:crypto'

export const APP_ID = 'cli_a0000000000000ff'
export const VERIFICATION_TOKEN = 'vt-for-tests'
export const ENCRYPT_KEY = 'enc-key-for-tests'
export const BOT_OPEN_ID = 'ou_bot0001'
export const TENANT_KEY = 'tenant0001'

export type Json = Record<string, unknown>

// A product that keeps its database must not meet an id again after the stand-in was restarted.
const run = randomBytes(5).toString('hex')
let sequence = 0

/** A new id that begins so, unique across runs. */
export function newId(prefix: string): string {
  sequence += 1
  return `${prefix}${run}${sequence.toString(16).padStart(6, '0')}`
}

export function envelope(type: string, event: Json, header: Json = {}): Json {
  return {
    schema: '2.0',
    header: {
      event_id: newId('ev_'),
      event_type: type,
      create_time: '1790000000000',
      token: VERIFICATION_TOKEN,
      app_id: APP_ID,
      tenant_key: TENANT_KEY,
      ...header,
    },
    event,
  }
}

export type MessageOptions = Readonly<{
  openId?: string
  chatId?: string
  chatType?: string
  messageId?: string
  type?: string
  content?: unknown
  mentions?: readonly Json[]
  senderType?: string
  createTime?: string
  header?: Json
}>

export function messageEvent(options: MessageOptions = {}): Json {
  const content = options.content ?? { text: '公司设立登记需要几天' }
  return envelope(
    'im.message.receive_v1',
    {
      sender: {
        sender_id: { union_id: 'on_1', user_id: 'u1', open_id: options.openId ?? 'ou_zhang' },
        sender_type: options.senderType ?? 'user',
        tenant_key: TENANT_KEY,
      },
      message: {
        message_id: options.messageId ?? newId('om_'),
        root_id: '',
        parent_id: '',
        create_time: options.createTime ?? '1790000000000',
        update_time: options.createTime ?? '1790000000000',
        chat_id: options.chatId ?? 'oc_chat1',
        thread_id: '',
        chat_type: options.chatType ?? 'p2p',
        message_type: options.type ?? 'text',
        content: typeof content === 'string' ? content : JSON.stringify(content),
        ...(options.mentions === undefined ? {} : { mentions: options.mentions }),
        user_agent: 'Mozilla/5.0',
      },
    },
    options.header,
  )
}

export function mention(key: string, openId: string, name: string, type?: string): Json {
  return {
    key,
    id: { union_id: `on_${openId}`, user_id: '', open_id: openId },
    ...(type === undefined ? {} : { mentioned_type: type }),
    name,
    tenant_key: TENANT_KEY,
  }
}

export type ClickOptions = Readonly<{
  openId?: string
  chatId?: string | null
  messageId?: string | null
  action?: Json
  updateToken?: string
  header?: Json
}>

export function cardEvent(options: ClickOptions = {}): Json {
  return envelope(
    'card.action.trigger',
    {
      operator: {
        tenant_key: TENANT_KEY,
        user_id: 'u1',
        open_id: options.openId ?? 'ou_zhang',
        union_id: 'on_1',
      },
      token: options.updateToken ?? 'c-295e',
      action: {
        value: {},
        tag: 'button',
        name: '',
        timezone: 'Asia/Shanghai',
        option: '',
        options: [],
        input_value: '',
        checked: false,
        ...options.action,
      },
      host: 'im_message',
      delivery_type: '',
      context: {
        url: '',
        preview_token: '',
        ...(options.messageId === null ? {} : { open_message_id: options.messageId ?? 'om_card1' }),
        ...(options.chatId === null ? {} : { open_chat_id: options.chatId ?? 'oc_chat1' }),
      },
    },
    { create_time: '1790000000000000', ...options.header },
  )
}

export function botAddedEvent(event: Json = {}): Json {
  return envelope('im.chat.member.bot.added_v1', membership(event))
}

export function botDeletedEvent(event: Json = {}): Json {
  return envelope('im.chat.member.bot.deleted_v1', membership(event))
}

function membership(event: Json): Json {
  return {
    chat_id: 'oc_group1',
    operator_id: { open_id: 'ou_zhang' },
    external: false,
    operator_tenant_key: TENANT_KEY,
    name: '示例项目群',
    i18n_names: { zh_cn: '示例项目群', en_us: '', ja_jp: '' },
    ...event,
  }
}

export function chatEnteredEvent(event: Json = {}): Json {
  return envelope('im.chat.access_event.bot_p2p_chat_entered_v1', {
    chat_id: 'oc_chat1',
    operator_id: { open_id: 'ou_zhang' },
    last_message_id: 'om_last',
    last_message_create_time: '1789000000000',
    ...event,
  })
}

export function menuEvent(event: Json = {}): Json {
  return envelope('application.bot.menu_v6', {
    operator: {
      operator_name: '张示例',
      operator_id: { union_id: 'on_1', user_id: 'u1', open_id: 'ou_zhang' },
    },
    event_key: 'menu_help',
    timestamp: 1790000000,
    ...event,
  })
}

export function messageReadEvent(event: Json = {}): Json {
  return envelope('im.message.message_read_v1', {
    reader: { reader_id: { open_id: 'ou_zhang' }, read_time: '1790000001000' },
    message_id_list: ['om_a', 'om_b'],
    ...event,
  })
}

export function recalledEvent(event: Json = {}): Json {
  return envelope('im.message.recalled_v1', {
    message_id: 'om_a',
    chat_id: 'oc_chat1',
    recall_time: '1790000002000',
    recall_type: 'message_owner',
    ...event,
  })
}

/** Schema 1.0: the only old event we still meet. */
export function chatCreatedEvent(event: Json = {}, outer: Json = {}): Json {
  return {
    ts: '1790000000.71',
    uuid: newId('ev_'),
    token: VERIFICATION_TOKEN,
    type: 'event_callback',
    event: {
      type: 'p2p_chat_create',
      app_id: APP_ID,
      tenant_key: TENANT_KEY,
      chat_id: 'oc_chat1',
      operator: { open_id: 'ou_zhang', user_id: 'u1' },
      user: { name: '张示例', open_id: 'ou_zhang', user_id: 'u1' },
      ...event,
    },
    ...outer,
  }
}
