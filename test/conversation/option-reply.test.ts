import { describe, expect, test } from 'vitest'
import { type DialogueState, freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { replyToOptions } from '../../src/conversation/options/option-reply.ts'
import type { ItemCode } from '../../src/kernel/ids.ts'
import { code } from '../builders/knowledge-base.ts'

const NOW = new Date('2026-11-25T02:00:00Z')
const FOUR = ['QYKB-002', 'QYKB-007', 'QYKB-016', 'KFFW-025'].map(code)

/** The question was asked back with the first so many of four options. */
const asked = (count: number): DialogueState => ({
  ...freshState(NOW),
  clarification: {
    options: FOUR.slice(0, count),
    denied: [],
    field: null,
    question: '办执照',
    round: 1,
  },
})
const replyTo = (said: string, count = 3) => replyToOptions(said, asked(count))
const at = (...places: number[]) => places.map((place) => FOUR[place - 1])

describe('an option is picked by its place', () => {
  test.each<[string, number, number]>([
    ['第二个', 3, 2],
    ['2', 3, 2],
    ['2。', 3, 2],
    ['选三', 3, 3],
    ['我选1吧', 3, 1],
    ['b', 3, 2],
    ['就第三种吧', 3, 3],
    ['应该是第一项', 3, 1],
    ['头一个', 3, 1],
    ['前面那个', 3, 1],
    ['最后一个', 2, 2],
    ['最后那项', 3, 3],
    ['最后一个', 4, 4],
    ['倒数第一个', 4, 4],
    ['倒数第二个吧', 3, 2],
    ['中间那个', 3, 2],
    ['前者', 2, 1],
    ['后者', 2, 2],
    ['后面那个', 2, 2],
    ['the second one', 3, 2],
    ['option 3', 3, 3],
    ['last one please', 3, 3],
    ['the latter', 2, 2],
    ['不是第一个,是第三个', 3, 3],
    ['第一个不对,第二个才是', 3, 2],
    ['回到刚才,第一个呢', 3, 1],
  ])('「%s」 of %i is %i', (said, count, place) => {
    expect(replyTo(said, count)).toMatchObject({ kind: 'picked', codes: at(place) })
  })

  test.each<[string, number, number[]]>([
    ['第一个和第三个', 3, [1, 3]],
    ['2和3', 3, [2, 3]],
    ['1、2', 3, [1, 2]],
    ['前两个', 3, [1, 2]],
    ['后两个', 4, [3, 4]],
    ['两个都要', 2, [1, 2]],
    ['both', 2, [1, 2]],
  ])('「%s」 of %i picks several', (said, count, places) => {
    expect(replyTo(said, count)).toMatchObject({ kind: 'picked', codes: at(...places) })
  })

  test.each([
    ['第二个,要几天', '要几天'],
    ['第二个要几天', '要几天'],
    ['第二个的办理期限', '办理期限'],
    ['第二个,我们在定海', '我们在定海'],
  ])('「%s」 says more', (said, rest) => {
    expect(replyTo(said)).toEqual({ kind: 'picked', codes: at(2), rest })
  })

  test.each([
    ['1.要几天', 1, '要几天'],
    ['2. 多少钱', 2, '多少钱'],
    ['2,我们在定海', 2, '我们在定海'],
  ])('「%s」 asks something of the option', (said, place, rest) => {
    expect(replyTo(said)).toEqual({ kind: 'picked', codes: at(place), rest })
  })

  test.each([
    '1.注册公司要多久',
    '1.开饭店要哪些证 2.消防要不要验收',
    '2. 员工社保怎么转移',
    '一.厂房租赁补贴',
    '1.要几天 2.要多少钱',
    '1.5万注册资本够不够',
  ])('「%s」 numbers what it asks, and no option', (said) => {
    expect(replyTo(said)).toBeNull()
  })

  test.each([
    ['一个', 3],
    ['第一次办', 3],
    ['第二类医疗器械', 3],
    ['第三方检测', 3],
    ['第二个股东不在本地怎么办', 3],
    ['不是第一次办', 3],
    ['2号车间要扩建', 3],
    ['3个工作日能办好吗', 3],
    ['一个人开的', 3],
    ['最后要交什么', 3],
    ['a股上市', 3],
    ['最后一次年报', 3],
  ])('「%s」 of %i names none', (said, count) => {
    expect(replyTo(said, count)).toBeNull()
  })
})

describe('options are denied', () => {
  test.each([
    '都不是',
    '都不对',
    '一个也不是',
    '没一个对',
    '这几个都不是我要的',
    'none of these',
    'neither',
  ])('all of them: 「%s」', (said) => {
    expect(replyTo(said)).toMatchObject({ kind: 'denied', codes: at(1, 2, 3) })
  })

  test.each<[string, number[]]>([
    ['不是第一个', [1]],
    ['不要第二个', [2]],
    ['第三个不对', [3]],
    ['第一个和第二个都不是', [1, 2]],
  ])('some of them: 「%s」', (said, places) => {
    expect(replyTo(said)).toEqual({ kind: 'denied', codes: at(...places), rest: '' })
  })

  test('with what it is instead', () => {
    expect(replyTo('都不是,是要注销')).toMatchObject({ kind: 'denied', rest: '是要注销' })
    expect(replyTo('不是第一个,我要注销')).toMatchObject({ codes: at(1), rest: '我要注销' })
  })

  test.each(['都不是本地人', '都没有债务', '不是公司', '都要交吗'])(
    'but not by what only sounds like it: 「%s」',
    (said) => {
      expect(replyTo(said)).toBeNull()
    },
  )
})

describe('a reply may leave open which is meant', () => {
  test.each([
    '随便',
    '都可以',
    '不知道选哪个',
    '我也不懂,你看着办',
    '这几个有什么区别',
    'not sure which one',
  ])('「%s」', (said) => {
    expect(replyTo(said)).toMatchObject({ kind: 'undecided' })
  })

  test.each<[string, number]>([
    ['第四个', 3],
    ['后者', 3],
    ['中间那个', 4],
    ['第一个和第四个', 3],
  ])('as one does that is not there: 「%s」 of %i', (said, count) => {
    expect(replyTo(said, count)).toMatchObject({ kind: 'undecided' })
  })

  test.each(['不知道怎么注销公司', '随便开个小店', '都可以网上办吗'])(
    'a question of its own is no such reply: 「%s」',
    (said) => {
      expect(replyTo(said)).toBeNull()
    },
  )
})

describe('once an option was picked', () => {
  const picked: DialogueState = {
    ...freshState(NOW),
    items: [FOUR[0]!],
    offered: { options: FOUR.slice(0, 3), turns: 2 },
  }

  test.each<[string, number]>([
    ['那第二个呢', 2],
    ['第三个的时限', 3],
    ['2', 2],
  ])('another can be named: 「%s」', (said, place) => {
    expect(replyToOptions(said, picked)).toMatchObject({ kind: 'picked', codes: at(place) })
  })

  test.each(['都不是', '随便', '第四个', '不是第一个', '第一个和第二个'])(
    'anything else is said of what came since: 「%s」',
    (said) => {
      expect(replyToOptions(said, picked)).toBeNull()
    },
  )

  test('and nothing when none were offered', () => {
    expect(replyToOptions('第二个', freshState(NOW))).toBeNull()
  })
})

const aMatter = (of: ItemCode) => ({
  code: of,
  words: '要多久',
  field: null,
  isSure: true,
  isAnswered: false,
})

describe('without options a place counts in what the person has asked', () => {
  const asked: DialogueState = { ...freshState(NOW), matters: FOUR.slice(0, 3).map(aMatter) }
  const answered: DialogueState = { ...freshState(NOW), answered: FOUR.slice(0, 2) }

  test.each<[string, DialogueState, number]>([
    ['先说第三个吧', asked, 3],
    ['那刚才第二个装电表那个 要钱吗', asked, 2],
    ['回到刚才第一个', answered, 1],
    ['what about the second thing, is it free', answered, 2],
  ])('「%s」', (said, state, place) => {
    expect(replyToOptions(said, state)).toMatchObject({ kind: 'picked', codes: at(place) })
  })

  test('but in what was answered only where it points back', () => {
    expect(replyToOptions('第一个', answered)).toBeNull()
  })

  test('behind 第一个 a space is a pause', () => {
    expect(replyTo('第1个 那要先有什么证才行', 2)).toMatchObject({
      codes: at(1),
      rest: '那要先有什么证才行',
    })
    expect(replyTo('第二 张三的股份怎么转', 2)).toBeNull()
  })
})

describe('an order of points picks nothing', () => {
  test.each([
    'first, how much is it?',
    'ok last: the neighbour complains',
    'second, do i need a permit',
    '第一，贵不贵',
    '第二，我邻居投诉了怎么办',
  ])('「%s」', (said) => {
    expect(replyTo(said, 4)).toBeNull()
  })

  test.each<[string, number]>([
    ['first', 1],
    ['last please', 4],
    ['the first one, how much is it', 1],
    ['第一', 1],
    ['第二 多久', 2],
    ['最后一个，要多久', 4],
  ])('「%s」 picks', (said, place) => {
    expect(replyTo(said, 4)).toMatchObject({ kind: 'picked', codes: at(place) })
  })
})
