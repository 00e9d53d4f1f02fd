// Tells clauses that say nothing of the matter (greetings, who one is, how one would like it told)
// from those that do: a linear model over the examples of the one against the clauses of questions and
// of all other messages. New wordings of what people say around a question are endless; a list is not.
import type { Breathe } from '../../kernel/clock.ts'
import { mapBreathing } from '../../kernel/map-breathing.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { normalize } from '../normalize.ts'
import type { Language } from '../ports.ts'
import { bare, segmentsOf } from '../segments.ts'
import { tokenize } from '../tokenize.ts'
import { predictLinear } from './linear-model.ts'
import { type TextModel, trainTextModel } from './text-model.ts'
import { toSparse } from './tf-idf.ts'

export type AsideModel = TextModel

const LABELS = ['aside', 'matter'] as const
const PASSES = 4
const RATE = 1
const DOCUMENTS_MIN = 2
/** Of so many questions one is taken: there are far more of them than of asides. */
const QUESTION_EVERY = 6
/** The asides, and the clauses that only sound like them, each weigh this much beside all the rest. */
const EXAMPLES_SHARE = 0.1

type Deps = Readonly<{ language: Language; breathe: Breathe }>

/** Learns from the examples of the knowledge base, its questions and what is sent elsewhere. */
export async function trainAsides(base: KnowledgeBase, deps: Deps): Promise<AsideModel> {
  const { language, breathe } = deps
  const clean = (clauses: readonly string[]) => clauses.map((one) => normalize(one, language))
  const asides = clean(base.asides.aside)
  const matters = clean(base.asides.matter)
  const others = await clausesAsked(base, new Set(asides), deps)
  const examples = [
    ...asides.map((clause) => ({ clause, label: 0, among: asides.length })),
    ...matters.map((clause) => ({ clause, label: 1, among: matters.length })),
  ].map((row) => ({
    ...row,
    weight: Math.max(1, (EXAMPLES_SHARE * others.length) / row.among),
  }))
  const rows = [...examples, ...others.map((clause) => ({ clause, label: 1, weight: 1 }))]
  const texts = rows.map(({ clause, label, weight }) => ({
    document: () => asideTokens(clause, language),
    label,
    weight,
  }))
  return trainTextModel(texts, {
    labels: LABELS,
    documentsMin: DOCUMENTS_MIN,
    passes: PASSES,
    rate: RATE,
    breathe,
  })
}

/** The clauses of questions and of all other messages but small talk, without those known as asides. */
async function clausesAsked(
  { items, routes }: KnowledgeBase,
  asides: ReadonlySet<string>,
  { language, breathe }: Deps,
): Promise<readonly string[]> {
  const asked = [
    ...items.flatMap(({ questions }) => questions).filter((_, n) => n % QUESTION_EVERY === 0),
    ...routes.filter(({ route }) => route !== 'smalltalk').map(({ q }) => q),
  ]
  const clauses = await mapBreathing(asked, breathe, (q) => segmentsOf(normalize(q, language)))
  return clauses
    .flat()
    .map(bare)
    .filter((clause) => clause.length > 1 && !asides.has(clause))
}

/** How likely it is that the clause says nothing of the matter, 0 to 1. */
export const asideness = (
  { features, model }: AsideModel,
  clause: string,
  language: Language,
): number => predictLinear(model, toSparse(features, asideTokens(clause, language)))[0] ?? 0

/** Its words and characters, and how it begins and ends. */
function asideTokens(clause: string, language: Language): string[] {
  const words = tokenize(clause, language).filter((token) => token[0] !== 'p')
  return [...words, `^${clause.slice(0, 2)}`, `$${clause.slice(-2)}`]
}
