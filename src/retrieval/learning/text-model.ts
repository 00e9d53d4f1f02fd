// A linear model together with the features that it looks at, learnt from labelled texts in one go.
import type { Breathe } from '../../kernel/clock.ts'
import { type LinearModel, startTraining } from './linear-model.ts'
import { type Document, learnTfIdf, type TfIdf } from './tf-idf.ts'

export type TextModel = Readonly<{ features: TfIdf; model: LinearModel }>

export type LabelledDocument = Readonly<{
  document: Document
  /** By its position among the labels. */
  label: number
  weight: number
}>

export type TextModelOptions = Readonly<{
  labels: readonly string[]
  /** Features of fewer texts are left out. */
  documentsMin: number
  passes: number
  rate: number
  breathe: Breathe
}>

/** Learns features and weights; the same texts in the same order always give the same model. */
export async function trainTextModel(
  texts: readonly LabelledDocument[],
  { labels, documentsMin, passes, rate, breathe }: TextModelOptions,
): Promise<TextModel> {
  const { features, vectors } = await learnTfIdf(
    texts.map(({ document }) => document),
    documentsMin,
    breathe,
  )
  const samples = texts.map(({ label, weight }, n) => ({ x: vectors[n]!, labels: [label], weight }))
  const trainer = startTraining({
    labels,
    features: features.vocabulary.size,
    epochs: passes,
    rate,
    breathe,
  })
  await trainer.train(samples, passes)
  return { features, model: await trainer.model() }
}
