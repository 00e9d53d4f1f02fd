// Which part of an item's record a message asks for: a linear model over how the message ends and
// what its words cue, trained on labelled questions.
import type { Breathe } from '../../kernel/clock.ts'
import type { ItemCode } from '../../kernel/ids.ts'
import { mapBreathing } from '../../kernel/map-breathing.ts'
import { FIELDS, type Field } from '../../knowledge/field.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { type FieldScore, scoreFields } from '../field-cues.ts'
import { withoutDecoys } from '../field-decoys.ts'
import { normalize } from '../normalize.ts'
import type { Language } from '../ports.ts'
import { predictLinear, softmax } from './linear-model.ts'
import { endingOf, pushGrams } from './route-features.ts'
import { type TextModel, trainTextModel } from './text-model.ts'
import { toSparse } from './tf-idf.ts'

export type FieldModel = TextModel &
  Readonly<{
    /** Per item: how much more often each field is asked for than of others, as logarithms. */
    habits: ReadonlyMap<ItemCode, readonly number[]>
  }>

export type FieldGuess = Readonly<{ field: Field; probability: number }>

const PASSES = 10
const RATE = 5
const DOCUMENTS_MIN = 2

/** Examples of the calibration were labelled with the most care. */
const CALIBRATED_WEIGHT = 3

type Labelled = Pick<KnowledgeBase, 'fields' | 'calibration' | 'items'>

/** Trains on the examples of the knowledge base, those of its calibration among them. */
export async function trainFieldModel(
  { fields, calibration, items }: Labelled,
  deps: Readonly<{ language: Pick<Language, 'simplify'>; breathe: Breathe }>,
): Promise<FieldModel> {
  const examples = [
    ...fields.map((example) => ({ ...example, weight: 1 })),
    ...calibration.flatMap(({ q, field }) =>
      field === null ? [] : [{ q, field, weight: CALIBRATED_WEIGHT }],
    ),
  ]
  const texts = await mapBreathing(examples, deps.breathe, ({ q }) =>
    readField(normalize(q, deps.language)),
  )
  const documents = examples.map(({ field, weight }, n) => ({
    document: () => fieldTokens(texts[n]!),
    label: FIELDS.indexOf(field),
    weight,
  }))
  const learnt = await trainTextModel(documents, {
    labels: FIELDS,
    documentsMin: DOCUMENTS_MIN,
    passes: PASSES,
    rate: RATE,
    breathe: deps.breathe,
  })
  const habits = habitsOf({ fields, calibration, items })
  return { ...learnt, habits }
}

/** So many examples of every field are taken for granted, shared out as they are asked for at large. */
const HABIT_PRIOR = 20

/** What is usually asked of each item, from the examples that are about it. */
function habitsOf({ fields, calibration, items }: Labelled): FieldModel['habits'] {
  const owners = new Map(items.flatMap(({ code, questions }) => questions.map((q) => [q, code])))
  const asked = [
    ...fields.map(({ q, field }) => ({ field, code: owners.get(q) })),
    ...calibration.map(({ field, items: [code] }) => ({ field, code })),
  ]
  const none = () => FIELDS.map(() => 0)
  const counts = new Map(items.map(({ code }) => [code, none()]))
  const all = none()
  for (const { field, code } of asked) {
    if (field === null || code === undefined) continue
    const n = FIELDS.indexOf(field)
    all[n]! += 1
    const own = counts.get(code)
    if (own !== undefined) own[n]! += 1
  }
  const usual = all.map((count) => (count + 1) / (sumOf(all) + FIELDS.length))
  return new Map(
    [...counts].map(([code, own]) => {
      const whole = sumOf(own) + HABIT_PRIOR
      const shares = own.map((count, n) => (count + HABIT_PRIOR * usual[n]!) / whole)
      return [code, shares.map((share, n) => Math.log(share / usual[n]!))]
    }),
  )
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

/** How much the habit counts beside the words (fitted). */
const HABIT_WEIGHT = 0.8

/** The examples ask for conditions more often, and for an overview less, than people do (fitted). */
const LEAN: Partial<Record<Field, number>> = { conditions: -0.7, overview: 0.5 }

/** All fields, the likeliest first; `code` is the item that the message is most likely about. */
export function guessFields(
  { features, model, habits }: FieldModel,
  normalized: string,
  code: ItemCode | null,
): readonly FieldGuess[] {
  const habit = code === null ? undefined : habits.get(code)
  const text = readField(normalized)
  const p = predictLinear(model, toSparse(features, fieldTokens(text)))
  const cued = new Map(text.cues.map(({ field, score }) => [field, score]))
  // Logits: the model's own, and once more the cue, which is right more often than examples are many.
  const logits = Float32Array.from(
    FIELDS,
    (field, n) =>
      Math.log((p[n] ?? 0) + FLOOR) +
      (cued.get(field) ?? 0) / CUE_FULL +
      HABIT_WEIGHT * (habit?.[n] ?? 0) +
      (LEAN[field] ?? 0),
  )
  softmax(logits)
  return FIELDS.map((field, n) => ({ field, probability: logits[n] ?? 0 })).sort(
    (a, b) => b.probability - a.probability,
  )
}

const FLOOR = 1e-4

/** How many times a cue of full strength is counted. */
const CUE_TIMES = 10
const CUE_FULL = 5

/** What the tokens of a text are made from. */
type FieldText = Readonly<{ said: string; ending: string; cues: readonly FieldScore[] }>

function readField(normalized: string): FieldText {
  const said = withoutDecoys(normalized)
  return { said, ending: endingOf(said), cues: scoreFields(normalized) }
}

function fieldTokens({ said, ending, cues }: FieldText): string[] {
  const out: string[] = []
  const last = `${ending.split(' ').at(-1) ?? ''}$`
  pushGrams(last, 'l', [1, 2, 3, 4], out)
  pushGrams(ending, 'e', [1, 2, 3, 4], out)
  pushGrams(said, 'n', [1, 2, 3], out)
  for (const { field, score } of cues) {
    const times = Math.round((CUE_TIMES * score) / CUE_FULL)
    for (let n = 0; n < times; n++) out.push(`c${field}`)
  }
  return out
}
