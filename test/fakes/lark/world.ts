// The state of the stand-in: one tenant, one app, its people, chats and messages. Tests arrange and
// inspect it directly; the bot under test can reach it only through the REST API.
import type { FakeClock } from './clock.ts'
import {
  APP_ID,
  BOT_OPEN_ID,
  ENCRYPT_KEY,
  type Json,
  newId,
  TENANT_KEY,
  VERIFICATION_TOKEN,
} from './payloads.ts'

/** Behaviour nobody could confirm without a real tenant. The suite runs with both settings. */
export type Switches = {
  /** A submit button without behaviors sends nothing; when false, one with them fails with 200530. */
  submitNeedsBehaviors: boolean
  /** A raw card in a callback answer must be a JSON string; an object fails with 200673. */
  rawCardMustBeString: boolean
  /** A card is not patched for two seconds after a click either (230099 / 200800). */
  patchBlockedWhileInteracting: boolean
  /** Token errors come with HTTP 200 instead of 400. */
  tokenErrorHttp200: boolean
  /** `required` on an input fails the card. */
  inputRequiredRefused: boolean
}

export type Person = {
  openId: string
  unionId: string
  userId: string
  name: string
  /** Within the app's availability range. */
  available: boolean
  /** Within the app's contact range. */
  inContactRange: boolean
  left: boolean
  optedOut: boolean
}

export type Chat = {
  id: string
  kind: 'p2p' | 'group'
  name: string
  members: Set<string>
  hasBot: boolean
  dissolved: boolean
  muted: boolean
}

export type StoredMessage = {
  id: string
  chatId: string
  senderId: string
  senderType: 'app' | 'user'
  type: string
  /** The string inside `content`. */
  content: string
  createdAtMs: number
  updatedAtMs: number
  deleted: boolean
  updated: boolean
  edits: number
  rootId: string
  parentId: string
  mentions: Json[]
  readBy: Map<string, number>
  reactions: { id: string; emoji: string }[]
  /** Whether a click on its card waits for the callback's answer, and when the last was answered. */
  interacting: boolean
  interactedAtMs: number
}

type RecordedRequest = Readonly<{
  method: string
  path: string
  query: Readonly<Record<string, string>>
  headers: Readonly<Record<string, string>>
  body: unknown
  atMs: number
}>

export type FaultAction =
  | Readonly<{ status: number; body: unknown; headers?: Readonly<Record<string, string>> }>
  /** Done at once, but told late, or not at all. */
  | Readonly<{ answerAfterMs: number }>
  | 'lose-answer'
  | 'hang'
  | 'reset'
  | 'truncate'

type Fault = Readonly<{ path?: RegExp; action: FaultAction }>

export type Delivery = Readonly<{
  eventId: string
  attempt: number
  /** HTTP status, or what went wrong on the wire. */
  outcome: number | 'timeout' | 'refused'
  ms: number
  atMs: number
  answer: string
}>

type Token = Readonly<{ value: string; expiresAtMs: number }>
export type UpdateToken = {
  messageId: string
  expiresAtMs: number
  uses: number
  answered: boolean
}
export type OAuthCode = {
  openId: string
  redirectUri: string
  challenge: string
  expiresAtMs: number
  used: boolean
}
export type CardEntity = {
  id: string
  card: Json
  sequence: number
  createdAtMs: number
  streamingSinceMs: number | null
  sentIn: string | null
  uuids: Set<string>
  /** `typed` when the new text extended the old one, `repainted` otherwise. */
  paints: ('typed' | 'repainted')[]
}

export type WorldOptions = Readonly<{
  clock: FakeClock
  /** How long it waits for an event to be acknowledged and a click to be answered, in real milliseconds. */
  answerMs?: number
  switches?: Partial<Switches>
  /** Seconds a token lives. */
  tokenExpireS?: number
  appId?: string
}>

export type World = ReturnType<typeof createWorld>

/** So long Lark waits, and so does its stand-in unless told otherwise. */
const ANSWER_MS = 3_000

const SCOPES = [
  'im:message',
  'im:resource',
  'im:chat:readonly',
  'contact:user.base:readonly',
  'contact:contact.base:readonly',
  'cardkit:card:write',
]

export function createWorld(options: WorldOptions) {
  const { clock } = options
  return {
    clock,
    id: newId,
    app: {
      id: options.appId ?? APP_ID,
      secret: 'secret-for-tests',
      encryptKey: ENCRYPT_KEY,
      verificationToken: VERIFICATION_TOKEN,
      tenantKey: TENANT_KEY,
      botOpenId: BOT_OPEN_ID,
      botName: '助企小舟',
      botEnabled: true,
      scopes: new Set(SCOPES),
      redirectUris: new Set<string>(),
      tokenExpireS: options.tokenExpireS ?? 7200,
    },
    switches: {
      submitNeedsBehaviors: false,
      rawCardMustBeString: false,
      patchBlockedWhileInteracting: false,
      tokenErrorHttp200: false,
      inputRequiredRefused: false,
      ...options.switches,
    } satisfies Switches as Switches,
    people: new Map<string, Person>(),
    chats: new Map<string, Chat>(),
    messages: new Map<string, StoredMessage>(),
    uuids: new Map<string, { messageId: string; expiresAtMs: number }>(),
    uploads: new Map<string, { kind: 'image' | 'file'; name: string; bytes: Uint8Array }>(),
    /** Files people sent, by `messageId/key`. */
    resources: new Map<
      string,
      { type: 'image' | 'file'; bytes: Uint8Array; contentType: string }
    >(),
    tokens: [] as Token[],
    tokenRequests: 0,
    userTokens: new Map<string, { openId: string; expiresAtMs: number }>(),
    refreshTokens: new Map<string, { openId: string; used: boolean }>(),
    oauthCodes: new Map<string, OAuthCode>(),
    updateTokens: new Map<string, UpdateToken>(),
    cards: new Map<string, CardEntity>(),
    requests: [] as RecordedRequest[],
    faults: [] as Fault[],
    windows: new Map<string, number[]>(),
    deliveries: [] as Delivery[],
    /** Lint findings about cards that Lark accepts: worth a look, not refused. */
    lint: [] as string[],
    /** Where events and callbacks go. */
    webhookUrl: null as string | null,
    answerMs: options.answerMs ?? ANSWER_MS,
    connections: new Set<{ push: (payload: Json, timeoutMs: number) => Promise<Pushed> }>(),
  }
}

export type Pushed = Readonly<{ outcome: number | 'timeout' | 'refused'; answer: string }>

export function addPerson(world: World, name: string, given: Partial<Person> = {}): Person {
  const openId = given.openId ?? world.id('ou_')
  const person: Person = {
    openId,
    unionId: openId.replace('ou_', 'on_'),
    userId: '',
    name,
    available: true,
    inContactRange: true,
    left: false,
    optedOut: false,
    ...given,
  }
  world.people.set(openId, person)
  return person
}

export function addGroup(
  world: World,
  name: string,
  members: readonly Person[],
  given: Partial<Chat> = {},
): Chat {
  const chat: Chat = {
    id: world.id('oc_'),
    kind: 'group',
    name,
    members: new Set(members.map((p) => p.openId)),
    hasBot: true,
    dissolved: false,
    muted: false,
    ...given,
  }
  world.chats.set(chat.id, chat)
  return chat
}

/** The chat between a person and the bot; it exists from the first time it is needed. */
export function p2pChat(world: World, openId: string): Chat {
  for (const chat of world.chats.values()) {
    if (chat.kind === 'p2p' && chat.members.has(openId)) return chat
  }
  const person = world.people.get(openId)
  if (person === undefined) throw new Error(`no such person: ${openId}`)
  return addGroup(world, person.name, [person], { kind: 'p2p' })
}

export function storeMessage(
  world: World,
  given: Pick<StoredMessage, 'chatId' | 'senderId' | 'senderType' | 'type' | 'content'> &
    Partial<StoredMessage>,
): StoredMessage {
  const nowMs = world.clock.nowMs()
  const message: StoredMessage = {
    id: world.id('om_'),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    deleted: false,
    updated: false,
    edits: 0,
    rootId: '',
    parentId: '',
    mentions: [],
    readBy: new Map(),
    reactions: [],
    interacting: false,
    interactedAtMs: Number.NEGATIVE_INFINITY,
    ...given,
  }
  world.messages.set(message.id, message)
  return message
}

/** What a chat shows, oldest first. */
export function messagesIn(world: World, chatId: string): StoredMessage[] {
  return [...world.messages.values()].filter((m) => m.chatId === chatId && !m.deleted)
}

/** The card a message shows now. */
export function cardOf(world: World, message: StoredMessage): Json | null {
  if (message.type !== 'interactive') return null
  const content = JSON.parse(message.content) as Json
  if (content['type'] !== 'card') return content
  const entity = world.cards.get((content['data'] as { card_id: string }).card_id)
  return entity?.card ?? null
}

/** Makes every token issued so far unknown, as a change of the app secret does. */
export function revokeAllTokens(world: World): void {
  world.tokens.length = 0
}

/** True when one more event stays within `count` in `windowMs`; it is then counted. */
export function withinRate(world: World, key: string, count: number, windowMs: number): boolean {
  const nowMs = world.clock.nowMs()
  const times = (world.windows.get(key) ?? []).filter((t) => t > nowMs - windowMs)
  if (times.length >= count) {
    world.windows.set(key, times)
    return false
  }
  world.windows.set(key, [...times, nowMs])
  return true
}
