// The requests we make to Lark, on the SDK's client but behind our own types: one token request at
// a time, a token cache that can be dropped, retries by `call`, and no id in a path unchecked.
import type { Client } from '@larksuiteoapi/node-sdk'
import { DomainError } from '../../kernel/errors.ts'
import { singleFlight } from '../../kernel/single-flight.ts'
import { larkId, type ResourceRef } from '../ids.ts'
import { type LarkLog, redactingLogger } from '../log.ts'
import { once } from '../once.ts'
import { loadSdk } from '../sdk.ts'
import { createCall } from './call.ts'
import { type CardKit, createCardKit } from './cardkit.ts'
import { LarkError } from './errors.ts'
import { fetchResource, type Resource } from './resource.ts'
import { createTokenCache } from './token-cache.ts'

/** Idempotency keys longer than this are refused by Lark. */
export const UUID_LENGTH_MAX = 50

export type LarkSettings = Readonly<{
  appId: string
  appSecret: string
  /** Open API base without a trailing slash, such as `https://open.feishu.cn`. */
  domain: string
  /** For one HTTP exchange. */
  timeoutMs?: number
}>

export type LarkApiDeps = Readonly<{
  log: LarkLog
  nowMs: () => number
  sleep: (ms: number) => Promise<void>
  random: () => number
}>

/** The string of `content`, and which kind it is of. */
export type MessageBody = Readonly<{ type: 'text' | 'interactive'; content: string }>
type Receiver = Readonly<{ idType: 'chat_id' | 'open_id'; id: string }>

/** Every function rejects with `LarkError` after its retries, or with `DomainError('lark_bad_id')`. */
export type LarkApi = Readonly<{
  /** Resolves with the message id; the same uuid within an hour gives the same message. */
  create: (to: Receiver, body: MessageBody, uuid: string) => Promise<string>
  reply: (messageId: string, body: MessageBody, uuid: string) => Promise<string>
  patchCard: (messageId: string, card: string) => Promise<void>
  recall: (messageId: string) => Promise<void>
  cardkit: CardKit
  userName: (openId: string) => Promise<string | null>
  /** What a person sent. The caller reads the stream or destroys it. */
  resource: (ref: ResourceRef) => Promise<Resource>
}>

export function createLarkApi(settings: LarkSettings, deps: LarkApiDeps): LarkApi {
  const cache = createTokenCache(deps.nowMs)
  const call = createCall({ ...deps, dropTokens: cache.dropTokens })
  const client = once(() => makeClient(settings, cache, deps.log))
  const token = singleFlight(async () => tokens(await client()).getTenantAccessToken())
  const request = <T>(make: (client: Client) => Promise<T>): Promise<T> =>
    call(async () => {
      await token()
      return make(await client())
    })

  return {
    create: async (to, body, uuid) => {
      const payload = {
        params: { receive_id_type: to.idType },
        data: { receive_id: larkId(to.id), ...bodyOf(body, uuid) },
      }
      return messageIdOf(await request((lark) => lark.im.v1.message.create(fresh(payload))))
    },
    reply: async (messageId, body, uuid) => {
      const payload = { path: { message_id: larkId(messageId) }, data: bodyOf(body, uuid) }
      return messageIdOf(await request((lark) => lark.im.v1.message.reply(fresh(payload))))
    },
    patchCard: async (messageId, content) => {
      const payload = { path: { message_id: larkId(messageId) }, data: { content } }
      await request((lark) => lark.im.v1.message.patch(fresh(payload)))
    },
    recall: async (messageId) => {
      const payload = { path: { message_id: larkId(messageId) } }
      await request((lark) => lark.im.v1.message.delete(fresh(payload)))
    },
    cardkit: createCardKit(request),
    userName: async (openId) => {
      const payload = {
        path: { user_id: larkId(openId) },
        params: { user_id_type: 'open_id' as const },
      }
      const answer = await request((lark) => lark.contact.v3.user.get(fresh(payload)))
      return answer.data?.user?.name ?? null
    },
    resource: (ref) => request((lark) => fetchResource(lark, ref)),
  }
}

async function makeClient(
  settings: LarkSettings,
  cache: ReturnType<typeof createTokenCache>,
  log: LarkLog,
): Promise<Client> {
  const sdk = await loadSdk(settings.timeoutMs)
  return new sdk.Client({
    appId: settings.appId,
    appSecret: settings.appSecret,
    domain: settings.domain,
    cache,
    logger: redactingLogger(log),
    loggerLevel: sdk.LoggerLevel.warn,
  })
}

function bodyOf(body: MessageBody, uuid: string) {
  if (uuid === '' || uuid.length > UUID_LENGTH_MAX) throw new DomainError('lark_bad_uuid', { uuid })
  return { msg_type: body.type, content: body.content, uuid }
}

function messageIdOf(answer: { data?: { message_id?: string | undefined } | undefined }): string {
  const id = answer.data?.message_id
  // Perhaps it was sent: as an unanswered request, it is tried again with the same uuid.
  if (id === undefined) throw new LarkError({ http: 0, code: -1, msg: 'no message_id' })
  return id
}

/** The SDK writes into what it is given, and a retry must start from the same thing. */
function fresh<T>(payload: T): T {
  return structuredClone(payload)
}

type TokenManager = Readonly<{ getTenantAccessToken: () => Promise<string> }>

function tokens(client: Client): TokenManager {
  return (client as unknown as { tokenManager: TokenManager }).tokenManager
}
