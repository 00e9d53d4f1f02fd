import { describe, expect, test } from 'vitest'
import { type DialogueState, freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { pointedAt } from '../../src/conversation/dialogue/pointed-at.ts'
import { code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const CUSTOMS = code('KFFW-001')
const SEWAGE = code('GGSS-011')
const RUBBLE = code('GGSS-017')
const items = [
  anItem({ code: CUSTOMS, name: '报关单位备案', department: '舟山海关' }),
  anItem({ code: SEWAGE, name: '污水排入排水管网许可', department: '舟山市住房和城乡建设局' }),
  anItem({ code: RUBBLE, name: '城市建筑垃圾处置核准', department: '舟山市城市管理局' }),
]
const itemOf = (wanted: string) => items.find((one) => one.code === wanted)

/** The rubble is in hand; the customs have left the short memory. */
const state: DialogueState = {
  ...freshState(new Date('2026-11-25T02:00:00Z')),
  items: [RUBBLE, SEWAGE],
  answered: [CUSTOMS, SEWAGE, RUBBLE],
  asked: [
    { code: RUBBLE, question: '上回拆下来的砖头呢' },
    { code: SEWAGE, question: '冲洗车间的水直接进市政管道' },
    { code: CUSTOMS, question: '头一回做外贸，要先备啥' },
  ],
}
const pointed = (said: string, at = state) => [...pointedAt(at, itemOf, said)]

describe('an earlier matter is pointed at', () => {
  test.each([
    ['a word that it was asked with', '水的那张,收费伐', SEWAGE],
    ['scattered characters of it', '那外贸头回那个几天', CUSTOMS],
    ['its department', '海关那个不要钱吧', CUSTOMS],
    ['a word behind', '我们那个备案不收费吧', CUSTOMS],
    ['when it was spoken of, too', '刚才讲的污水那个呢', SEWAGE],
    ['the second that points', '那个,海关那个要钱吗', CUSTOMS],
  ])('by %s', (_, said, meant) => {
    expect(pointed(said)).toEqual([meant])
  })

  test.each([
    ['nothing is said of it', '那个要多久'],
    ['the word is of none', '渔船那条呢'],
    ['the one in hand fits as well', '砖头那个要多久'],
    ['it is a person or a time', '水上那个人不肯'],
    ['nothing points', '海关要收费吗'],
    ['it says whose it is', '我们公司那个几天批'],
    ['one character stands behind', '那张表去哪领'],
  ])('but not when %s', (_, said) => {
    expect(pointed(said)).toEqual([])
  })

  test('but options that are open come first', () => {
    const clarification = { options: [SEWAGE], denied: [], field: null, question: '', round: 1 }
    expect(pointed('水的那张', { ...state, clarification })).toEqual([])
  })
})
