import { expect, test } from 'vitest'
import { isPaidAgent, isSwindled } from '../../src/retrieval/acts/paid-agent.ts'

test.each([
  '有人收了我2万说包办施工许可，是真的吗',
  '中介说交一万就能包下环评，是你们的人吗',
  '打电话来说交钱就能加急办证，是不是骗子',
  '代办要我五万保证拿到资质，能信吗',
  '有个自称科长亲戚的人要我8000说能让许可证快点下来',
])('「%s」: money for what money cannot buy', (text) => {
  expect(isPaidAgent(text)).toBe(true)
})

test.each([
  '找代办公司办执照要多少钱',
  '办施工许可证要收费吗',
  '环评可以委托中介做吗',
  '客户收了货不给钱怎么办',
  '给你五千保证让我们过行不行',
])('「%s」 is not', (text) => {
  expect(isPaidAgent(text)).toBe(false)
})

test('a firm was cheated, and no private person', () => {
  expect(isSwindled('公司账上的钱被人骗走了')).toBe(true)
  expect(isSwindled('被骗了三十万货款')).toBe(true)
  expect(isSwindled('我妈被保健品骗了两万')).toBe(false)
  expect(isSwindled('公司被骗了货款，保险能理赔吗')).toBe(false)
})
