import { beforeAll, describe, expect, test, vi } from 'vitest'
import { makeLanguage } from '../../../src/chinese/language.ts'
import { buildParts } from '../../../src/compose/knowledge/building/build.ts'
import { lessonsElsewhere } from '../../../src/compose/knowledge/building/lessons-elsewhere.ts'
import type { ThreadLost } from '../../../src/compose/knowledge/building/thread.ts'
import type { LoggedCause } from '../../../src/kernel/cause.ts'
import type { CalibrationExample, KnowledgeBase } from '../../../src/knowledge/knowledge-base.ts'
import type { SnapshotPart } from '../../../src/knowledge/ports.ts'
import { dictionaryWords } from '../../../src/retrieval/dictionary.ts'
import { lessonsOf } from '../../../src/retrieval/lessons.ts'
import { aKnowledgeBase } from '../../builders/knowledge-base.ts'

const APART = true
const HERE = false
// Each thread reads the program's sources anew.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const { items } = aKnowledgeBase()
const calibration = Array.from({ length: 280 }, (_, n): CalibrationExample => {
  const item = items[n % items.length]!
  return {
    // With half a character at the end of a token.
    q: `我是第${n}家公司😀,已经注册好了,${item.name}要多久`,
    items: n % 7 === 0 ? [] : [item.code],
    field: 'time_limit',
    style: n % 3 === 0 ? 'winding' : 'plain',
  }
})
const base = aKnowledgeBase({ calibration })

function telling() {
  const lost: LoggedCause[] = []
  const steps: string[] = []
  const onLost = (error: LoggedCause) => lost.push(error)
  const progress = (step: string) => steps.push(step)
  return { lost, steps, deps: { breathe: async () => {}, onLost, progress } }
}

/** No thread can be given what cannot be copied. */
const notToBeCopied = (one: KnowledgeBase): KnowledgeBase => ({ ...one, ...{ act: () => {} } })

const named = (parts: readonly SnapshotPart[]) =>
  new Map(parts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')]))

describe('a knowledge base that is built in threads', () => {
  let here: ReturnType<typeof named>
  beforeAll(async () => {
    here = named(await buildParts(base, telling().deps, HERE))
    expect(here.get('judgement/roots')).not.toBe('')
  })

  test('is the same to the byte', async () => {
    const { deps, steps, lost } = telling()
    expect(named(await buildParts(base, deps, APART))).toEqual(here)
    expect(steps).toContain('校准')
    expect(lost).toEqual([])
  })
})

test.each([
  ['when no thread can be had, which is said', APART, 1],
  ['when it is small', undefined, 0],
])('a knowledge base is built here %s', async (_, apart, times) => {
  const small = aKnowledgeBase()
  const { deps, lost } = telling()
  const built = named(await buildParts(notToBeCopied(small), deps, apart))
  expect(built).toEqual(named(await buildParts(small, deps, HERE)))
  expect(lost).toHaveLength(times)
})

test('what a lost thread owes is learnt here, and it is told once', async () => {
  const deps = { language: await makeLanguage(dictionaryWords(base)), breathe: async () => {} }
  const here = lessonsOf(base, deps)
  const lost: ThreadLost[] = []
  const onLost = (error: ThreadLost) => lost.push(error)
  const lessons = lessonsElsewhere(notToBeCopied(base), { here, onLost })
  expect(await lessons.fields()).toEqual(await here.fields())
  expect(await lessons.asides()).toEqual(await here.asides())
  expect(lost).toHaveLength(1)
})

test.each([
  [
    'of the thread that builds',
    { calibration: [...calibration, { ...calibration[0]!, q: null! }] },
  ],
  ['of a thread beside it', { fields: [{ q: null!, field: 'time_limit' as const }] }],
])('a fault %s is the fault of the whole', async (_, wrong) => {
  const { deps, lost } = telling()
  await expect(buildParts({ ...base, ...wrong }, deps, APART)).rejects.toThrow(TypeError)
  expect(lost).toEqual([])
})

test('building is given up at once when the process ends', async () => {
  const ending = new AbortController()
  const { deps, lost } = telling()
  const progress = () => ending.abort(new Error('ending'))
  const built = buildParts(base, { ...deps, progress, ending: ending.signal }, APART)
  await expect(built).rejects.toThrow('ending')
  expect(lost).toEqual([])
})
