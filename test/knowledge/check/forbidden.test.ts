import { expect, test } from 'vitest'
import { checkForbidden } from '../../../src/knowledge/check/forbidden.ts'
import { aKnowledgeBase, someItems } from '../../builders/knowledge-base.ts'

const rulesOf = (overrides: Parameters<typeof aKnowledgeBase>[0]) =>
  checkForbidden(aKnowledgeBase(overrides)).map(({ where, rule }) => `${where} ${rule}`)

test('what is shipped holds nothing forbidden', () => {
  expect(checkForbidden(aKnowledgeBase())).toEqual([])
})

test.each([
  ['mobile', '联系 13800000000'],
  ['landline', '电话 0580-0000000'],
  ['email', '发到 nobody@example.com'],
  ['street_address', '到虚构路1号办理'],
  ['full_width_figure', '１个工作日'],
  ['hotline', '请拨打12399热线'],
])('%s is found in an item and in a reply', (rule, text) => {
  const [first, ...others] = someItems()
  expect(rulesOf({ items: [{ ...first!, summary: text }, ...others] })).toEqual([
    `${first!.code} ${rule}`,
  ])
  const { replies } = aKnowledgeBase()
  expect(
    rulesOf({ replies: { ...replies, smalltalk: { ...replies.smalltalk, chat: text } } }),
  ).toEqual([`replies.yaml ${rule}`])
})
