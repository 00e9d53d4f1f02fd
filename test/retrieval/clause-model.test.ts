import { expect, test } from 'vitest'
import { type AskedOf, bearings, trainClauses } from '../../src/retrieval/learning/clause-model.ts'
import { trainItemModels } from '../../src/retrieval/learning/item-model.ts'
import { makeQuery } from '../../src/retrieval/query.ts'
import { tokenize } from '../../src/retrieval/tokenize.ts'
import { code } from '../builders/knowledge-base.ts'
import { plainLanguage } from '../builders/language.ts'

const breathe = async () => {}
const ITEMS = ['营业执照怎么办', '卫生许可证怎么办', '船员证书怎么办', '排污许可怎么办']
const THINGS = ['营业执照', '卫生许可证', '船员证书', '排污许可']

const asked = (text: string, owner: number): AskedOf => ({
  query: makeQuery(text, plainLanguage),
  owners: [owner],
})

async function itemModel() {
  const passages = ITEMS.flatMap((text, owner) =>
    Array.from({ length: 6 }, (_, n) => ({
      id: `${owner}:${n}`,
      code: code(`QYKB-00${owner + 1}`),
      kind: 'question' as const,
      text,
      hash: `${n}`,
      owner,
      tokens: tokenize(text, plainLanguage),
    })),
  )
  const models = await trainItemModels(passages, () => false, { codes: ITEMS, shared: [], breathe })
  return models.first
}

/** Every thing beside every other: what stands aside is told by how it is said alone. */
const told = (say: (other: string, thing: string) => string) =>
  THINGS.flatMap((thing, owner) =>
    THINGS.filter((other) => other !== thing).map((other) => asked(say(other, thing), owner)),
  )

test('how people say that a matter is another’s is learnt from questions whose item is known', async () => {
  const items = await itemModel()
  const model = await trainClauses(
    [
      ...told((other, thing) => `${other}归别的科室管,${thing}要带什么`),
      ...told((other, thing) => `${other}还轮不到,${thing}要带什么`),
      ...told((other, thing) => `${thing}快到期了,${other}归别的科室管`),
    ],
    items,
    breathe,
  )
  const of = (text: string) => bearings(model, makeQuery(text, plainLanguage).clauses)
  // Neither thing was met in training.
  const [first, second] = of('渔船登记归别的科室管,出口退税要带什么')
  expect(first).toBeLessThan(0.4)
  expect(second).toBeGreaterThan(0.6)
  // It is the wording, not the place.
  const [due, aside] = of('出口退税快到期了,渔船登记归别的科室管')
  expect(due).toBeGreaterThan(aside!)
})

test('a single clause bears the matter; so does each where nothing was learnt', async () => {
  const model = await trainClauses([], await itemModel(), breathe)
  const of = (text: string) => bearings(model, makeQuery(text, plainLanguage).clauses)
  expect(of('营业执照怎么办')).toEqual([1])
  expect(of('营业执照办好了,船员证书呢')).toEqual([0.5, 0.5])
})
