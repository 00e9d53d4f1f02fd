// From flat settings to what the product is built from. An optional integration is `X | null`, so
// that "half configured" cannot be expressed; secrets live in another object, so that this one may
// be logged.
import { type Env, envSchema, type Unknown, unknownSettings } from './env.ts'
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
 * @throws ConfigError that lists all problems; values that contradict each other once each is well formed
 */
export function readConfig(source: Readonly<Record<string, string | undefined>> = process.env): {
  config: Config
  secrets: Secrets
} {
  // An empty value means "not set": compose files and shells write them so.
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const problems = [...unknownSettings(set).map(unknownProblem), ...missingBeside(set)]
  const parsed = envSchema.safeParse(set)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = issue.path.join('.')
      problems.push(`${name}: ${issue.message}${givenWords(name, set[name])},请改正或删除此项`)
    }
    throw new ConfigError(problems)
  }
  problems.push(...contradictions(parsed.data, set))
  if (problems.length > 0) throw new ConfigError(problems)
  return { config: nest(parsed.data), secrets: readSecrets(parsed.data) }
}

/** What may hold a password or a key is not printed, into a log perhaps. */
const MAY_BE_SECRET = /SECRET|KEY|TOKEN|URL|BASE|DOMAIN/

const givenWords = (name: string, value: string | undefined) =>
  value === undefined || MAY_BE_SECRET.test(name) ? '' : `,现为「${value.slice(0, 40)}」`

const unknownProblem = ({ name, meant }: Unknown) =>
  `${name}: 没有这个配置项${meant ? `,是否应为 ${meant}` : ''},请检查拼写或删除`

type Name = keyof Env
type Given = Readonly<Record<string, string | undefined>>

/** What a setting does nothing without. */
const NEEDS: Readonly<Partial<Record<Name, readonly Name[]>>> = {
  LLM_BASE_URL: ['LLM_MODEL'],
  LLM_MODEL: ['LLM_BASE_URL'],
  LLM_API_KEY: ['LLM_BASE_URL'],
  EMBEDDING_BASE_URL: ['EMBEDDING_MODEL', 'EMBEDDING_DIM'],
  EMBEDDING_API_KEY: ['EMBEDDING_BASE_URL'],
  EMBEDDING_MODEL: ['EMBEDDING_BASE_URL'],
  EMBEDDING_DIM: ['EMBEDDING_BASE_URL'],
  EMBEDDING_QUERY_PREFIX: ['EMBEDDING_BASE_URL'],
  EMBEDDING_DOCUMENT_PREFIX: ['EMBEDDING_BASE_URL'],
  EMBEDDING_INPUT_TYPE: ['EMBEDDING_BASE_URL'],
  EMBEDDING_WEIGHT: ['EMBEDDING_BASE_URL'],
  EXCHANGE_URL: ['EXCHANGE_SECRET'],
  EXCHANGE_SECRET: ['EXCHANGE_URL'],
}

function missingBeside(given: Given): string[] {
  const needing = new Map<Name, string[]>()
  for (const [name, needs] of Object.entries(NEEDS)) {
    if (given[name] === undefined) continue
    for (const need of needs.filter((one) => given[one] === undefined))
      needing.set(need, [...(needing.get(need) ?? []), name])
  }
  return [...needing].map(([need, names]) => `${need}: 已设置 ${names.join('、')},请设置此项`)
}

function contradictions(env: Env, given: Given): string[] {
  const problems = larkContradictions(env, given)
  if (env.ROLE !== 'all' && env.DATABASE_URL === undefined) {
    problems.push(`DATABASE_URL: ROLE=${env.ROLE} 需要多个进程共用 PostgreSQL,请设置此项`)
  }
  const prefixed =
    env.EMBEDDING_QUERY_PREFIX !== undefined || env.EMBEDDING_DOCUMENT_PREFIX !== undefined
  if (env.EMBEDDING_INPUT_TYPE === 'on' && prefixed) {
    problems.push('EMBEDDING_INPUT_TYPE: 不能与 EMBEDDING_*_PREFIX 同时使用,请只保留一种')
  }
  return problems
}

/** The long connection does not start with another form of id, and only logs that. */
const LONG_CONNECTION_APP_ID = /^cli_[0-9a-fA-F]{16}$/

function larkContradictions(env: Env, given: Given): string[] {
  if (env.LARK_MODE === 'off') return settingsOfLarkThatIsOff(given)
  const problems: string[] = []
  const need = (names: readonly Name[], because: string) => {
    for (const name of names) {
      if (env[name] === undefined) problems.push(`${name}: ${because},请设置此项`)
    }
  }
  need(['LARK_APP_ID', 'LARK_APP_SECRET'], `LARK_MODE=${env.LARK_MODE} 需要飞书应用凭证`)
  if (env.LARK_MODE === 'webhook') {
    need(
      ['LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN'],
      'LARK_MODE=webhook 必须加密并校验推送(飞书开放平台「事件与回调 → 加密策略」)',
    )
  }
  if (env.LARK_MODE === 'long-connection' && !LONG_CONNECTION_APP_ID.test(env.LARK_APP_ID ?? '')) {
    problems.push('LARK_APP_ID: 长连接要求 cli_ 加 16 位十六进制字符,请从飞书开放平台复制 App ID')
  }
  return problems
}

function settingsOfLarkThatIsOff(given: Given): string[] {
  const names = Object.keys(envSchema.shape).filter(
    (name) => name.startsWith('LARK_') && name !== 'LARK_MODE' && given[name] !== undefined,
  )
  if (names.length === 0) return []
  return [
    `LARK_MODE: 已设置 ${names.join('、')},但 LARK_MODE=off;请设为 webhook 或 long-connection`,
  ]
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
