import { describe, expect, test } from 'vitest'
import { type DialogueState, freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { doesOneOf, isOtherDeed, keptDeeds } from '../../src/conversation/dialogue/kept-deed.ts'
import { code } from '../builders/knowledge-base.ts'

const fresh = freshState(new Date('2026-11-25T02:00:00Z'))
const talked = (question: string): DialogueState => ({ ...fresh, question })
const open = (question: string): DialogueState => ({
  ...fresh,
  clarification: { options: [code('QYKB-016')], denied: [], field: null, question, round: 1 },
})

describe('what was asked to be done', () => {
  test.each([
    [open('我要注销公司'), '有限公司', '企业简易注销登记'],
    [open('执照要变更'), '外资的', '外商投资企业变更登记'],
    [talked('How to Register a company'), 'what if i am a foreigner', '公司设立登记'],
    [talked('公司怎么注销'), '要是还欠着钱呢', '公司注销登记'],
    [talked('公司怎么注销'), '有限公司', '公司注销登记'],
  ])('is kept', (state, said, name) => {
    expect(doesOneOf(name, keptDeeds(state, said))).toBe(true)
  })

  test.each([
    ['a reply names another', open('我要注销公司'), '不是，是新设立一家'],
    ['a reply may name another', open('我要注销公司'), '法人换一个'],
    ['the question named none', open('公司的手续'), '有限公司'],
    ['a part is asked for', talked('公司怎么注销'), '有限公司多少钱'],
    ['more is said', talked('公司怎么注销'), '听说有限公司现在一个人也行'],
  ])('is not when %s', (_, state, said) => {
    expect(keptDeeds(state, said).size).toBe(0)
  })

  test('is something else under some names, and nothing that is known under others', () => {
    const asked = keptDeeds(open('我要注销公司'), '有限公司')
    expect(isOtherDeed('公司设立登记', asked)).toBe(true)
    expect(isOtherDeed('分公司设立、变更、注销登记', asked)).toBe(false)
    expect(isOtherDeed('公共场所卫生许可', asked)).toBe(false)
    expect(isOtherDeed('公司设立登记', keptDeeds(open('公司的手续'), '有限公司'))).toBe(false)
  })
})
