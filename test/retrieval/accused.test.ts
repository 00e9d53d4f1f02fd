import { describe, expect, test } from 'vitest'
import { isAccused } from '../../src/retrieval/acts/accused.ts'

describe('who is accused', () => {
  test.each([
    '我们店被顾客投诉了，说东西过期',
    '有人举报我们厂粉尘大，现在怎么应对',
    '邻居老是投诉我们噪音',
    '前员工去告我们，说没签合同',
    '被人检举了，说我们无证生产',
    '同行恶意举报我们公司怎么办',
    '谁举报的，我们没有乱排',
    '遭打假人起诉，赔了一万',
    'a customer complained about us online',
    '没中标的那家去投诉说我们资质造假',
    '前员工举报说我们偷税，税务来人了',
    '对手告到环保局说我们偷排',
    'we were reported for illegal dumping',
  ])('「%s」', (text) => {
    expect(isAccused(text)).toBe(true)
  })

  test.each([
    '我要投诉窗口',
    '隔壁厂被投诉好多次了还在偷排，我要举报',
    '对面饭店被投诉过还是油烟很大',
    '我们举报了半年没人管',
    '我们被举报了，执法的人乱罚款',
    '被同行举报，我们也要告他',
    '投诉我们来处理吗',
    '请告诉我们要什么材料',
    '他们告知我们要补材料',
    '客户欠钱不还，怎么起诉',
    '公司被列入异常了',
    '我打12345他们说我们不归他们管',
    '有人举报隔壁说他们偷排',
    'who reported the annual figures',
  ])('「%s」 is none', (text) => {
    expect(isAccused(text)).toBe(false)
  })
})
