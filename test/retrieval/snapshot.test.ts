import { beforeAll, describe, expect, test } from 'vitest'
import { loadKnowledgeFolder } from '../../src/files/knowledge-folder.ts'
import { proposals, sharedQuestions } from '../../src/retrieval/broad.ts'
import { clausesOf } from '../../src/retrieval/clauses.ts'
import { makeExpand } from '../../src/retrieval/expand.ts'
import { growForest } from '../../src/retrieval/learning/forest.ts'
import { passagesOf } from '../../src/retrieval/passages.ts'
import type { Embed } from '../../src/retrieval/ports.ts'
import { makeQuery } from '../../src/retrieval/query.ts'
import { type RetrieveDeps, retrieve } from '../../src/retrieval/retrieve.ts'
import { makeSeparators, separation } from '../../src/retrieval/separate.ts'
import { buildSnapshot, type Snapshot } from '../../src/retrieval/snapshot.ts'
import {
  deserializeSnapshot,
  SNAPSHOT_FORMAT,
  serializeSnapshot,
} from '../../src/retrieval/snapshot-codec.ts'
import {
  HASH_IDENTITY,
  hashEmbed,
  searchInMemory,
  vectorRows,
} from '../../src/retrieval/vectors.ts'
import { Vocabulary } from '../../src/retrieval/vocabulary.ts'
import { aKnowledgeBase, code, someItems } from '../builders/knowledge-base.ts'
import { plainLanguage } from '../builders/language.ts'
import { anItem } from '../builders/service-item.ts'

const breathe = async () => {}
const TODAY = '2026-11-25'
let snapshot: Snapshot
let steps: [string, number][]

beforeAll(async () => {
  steps = []
  snapshot = await buildSnapshot(aKnowledgeBase(), {
    language: plainLanguage,
    breathe: async () => {},
    progress: (step, share) => steps.push([step, share]),
  })
})

const deps = (overrides: Partial<RetrieveDeps> = {}): RetrieveDeps => ({
  snapshot,
  language: plainLanguage,
  embed: null,
  searchVectors: null,
  vectorWeight: 0,
  ...overrides,
})

const ask = (text: string, overrides: Partial<RetrieveDeps> = {}, today = TODAY) =>
  retrieve(deps(overrides), makeQuery(text, plainLanguage), today)

describe('a snapshot', () => {
  test('finds the item that is asked for', async () => {
    expect((await ask('我要注销公司'))?.hits[0]?.code).toBe('QYKB-016')
    expect((await ask('工人上外轮的登轮证'))?.hits[0]?.code).toBe('KFFW-025')
  })

  test('judges what a message is; the probabilities of all intents sum to one', async () => {
    const { intents } = await ask('公司设立登记要几天')
    expect(intents.question).toBeGreaterThan(0.5)
    const danger = await ask('车间着火了快来人')
    expect(danger.intents.emergency).toBeGreaterThan(10 * intents.emergency)
    const sum = Object.values(intents).reduce((total, p) => total + p, 0)
    expect(sum).toBeCloseTo(1, 4)
  })

  test('never shows an item outside its dates', async () => {
    const early = await ask('我要注销公司', {}, '2025-12-31')
    expect(early.hits).toEqual([])
    expect(early.confidence).toBeLessThan(1)
  })

  test('reports its progress in order, to the end', () => {
    const shares = steps.map(([, share]) => share)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })

  test('answers the same after being stored and loaded, wherever the bytes lie', async () => {
    const moved = serializeSnapshot(snapshot).map(({ name, bytes }) => {
      const larger = new Uint8Array(bytes.length + 3)
      larger.set(bytes, 3)
      return { name, bytes: larger.subarray(3) }
    })
    const loaded = await deserializeSnapshot(moved, breathe)
    for (const text of ['我要注销公司', '个体户执照怎么办', '想办执照']) {
      const { evidence: _, ...before } = await ask(text)
      const { evidence: __, ...after } = await ask(text, { snapshot: loaded })
      expect(after).toEqual(before)
    }
  })

  test('that is loaded, and stored and loaded again, numbers its tokens as before', async () => {
    // As an example with two of these signs is cut up.
    const vocabulary = new Vocabulary(['e\ud83d', 'e\ud83e', 'e\udd14', 'e税'])
    const { routes } = snapshot
    const withSigns = {
      ...snapshot,
      routes: { ...routes, features: { ...routes.features, vocabulary } },
    }
    const once = await deserializeSnapshot(serializeSnapshot(withSigns), breathe)
    const twice = await deserializeSnapshot(serializeSnapshot(once), breathe)
    for (const { routes: loaded } of [once, twice]) {
      expect(loaded.features.vocabulary.find('e税')).toBe(3)
      expect(loaded.features.vocabulary.size).toBe(4)
    }
  })

  test('lets others go on between its blocks while it is loaded', async () => {
    const parts = serializeSnapshot(snapshot)
    let breaths = 0
    await deserializeSnapshot(parts, async () => void breaths++)
    expect(breaths).toBeGreaterThanOrEqual(parts.length)
  })

  test('of another format, or with a block missing, is refused', async () => {
    const parts = serializeSnapshot(snapshot)
    const incomplete = parts.filter(({ name }) => name !== 'base')
    await expect(deserializeSnapshot(incomplete, breathe)).rejects.toThrow('snapshot_unreadable')
    const meta = JSON.parse(new TextDecoder().decode(parts[0]!.bytes))
    const older = new TextEncoder().encode(JSON.stringify({ ...meta, format: SNAPSHOT_FORMAT - 1 }))
    const ofOldProgram = [{ name: 'meta', bytes: older }, ...parts.slice(1)]
    await expect(deserializeSnapshot(ofOldProgram, breathe)).rejects.toThrow('snapshot_unreadable')
  })

  test('keeps both judgements apart, with all that they have learnt', async () => {
    const grow = async (label: 0 | 1) => {
      const cases = Array.from({ length: 40 }, (_, n) => ({
        rows: [{ x: [n, n % 7], label: n > 20 ? label : (0 as const) }],
        weight: 1,
      }))
      return (await growForest(cases, { trees: 3, leafMin: 2, breathe: async () => {} })).forest
    }
    const { confidence } = snapshot.judgement
    const judgement = { rank: await grow(1), confidence }
    const judgementWithVectors = { rank: await grow(0), confidence }
    const both = { ...snapshot, judgement, judgementWithVectors }
    const loaded = await deserializeSnapshot(serializeSnapshot(both), breathe)
    expect(loaded.judgement).toEqual(judgement)
    expect(loaded.judgementWithVectors).toEqual(judgementWithVectors)
  })

  test('has no doubt where the item is called by its name', async () => {
    expect((await ask('公司设立登记收费吗')).doubt).toBeNull()
  })

  test('proposes for a broad question what was written beside broad examples like it', () => {
    const { parts } = makeQuery('想办个执照', plainLanguage)
    const { votes } = proposals(snapshot.broad, snapshot.index.vocabulary, parts)
    const best = [...votes]
      .sort((a, b) => b[1] - a[1])
      .map(([owner]) => snapshot.base.items[owner]!.code)
    expect(best.slice(0, 2).sort()).toEqual(['QYKB-002', 'QYKB-007'])
  })
})

describe('vectors', () => {
  test('of the built-in provider are unit vectors of the declared size', async () => {
    const [vector] = await hashEmbed(snapshot, plainLanguage)(['公司注销登记'], 'query')
    expect(vector).toHaveLength(HASH_IDENTITY.dim)
    expect(Math.hypot(...vector!)).toBeCloseTo(1, 4)
  })

  test('are searched as the mean of the best three passages, among the given items only', async () => {
    const one = (...values: number[]) => Float32Array.from(values)
    const search = searchInMemory([
      { code: code('QYKB-002'), vector: one(1, 0) },
      { code: code('QYKB-002'), vector: one(0, 1) },
      { code: code('QYKB-007'), vector: one(0, 1) },
    ])
    const all = await search(one(1, 0), null)
    expect(all.get(code('QYKB-002'))).toBeCloseTo(0.5)
    expect([...(await search(one(1, 0), [code('QYKB-007')])).keys()]).toEqual(['QYKB-007'])
  })

  test('are made of a sample of the questions, of which a new one replaces one at most', () => {
    const rowsWith = (questions: readonly string[]) => {
      const base = aKnowledgeBase({ items: [anItem({ questions })] })
      return vectorRows(base).map(({ text }) => text)
    }
    const questions = Array.from({ length: 120 }, (_, n) => `第${n}种问法`)
    const before = rowsWith(questions)
    expect(before.filter((text) => questions.includes(text))).toHaveLength(20)
    expect(before).toContain(anItem().name)
    const after = rowsWith([...questions, '新加的问法'])
    expect(after.filter((text) => !before.includes(text)).length).toBeLessThanOrEqual(1)
    expect(rowsWith(questions.slice(0, 3))).toEqual(expect.arrayContaining(questions.slice(0, 3)))
  })

  test('join the ranking when they are there, and are left out when the provider fails', async () => {
    const embed = hashEmbed(snapshot, plainLanguage)
    const rows = vectorRows(snapshot.base)
    const vectors = await embed(
      rows.map((row) => row.text),
      'passage',
    )
    const searchVectors = searchInMemory(
      rows.map((row, n) => ({ code: row.code, vector: vectors[n]! })),
    )
    const joined = await ask('登轮证', { embed, searchVectors, vectorWeight: 1 })
    expect(joined.withVectors).toBe(true)
    expect(joined.hits[0]!.channels.e).toBe(1)
    const failing: Embed = async () => Promise.reject(new Error('late'))
    const alone = await ask('登轮证', { embed: failing, searchVectors, vectorWeight: 1 })
    expect(alone.withVectors).toBe(false)
    expect(alone.hits[0]!.code).toBe('KFFW-025')
  })
})

describe('passages', () => {
  test('keep their ids while their texts stay, and change them with the text', () => {
    const before = passagesOf(anItem()).map(({ id }) => id)
    expect(passagesOf(anItem()).map(({ id }) => id)).toEqual(before)
    const after = passagesOf(anItem({ questions: ['换了个问法'] })).map(({ id }) => id)
    expect(after.filter((id) => !before.includes(id))).toHaveLength(1)
  })

  test('never hold one text twice', () => {
    const twice = anItem({ questions: ['一样的问题', '一样的问题'] })
    expect(passagesOf(twice).filter(({ text }) => text === '一样的问题')).toHaveLength(1)
  })
})

describe('words that separate neighbours', () => {
  const separators = makeSeparators(someItems(), plainLanguage)

  test('favour the side they speak for, from whichever side they were written', () => {
    const [company, sole] = separation(separators, [0, 1], clausesOf('两个股东开公司'))
    expect(company).toBeGreaterThan(0)
    expect(sole).toBe(-company!)
  })

  test('speak against their side when said in contrast', () => {
    const [company, sole] = separation(separators, [0, 1], clausesOf('不是个体户，怎么登记'))
    expect(company).toBeGreaterThan(sole!)
  })

  test('say nothing about items that are no neighbours', () => {
    expect(separation(separators, [2, 3], clausesOf('股东开公司'))).toEqual([0, 0])
  })
})

test('a broad question is shared by each item that stands beside it, once', async () => {
  const base = aKnowledgeBase({
    routes: [
      { route: 'broad', q: '想办执照', candidates: ['QYKB-007', 'QYKB-002', 'QYKB-007'].map(code) },
      { route: 'broad', q: '别的', candidates: [code('QYKB-999')] },
      { route: 'smalltalk', q: '你好', candidates: [] },
    ],
  })
  const shared = await sharedQuestions(base, { language: plainLanguage, breathe: async () => {} })
  expect(shared.map(({ owners }) => owners)).toEqual([[1, 0]])
})

test('the glossary adds the catalogue word for dialect, English and synonyms', () => {
  const expand = makeExpand(aKnowledgeBase().glossary, plainLanguage)
  expect(expand('登轮的事咋弄').map(({ text }) => text)).toEqual(['怎么办理'])
  expect(expand('need a boarding permit').map(({ text }) => text)).toEqual(['登轮证'])
  expect(expand('办执照').map(({ text }) => text)).toEqual(['营业执照'])
  expect(expand('办营业执照')).toEqual([])
})

test('every row of the glossary is found in its own words', async () => {
  const loaded = await loadKnowledgeFolder('knowledge')
  const { glossary } = loaded.kind === 'ok' ? loaded.base : aKnowledgeBase()
  expect(glossary.english.length).toBeGreaterThan(300)
  const expand = makeExpand(glossary, plainLanguage)
  const unheard = glossary.english.filter(
    ({ en, zh }) => !expand(`about ${en.toLowerCase()}, please`).some(({ text }) => text === zh),
  )
  expect(unheard).toEqual([])
})
