import { expect, test } from 'vitest'
import { placeAsked } from '../../src/conversation/compose/faq/place-asked.ts'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { whereExactly } from '../../src/conversation/dialogue/where-exactly.ts'
import { aKnowledgeBase, code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const fresh = freshState(new Date('2026-11-03T01:00:00Z'))
const talkedOf = { ...fresh, items: [code('QYKB-032')], decided: 'answer' as const }

test.each([
  '电话多少',
  '电话多少?',
  '电话',
  '联系电话是多少',
  '咨询电话有吗',
  '有没有电话',
  '他们的电话给我',
  '打什么电话',
  '怎么联系他们',
  '联系方式',
  '在几楼',
  '那是几楼呢',
  '地址',
  '地址在哪里',
  '具体地址',
  '窗口在哪一层',
  '在什么路上',
  'what is the phone number?',
  'which floor?',
  'do i need to come in person?',
  'must the legal representative appear in person',
  '船在宁波修着，能在宁波验吗',
  '船还在台州那边，能先办吗',
  '我们船员人在福建，在那边能办吗',
])('%s: where the matter in hand is done', (text) => {
  expect(whereExactly(text, text, talkedOf)?.decision).toMatchObject({
    kind: 'answer',
    code: 'QYKB-032',
    field: 'channel',
  })
})

test.each([
  ['nothing is in hand', '电话多少', fresh],
  ['a ticket was spoken of', '电话多少', { ...talkedOf, decided: 'ticket' as const }],
  ['a person is asked after', '局长电话多少', talkedOf],
  ['the price is asked', '多少钱', talkedOf],
  ['a change is meant', '换地址要多久', talkedOf],
  ['another office is named', '税务局电话多少', talkedOf],
  ['the telephone is used', '电话打不通', talkedOf],
])('not where %s', (_, text, state) => {
  expect(whereExactly(text, text, state)).toBeNull()
})

test('names who publishes it and whom to call', () => {
  const item = anItem({})
  const lead = placeAsked(aKnowledgeBase({ items: [item] }), item, '电话多少')
  expect(lead?.a).toContain(item.department)
})
