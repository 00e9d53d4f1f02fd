// Vectors of an embedding server for a version, and what they teach about being sure: the questions
// of the calibration are compared with every passage on its way into the store.
import type { Breathe } from '../../kernel/clock.ts'
import type { CalibrationExample, KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { KnowledgeStore } from '../../knowledge/ports.ts'
import { LlmFault } from '../../llm/fault.ts'
import {
  calibrate,
  calibrationQuestions,
  drawnExamples,
  isCalibrated,
} from '../../retrieval/learning/calibration.ts'
import { namesOf } from '../../retrieval/names.ts'
import type { Language } from '../../retrieval/ports.ts'
import { makeReadQuery } from '../../retrieval/read-query.ts'
import type { Snapshot } from '../../retrieval/snapshot.ts'
import { VectorScores } from '../../retrieval/vector-scores.ts'
import { vectorRows } from '../../retrieval/vectors.ts'
import { addVectors, type ToAdd } from './embedding.ts'

type Calibrating = Omit<ToAdd, 'rows' | 'onVector'> &
  Readonly<{
    snapshot: Snapshot
    language: Language
    breathe: Breathe
    /** At which the chat will weigh these vectors. */
    weight: number
  }>

/**
 * Stores the vectors, and returns the snapshot with a judgement that knows them, or with none where
 * the server is too slow for questions.
 */
export async function addCalibratedVectors(
  store: Pick<KnowledgeStore, 'addChunks'>,
  versionId: string,
  { snapshot, language, breathe, weight, ...adding }: Calibrating,
): Promise<Snapshot> {
  const { base } = snapshot
  const examples = isCalibrated(base) ? drawnExamples(base) : []
  const scores = await scoresFor(base, examples, adding)
  const position = new Map<string, number>(base.items.map(({ code }, owner) => [code, owner]))
  await addVectors(store, versionId, {
    ...adding,
    rows: vectorRows(base),
    onVector: async ({ code }, vector) => {
      scores?.add(position.get(code)!, vector)
      await breathe()
    },
  })
  // What it had learnt before it learnt of other vectors.
  if (scores === null) return { ...snapshot, judgementWithVectors: null }
  const readQuery = makeReadQuery(snapshot, language)
  const questions = await calibrationQuestions(base, examples, { readQuery, breathe })
  const parts = { ...snapshot, names: namesOf(base, language) }
  const vectors = { weight, of: (n: number) => scores.of(n) }
  const judgementWithVectors = await calibrate(questions, parts, { language, breathe, vectors })
  return { ...snapshot, judgementWithVectors }
}

/** A question is embedded in the time that the chat would give it, so few at a time. */
const AT_A_TIME = 8
/** A server that is too slow is so each time; that one answer among hundreds is late means nothing. */
const TRIES = 3

async function scoresFor(
  base: KnowledgeBase,
  examples: readonly CalibrationExample[],
  adding: Pick<ToAdd, 'embed' | 'progress' | 'signal'>,
): Promise<VectorScores | null> {
  if (examples.length === 0) return null
  const questions: Float32Array[] = []
  adding.progress(`校准问句生成向量(${examples.length} 句)`)
  try {
    for (let start = 0; start < examples.length; start += AT_A_TIME) {
      const texts = examples.slice(start, start + AT_A_TIME).map(({ q }) => q)
      questions.push(...(await embedExamples(texts, adding)))
    }
  } catch (error) {
    if (!(error instanceof LlmFault)) throw error
    // The words alone then tell how sure an answer is: more careful, and not wrong.
    adding.progress('向量服务答得太慢,按词语校准')
    return null
  }
  return new VectorScores(questions, base.items.length)
}

async function embedExamples(
  texts: readonly string[],
  { embed, signal }: Pick<ToAdd, 'embed' | 'signal'>,
): ReturnType<ToAdd['embed']> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await embed(texts, 'example', signal)
    } catch (error) {
      if (!(error instanceof LlmFault) || attempt === TRIES || signal?.aborted) throw error
    }
  }
}
