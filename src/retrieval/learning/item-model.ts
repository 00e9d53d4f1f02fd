// Channel L: a linear model that tells the item from the sentence, trained on the knowledge base's
// own names, summaries, aliases and questions. Where the calibration needs questions that the model
// has not seen, training happens in two portions: first without those, then, once they have been
// used, with everything. Where none are held out, the first portion is the whole.
import type { Breathe } from '../../kernel/clock.ts'
import type { TokenizedPassage } from '../search-index.ts'
import type { TokenPart } from '../vocabulary.ts'
import { predictLinear, startTraining, type TrainingSample } from './linear-model.ts'
import type { TextModel } from './text-model.ts'
import { learnTfIdf, toSparseParts } from './tf-idf.ts'

export type ItemModel = TextModel

/** Over all but the held-out passages. */
const PASSES_FIRST = 4
/** Over everything, after the calibration. */
const PASSES_FINISH = 1
const RATE = 5
/** Features of fewer passages are chance (measured: no loss, half the size). */
const DOCUMENTS_MIN = 3

export type ItemModels = Readonly<{
  /** After the first portion: has never seen the held-out passages, and all the others. */
  first: ItemModel
  /** Goes on with everything, held-out passages included, where there are such; to be asked once. */
  finish(): Promise<ItemModel>
}>

/** A question that several items fit, by their positions. */
export type SharedQuestion = Readonly<{ tokens: readonly string[]; owners: readonly number[] }>

/**
 * Trains on every passage but the facts, in whose words nobody asks, and on questions that leave open
 * which item is meant: those teach it to spread. `codes` are the labels, by item position; `progress`
 * is told a share of both portions together, 0 to 1.
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
  const examples = [
    ...asked.map(({ tokens, owner }) => ({ tokens, owners: [owner] })),
    ...options.shared,
  ]
  const { features, vectors } = await learnTfIdf(
    examples.map((one) => () => withoutSounds(one.tokens)),
    DOCUMENTS_MIN,
    options.breathe,
  )
  const samples = examples.map(
    ({ owners }, n): TrainingSample => ({ x: vectors[n]!, labels: owners, weight: 1 }),
  )
  const trainer = startTraining({
    labels: options.codes,
    features: features.vocabulary.size,
    epochs: PASSES_FIRST + PASSES_FINISH,
    rate: RATE,
    breathe: options.breathe,
    progress: options.progress,
  })
  const seen = samples.filter((_, n) => n >= asked.length || !isHeldOut(asked[n]!))
  await trainer.train(seen, PASSES_FIRST)
  const first = { features, model: await trainer.model() }
  if (seen.length === samples.length) return finished(first)
  return {
    first,
    finish: async () => {
      await trainer.train(samples, PASSES_FINISH)
      return { features, model: await trainer.model() }
    },
  }
}

/** By itself, so that nothing of the training is kept in memory. */
const finished = (model: ItemModel): ItemModels => ({ first: model, finish: async () => model })

/** Bigrams of sounds are for the lexical channels alone. */
const withoutSounds = (tokens: readonly string[]) => tokens.filter((token) => token[0] !== 'p')

/** The probability of every item, by position. */
export function predictItem(model: ItemModel, parts: readonly TokenPart[]): Float32Array {
  return predictLinear(model.model, toSparseParts(model.features, parts))
}
