import { describe, expect, test } from 'vitest'
import { redactingLogger, withoutSecrets } from '../../src/lark/log.ts'

function logged(parts: unknown): unknown {
  const lines: unknown[] = []
  redactingLogger((level, event, facts) => lines.push({ level, event, ...facts })).error(parts)
  return lines[0]
}

describe('what the SDK tells the log', () => {
  test('of an HTTP error only status, code, message and path', () => {
    const error = {
      message: 'Request failed with status code 400',
      config: {
        url: 'https://open.feishu.cn/open-apis/im/v1/messages?receive_id_type=open_id',
        headers: { Authorization: 'Bearer t-g104abcdefgh' },
        data: '{"app_secret":"s3cr3t"}',
      },
      response: { status: 400, data: { code: 230002, msg: 'Bot is not in the chat' } },
    }
    expect(logged([[error]])).toEqual({
      level: 'error',
      event: 'lark_sdk',
      parts: [
        {
          http: 400,
          code: 230002,
          message: 'Bot is not in the chat',
          path: 'https://open.feishu.cn/open-apis/im/v1/messages',
        },
      ],
    })
  })

  test('of a transport error its code', () => {
    expect(logged([{ code: 'ECONNRESET', message: 'socket hang up' }])).toMatchObject({
      parts: [{ code: 'ECONNRESET', message: 'socket hang up' }],
    })
  })

  test('of anything else its kind, and never more than five parts', () => {
    expect(logged([5, null, undefined, () => {}, {}, 'six'])).toMatchObject({
      parts: ['number', 'object', 'undefined', 'function', {}],
    })
    expect(logged('a sentence')).toMatchObject({ parts: ['a sentence'] })
  })

  test('nothing below a warning', () => {
    const lines: unknown[] = []
    const logger = redactingLogger((level) => lines.push(level))
    logger.info()
    logger.debug()
    logger.trace()
    logger.warn(['x'])
    expect(lines).toEqual(['warn'])
  })
})

test.each([
  'Bearer t-g104abcdefghijk',
  'token u-abcdefghijklmn refused',
  'eyJhbGciOiJIUzI1NiJ9.payload.signature',
  'ws://host/ws/v2?service_id=1&ticket=abcdefgh&access_key=ijklmnop',
  '{"app_secret":"abcdefgh"}',
  'AppSecret: abcdefgh',
])('secrets disappear from %s', (text) => {
  expect(withoutSecrets(text)).not.toMatch(/abcdefgh|ijklmnop|hbGci/)
})

test('a long text is cut', () => {
  expect(withoutSecrets('长'.repeat(1000))).toHaveLength(300)
})
