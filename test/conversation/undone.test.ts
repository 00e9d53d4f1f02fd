import { expect, test } from 'vitest'
import { leadFor } from '../../src/conversation/compose/faq/lead.ts'
import { asksIfUndone, undoneOf } from '../../src/conversation/compose/faq/undone.ts'
import { loadKnowledgeFolder } from '../../src/files/knowledge-folder.ts'
import { anItem } from '../builders/service-item.ts'

test.each([
  '没证先卖了会怎么样',
  '证没下来能先接单吗',
  '没批就动工行不行',
  '没拿到许可先干了会罚多少',
  '没备案会不会被查',
  '先开门再补办可以吗',
  '无证经营有什么后果',
  '登记办晚了，迟报会罚吗',
  '没批就干了呢',
])('%s asks what follows without it', (question) => {
  expect(asksIfUndone(question)).toBe(true)
})

test.each([
  '没有产权证能办吗',
  '没有工会可以申请吗',
  '没证能不能去备案',
  '材料没带齐怎么办',
  '还没批下来，要交哪些材料',
  '没备案被罚了，去哪里补办',
  '许可证怎么办',
])('%s does not', (question) => {
  expect(asksIfUndone(question)).toBe(false)
})

const fined = { q: '没证先做会怎样？', a: '责令停止，并处罚款。', source: '甲' }
const refused = { q: '没拿证能先试做吗？', a: '不能。', source: '甲' }
const lacking = { q: '没有产权证能办吗？', a: '不能办。', source: '甲' }
const other = { q: '没交社会保险会罚吗？', a: '会，责令补缴。', source: '甲' }

test('the row on what follows leads; one on what else is lacking does not', () => {
  const asked = { question: '没拿到许可就做了罚多少', before: null }
  expect(undoneOf(anItem({ faq: [lacking, other, refused, fined] }), asked)).toBe(fined)
  expect(undoneOf(anItem({ faq: [lacking, refused] }), asked)).toBe(refused)
  expect(undoneOf(anItem({ faq: [lacking, other] }), asked)).toBeNull()
})

const folder = await loadKnowledgeFolder(`${import.meta.dirname}/../../knowledge`)
if (folder.kind !== 'ok') throw new Error(JSON.stringify(folder.problems.slice(0, 3)))
const { base } = folder

test.each<[code: string, question: string, before: string | null, row: string]>([
  ['XMJS-030', '施工证没拿到就开工罚多少', null, '没领证先开工会罚款吗？'],
  ['CYFW-014', '码头没证先卸了两船货会怎么样', null, '没证先装卸行吗？'],
  ['QYKB-040', '特行证没下来能先接客人吗', null, '没拿到证能先试营业吗？'],
  ['CYFW-005', '没拿证先做了会罚多少', '危化品经营许可怎么办', '没证先卖行吗？'],
  ['XMJS-014', '没批就干了会怎么处理', '海域使用权怎么批', '没批先用海会怎么处罚？'],
])('%s: 「%s」 after %s is led by %s', (code, question, before, row) => {
  const item = base.items.find((one) => one.code === code)
  if (item === undefined) throw new Error(code)
  expect(leadFor(base, item, { question, before, open: ['conditions'] })?.q).toBe(row)
})
