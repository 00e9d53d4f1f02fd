// People in Lark's stand-in as a test tells of them: what they say, press and see.
import { randomUUID } from 'node:crypto'
import { asId, type StaffId } from '../../src/kernel/ids.ts'
import type { StaffRole } from '../../src/staff/permissions.ts'
import type { StaffMember } from '../../src/staff/staff.ts'
import { buttonsIn } from '../fakes/lark/card-validator.ts'
import { type Clicked, click } from '../fakes/lark/clicks.ts'
import type { Json } from '../fakes/lark/payloads.ts'
import { type Said, type SayOptions, say } from '../fakes/lark/people.ts'
import {
  addPerson,
  type Chat,
  cardOf,
  messagesIn,
  type Person,
  p2pChat,
  type StoredMessage,
} from '../fakes/lark/world.ts'
import type { LarkFlow } from './harness.ts'

/** What came back to a click that was sent. */
type Answered = Extract<Clicked, { kind: 'answered' }>

export type LarkPerson = Readonly<{
  person: Person
  chat: Chat
  says: (text: string, options?: SayOptions) => Promise<Said>
  /** What the product has shown in a chat, as texts, oldest first. */
  sees: (chat?: Chat) => string[]
  /** The last of these. */
  last: (chat?: Chat) => string
  /** The latest card with that button is pressed, with the form filled in. */
  presses: (button: string, form?: Record<string, string>, chat?: Chat) => Promise<Answered>
}>

export function aPerson(flow: LarkFlow, name: string, given: Partial<Person> = {}): LarkPerson {
  const { world } = flow.fake
  const person = addPerson(world, name, given)
  const chat = p2pChat(world, person.openId)
  const shown = (where: Chat) =>
    messagesIn(world, where.id).filter((one) => one.senderType === 'app')
  const textOf = (message: StoredMessage) => {
    const card = cardOf(world, message)
    return card ? wordsOf(card).join('\n') : String(JSON.parse(message.content).text)
  }
  return {
    person,
    chat,
    says: async (text, options) => {
      const said = await say(world, person.openId, text, options)
      await flow.settle()
      return said
    },
    sees: (where = chat) => shown(where).map(textOf),
    last: (where = chat) => shown(where).map(textOf).at(-1) ?? '',
    presses: async (button, form, where = chat) => {
      const message = shown(where)
        .reverse()
        .find((one) => hasButton(cardOf(world, one), button))
      if (!message) throw new Error(`no card with ${button} in: ${shown(where).map(textOf)}`)
      const done = await click(world, {
        openId: person.openId,
        message,
        button,
        ...(form ? { form } : {}),
      })
      if (done.kind === 'blocked') throw new Error(`${button}: ${done.why}`)
      await flow.settle()
      return done
    },
  }
}

const hasButton = (card: Json | null, button: string) =>
  card !== null &&
  buttonsIn(card['body'] as Json).some(
    (one) => (one['text'] as Json | undefined)?.['content'] === button,
  )

/** Every text of a card in the order in which it is read. */
function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'content' && typeof inner === 'string' ? [inner] : wordsOf(inner),
  )
}

/** A member of staff with this Lark account. */
export function aStaffMember(
  { person }: LarkPerson,
  overrides: Partial<StaffMember> = {},
): StaffMember {
  return {
    id: asId<StaffId>(randomUUID()),
    name: person.name,
    roles: ['specialist'] satisfies StaffRole[],
    districts: ['city'],
    departments: ['舟山市企业综合服务中心'],
    sections: [],
    items: [],
    substituteId: null,
    larkOpenId: person.openId,
    active: true,
    ...overrides,
  }
}
