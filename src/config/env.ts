// The settings of the process, read once. Nothing else in the product looks at the environment.
import { z } from 'zod'
import { nearest } from './near.ts'

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `应为 ${values.join('、')} 之一`)
/** Empty or blank is no number, and neither is what only looks like one to a machine (0x10). */
const number = (min: number, max: number, whole: boolean) =>
  z
    .string()
    .refine(
      (text) => {
        const value = Number(text)
        const isPlain = /^\d{1,9}(\.\d{1,9})?$/.test(text.trim())
        return isPlain && value >= min && value <= max && (!whole || Number.isInteger(value))
      },
      `应为 ${min} 至 ${max} 的${whole ? '整数' : '数'}`,
    )
    .transform(Number)
const flag = oneOf(['on', 'off'])
const url = z.url({ protocol: /^https?$/, error: '应为 http(s) 网址,形如 https://主机:端口' })
const secret = z.string().min(1)

export const envSchema = z.object({
  PORT: number(0, 65_535, true).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: url.optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, '应形如 postgresql://用户@主机:5432/库名')
    .optional(),
  ROLE: oneOf(['all', 'server', 'worker']).default('all'),
  LARK_MODE: oneOf(['off', 'webhook', 'long-connection']).default('off'),
  LARK_APP_ID: z
    .string()
    .regex(/^cli_[0-9a-zA-Z]+$/, '应形如 cli_a1b2c3d4e5f60718')
    .optional(),
  LARK_APP_SECRET: secret.optional(),
  LARK_ENCRYPT_KEY: secret.optional(),
  LARK_VERIFICATION_TOKEN: secret.optional(),
  LARK_DOMAIN: url.default('https://open.feishu.cn'),
  LARK_OAUTH_BASE: url.default('https://accounts.feishu.cn'),
  LARK_TENANT_KEY: z.string().min(1).optional(),
  LARK_TRIAGE_CHAT_ID: z
    .string()
    .regex(/^oc_[A-Za-z0-9]+$/, '应为群的 chat_id,形如 oc_…')
    .optional(),
  LARK_SUBMIT_BEHAVIORS: flag.default('off'),
  LLM_BASE_URL: url.optional(),
  LLM_API_KEY: secret.optional(),
  LLM_MODEL: z.string().min(1).optional(),
  EMBEDDING_BASE_URL: url.optional(),
  EMBEDDING_API_KEY: secret.optional(),
  EMBEDDING_MODEL: z.string().min(1).optional(),
  EMBEDDING_DIM: number(8, 1900, true).optional(),
  EMBEDDING_QUERY_PREFIX: z.string().optional(),
  EMBEDDING_DOCUMENT_PREFIX: z.string().optional(),
  EMBEDDING_INPUT_TYPE: flag.optional(),
  EMBEDDING_WEIGHT: number(0, 3, false).optional(),
  EXCHANGE_URL: url.optional(),
  EXCHANGE_SECRET: z.string().min(16, '至少 16 个字符').optional(),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error']).default('info'),
})

export type Env = z.infer<typeof envSchema>

/**
 * Whatever is refused from now on, a setting, a form or a file, is refused in the language of those
 * who read it; the first thing that an entry does.
 */
export function refuseInChinese(): void {
  z.config(z.locales.zhCN())
}

/** Families of settings that are ours: an unknown name among them is a typing mistake. */
const OUR_PREFIXES = ['LARK_', 'LLM_', 'EMBEDDING_', 'EXCHANGE_']

export type Unknown = Readonly<{ name: string; meant: string | undefined }>

/** The names among `env` that look like our settings, by family or by a slip, but are none. */
export function unknownSettings(env: Readonly<Record<string, string | undefined>>): Unknown[] {
  const known = Object.keys(envSchema.shape)
  return Object.keys(env)
    .filter((name) => !known.includes(name))
    .map((name) => ({ name, meant: nearest(name, known) }))
    .filter(({ name, meant }) => meant || OUR_PREFIXES.some((prefix) => name.startsWith(prefix)))
}
