import { expect, test } from 'vitest'
import { openApi, parseMessage } from '../../src/exchange/contract.ts'
import { HEADERS } from '../../src/exchange/signature.ts'
import { EXCHANGE_EVENTS } from '../../src/ticket/exchange.ts'
import { aCase, aMessage } from './counterpart.ts'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const problemsOf = (value: unknown) => {
  const parsed = parseMessage(bytes(value))
  return parsed.ok ? [] : parsed.problems.map((one) => one.path)
}

test('every kind of message is read as it was written', () => {
  const bodies = [
    aCase({
      contact: { name: '张示例', phone: '13800000000' },
      consentAt: '2026-11-25T02:00:00.000Z',
    }),
    { kind: 'status', event: 'accepted', text: '已签收', dueAt: '2026-12-02T09:30:00.000Z' },
    { kind: 'supplement', text: '补充说明' },
    { kind: 'resolution', outcome: 'not_lawful', text: '依法不能办理', basis: '某条例第一条' },
    { kind: 'return', text: '非本单位职责' },
  ] as const
  for (const body of bodies) {
    const message = aMessage(body)
    expect(parseMessage(bytes(message))).toEqual({ ok: true, message })
  }
})

test('what is not in the contract is refused by its path', () => {
  expect(problemsOf(aMessage({ kind: 'supplement', text: '' }))).toEqual(['body.text'])
  expect(problemsOf({ ...aMessage(aCase()), extra: 1 })).toEqual([''])
  expect(problemsOf({ ...aMessage(aCase()), id: '1' })).toEqual(['id'])
  expect(problemsOf({ ...aMessage(aCase()), senderNumber: "1' or '1" })).toEqual(['senderNumber'])
  const contact = { name: '张示例', phone: '13800000000' }
  expect(problemsOf(aMessage(aCase({ contact })))).toEqual(['body.consentAt'])
  expect(parseMessage(new Uint8Array([0xff, 0xfe])).ok).toBe(false)
  expect(parseMessage(new TextEncoder().encode('{')).ok).toBe(false)
})

test('the document has every header, event and schema, and every reference leads somewhere', () => {
  const document = openApi()
  const text = JSON.stringify(document)
  expect(text).toMatch(/^\{"openapi":"3\.1\.0"/)
  for (const name of [...Object.values(HEADERS), ...EXCHANGE_EVENTS]) expect(text).toContain(name)
  for (const [, path = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = path
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document)
    expect(found, path).toBeTypeOf('object')
  }
})
