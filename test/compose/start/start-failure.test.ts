import { expect, test } from 'vitest'
import { explainStartFailure } from '../../../src/compose/start/start-failure.ts'

const told = (code: string, more: object = {}) =>
  explainStartFailure(Object.assign(new Error('a machine’s words'), { code, ...more }))

test('a database that is not reached is named with where it was looked for', () => {
  const where = { address: '127.0.0.1', port: 5432 }
  expect(told('ECONNREFUSED', where)).toMatch(/127\.0\.0\.1 5432 ECONNREFUSED.*DATABASE_URL/)
  for (const code of ['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET']) {
    expect(told(code)).toMatch(/数据库.*DATABASE_URL/)
  }
})

test('an address that cannot be read says what it should look like', () => {
  expect(told('ERR_INVALID_URL')).toMatch(/DATABASE_URL.*postgresql:/)
})
