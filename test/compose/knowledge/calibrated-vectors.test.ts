import { beforeAll, expect, test } from 'vitest'
import { addCalibratedVectors } from '../../../src/compose/knowledge/calibrated-vectors.ts'
import type { CalibrationExample } from '../../../src/knowledge/knowledge-base.ts'
import type { KnowledgeStore } from '../../../src/knowledge/ports.ts'
import { LlmFault } from '../../../src/llm/fault.ts'
import type { Embed } from '../../../src/retrieval/ports.ts'
import { buildSnapshot, type Snapshot } from '../../../src/retrieval/snapshot.ts'
import { deserializeSnapshot, serializeSnapshot } from '../../../src/retrieval/snapshot-codec.ts'
import { hashEmbed, vectorRows } from '../../../src/retrieval/vectors.ts'
import { aKnowledgeBase } from '../../builders/knowledge-base.ts'
import { plainLanguage } from '../../builders/language.ts'

const breathe = async () => {}
let snapshot: Snapshot

beforeAll(async () => {
  const { items } = aKnowledgeBase()
  const calibration = Array.from({ length: 220 }, (_, n): CalibrationExample => {
    const item = items[n % items.length]!
    return {
      q: `第${n}个问题,${item.name}要多久`,
      items: [item.code],
      field: 'time_limit',
      style: n % 3 === 0 ? 'winding' : 'plain',
    }
  })
  snapshot = await buildSnapshot(aKnowledgeBase({ calibration }), {
    language: plainLanguage,
    breathe,
  })
})

function storing() {
  const kept: string[] = []
  const addChunks: KnowledgeStore['addChunks'] = async (_, chunks) => {
    kept.push(...chunks.map(({ id }) => id))
  }
  return { kept, store: { addChunks } }
}

const add = (
  store: Pick<KnowledgeStore, 'addChunks'>,
  embed: Embed,
  weight = 1,
  before: Snapshot = snapshot,
) =>
  addCalibratedVectors(store, '7', {
    snapshot: before,
    language: plainLanguage,
    breathe,
    embed,
    weight,
    progress: () => {},
  })

test('every passage is stored, and the judgement that knows the vectors survives the store', async () => {
  const { kept, store } = storing()
  const calibrated = await add(store, hashEmbed(snapshot, plainLanguage))
  expect(kept).toEqual(vectorRows(snapshot.base).map(({ id }) => id))
  expect(snapshot.judgementWithVectors).toBeNull()
  const learnt = calibrated.judgementWithVectors
  expect(learnt?.rank.roots.length).toBeGreaterThan(0)
  expect(learnt?.confidence.model.weights.length).toBeGreaterThan(0)
  const loaded = await deserializeSnapshot(serializeSnapshot(calibrated), breathe)
  expect(loaded.judgementWithVectors).toEqual(learnt)
  expect(loaded.judgement).toEqual(calibrated.judgement)
})

test('how sure an answer is is learnt at the weight that the vectors have', async () => {
  const hash = hashEmbed(snapshot, plainLanguage)
  const at = (weight: number) => add(storing().store, hash, weight)
  expect((await at(3)).judgementWithVectors).not.toEqual((await at(1)).judgementWithVectors)
})

test('a server too slow for questions still gives its vectors; the words tell how sure an answer is', async () => {
  const hash = hashEmbed(snapshot, plainLanguage)
  const ofOtherVectors = await add(storing().store, hash)
  const { kept, store } = storing()
  const tooSlow: Embed = async (texts, kind) => {
    if (kind === 'example') throw new LlmFault('late', 'too slow')
    return hash(texts, kind)
  }
  const calibrated = await add(store, tooSlow, 1, ofOtherVectors)
  expect(kept).toHaveLength(vectorRows(snapshot.base).length)
  expect(calibrated.judgementWithVectors).toBeNull()
})

test('one late answer among many does not keep the judgement from being learnt', async () => {
  const hash = hashEmbed(snapshot, plainLanguage)
  let calls = 0
  const calibrated = await add(storing().store, async (texts, kind) => {
    if (kind === 'example' && ++calls === 20) throw new LlmFault('late', 'slow once')
    return hash(texts, kind)
  })
  expect(calibrated.judgementWithVectors).not.toBeNull()
})
