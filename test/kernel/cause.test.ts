import { expect, test } from 'vitest'
import { envSchema, refuseInChinese } from '../../src/config/env.ts'
import { causeForLog, causeWords } from '../../src/kernel/cause.ts'
import { DomainError } from '../../src/kernel/errors.ts'
import type { Log, LogFields } from '../../src/kernel/log.ts'
import { LarkError } from '../../src/lark/outbound/errors.ts'
import { LlmFault } from '../../src/llm/fault.ts'

const failure = (name: string, code: string | undefined, message: string) =>
  Object.assign(new Error(message), { name, ...(code === undefined ? {} : { code }) })

test.each([
  [failure('error', '22P02', 'invalid input: "13800000000 张示例"'), '数据未能写入或读取（22P02）'],
  [failure('error', '57P01', 'terminating connection'), '数据库暂时不可用（57P01）'],
  [failure('Error', 'ECONNREFUSED', 'connect 10.0.0.1'), '网络连接失败（ECONNREFUSED）'],
  [failure('Error', 'EPIPE', 'write'), '网络连接失败（EPIPE）'],
  [new DomainError('unavailable'), '系统正在准备或维护（unavailable）'],
  [new LlmFault('late', 'no answer in time'), '模型或向量服务暂时不可用（late）'],
  [new TypeError("Cannot read 'x'"), '程序内部错误，请反馈给技术人员（TypeError）'],
  ['thrown', '程序内部错误，请反馈给技术人员（unknown）'],
  [null, '程序内部错误，请反馈给技术人员（unknown）'],
])('%s is told in Chinese, without its message', (error, words) => {
  expect(causeWords(error)).toBe(words)
})

test('what goes to the log says where, and nothing of what somebody wrote', () => {
  const logged = causeForLog(failure('error', '22P02', 'invalid input: "13800000000"\n张示例'))
  expect(logged).toMatchObject({ name: 'error', code: '22P02' })
  expect(JSON.stringify(logged)).toContain('cause.test')
  expect(JSON.stringify(logged)).not.toMatch(/13800000000|张示例|invalid/)
})

test('a log takes no failure but as that: its message does not fit', () => {
  const written: unknown[] = []
  const write = (fields: LogFields) => void written.push(fields)
  const log: Log = { debug: write, info: write, warn: write, error: write }
  const error = failure('error', '22P02', 'invalid input: "13800000000"')
  log.error({ error: causeForLog(error) }, 'failed')
  // @ts-expect-error a string may carry what somebody wrote
  log.error({ error: String(error) }, 'failed')
  // @ts-expect-error and so does the error itself
  log.error({ error }, 'failed')
  expect(JSON.stringify(written[0])).not.toContain('13800000000')
})

test('and the number by which Lark tells what is missing', () => {
  const refused = new LarkError({ http: 400, code: 99991672, msg: 'scope of 张示例' })
  const logged = causeForLog(refused)
  expect(logged).toMatchObject({ name: 'LarkError', code: 99991672 })
  expect(JSON.stringify(logged)).not.toContain('张示例')
})

test('what a schema refuses is told in Chinese', () => {
  refuseInChinese()
  const refused = envSchema.safeParse({ PORT: 70_000 })
  expect(refused.error?.issues[0]?.message).toMatch(/[\u4e00-\u9fff]/)
  expect(refused.error?.issues[0]?.message).not.toMatch(/Too|Invalid|expected/)
})
