// Samples as Lark documents them. They keep both sides honest: the product reads them, and the
// stand-in sends the same members.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { convert } from '../../src/lark/inbound/events.ts'
import {
  BOT_OPEN_ID,
  botAddedEvent,
  cardEvent,
  chatEnteredEvent,
  envelope,
  type Json,
  mention,
  menuEvent,
  messageEvent,
  messageReadEvent,
  recalledEvent,
} from '../fakes/lark/payloads.ts'

type Sample = Readonly<{ source: string; type: string; event: Json }>

const samples = JSON.parse(
  await readFile(new URL('../fixtures/lark/events.json', import.meta.url), 'utf8'),
) as readonly Sample[]

const KINDS: Readonly<Record<string, unknown>> = {
  'im.message.receive_v1': { kind: 'text', text: 'hello' },
  'im.message.message_read_v1': { kind: 'read', messageRefs: ['om_1'] },
  'im.message.recalled_v1': { kind: 'recalled', messageRef: 'om_1' },
  'im.chat.member.bot.added_v1': { kind: 'bot_added' },
  'im.chat.access_event.bot_p2p_chat_entered_v1': { kind: 'entered' },
  'application.bot.menu_v6': { kind: 'menu', key: 'menu_help' },
  'card.action.trigger': {
    kind: 'action',
    action: { a: 'fb', v: 1, id: 'q1' },
    form: { reason: 'x', kind: 'hr' },
    messageRef: 'om_1',
  },
}

test.each(samples)('$type is read as documented', ({ type, event }) => {
  const converted = convert(envelope(type, event), { now: new Date(), botOpenId: BOT_OPEN_ID })
  if (KINDS[type] === undefined) expect(converted).toMatchObject({ reason: 'unknown_type' })
  else expect(converted).toMatchObject({ incoming: [{ content: KINDS[type] }] })
})

const bot = mention('@_user_1', BOT_OPEN_ID, '助企小舟', 'bot')
const sent: Readonly<Record<string, Json>> = {
  'im.message.receive_v1': messageEvent({ chatType: 'group', mentions: [bot] }),
  'im.message.message_read_v1': messageReadEvent(),
  'im.message.recalled_v1': recalledEvent(),
  'im.chat.member.bot.added_v1': botAddedEvent(),
  'im.chat.access_event.bot_p2p_chat_entered_v1': chatEnteredEvent(),
  'application.bot.menu_v6': menuEvent(),
  'card.action.trigger': cardEvent({ action: { form_value: { reason: 'x', kind: 'hr' } } }),
}

test.each(Object.keys(sent))('the stand-in sends %s with the documented members', (type) => {
  const documented = samples.find((sample) => sample.type === type)
  const missing = membersOf(documented?.event).filter(
    (member) => !membersOf(sent[type]?.['event']).includes(member),
  )
  // What an action carries and the tenant of a reader depend on the case, not on the platform.
  expect(missing.filter((m) => !/^action\.value\.|reader\.tenant_key/.test(m))).toEqual([])
})

/** Paths of all members, with list items counted as one. */
function membersOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((item) => membersOf(item, `${path}[]`))
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, member]) =>
    membersOf(member, path === '' ? key : `${path}.${key}`),
  )
}
