import { expect, test } from 'vitest'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { whichStep } from '../../src/conversation/dialogue/which-step.ts'
import { code } from '../builders/knowledge-base.ts'

const fresh = freshState(new Date('2026-11-03T01:00:00Z'))
const talkedOf = { ...fresh, items: [code('QYKB-032')] }

test.each([
  ...['第一步是什么', '第二步呢', '那第3步怎么弄?', '最后一步做什么', '第 2 步'],
  ...['刚才说的第二步是什么', '第二个环节具体做什么'],
])('%s: the steps of the matter in hand', (text) => {
  const outcome = whichStep(text, text, talkedOf)
  expect(outcome?.decision).toMatchObject({ kind: 'answer', code: 'QYKB-032', field: 'process' })
  // The step that is asked for is told first.
  expect(outcome?.question).toBe(text)
})

test.each([
  ['nothing is in hand', '第一步是什么', fresh],
  ['its time is asked', '第一步要多久', talkedOf],
  ['another matter is named', '注销公司第一步是什么', talkedOf],
  ['it is told', '第一步做完了', talkedOf],
])('not where %s', (_, text, state) => {
  expect(whichStep(text, text, state)).toBeNull()
})
