import { describe, expect, test } from 'vitest'
import { tipsOffOther } from '../../src/retrieval/acts/tip-off.ts'

describe('a report of what somebody else does', () => {
  test.each([
    '对面砖厂夜里冒黑烟，想举报',
    '我们老板让人把废油倒河里，去哪检举',
    '不是要办证，是要举报人家无证开店',
    '向环保局举报隔壁养猪场',
    '我要举报',
    '对面那家厂偷排废水',
    '隔壁饭店无证经营',
    '有人在海边偷采砂',
    '旁边工厂往河里倒废油',
    '怎么举报',
    '举报有奖金吗',
    'i would like to report a neighbour who dumps oil',
  ])('「%s」', (text) => {
    expect(tipsOffOther(text)).toBe(true)
  })

  test.each([
    '举报执法队员乱罚款',
    '怎么检举街道的干部',
    '举报有人搞集资，年化百分之二十',
    '举报隔壁公司围标',
    '同行仿冒我们商标，去哪举报',
    '老板拖欠工资，能举报吗',
    '我们被隔壁举报了怎么办',
    '有人举报我们店，要怎么答复',
    '隔壁投诉我们饭店违规排油烟',
    '被对面店投诉，说我们卖假酒',
    '隔壁的店转让要办什么',
    '隔壁无证经营被罚了，我们怎么办证',
    '附近有工地，排污许可怎么办',
    '对面饭店没证，我们也想开一家',
    '隔壁厂违规会被罚多少',
    'how do we file the annual report of the company',
  ])('「%s」 is none', (text) => {
    expect(tipsOffOther(text)).toBe(false)
  })
})
