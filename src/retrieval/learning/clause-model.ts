// Tells the clauses of a message that bear its matter from those that only stand beside it: what is
// behind already, what others do, what is left for later, which office sends one on. How people say so
// is endless; but of a question whose item is known, the clauses that point to another item are such.
import type { Breathe } from '../../kernel/clock.ts'
import { mapBreathing } from '../../kernel/map-breathing.ts'
import { type Clause, withoutEnd } from '../clauses.ts'
import type { Query } from '../query.ts'
import { type ItemModel, predictItem } from './item-model.ts'
import { predictLinear } from './linear-model.ts'
import { type LabelledDocument, type TextModel, trainTextModel } from './text-model.ts'
import { toSparse } from './tf-idf.ts'

export type ClauseModel = TextModel

/** A question and the positions of the items that answer it. */
export type AskedOf = Readonly<{ query: Query; owners: readonly number[] }>

const LABELS = ['beside', 'matter'] as const
const PASSES = 8
const RATE = 2
const DOCUMENTS_MIN = 2
/** A clause that points to no item as likely as this teaches nothing. */
const POINTS_MIN = 0.15

/** Learns from questions whose items are known. */
export async function trainClauses(
  questions: readonly AskedOf[],
  items: ItemModel,
  breathe: Breathe,
): Promise<ClauseModel> {
  const documents = await mapBreathing(questions, breathe, (one) => labelled(one, items))
  return trainTextModel(documents.flat(), {
    labels: LABELS,
    documentsMin: DOCUMENTS_MIN,
    passes: PASSES,
    rate: RATE,
    breathe,
  })
}

/** The clauses of a question that point to its item, or to another. */
function labelled({ query, owners }: AskedOf, items: ItemModel): LabelledDocument[] {
  const { clauses, alike } = query
  if (clauses.length < 2 || owners.length === 0) return []
  return alike.flatMap((part, n) => {
    const likely = predictItem(items, [part])
    const own = Math.max(0, ...owners.map((owner) => likely[owner]!))
    const other = likely.reduce(
      (most, p, owner) => (p > most && !owners.includes(owner) ? p : most),
      0,
    )
    if (Math.max(own, other) < POINTS_MIN) return []
    const document = () => clauseTokens(clauses, n)
    return [{ document, label: own > other ? 1 : 0, weight: Math.abs(own - other) }]
  })
}

/** How likely each clause bears the matter, 0 to 1; a single one does. */
export function bearings(
  { features, model }: ClauseModel,
  clauses: readonly Clause[],
): readonly number[] {
  if (clauses.length < 2) return clauses.map(() => 1)
  return clauses.map(
    (_, n) => predictLinear(model, toSparse(features, clauseTokens(clauses, n)))[1]!,
  )
}

const LAST = 4
const FIRST = 3
const MANY = 6

/** How the clause reads, where it stands, and what stands around it. */
function clauseTokens(clauses: readonly Clause[], n: number): string[] {
  const { text, kind } = clauses[n]!
  const said = withoutEnd(text)
  const left = clauses.length - 1 - n
  const out = [
    `end${Math.min(LAST, left)}`,
    `from${Math.min(FIRST, n)}`,
    `of${Math.min(MANY, clauses.length)}`,
    `end${Math.min(LAST, left)}of${Math.min(MANY, clauses.length)}`,
    `kind:${kind}`,
    `asks:${/[?？]\s*$/u.test(text)}`,
    `long${Math.min(MANY, said.length >> 2)}`,
  ]
  for (const length of [1, 2, 3, 4])
    out.push(`^${said.slice(0, length)}`, `$${said.slice(-length)}`)
  for (const length of [1, 2, 3]) {
    for (let at = 0; at + length <= said.length; at++) out.push(`n${said.slice(at, at + length)}`)
  }
  const next = clauses[n + 1]
  const before = clauses[n - 1]
  for (const length of [1, 2, 3]) {
    if (next !== undefined) out.push(`>${next.text.slice(0, length)}`)
    if (before !== undefined) out.push(`<${withoutEnd(before.text).slice(-length)}`)
  }
  if (next !== undefined) out.push(`>kind:${next.kind}`)
  if (before !== undefined) out.push(`<kind:${before.kind}`)
  return out
}
