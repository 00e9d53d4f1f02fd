import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../src/config/config.ts'

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

const lark = {
  LARK_MODE: 'webhook',
  LARK_APP_ID: 'cli_a1b2c3d4e5f60718',
  LARK_APP_SECRET: 's',
  LARK_ENCRYPT_KEY: 'k',
  LARK_VERIFICATION_TOKEN: 't',
}

const embedding = {
  EMBEDDING_BASE_URL: 'http://x/v1',
  EMBEDDING_MODEL: 'm',
  EMBEDDING_DIM: '384',
}

test('nothing set is the embedded default with every integration off', () => {
  const { config } = readConfig({})
  expect(config).toMatchObject({
    storage: { kind: 'embedded', dataDir: '.data' },
    role: 'all',
    lark: null,
    llm: null,
    embedding: null,
    exchange: null,
  })
})

test('the long connection refuses an app id that it could not start with', () => {
  const long = { ...lark, LARK_MODE: 'long-connection' }
  expect(problemsOf(long)).toEqual([])
  expect(problemsOf({ ...long, LARK_APP_ID: 'cli_example' })).toMatchObject([
    expect.stringMatching(/^LARK_APP_ID: .*16 位/),
  ])
  expect(problemsOf({ ...lark, LARK_APP_ID: 'cli_example' }), 'the webhook needs no more').toEqual(
    [],
  )
})

test('an empty value is the same as none', () => {
  expect(readConfig({ DATABASE_URL: '', LARK_APP_ID: '' }).config.storage.kind).toBe('embedded')
})

test('no secret is part of the config, so that the config may be logged', () => {
  const { config, secrets } = readConfig({ ...lark, DATABASE_URL: 'postgresql://u:hidden@h/db' })
  expect(JSON.stringify(config)).not.toMatch(/hidden/)
  expect(secrets.databaseUrl).toMatch(/hidden/)
})

test.each([
  [{ LARK_APPID: 'x' }, 'LARK_APPID'],
  [{ LLM_URL: 'http://x' }, 'LLM_URL'],
  [{ DATABASE_URI: 'postgresql://h/db' }, 'DATABASE_URI'],
  [{ DATABSAE_URL: 'postgresql://h/db' }, 'DATABSAE_URL'],
  [{ LOGLEVEL: 'debug' }, 'LOGLEVEL'],
  [{ PORTS: '80' }, 'PORTS'],
  [{ PORT: 'abc' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ ROLE: 'worker' }, 'DATABASE_URL'],
  [{ LARK_MODE: 'webhook' }, 'LARK_APP_ID'],
  [{ ...lark, LARK_ENCRYPT_KEY: '' }, 'LARK_ENCRYPT_KEY'],
  [{ ...lark, LARK_VERIFICATION_TOKEN: '' }, 'LARK_VERIFICATION_TOKEN'],
  [{ LARK_APP_ID: 'cli_a1b2c3d4e5f60718' }, 'LARK_MODE'],
  [{ LARK_TENANT_KEY: 't' }, 'LARK_MODE'],
  [{ LARK_DOMAIN: 'https://open.larksuite.com' }, 'LARK_MODE'],
  [{ LLM_BASE_URL: 'http://x/v1' }, 'LLM_MODEL'],
  [{ LLM_API_KEY: 'k' }, 'LLM_BASE_URL'],
  [{ LLM_MODEL: 'm' }, 'LLM_BASE_URL'],
  [{ EMBEDDING_MODEL: 'm' }, 'EMBEDDING_BASE_URL'],
  [{ EMBEDDING_BASE_URL: 'http://x/v1', EMBEDDING_MODEL: 'm' }, 'EMBEDDING_DIM'],
  [
    {
      EMBEDDING_BASE_URL: 'http://x/v1',
      EMBEDDING_MODEL: 'm',
      EMBEDDING_DIM: '384',
      EMBEDDING_INPUT_TYPE: 'on',
      EMBEDDING_QUERY_PREFIX: 'query: ',
    },
    'EMBEDDING_INPUT_TYPE',
  ],
  [{ EMBEDDING_WEIGHT: '0.8' }, 'EMBEDDING_BASE_URL'],
  [{ EMBEDDING_API_KEY: 'k' }, 'EMBEDDING_BASE_URL'],
  [{ EMBEDDING_QUERY_PREFIX: 'query: ' }, 'EMBEDDING_BASE_URL'],
  [{ EMBEDDING_DOCUMENT_PREFIX: 'passage: ' }, 'EMBEDDING_BASE_URL'],
  [{ EMBEDDING_INPUT_TYPE: 'on' }, 'EMBEDDING_BASE_URL'],
  [{ ...embedding, EMBEDDING_WEIGHT: 'much' }, 'EMBEDDING_WEIGHT'],
  [{ ...embedding, EMBEDDING_WEIGHT: '3.5' }, 'EMBEDDING_WEIGHT'],
  [{ ...embedding, EMBEDDING_WEIGHT: '-1' }, 'EMBEDDING_WEIGHT'],
  [{ EXCHANGE_URL: 'http://x' }, 'EXCHANGE_SECRET'],
])('%j is refused and names %s', (env, name) => {
  const problems = problemsOf(env as Record<string, string>)
  expect(problems.some((problem) => problem.startsWith(`${name}:`))).toBe(true)
})

test('what was probably meant is named', () => {
  expect(problemsOf({ DATABASE_URI: 'postgresql://h/db' })).toEqual([
    'DATABASE_URI: 没有这个配置项,是否应为 DATABASE_URL,请检查拼写或删除',
  ])
})

test('what other programs set is none of our business', () => {
  const others = { HOME: '/root', HOSTNAME: 'h', PATH: '/bin', PWD: '/', NODE_ENV: 'production' }
  expect(problemsOf({ ...others, PGHOST: 'h', LOGNAME: 'root', TEST_DATABASE_URL: 'x' })).toEqual(
    [],
  )
})

test('the vectors of a server count one, unless a weight was fitted for them', () => {
  const weightOf = (env: Record<string, string>) =>
    readConfig({ ...embedding, ...env }).config.embedding?.weight
  expect(weightOf({})).toBe(1)
  expect(weightOf({ EMBEDDING_WEIGHT: '0.75' })).toBe(0.75)
  expect(weightOf({ EMBEDDING_WEIGHT: '0' })).toBe(0)
})

test.each([
  [{ PORT: 'abc' }, 'PORT: 应为 0 至 65535 的整数,现为「abc」,请改正或删除此项'],
  [{ PORT: ' ' }, 'PORT: 应为 0 至 65535 的整数,现为「 」,请改正或删除此项'],
  [
    { LOG_LEVEL: 'loud' },
    'LOG_LEVEL: 应为 debug、info、warn、error 之一,现为「loud」,请改正或删除此项',
  ],
  [
    { PUBLIC_URL: 'zhuqi.example' },
    'PUBLIC_URL: 应为 http(s) 网址,形如 https://主机:端口,请改正或删除此项',
  ],
])('%j is refused with what may stand there, and with nothing that may be secret', (env, told) => {
  expect(problemsOf(env)).toEqual([told])
})

test('all problems are told at once', () => {
  expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'loud', LARK_TYPO: '1', LLM_MODEL: 'm' })).toHaveLength(
    4,
  )
})
