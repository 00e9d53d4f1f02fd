// From flat settings to what the product is built from. An optional integration is `X | null`, so
// that "half configured" cannot be expressed; secrets live in another object, so that this one may
// be logged.
import { type Env, envSchema, unknownSettings } from './env.ts'
import { readSecrets, type Secrets } from './secrets.ts'

export type Config = Readonly<{
  http: Readonly<{ host: string; port: number; publicUrl: string | null }>
  storage: Readonly<{ kind: 'embedded'; dataDir: string } | { kind: 'postgres' }>
  role: 'all' | 'server' | 'worker'
  lark: LarkConfig | null
  llm: Readonly<{ baseUrl: string; model: string }> | null
  embedding: EmbeddingConfig | null
  exchange: Readonly<{ url: string }> | null
  logLevel: Env['LOG_LEVEL']
}>

export type LarkConfig = Readonly<{
  mode: 'webhook' | 'long-connection'
  appId: string
  domain: string
  oauthBase: string
  /** The tenant whose people may sign in to the console; null where their open_id alone decides. */
  tenantKey: string | null
  triageChatId: string | null
  /** Whether a form's submit button also carries behaviors; which clients need it is not documented. */
  submitBehaviors: boolean
}>

export type EmbeddingConfig = Readonly<{
  baseUrl: string
  model: string
  dim: number
  queryPrefix: string
  documentPrefix: string
  inputType: boolean
  /** Of these vectors in the ranking, where another channel's best counts 1. */
  weight: number
}>

/** A setting is missing, malformed, unknown or contradicts another; `problems` name each with its remedy. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/**
 * Reads and checks all settings.
 * @throws ConfigError that lists every problem at once
 */
export function readConfig(source: Readonly<Record<string, string | undefined>> = process.env): {
  config: Config
  secrets: Secrets
} {
  // An empty value means "not set": compose files and shells write them so.
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const problems = unknownSettings(set).map((name) => `${name}: 没有这个配置项,请检查拼写或删除`)
  const parsed = envSchema.safeParse(set)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      problems.push(`${issue.path.join('.')}: ${issue.message}`)
    }
    throw new ConfigError(problems)
  }
  problems.push(...contradictions(parsed.data))
  if (problems.length > 0) throw new ConfigError(problems)
  return { config: nest(parsed.data), secrets: readSecrets(parsed.data) }
}

/** The long connection does not start with another form of id, and only logs that. */
const LONG_CONNECTION_APP_ID = /^cli_[0-9a-fA-F]{16}$/

function contradictions(env: Env): string[] {
  const problems: string[] = []
  const need = (names: readonly (keyof Env)[], because: string) => {
    for (const name of names) {
      if (env[name] === undefined) problems.push(`${name}: ${because},请设置此项`)
    }
  }
  if (env.ROLE !== 'all') {
    need(['DATABASE_URL'], `ROLE=${env.ROLE} 需要多个进程共用 PostgreSQL`)
  }
  if (env.LARK_MODE !== 'off') {
    need(['LARK_APP_ID', 'LARK_APP_SECRET'], `LARK_MODE=${env.LARK_MODE} 需要飞书应用凭证`)
  }
  if (env.LARK_MODE === 'webhook') {
    need(
      ['LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN'],
      'LARK_MODE=webhook 必须加密并校验推送(飞书开放平台「事件与回调 → 加密策略」)',
    )
  }
  if (env.LARK_MODE === 'long-connection' && !LONG_CONNECTION_APP_ID.test(env.LARK_APP_ID ?? '')) {
    problems.push('LARK_APP_ID: 长连接要求 cli_ 加 16 位十六进制字符,请从飞书开放平台复制 App ID')
  }
  if (env.LARK_MODE === 'off' && env.LARK_APP_ID !== undefined) {
    problems.push(
      'LARK_MODE: 已设置 LARK_APP_ID,但 LARK_MODE=off;请设为 webhook 或 long-connection',
    )
  }
  if (env.LLM_BASE_URL !== undefined) need(['LLM_MODEL'], '已设置 LLM_BASE_URL')
  if (env.LLM_BASE_URL === undefined && env.LLM_MODEL !== undefined) {
    need(['LLM_BASE_URL'], '已设置 LLM_MODEL')
  }
  problems.push(...embeddingContradictions(env))
  if (env.EXCHANGE_URL !== undefined) need(['EXCHANGE_SECRET'], '已设置 EXCHANGE_URL')
  if (env.EXCHANGE_SECRET !== undefined) need(['EXCHANGE_URL'], '已设置 EXCHANGE_SECRET')
  return problems
}

function embeddingContradictions(env: Env): string[] {
  const problems: string[] = []
  const names = ['EMBEDDING_MODEL', 'EMBEDDING_DIM'] as const
  if (env.EMBEDDING_BASE_URL === undefined) {
    const orphan = [...names, 'EMBEDDING_WEIGHT' as const].find((name) => env[name] !== undefined)
    if (orphan) problems.push(`EMBEDDING_BASE_URL: 已设置 ${orphan},请设置此项`)
    return problems
  }
  for (const name of names) {
    if (env[name] === undefined) problems.push(`${name}: 已设置 EMBEDDING_BASE_URL,请设置此项`)
  }
  const prefixed =
    env.EMBEDDING_QUERY_PREFIX !== undefined || env.EMBEDDING_DOCUMENT_PREFIX !== undefined
  if (env.EMBEDDING_INPUT_TYPE === 'on' && prefixed) {
    problems.push('EMBEDDING_INPUT_TYPE: 不能与 EMBEDDING_*_PREFIX 同时使用,请只保留一种')
  }
  return problems
}

function nest(env: Env): Config {
  return {
    http: { host: env.HOST, port: env.PORT, publicUrl: env.PUBLIC_URL ?? null },
    storage: env.DATABASE_URL ? { kind: 'postgres' } : { kind: 'embedded', dataDir: env.DATA_DIR },
    role: env.ROLE,
    lark: larkConfig(env),
    llm:
      env.LLM_BASE_URL && env.LLM_MODEL
        ? { baseUrl: env.LLM_BASE_URL, model: env.LLM_MODEL }
        : null,
    embedding: embeddingConfig(env),
    exchange: env.EXCHANGE_URL ? { url: env.EXCHANGE_URL } : null,
    logLevel: env.LOG_LEVEL,
  }
}

function larkConfig(env: Env): LarkConfig | null {
  if (env.LARK_MODE === 'off' || env.LARK_APP_ID === undefined) return null
  return {
    mode: env.LARK_MODE,
    appId: env.LARK_APP_ID,
    domain: env.LARK_DOMAIN.replace(/\/+$/, ''),
    oauthBase: env.LARK_OAUTH_BASE.replace(/\/+$/, ''),
    tenantKey: env.LARK_TENANT_KEY ?? null,
    triageChatId: env.LARK_TRIAGE_CHAT_ID ?? null,
    submitBehaviors: env.LARK_SUBMIT_BEHAVIORS === 'on',
  }
}

/** Fitted with `eval --fit` on a multilingual e5: flat from 0.75 to 2. */
const DEFAULT_WEIGHT = 1

function embeddingConfig(env: Env): EmbeddingConfig | null {
  if (!env.EMBEDDING_BASE_URL || !env.EMBEDDING_MODEL || !env.EMBEDDING_DIM) return null
  return {
    baseUrl: env.EMBEDDING_BASE_URL.replace(/\/+$/, ''),
    model: env.EMBEDDING_MODEL,
    dim: env.EMBEDDING_DIM,
    queryPrefix: env.EMBEDDING_QUERY_PREFIX ?? '',
    documentPrefix: env.EMBEDDING_DOCUMENT_PREFIX ?? '',
    inputType: env.EMBEDDING_INPUT_TYPE === 'on',
    weight: env.EMBEDDING_WEIGHT ?? DEFAULT_WEIGHT,
  }
}
