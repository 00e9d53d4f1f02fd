// Tells whether a sentence asks about an item at all, or what else it wants: a linear model over
// the same tokens, trained on the route examples against the items' questions. Questions are
// labelled by section: ten narrow classes are easier to separate from complaints about the same
// things than one wide one (measured: +10 points).
import type { Breathe } from '../../kernel/clock.ts'
import { ROUTES, type Route } from '../../knowledge/knowledge-base.ts'
import { SECTION_CODES, type SectionCode } from '../../knowledge/service-item.ts'
import { predictLinear } from './linear-model.ts'
import { type RouteText, readRoute, routeTokens } from './route-features.ts'
import { type TextModel, trainTextModel } from './text-model.ts'
import { toSparse } from './tf-idf.ts'

export type RouteModel = TextModel &
  Readonly<{
    /** Words that name subjects; the pattern of a sentence leaves them out. */
    domain: ReadonlySet<string>
  }>

/** Probabilities per route, and of an ordinary question about an item. They sum to 1. */
export type RouteProbabilities = Readonly<Record<Route | 'question', number>>

const LABELS: readonly (Route | SectionCode)[] = [...ROUTES, ...SECTION_CODES]
const PASSES = 4
const RATE = 5
const DOCUMENTS_MIN = 4
/** Questions weigh together this many times what all route examples do, however many there are. */
const QUESTIONS_PER_ROUTE = 1.8

const isRoute = (label: Route | SectionCode) => (ROUTES as readonly string[]).includes(label)

export type LabelledText = Readonly<{ text: RouteText; label: Route | SectionCode }>

/** Learns features and weights from all labelled sentences. */
export async function trainRoutes(
  sentences: readonly LabelledText[],
  breathe: Breathe,
): Promise<TextModel> {
  const routed = sentences.filter(({ label }) => isRoute(label)).length
  const asked = sentences.length - routed
  const weightAsked = Math.min(1, (QUESTIONS_PER_ROUTE * routed) / Math.max(1, asked))
  const texts = sentences.map(({ text, label }) => ({
    document: () => routeTokens(text),
    label: LABELS.indexOf(label),
    weight: isRoute(label) ? 1 : weightAsked,
  }))
  return trainTextModel(texts, {
    labels: LABELS,
    documentsMin: DOCUMENTS_MIN,
    passes: PASSES,
    rate: RATE,
    breathe,
  })
}

/** What a message wants; `words` are its search tokens. */
export function predictRoutes(
  { features, model, domain }: RouteModel,
  normalized: string,
  words: readonly string[],
): RouteProbabilities {
  const p = predictLinear(
    model,
    toSparse(features, routeTokens(readRoute(normalized, words, domain))),
  )
  const found = Object.fromEntries(ROUTES.map((route, n) => [route, p[n] ?? 0]))
  const question = p.slice(ROUTES.length).reduce((sum, share) => sum + share, 0)
  return { ...(found as Record<Route, number>), question }
}
