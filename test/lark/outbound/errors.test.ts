import { expect, test } from 'vitest'
import { LarkError, toLarkError } from '../../../src/lark/outbound/errors.ts'

// The table of Lark's codes and what we do about each.
test.each<[string, number[]]>([
  ['retry', [99991400, 230020, 11232, 11233, 11247]],
  ['new_token', [99991661, 99991663, 99991671]],
  [
    'gone',
    [
      230002, 230011, 230018, 230029, 230031, 230033, 230034, 230035, 230038, 230053, 230110,
      231001, 231003, 232009, 232010, 234043,
    ],
  ],
  ['fallback_text', [230022, 230025, 230028, 230099]],
  ['tell_admin', [230013]],
  [
    'config',
    [10003, 10014, 99991543, 99991662, 99991672, 99991673, 99991676, 99991679, 230006, 230027],
  ],
  ['bug', [99992402, 9499, 230001, 230012, 230017, 230055, 41050, 300301]],
])('%s is the reaction to its codes, whatever their HTTP status', (reaction, codes) => {
  for (const code of codes) {
    for (const http of [200, 400]) {
      expect([code, new LarkError({ http, code, msg: '' }).reaction]).toEqual([code, reaction])
    }
  }
})

test.each([429, 500, 502, 503, 504, 0])('HTTP %i without a code passes by itself', (http) => {
  expect(new LarkError({ http, code: -http, msg: '' }).reaction).toBe('retry')
})

test.each([
  ['ErrCode: 11310; ErrMsg: card action is lock;', 11310, 'retry'],
  ['ErrCode: 11310; ErrMsg: card element count exceeds the limit;', 11310, 'fallback_text'],
  ['ErrCode: 200800; ErrMsg: card is interacting;', 200800, 'retry'],
  ['ErrCode: 200621; ErrMsg: unknown property;', 200621, 'fallback_text'],
  ['refused without a reason', null, 'fallback_text'],
])('a refused card tells why: %s', (reason, innerCode, reaction) => {
  const error = new LarkError({ http: 400, code: 230099, msg: `Failed, ext=${reason}` })
  expect(error).toMatchObject({ innerCode, reaction })
})

test('the shapes the SDK throws all become one', () => {
  const headers = { 'x-tt-logid': 'L-2', 'x-ogw-ratelimit-reset': '2' }
  const data = { code: 230002, msg: 'out', error: { log_id: 'L-1' } }
  expect(toLarkError({ response: { status: 400, data, headers } })).toMatchObject({
    http: 400,
    code: 230002,
    logId: 'L-1',
    retryAfterMs: 2000,
  })
  expect(toLarkError({ response: { status: 502, data: '<html>', headers } })).toMatchObject({
    http: 502,
    code: -502,
    logId: 'L-2',
  })
  expect(toLarkError({ response: { status: 404 } })).toMatchObject({ code: -404, reaction: 'bug' })
  expect(toLarkError({ response: { status: 200 }, code: 'ECONNRESET' })).toMatchObject({ http: 0 })
  expect(toLarkError({ code: 'ECONNRESET' }).message).toBe('lark -1: ECONNRESET')
  for (const nothing of [null, undefined, 'text', 5, {}]) {
    expect(toLarkError(nothing)).toMatchObject({ http: 0, code: -1, reaction: 'retry' })
  }
  const token = new Error('failed to get tenant_access_token, code: 10014, msg: app secret invalid')
  expect(toLarkError(token)).toMatchObject({ code: 10014, reaction: 'config' })
  const known = new LarkError({ http: 400, code: 1, msg: '' })
  expect(toLarkError(known)).toBe(known)
})

test('a wait that is no number of seconds is no wait', () => {
  for (const reset of ['x', '-3', '', undefined]) {
    const response = { status: 429, headers: { 'x-ogw-ratelimit-reset': reset } }
    expect(toLarkError({ response }).retryAfterMs).toBe(0)
  }
})

test('nobody is made to wait for ever: an instant or a year for a wait is ten minutes', () => {
  for (const reset of ['1764208800', '31536000', 'Infinity']) {
    const response = { status: 429, headers: { 'x-ogw-ratelimit-reset': reset } }
    expect(toLarkError({ response }).retryAfterMs).toBe(600_000)
  }
})
