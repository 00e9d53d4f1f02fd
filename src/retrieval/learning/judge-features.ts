// What is known of a question and its candidates when it is judged whether the first is right.
import { ROUTES } from '../../knowledge/knowledge-base.ts'
import { intentsOf } from '../acts/intent.ts'
import type { Proposals } from '../broad.ts'
import type { Evidence } from '../evidence.ts'
import { type Names, namedLength } from '../names.ts'
import type { Query } from '../query.ts'
import { type Separators, undecided } from '../separate.ts'
import { styleFeatures } from '../style.ts'
import type { RouteProbabilities } from './route-model.ts'

export type JudgeInput = Readonly<{
  query: Query
  evidence: Evidence
  routes: RouteProbabilities
  /** What broad examples propose, by item position. */
  proposed: Proposals
  separators: Separators
  names: Names
}>

const FRONT = 6
const FLOOR = 1e-3
/** Added to a length, so that a word or two does not weigh too much. */
const SHORT = 5

/** The features of one judgement, in the order that fitting and use share. */
export function judgeFeatures(judged: JudgeInput): number[] {
  const { query, evidence, routes, proposed } = judged
  const front = evidence.candidates.slice(0, FRONT)
  const [first] = front
  const intents = intentsOf(routes)
  const l = front.map((one) => one.l)
  const lead = Math.log((l[0] ?? 0) + FLOOR) - Math.log(Math.max(0, ...l.slice(1)) + FLOOR)
  return [
    ...evidence.features,
    ...styleFeatures(query),
    intents.broad,
    intents.question,
    intents.ticket,
    intents.broad * (l[0] ?? 0),
    ROUTES.reduce((best, route) => Math.max(best, routes[route]), 0),
    Math.log((l[0] ?? 0) + FLOOR),
    lead,
    proposed.nearest / (query.tokens + SHORT),
    proposed.nearest / (proposed.nearest + evidence.nearest || 1),
    proposed.votes.size,
    proposed.votes.get(first?.owner ?? -1) ?? 0,
    ...namedFeatures(judged),
    ...neighbourFeatures(judged),
  ]
}

function namedFeatures(judged: JudgeInput): number[] {
  const { first, others } = named(judged)
  return [first, first - others, others]
}

type Named = Pick<JudgeInput, 'query' | 'evidence' | 'names'>

/** How many characters of the message are a name or alias of the first, and of another. */
function named({ query, evidence, names }: Named): Readonly<{ first: number; others: number }> {
  const longest = evidence.candidates
    .slice(0, FRONT)
    .map(({ owner }) => namedLength(names[owner] ?? [], query.normalized))
  return { first: longest[0] ?? 0, others: Math.max(0, ...longest.slice(1)) }
}

/** A name or alias of so many characters that is the first's alone says which item is meant. */
const NAMED_MIN = 4

/** Whether the message calls the first by its name. */
export function isNamed(judged: Named): boolean {
  const { first, others } = named(judged)
  return first >= NAMED_MIN && first > others
}

function neighbourFeatures(judged: JudgeInput): number[] {
  const open = openNeighbours(judged)
  return [open.places.length, open.nearest, open.places[0] === 1 ? 1 : 0]
}

/** The first's neighbours that no word of the message tells from it, and how close the nearest comes. */
export function openNeighbours({
  query,
  separators,
  evidence,
}: Pick<JudgeInput, 'query' | 'separators' | 'evidence'>): Readonly<{
  places: readonly number[]
  /** Its score as a share of the first's, 0 when there is none. */
  nearest: number
}> {
  const front = evidence.candidates.slice(0, FRONT)
  const owners = front.map((one) => one.owner)
  const places = undecided(separators, owners, query.clauses)
  const best = front[0]?.fit || 1
  return { places, nearest: Math.max(0, ...places.map((n) => front[n]!.fit / best)) }
}
