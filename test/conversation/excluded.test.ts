import { describe, expect, test } from 'vitest'
import { excludedBy } from '../../src/conversation/dialogue/excluded.ts'
import { code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const COMPLAINT = code('FLFW-015')
const MEDIATION = code('FLFW-003')
const complaint = anItem({
  code: COMPLAINT,
  notThis: [
    { code: MEDIATION, fact: '', wordsHere: ['国企', '机关'], wordsThere: ['私人', '同行'] },
  ],
})
const mediation = anItem({
  code: MEDIATION,
  notThis: [{ code: COMPLAINT, fact: '', wordsHere: [], wordsThere: ['调解不了'] }],
})
const told = (said: string, items = [complaint]) => {
  const { excluded, instead } = excludedBy(said, items)
  return [[...excluded], [...instead]]
}

describe('a fact of another item', () => {
  test.each(['是个私人老板欠的', '同行拖着不给', '同行欠的,不是机关'])(
    'speaks against the one and for the other: %s',
    (said) => {
      expect(told(said)).toEqual([[COMPLAINT], [MEDIATION]])
    },
  )

  test.each(['欠了半年', '国企欠的,同行也有', '不是私人欠的'])('is not told by 「%s」', (said) => {
    expect(told(said)).toEqual([[], []])
  })

  test('says nothing where each excludes the other', () => {
    expect(told('同行欠的,调解不了', [complaint, mediation])).toEqual([[], []])
  })
})
