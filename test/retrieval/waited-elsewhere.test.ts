import { expect, test } from 'vitest'
import {
  asksProgress,
  isWaitedElsewhere,
  wantsUrged,
} from '../../src/retrieval/acts/waited-elsewhere.ts'

test.each([
  '资料递上去快三个礼拜了没动静',
  '材料报给住建局一个多月了没回音',
  '规划许可压在资规局两个月没人管',
  '申请交了十几天了没人理',
  '自来水公司说这周来接水，到现在没人来',
  '电信说好周二来装宽带，一直没来',
  '我的贷款申请批下来没有',
  '帮我看下我们公司银行贷款下来了没',
  '手续拖了半年没结果',
])('「%s」: waited for in the hands of another body', (text) => {
  expect(isWaitedElsewhere(text)).toBe(true)
})

test.each([
  '我登记的诉求三个礼拜了没动静',
  '上次向你们反映的问题一个月了没回音',
  '材料交上去一般要多久',
  '材料交上去五天没人理，算不算默认备案',
  '房产证压在银行十年了',
  '宽带合约没到期想换一家',
  '帮我查他的贷款批了没',
  '备案好了还要交什么',
  '商标申请交上去大半年没消息，听说能走加急，怎么申请',
])('「%s」 is not', (text) => {
  expect(isWaitedElsewhere(text)).toBe(false)
})

test.each(['进度查询', '办件进度在哪里查', '我怎么查进度', '那我怎么看进度'])(
  '「%s」 asks for progress',
  (text) => {
    expect(asksProgress(text)).toBe(true)
  },
)
test.each(['工程进度款怎么要', '形象进度达到多少可以预售', '我的诉求进度'])(
  '「%s」 does not',
  (text) => {
    expect(asksProgress(text)).toBe(false)
  },
)

test('who has it is to be urged', () => {
  expect(wantsUrged('你帮我催一下')).toBe(true)
  expect(wantsUrged('催一下客户的货款')).toBe(false)
})
