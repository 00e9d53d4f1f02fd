import { expect, test } from 'vitest'
import { atCounter } from '../../src/conversation/dialogue/at-counter.ts'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { code } from '../builders/knowledge-base.ts'

const fresh = freshState(new Date('2026-11-03T01:00:00Z'))
const talkedOf = { ...fresh, items: [code('QYKB-032')] }

test('who cannot go online is shown where the matter in hand is done', () => {
  expect(atCounter('我不会弄电脑', talkedOf)?.decision).toMatchObject({
    kind: 'answer',
    code: 'QYKB-032',
    field: 'channel',
    offerTicket: true,
  })
})

test.each([
  ['nothing is in hand', '我不会弄电脑', fresh],
  ['another matter is named', '我不会弄电脑，公积金开户去哪里', talkedOf],
  ['nothing is said of it', '要去哪里', talkedOf],
])('it is not, where %s', (_, text, state) => {
  expect(atCounter(text, state)).toBeNull()
})
