import { expect, test } from 'vitest'
import { asId, type ItemCode } from '../../src/kernel/ids.ts'
import type { Field } from '../../src/knowledge/field.ts'
import { guessFields, trainFieldModel } from '../../src/retrieval/learning/field-model.ts'
import { aKnowledgeBase } from '../builders/knowledge-base.ts'
import { plainLanguage } from '../builders/language.ts'

const deps = { language: plainLanguage, breathe: async () => {} }
const base = aKnowledgeBase()
const [one, other] = base.items

/** Every question of an item asks for the same field. */
const asking = (n: number, field: Field) => base.items[n]!.questions.map((q) => ({ q, field }))

test('what is usually asked of an item decides where the words leave it open', async () => {
  const fields = [...base.fields, ...asking(0, 'process'), ...asking(1, 'conditions')]
  const model = await trainFieldModel({ ...base, fields, calibration: [] }, deps)
  const first = (text: string, code: ItemCode | null) => guessFields(model, text, code)[0]?.field
  const vague = '这个'
  const share = (code: ItemCode | null, field: Field) =>
    guessFields(model, vague, code).find((guess) => guess.field === field)!.probability
  expect(share(one!.code, 'process')).toBeGreaterThan(share(null, 'process'))
  expect(share(other!.code, 'conditions')).toBeGreaterThan(share(one!.code, 'conditions'))
  // Plain words outweigh any habit.
  expect(first('注销公司要几天能好', one!.code)).toBe('time_limit')
  expect(first('登轮证要交哪些材料', other!.code)).toBe('materials')
})

test('an item nobody has asked about has no habit', async () => {
  const model = await trainFieldModel({ ...base, fields: asking(0, 'fee'), calibration: [] }, deps)
  const unknown = asId<ItemCode>('QYKB-999')
  expect(guessFields(model, '这个', unknown)).toEqual(guessFields(model, '这个', null))
  expect(guessFields(model, '这个', other!.code).map(({ probability }) => probability)).toEqual(
    guessFields(model, '这个', null).map(({ probability }) => probability),
  )
})
