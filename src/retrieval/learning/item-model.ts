// Channel L: a linear model that tells the item from the sentence, trained on the knowledge
// base's own questions. Training happens in two portions: first without the questions held out
// for calibration, then, once they have been used, with everything.
import type { Breathe } from '../../kernel/clock.ts'
import type { TokenizedPassage } from '../search-index.ts'
import type { TokenPart } from '../vocabulary.ts'
import { predictLinear, startTraining, type TrainingSample } from './linear-model.ts'
import type { TextModel } from './text-model.ts'
import { learnTfIdf, toSparseParts } from './tf-idf.ts'

export type ItemModel = TextModel

const PASSES_HELD_OUT = 4
const PASSES_ALL = 1
const RATE = 5
/** Features of fewer passages are chance (measured: no loss, half the size). */
const DOCUMENTS_MIN = 3

export type ItemModels = Readonly<{
  /** Has never seen the held-out passages. */
  heldOut: ItemModel
  /** Has seen everything; asked only after `heldOut` has been used. */
  finish(): Promise<ItemModel>
}>

/** A question that several items fit, by their positions. */
export type SharedQuestion = Readonly<{ tokens: readonly string[]; owners: readonly number[] }>

/**
 * Trains on every passage that speaks as people ask, and on questions that leave open which item is
 * meant: those teach it to spread. `codes` are the labels, by item position.
 */
export async function trainItemModels(
  passages: readonly TokenizedPassage[],
  isHeldOut: (passage: TokenizedPassage) => boolean,
  options: Readonly<{
    codes: readonly string[]
    shared: readonly SharedQuestion[]
    breathe: Breathe
    progress?: ((share: number) => void) | undefined
  }>,
): Promise<ItemModels> {
  const asked = passages.filter((passage) => passage.kind !== 'facts')
  const known = [
    ...asked.map(({ tokens, owner }) => ({ tokens, owners: [owner] })),
    ...options.shared,
  ]
  const { features, vectors } = await learnTfIdf(
    known.map((one) => () => one.tokens.filter((token) => token[0] !== 'p')),
    DOCUMENTS_MIN,
    options.breathe,
  )
  const samples = known.map(
    ({ owners }, n): TrainingSample => ({ x: vectors[n]!, labels: owners, weight: 1 }),
  )
  const trainer = startTraining({
    labels: options.codes,
    features: features.vocabulary.size,
    epochs: PASSES_HELD_OUT + PASSES_ALL,
    rate: RATE,
    breathe: options.breathe,
    progress: options.progress,
  })
  await trainer.train(
    samples.filter((_, n) => n >= asked.length || !isHeldOut(asked[n]!)),
    PASSES_HELD_OUT,
  )
  return {
    heldOut: { features, model: await trainer.model() },
    finish: async () => {
      await trainer.train(samples, PASSES_ALL)
      return { features, model: await trainer.model() }
    },
  }
}

/** The probability of every item, by position. */
export function predictItem(model: ItemModel, parts: readonly TokenPart[]): Float32Array {
  return predictLinear(model.model, toSparseParts(model.features, parts))
}
