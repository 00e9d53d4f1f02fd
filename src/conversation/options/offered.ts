// Which candidates are offered when a question is asked back: the best found, and what people wrote
// beside broad questions like it, without those that would only confuse.
import type { ItemCode } from '../../kernel/ids.ts'
import type { Retrieved } from '../../retrieval/retrieve.ts'

const OPTIONS_MIN = 2
const OPTIONS_MAX = 4
/** So many of the best found are offered, whatever broad examples propose; of guesses only the first. */
const KEPT = 3
const KEPT_OF_GUESSES = 1
/** Below both, what was found is a guess: so little is met in two of a hundred that fit. */
const GUESS = { model: 0.06, share: 0.4 } as const
/** How far a broad example like the question counts beside the ranking, by how broad it sounds. */
const PROPOSAL_WEIGHT = 0.5
const PROPOSAL_WEIGHT_BROAD = 1.5
/**
 * How likely an option fits at all, fitted on questions asked back: with this bar one in eight of
 * four is left out, and hardly any that fits.
 */
const FITTING = { fit: 1.7, share: 2.7, vote: 1.75, score: 1, min: 1.5 } as const
/** Below both, an option past the second does not fit at all, however poor the best is (measured). */
const SHARE_MIN = 0.02
const VOTE_MIN = 0.3
const FLOOR = 1e-3

/** The options, the likeliest first; at least two where two were found. */
export function offeredOptions(retrieved: Retrieved): ItemCode[] {
  const scores = scoresOf(retrieved)
  const fitting = fittingOf(retrieved, scores)
  const fits = (code: ItemCode) => fitting(code) >= FITTING.min && isLikely(retrieved, code)
  const ranked = [...scores].sort((a, b) => b[1] - a[1]).map(([code]) => code)
  const kept = retrieved.hits
    .slice(0, isGuess(retrieved) ? KEPT_OF_GUESSES : KEPT)
    .map(({ code }) => code)
  const others = ranked.filter((code) => !kept.includes(code))
  const places = [...kept, ...others].slice(0, OPTIONS_MAX)
  return places
    .sort((a, b) => fitting(b) - fitting(a))
    .filter((code, n) => n < OPTIONS_MIN || fits(code))
}

/** Whether nothing that was found is near to what was said; in a dialogue little need be said. */
export const isGuess = ({ hits, reading }: Pick<Retrieved, 'hits' | 'reading'>): boolean =>
  reading !== 'joined' &&
  hits.every(({ share, channels }) => share < GUESS.share && channels.l < GUESS.model)

const isLikely = ({ hits, proposed }: Retrieved, code: ItemCode): boolean =>
  shareOf({ hits }, code) >= SHARE_MIN || (proposed.get(code) ?? 0) >= VOTE_MIN

type Scores = ReadonlyMap<ItemCode, number>

function scoresOf({ hits, proposed, intents }: Retrieved): Scores {
  const weight = PROPOSAL_WEIGHT + PROPOSAL_WEIGHT_BROAD * intents.broad
  const scores = new Map(hits.map((hit) => [hit.code, hit.score]))
  for (const [code, vote] of proposed) scores.set(code, (scores.get(code) ?? 0) + weight * vote)
  return scores
}

function fittingOf({ hits, fits, proposed }: Retrieved, scores: Scores) {
  const shares = new Map(hits.map(({ code, share }) => [code, share]))
  const bestFit = Math.max(FLOOR, ...hits.map(({ code }) => fits.get(code) ?? 0))
  const bestScore = Math.max(FLOOR, ...scores.values())
  return (code: ItemCode): number =>
    FITTING.fit * ((fits.get(code) ?? 0) / bestFit) +
    FITTING.share * (shares.get(code) ?? 0) +
    FITTING.vote * (proposed.get(code) ?? 0) +
    FITTING.score * ((scores.get(code) ?? 0) / bestScore)
}

/** How likely the item is the right one by what was learnt, 0 to 1; 0 where it was not found. */
export const shareOf = ({ hits }: Pick<Retrieved, 'hits'>, code: ItemCode): number =>
  hits.find((hit) => hit.code === code)?.share ?? 0
