import { expect, test } from 'vitest'
import { hotlinesFor } from '../../src/conversation/intent/lawful-channel.ts'
import type { Hotline } from '../../src/knowledge/knowledge-base.ts'
import { aKnowledgeBase } from '../builders/knowledge-base.ts'

const KEYS = [
  'police',
  'citizen',
  'consumer',
  'customs',
  'tax',
  'labour',
  'immigration',
  'legal_aid',
]
const hotlines = KEYS.map((key): Hotline => ({ key, number: '12345', name: key, scope: key }))
const base = { ...aKnowledgeBase(), hotlines }

test.each([
  ['买的电饭煲用两天就坏了', 'consumer'],
  ['健身房关门了预付卡的钱要不回来,商家不理', 'consumer'],
  ['网购付了款被客服骗走三千', 'police'],
  ['给人骗了两万块', 'police'],
  ['隔壁老王打了我', 'police'],
  ['有人拿我身份证冒用办卡', 'police'],
  ['进口带鱼关税多少', 'customs'],
  ['个税退税没到', 'tax'],
  ['我妈养老金少了', 'labour'],
  ['护照过期了', 'immigration'],
  ['想离婚', 'legal_aid'],
])('「%s」: %s first, the citizen hotline always', (text, first) => {
  expect(hotlinesFor(text, base)).toEqual([first, 'citizen'])
})

test.each(['我想买套房子贷款', '股票买哪只', '买什么牌子的船好', '打我电话', '退休前想买辆车旅游'])(
  '「%s」 is nothing for the consumer hotline nor the police',
  (text) => {
    const named = hotlinesFor(text, base)
    expect(named).not.toContain('consumer')
    expect(named).not.toContain('police')
    expect(named).toContain('citizen')
  },
)

test('names only what hotlines.yaml holds', () => {
  const few = { ...base, hotlines: hotlines.filter(({ key }) => key === 'citizen') }
  expect(hotlinesFor('买的鞋坏了', few)).toEqual(['citizen'])
})
