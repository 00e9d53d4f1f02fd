import { describe, expect, test } from 'vitest'
import { takesBack } from '../../src/retrieval/acts/taken-back.ts'

describe('what is taken back before it was handed in', () => {
  test.each([
    '唉 就当我没提过',
    '刚才的话我收回，对不住',
    '我收回',
    '还是不举报了吧',
    '不投诉他们了，怕惹麻烦',
    '不用登记了',
    '刚才写的内容都删掉吧',
    '可不可以把前面说的清空',
    '把我刚才发的信息删了',
    'never mind',
  ])('「%s」', (text) => {
    expect(takesBack(text, false)).toBe(true)
  })

  test.each(['算了吧', '拉倒', '不麻烦你们了'])('「%s」 where a request was offered', (text) => {
    expect(takesBack(text, true)).toBe(true)
    expect(takesBack(text, false)).toBe(false)
  })

  test.each([
    '我撤回',
    '昨天那个诉求不投诉了',
    '上周提的单子算了',
    '算了，那执照怎么办',
    '不投诉了，直接告诉我要几天',
    '我收回出租的厂房要办什么',
    '算了，帮我转人工',
    '不登记会怎么样',
    '刚才填的经营范围删掉一项要变更吗',
    '刚才说的材料哪些可以不要',
    '昨天提的诉求能删掉吗',
    '网页一刷新就把刚才写的清空了',
  ])('「%s」 is something else', (text) => {
    expect(takesBack(text, true)).toBe(false)
  })
})
