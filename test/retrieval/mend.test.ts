import { beforeAll, expect, test } from 'vitest'
import { lookAlikes } from '../../src/retrieval/look-alikes.ts'
import { type Mend, makeMend } from '../../src/retrieval/mend.ts'
import { makeReadQuery } from '../../src/retrieval/read-query.ts'
import { buildSnapshot, type Snapshot } from '../../src/retrieval/snapshot.ts'
import { aKnowledgeBase, someItems } from '../builders/knowledge-base.ts'
import { plainLanguage } from '../builders/language.ts'
import { anItem } from '../builders/service-item.ts'

let snapshot: Snapshot
let mend: Mend

beforeAll(async () => {
  const questions = [
    '食品经营许可怎么办',
    '经营许可几天',
    '办经营许可带什么',
    '经营许可要钱吗',
    '经营许可在哪办',
  ]
  const [first, ...others] = someItems()
  const items = [anItem({ ...first!, questions: [...first!.questions, ...questions] }), ...others]
  const base = aKnowledgeBase({ items })
  snapshot = await buildSnapshot(base, { language: plainLanguage, breathe: async () => {} })
  const syllable = (character: string) => ('营赢'.includes(character) ? 'ying' : '')
  mend = makeMend(snapshot.index, { ...plainLanguage, syllable })
})

test('a character that looks like the one that fits is read as that', () => {
  expect(lookAlikes('菅').has('营')).toBe(true)
  expect(mend('办个经菅许可')).toBe('办个经营许可')
})

test('so is one that sounds like it', () => {
  expect(mend('办个经赢许可')).toBe('办个经营许可')
})

test.each([
  ['is neither like it in looks nor in sound', '办个经马许可'],
  ['stands at an end, with one neighbour', '经菅'],
  ['stands beside another script', '经菅license'],
  ['is right', '办个经营许可'],
])('a character stays where it %s', (_, text) => {
  expect(mend(text)).toBe(text)
})

test('two slips at most are mended, and nothing is lost of a long text', () => {
  const text = '经菅许可,经菅许可,经菅许可'
  expect(mend(text)).toBe('经营许可,经营许可,经菅许可')
  expect(mend('𠮷经菅许可'.repeat(400))).toHaveLength('𠮷经菅许可'.repeat(400).length)
})

test('what is searched is mended, and what was said is not', () => {
  const query = makeReadQuery(snapshot, plainLanguage)('办个经菅许可')
  expect(query.normalized).toBe('办个经菅许可')
  expect(query.parts.flatMap(({ tokens }) => tokens)).toContain('b经营')
})
