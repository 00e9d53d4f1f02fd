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
  ['mobile', '联系 138 0000-0000'],
  ['landline', '电话 0580-0000000'],
  ['landline', '电话 (0580) 0000000'],
  ['landline', '致电05800000000'],
  ['landline', '电话：0000000'],
  ['landline', '拨打 400-000-0000'],
  ['long_number', '证件 33090219900101123X'],
  ['address', '见 www.example.com'],
  ['invisible', '甲\u202e乙'],
  ['invisible', '甲\n乙'],
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

test.each([
  ['materials_note', { materialsNote: '联系 13800000000' }],
  ['channels', { channels: [{ kind: 'phone', name: '电话', note: '联系 13800000000' }] }],
  ['fee', { fee: { kind: '免费', note: null, source: '联系 13800000000' } }],
  ['steps', { steps: [{ title: '交', text: '交', who: '联系 13800000000' }] }],
] as const)('nothing is overlooked in %s', (field, changed) => {
  const [first] = someItems()
  expect(checkForbidden(aKnowledgeBase({ items: [{ ...first!, ...changed }] }))).toMatchObject([
    { rule: 'mobile', field },
  ])
})

test.each(['9610 1210 企业资质', '2024-2025 年', '注册资本5000000元', '国税发〔2009〕114号'])(
  '%s is no number of anybody',
  (text) => {
    const [first] = someItems()
    expect(rulesOf({ items: [{ ...first!, summary: text }] })).toEqual([])
  },
)
