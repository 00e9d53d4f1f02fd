import { expect, test } from 'vitest'
import { checkWordings } from '../../../src/knowledge/check/wordings.ts'
import { aKnowledgeBase } from '../../builders/knowledge-base.ts'
import { anItem } from '../../builders/service-item.ts'

const row = (q: string, wordings?: readonly string[]) => ({ q, a: '能。', source: '甲', wordings })
const found = (...faq: ReturnType<typeof row>[]) =>
  checkWordings({ ...aKnowledgeBase(), items: [anItem({ faq })] }).map(({ detail }) => detail)

test('what leads to two rows, or twice to one, is found, and nothing else', () => {
  const lost = row('丢了怎么补？', ['弄丢了咋办', '证不见了'])
  expect(found(lost, row('过期了能用吗？'))).toEqual([])
  expect(found(lost, row('过期了能用吗？', ['弄丢了，咋办？']))).toEqual([
    '「弄丢了，咋办？」重复，「丢了怎么补？」下也有',
  ])
  expect(found(row('丢了怎么补？', ['丢了怎么补']))).toEqual(['「丢了怎么补」重复'])
})
