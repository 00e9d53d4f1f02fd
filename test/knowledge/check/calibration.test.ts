import { expect, test } from 'vitest'
import { checkCalibration } from '../../../src/knowledge/check/calibration.ts'
import { checkReferences } from '../../../src/knowledge/check/references.ts'
import type { CalibrationExample } from '../../../src/knowledge/knowledge-base.ts'
import { aKnowledgeBase, code } from '../../builders/knowledge-base.ts'

const asking = (q: string, ...items: string[]): CalibrationExample => ({
  q,
  items: items.map(code),
  field: null,
  style: 'plain',
})

test('a question that is searched cannot be calibrated by, however it is punctuated', () => {
  const [item] = aKnowledgeBase().items
  const calibration = [asking(`${item!.questions[0]}？？`, item!.code), asking('没人这样问过')]
  const found = checkCalibration(aKnowledgeBase({ calibration }))
  expect(found.map(({ rule, where }) => [rule, where])).toEqual([
    ['calibration', `${item!.questions[0]}？？`],
  ])
})

test('an item that does not exist is named', () => {
  const found = checkReferences(aKnowledgeBase({ calibration: [asking('怎么办', 'QYKB-999')] }))
  expect(found).toEqual([{ where: '怎么办', rule: 'reference', detail: 'QYKB-999 不存在' }])
})
