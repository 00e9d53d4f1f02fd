import { expect, test } from 'vitest'
import { asksIfExpired, expiredOf } from '../../src/conversation/compose/faq/expired.ts'
import { anItem } from '../builders/service-item.ts'

test.each([
  '食品证过期三天了还能营业吗',
  '证过期了还能生产吗',
  '许可证过期了能不能继续经营',
  '证书已经到期可以先用着吗',
  '执照到期了没续，还能照常开门吗',
  '证到期了忘记续，先干着行吗',
  '证失效了还可以出海吗',
  '过期了还在卖会罚吗',
])('%s asks whether one may go on', (question) => {
  expect(asksIfExpired(question)).toBe(true)
})

test.each([
  '证过期了怎么办',
  '证快到期了什么时候换',
  '许可证能用几年',
  '过期食品能卖给饲料厂吗',
  '到期了要重新考吗',
  '证快到期了，要先干啥',
  '证快到期了还能用几天',
])('%s does not', (question) => {
  expect(asksIfExpired(question)).toBe(false)
})

const renewal = {
  q: '证快到期，要提前多少天续？',
  a: '届满前15日申请；到期未获准延续的不得继续经营。',
  source: '甲',
}
const expired = { q: '证过期了还能先用吗？', a: '不能。过期的证无效。', source: '甲' }
const fee = { q: '要钱吗？', a: '不收费。', source: '甲' }

test('the row that says no leads, also within one about the renewal', () => {
  const asked = { question: '证过期了还能营业吗', before: null }
  expect(expiredOf(anItem({ faq: [fee, renewal] }), asked)).toBe(renewal)
  expect(expiredOf(anItem({ faq: [renewal, expired] }), asked)).toBe(expired)
  expect(expiredOf(anItem({ faq: [fee] }), asked)).toBeNull()
})
