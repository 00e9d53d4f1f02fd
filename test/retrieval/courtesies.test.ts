import { expect, test } from 'vitest'
import { plainly } from '../../src/retrieval/plainly.ts'

const MATTER = '排污许可证快到期了怎么续'

test.each([
  '师傅您好，',
  '早上好 ',
  '客服在吗？有个问题想请教，',
  '不好意思又来打扰了，',
  '我是新来的出纳，经理让我问问，',
  '我们是一家小企业，',
  '帮我老板打听个事，',
  '我对这方面不太懂，',
  '是这样的，那个，',
  '先谢谢老师 ',
  '你好 打扰一下 想咨询个事 ',
])('「%s」 before the matter is courtesy', (said) => {
  expect(plainly(said + MATTER)).toEqual({ text: MATTER, isHasty: false })
})

test.each([
  '，能不能帮忙解答一下',
  '，请告知',
  '，说得简单点就行，我看不懂官话',
  '，讲详细一些',
  '，有没有人知道的',
  ' 谢谢啦辛苦各位',
  '，麻烦帮我看看',
])('「%s」 behind the matter is courtesy', (said) => {
  expect(plainly(MATTER + said).text).toBe(MATTER)
})

test.each([
  '，很急',
  '，急死人了',
  '，在线等挺急的',
  ' 麻烦快点回',
  '，求速回！',
  '，尽快答复一下',
])('「%s」 is told apart as haste', (said) => {
  expect(plainly(MATTER + said)).toEqual({ text: MATTER, isHasty: true })
})

test.each([
  '我们是做外贸的小公司，要备案吗',
  '对公账户怎么开',
  '会计换人了要去税务报备吗',
  '能加急办吗，护照',
  '简单注销怎么弄',
  '老板叫我去办签证延期',
  '能查一下公司名称吗',
  '看看厂房租赁合同',
  '出口退税第一次怎么弄',
])('「%s」 is all matter', (said) => {
  expect(plainly(said)).toEqual({ text: said, isHasty: false })
})

test('courtesies and haste alone stay as they were said', () => {
  expect(plainly('你好，在线等')).toEqual({ text: '你好，在线等', isHasty: false })
  expect(plainly('急急急！')).toEqual({ text: '急急急！', isHasty: false })
})
