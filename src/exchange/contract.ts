// The contract between the platforms, as schemas: what arrives is parsed by them, and the OpenAPI
// document is made from them, so that it cannot say anything else.
import { z } from 'zod'
import { EXCHANGE_EVENTS, type ExchangeMessage } from '../ticket/exchange.ts'
import { TICKET_KINDS, URGENCIES } from '../ticket/kinds.ts'
import { CLOCK_MS_MAX, HEADERS } from './signature.ts'

const instant = z.iso
  .datetime()
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .describe('UTC,ISO 8601,如 2026-11-25T02:00:00.000Z')
const number = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[\w.\-/]+$/)
const words = (max: number) => z.string().trim().min(1).max(max)

const create = z
  .strictObject({
    kind: z.literal('create'),
    title: words(60),
    description: z.string().trim().min(5).max(2_000),
    ticketKind: z.enum(TICKET_KINDS).describe('咨询、求助、投诉、举报、建议'),
    urgency: z.enum(URGENCIES).describe('特急、紧急、一般'),
    district: z.string().max(40).describe('属地代码;不认识的代码按市本级办理'),
    itemCode: z.string().max(20).nullable().describe('涉企服务事项代码'),
    enterpriseName: z.string().trim().min(2).max(60).nullable(),
    creditCode: z.string().max(40).nullable().describe('统一社会信用代码'),
    contact: z
      .strictObject({ name: words(30), phone: words(30) })
      .nullable()
      .describe('仅在已取得本人同意时提供;本系统不向外提供'),
    consentAt: instant.nullable().describe('本人同意的时间;有 contact 时必填'),
    registeredAt: instant,
  })
  .refine((one) => one.contact === null || one.consentAt !== null, {
    path: ['consentAt'],
    error: '提供联系人时须同时提供本人同意的时间',
  })
const status = z.strictObject({
  kind: z.literal('status'),
  event: z.enum(EXCHANGE_EVENTS),
  text: words(1_000),
  dueAt: instant.nullable().describe('办理期限;签收之前为 null'),
})
const supplement = z.strictObject({ kind: z.literal('supplement'), text: words(1_000) })
const resolution = z.strictObject({
  kind: z.literal('resolution'),
  outcome: z.enum(['solved', 'partly_solved', 'not_lawful']),
  text: words(2_000),
  basis: words(500).nullable().describe('依法不能办理时的依据'),
})
const returned = z.strictObject({
  kind: z.literal('return'),
  text: words(1_000).describe('不承接的理由、依据和应由谁办理'),
})

const messageSchema = z.strictObject({
  id: z.uuid().describe('消息编号;重发时不变,接收方只处理一次'),
  sentAt: instant,
  senderNumber: number.describe('发送方的工单编号;同一编号多次 create 只登记一次'),
  receiverNumber: number.nullable().describe('接收方的工单编号;尚不知道时为 null'),
  body: z.discriminatedUnion('kind', [create, status, supplement, resolution, returned]),
})
export const answerSchema = z.object({
  number: number.describe('接收方的工单编号'),
  repeated: z.boolean().describe('此前已收到同一消息或同一工单'),
})

export type ParsedMessage =
  | Readonly<{ ok: true; message: ExchangeMessage }>
  | Readonly<{ ok: false; problems: readonly Readonly<{ path: string; reason: string }>[] }>

/**
 * Never throws; `path` is a field (`body.kind`), empty for the whole. To be asked once the signature
 * has been verified.
 */
export function parseMessage(body: Uint8Array): ParsedMessage {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return { ok: false, problems: [{ path: '', reason: '不是 UTF-8 编码的 JSON' }] }
  }
  const parsed = messageSchema.safeParse(json)
  if (parsed.success) return { ok: true, message: parsed.data }
  return {
    ok: false,
    problems: parsed.error.issues.map((one) => ({
      path: one.path.join('.'),
      reason: one.message,
    })),
  }
}

const DESCRIPTION = [
  [
    '两个平台之间同步诉求工单。双方各自提供同一个接口 `POST {地址}/messages`,消息格式相同;',
    '一方登记的工单以 create 告知另一方,此后的进展、补充、办理结果、退回以其余消息告知。',
  ],
  [
    '**签名**:每个请求带四个请求头。',
    `\`${HEADERS.from}\` 为发送方(本系统 \`zhuqi\`,对方 \`platform\`);`,
    `\`${HEADERS.timestamp}\` 为毫秒时间戳,与接收方时钟相差不超过 ${CLOCK_MS_MAX / 60_000} 分钟;`,
    `\`${HEADERS.nonce}\` 为 16–64 位随机串,只能使用一次;`,
    `\`${HEADERS.signature}\` 为以共享密钥对 \`发送方\\n时间戳\\nnonce\\n\` 加请求体原始字节计算的 `,
    'HMAC-SHA256(小写十六进制)。',
  ],
  [
    '**重发**:没有收到 2xx 时以相同的 `id` 和新的 nonce 重发;',
    '接收方对同一 `id` 只处理一次,对同一 `senderNumber` 的 create 只登记一次。',
    '同一工单的消息按顺序发送,前一条成功后再发下一条。',
  ],
  [
    '**含义**:status 的 event 为 confirmed、dissatisfied、urged、withdrawn 时,',
    '只有工单由发送方登记才视为企业本人的意思;',
    '办理结果有更正的,再发一条 resolution,其 text 以「【更正】」开头,以后一条为准。',
    '其余情况下,对方的进展和办理结果由承办人员核实后再答复企业。举报件不向外同步。',
  ],
]
  .map((sentences) => sentences.join(''))
  .join('\n\n')

/** The schema of every refusal. */
const FAILURE = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'text', 'requestId'],
      properties: {
        code: { type: 'string' },
        text: { type: 'string' },
        requestId: { type: 'string' },
        details: {},
      },
    },
  },
}

/** The OpenAPI 3.1 document of what we receive; the other side offers the same. */
export function openApi(): object {
  const schema = (one: z.ZodType) => {
    const { $schema: _dialect, ...rest } = z.toJSONSchema(one) as Record<string, unknown>
    return rest
  }
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  })
  const json = (name: string) => ({
    'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
  })
  const failure = (description: string) => ({ description, content: json('Failure') })
  return {
    openapi: '3.1.0',
    info: { title: '助企小舟 工单交换接口', version: '1.0.0', description: DESCRIPTION },
    servers: [{ url: '/exchange' }],
    paths: {
      '/messages': {
        post: {
          operationId: 'sendMessage',
          summary: '告知一条工单消息',
          parameters: [
            header(HEADERS.from, '发送方:platform'),
            header(HEADERS.timestamp, '毫秒时间戳'),
            header(HEADERS.nonce, '一次性随机串'),
            header(HEADERS.signature, 'HMAC-SHA256,小写十六进制'),
          ],
          requestBody: { required: true, content: json('Message') },
          responses: {
            200: { description: '已收到并处理', content: json('Answer') },
            401: failure('签名不正确或者已过期'),
            404: failure('没有这件工单'),
            409: failure('nonce 已使用,或者工单当前状态不能这样处理'),
            413: failure('内容过大'),
            422: failure('内容不符合约定'),
            503: failure('尚未开通或者正在维护,请稍后重发'),
          },
        },
      },
    },
    components: {
      schemas: {
        Message: schema(messageSchema),
        Answer: schema(answerSchema),
        Failure: FAILURE,
      },
    },
  }
}
