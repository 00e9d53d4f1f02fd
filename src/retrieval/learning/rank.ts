// Which of the first candidates is the right one, learnt at publish: what the channels say of each,
// beside the others: with every clause at its weight, with all clauses alike, with each as far as it
// was learnt to bear the matter, and clause by clause.
import type { Breathe } from '../../kernel/clock.ts'
import type { Proposals } from '../broad.ts'
import { type Deeds, deedFit } from '../deeds.ts'
import type { Candidate } from '../evidence.ts'
import { type Names, namedLength } from '../names.ts'
import type { Query } from '../query.ts'
import { marksIn } from '../style.ts'
import { askForest, type Forest, type ForestCase, growForest } from './forest.ts'

/** What a ranking looks at beside the candidates themselves. */
export type Ranked = Readonly<{
  query: Query
  /** What broad examples propose, by item position. */
  proposed: Proposals
  names: Names
  deeds: Deeds
}>

const FOREST = { trees: 120, leafMin: 8 } as const
const LOG_FLOOR = 1e-3

/** The features of every candidate, in the order that fitting and use share. */
export function rankFeatures(
  candidates: readonly Candidate[],
  { query, proposed, names, deeds }: Ranked,
): number[][] {
  const logL = (l: number) => Math.log(l + LOG_FLOOR)
  const columns = [
    (one: Candidate) => one.fit,
    (one: Candidate) => one.a,
    (one: Candidate) => one.b,
    (one: Candidate) => one.l,
    (one: Candidate) => logL(one.l),
    (one: Candidate) => one.e,
    (one: Candidate) => one.coverage,
    (one: Candidate) => one.lean,
    (one: Candidate) => one.alike.a,
    (one: Candidate) => one.alike.b,
    (one: Candidate) => logL(one.alike.l),
    (one: Candidate) => one.bearing.a,
    (one: Candidate) => one.bearing.b,
    (one: Candidate) => logL(one.bearing.l),
    (one: Candidate) => logL(one.pointed.to),
    (one: Candidate) => logL(one.pointed.beside),
    (one: Candidate) => namedLength(names[one.owner] ?? [], query.normalized),
    (one: Candidate) => proposed.votes.get(one.owner) ?? 0,
  ].map((value) => candidates.map(value))
  const owners = candidates.map(({ owner }) => owner)
  columns.push(deedFit(deeds, owners, query.clauses))
  const leads = columns.map(leadsOf)
  const ofQuery = queryFeatures(query)
  return candidates.map((_, n) => [
    n,
    ...columns.map((column) => column[n]!),
    ...leads.map((column) => column[n]!),
    ...ofQuery,
  ])
}

/** How far each value lies above the best of the others. */
function leadsOf(values: readonly number[]): number[] {
  return values.map((value, n) => {
    const others = values.filter((_, other) => other !== n)
    return others.length === 0 ? value : value - Math.max(...others)
  })
}

function queryFeatures({ normalized, tokens, clauses }: Query): number[] {
  const notMeant = clauses.filter(({ kind }) => kind === 'contrast' || kind === 'done').length
  return [tokens, clauses.length, notMeant, marksIn(normalized), normalized.length]
}

/** Learns from questions with their candidates; also what is thought of each question unseen. */
export const fitRank = (
  cases: readonly ForestCase[],
  breathe: Breathe,
): Promise<Readonly<{ forest: Forest; unseen: readonly Float32Array[] }>> =>
  growForest(cases, { ...FOREST, breathe })

/** How likely each candidate is the right one, 0 to 1; all 0 where nothing was learnt. */
export const rankBy =
  (forest: Forest, ranked: Ranked) =>
  (candidates: readonly Candidate[]): readonly number[] =>
    rankFeatures(candidates, ranked).map((features) => askForest(forest, features))
