// Which frequent question leads: questions that people wrote who saw the record and not its wordings, of
// 300 rows each a first message and a later one, and 154 that no row answers.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { wordedFaq } from '../../src/conversation/compose/faq/worded.ts'
import { loadKnowledgeFolder } from '../../src/files/knowledge-folder.ts'
import type { ServiceItem } from '../../src/knowledge/service-item.ts'
import { anItem } from '../builders/service-item.ts'

type Asked = Readonly<{ code: string; said: 'first' | 'later'; q: string; row: string | null }>

const ROOT = path.resolve(import.meta.dirname, '../..')
const asked = readFileSync(path.join(import.meta.dirname, 'asked-rows.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Asked)
const read = await loadKnowledgeFolder(path.join(ROOT, 'knowledge'))
if (read.kind !== 'ok') throw new Error('the folder is not valid')
const items = new Map<string, (typeof read.base.items)[number]>(
  read.base.items.map((item) => [item.code, item]),
)

/** The row that leads for sure. */
function ledBy(item: ServiceItem, question: string): string | null {
  const lead = wordedFaq(item, question)
  return lead === null || lead.isGuess === true ? null : lead.q
}

describe.each(['first', 'later'] as const)('of questions said %s', (said) => {
  const told = asked
    .filter((one) => one.said === said)
    .map(({ code, q, row }) => ({ row, led: ledBy(items.get(code)!, q) }))
  const answered = told.filter(({ row }) => row !== null)
  const share = (count: number, all: readonly unknown[]) => count / all.length

  test('two in three are led by the row that answers, and hardly any by another', () => {
    const right = answered.filter(({ row, led }) => led === row).length
    const wrong = answered.filter(({ row, led }) => led !== null && led !== row).length
    expect(share(right, answered)).toBeGreaterThan(0.65)
    expect(share(wrong, answered)).toBeLessThan(0.03)
  })

  test('of those that no row answers, nine in ten are led by none', () => {
    const none = told.filter(({ row }) => row === null)
    expect(share(none.filter(({ led }) => led !== null).length, none)).toBeLessThan(0.12)
  })
})

describe('a row', () => {
  const deposit = { q: '履约保证金能否退还？', a: '验收合格后退还。', source: '甲' }
  const late = { q: '证书有效期几年？', a: '五年。', source: '甲' }
  const leadOf = (wordings: readonly string[], question: string) =>
    ledBy(anItem({ faq: [{ ...deposit, wordings }, late] }), question)

  test('is found by a wording that shares no word with it', () => {
    expect(leadOf([], '完工了押着的钱拿得回来吗')).toBeNull()
    expect(leadOf(['完工以后押着的钱拿得回吗', '押金退不退'], '完工了押着的钱拿得回来吗')).toBe(
      deposit.q,
    )
  })

  test('is none where the way to do it is asked for, or its case was not spoken of', () => {
    expect(leadOf(['履约保证金怎么退'], '履约保证金怎么办理')).toBeNull()
    const branch = { q: '分公司要单独办证吗？', a: '不用。', source: '甲' }
    const led = (question: string) => ledBy(anItem({ faq: [branch, late] }), question)
    expect(led('分公司也要办证吗')).toBe(branch.q)
    expect(led('派遣公司要办证吗')).toBeNull()
  })

  test('without wordings is found by its own words', () => {
    expect(leadOf([], '证书有效期是几年')).toBe(late.q)
  })
})
