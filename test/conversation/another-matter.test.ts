import { describe, expect, test } from 'vitest'
import {
  anotherMatter,
  isAnyOfKind,
  otherThanLast,
} from '../../src/conversation/dialogue/another-matter.ts'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { code } from '../builders/knowledge-base.ts'

describe('what leaves the matter in hand counts from there on', () => {
  test.each([
    ['公积金的问完了,还有件事,码头要做海域论证吗', '码头要做海域论证吗'],
    ['谢谢 另外一个问题 冷库的叉车要登记吗', '冷库的叉车要登记吗'],
    ['顺便请教一下商标怎么续展', '商标怎么续展'],
    ['这个先不管了,我们要招两个外国厨师', '我们要招两个外国厨师'],
    ['算了不问了 船员证怎么换', '船员证怎么换'],
    ['先不办分公司了,食堂的许可怎么弄', '食堂的许可怎么弄'],
    ['another question, how to register a trademark', 'how to register a trademark'],
  ])('「%s」', (said, rest) => expect(anotherMatter(said)).toBe(rest))

  test.each([
    '还有几天到期',
    '那这个还有别的办法吗',
    '另外还要交什么材料',
    '顺便问下要几天',
    '不问了',
    '还有个问题,那这个证能用几年',
    '算了,接自来水吧',
    '另外一条船呢',
  ])('「%s」 goes on', (said) => expect(anotherMatter(said)).toBeNull())
})

describe('something else of the kind is not the item that was answered', () => {
  const state = { ...freshState(new Date()), items: [code('QYKB-002'), code('QYKB-007')] }

  test.each(['我们不够格,有没有低一档的', '有没有其他的奖励', '那就算了,还有没有什么钱好拿'])(
    '「%s」',
    (said) => expect(otherThanLast(said, state)).toEqual([code('QYKB-002')]),
  )

  test.each(['还有别的材料吗', '有没有其他条件', '有没有优惠', '那就算了'])(
    '「%s」 says nothing of it',
    (said) => expect(otherThanLast(said, state)).toEqual([]),
  )
})

test.each([
  ['备案', true],
  ['许可证怎么办', true],
  ['我要办个许可证', true],
  ['审批怎么弄', true],
  ['这个备案怎么办', false],
  ['备案要几天', false],
  ['食品许可证怎么办', false],
])('「%s」 after a registration is of any such paper: %s', (said, isAny) => {
  expect(isAnyOfKind(said, '船舶国籍登记')).toBe(isAny)
})

test('a paper that the last item has is that one', () => {
  expect(isAnyOfKind('许可证怎么办', '食品经营许可')).toBe(false)
})
