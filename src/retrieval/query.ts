// A message as a weighted bag: what is meant counts in full, what is only told or said in contrast
// less, and the context of the dialogue joins in the background.
import { type Clause, clausesOf, weightsOf } from './clauses.ts'
import type { Addition, Expand } from './expand.ts'
import type { Mend } from './mend.ts'
import { normalize } from './normalize.ts'
import { ownSubject } from './own-subject.ts'
import { plainly } from './plainly.ts'
import type { Language } from './ports.ts'
import { tokenize } from './tokenize.ts'
import type { TokenPart } from './vocabulary.ts'

export type Query = Readonly<{
  /** The matter, without courtesies around it. */
  normalized: string
  /** Whether it was said to be urgent. */
  isHasty: boolean
  parts: readonly TokenPart[]
  /** The message's own clauses, all counting alike. */
  alike: readonly TokenPart[]
  /** How many tokens the message itself has. */
  tokens: number
  clauses: readonly Clause[]
  /** Where the wish is: the whole message, or the end of a long story. */
  focus: string
}>

export type QueryOptions = Readonly<{
  /** What the dialogue adds. */
  context?: readonly Addition[]
  expand?: Expand
  /** Takes slips out of what is searched. */
  mend?: Mend
  /** Tells clauses that say nothing of the matter. */
  isAside?: (clause: string) => boolean
}>

/** The message cut into weighted parts. */
export function makeQuery(
  text: string,
  language: Language,
  { context = [], expand, mend = (said) => said, isAside = () => false }: QueryOptions = {},
): Query {
  const spoken = normalize(text, language)
  const matter = plainly(isSpelled(spoken) ? closeUp(spoken) : spoken, isAside)
  const normalized = closeUp(matter.text)
  const clauses = clausesOf(normalized)
  const tail = tailOf(clauses)
  const before = normalized.length - tail.length
  const storyLength =
    ownSubject(tail.text) >= SUBJECT_MIN ? STORY_SHARE * tail.length : STORY_LENGTH
  const weights = weightsOf(clauses)
  const parts = clauses.map(({ text: clause }, n): TokenPart => {
    const inStory = n < clauses.length - tail.clauses
    const share = inStory ? Math.min(1, storyLength / before) : 1
    return { tokens: tokenize(mend(clause), language), weight: weights[n]! * share }
  })
  const background = [...context, ...(expand?.(normalized) ?? [])].map(
    ({ text: said, weight }): TokenPart => ({
      tokens: tokenize(normalize(said, language), language),
      weight,
    }),
  )
  const tokens = parts.reduce((sum, part) => sum + part.tokens.length, 0)
  return {
    normalized,
    isHasty: matter.isHasty,
    parts: [...parts, ...background],
    alike: parts.map((part) => ({ ...part, weight: 1 })),
    tokens,
    clauses,
    focus: tail.text,
  }
}

// A keyboard or a scan may leave a space after every other character: then spaces part nothing.
const SINGLES_MIN = 3
const SPACES_MANY = 0.2
const SPACED = /(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu
const PUNCTUATED = /[,，。?？!！;；]/u

const runsOf = (normalized: string) => normalized.match(/\p{Script=Han}+/gu) ?? []

/** Written character by character. */
const isSpelled = (normalized: string) =>
  runsOf(normalized).filter((run) => run.length === 1).length >= SINGLES_MIN

function closeUp(normalized: string): string {
  const spaces = normalized.match(SPACED)?.length ?? 0
  const isScattered =
    isSpelled(normalized) ||
    PUNCTUATED.test(normalized) ||
    spaces > SPACES_MANY * runsOf(normalized).join('').length
  return isScattered ? normalized.replace(SPACED, '') : normalized
}

const LONG = 100
/** The end of a story goes back to a sentence's beginning, but neither less nor more than this. */
const TAIL_MIN = 10
const TAIL_MAX = 80
/** All that comes before the end of a long story counts as so many characters. */
const STORY_LENGTH = 25
/** Less, as a share of the end, when the end itself says what it is about. */
const STORY_SHARE = 0.4
const SUBJECT_MIN = 3
const SENTENCE_END = /[。!！?？\n]\s*$/u

const joined = (clauses: readonly Clause[]) => clauses.map((clause) => clause.text).join('')

/** How many clauses the last sentence has, or as many as make a readable end. */
function endCount(clauses: readonly Clause[]): number {
  let count = 0
  let length = 0
  while (count < clauses.length && length < TAIL_MAX) {
    const { text } = clauses[clauses.length - 1 - count]!
    if (length >= TAIL_MIN && SENTENCE_END.test(text)) break
    count += 1
    length += text.length
  }
  return count
}

/** Where a long story comes to its point. */
const POINT = /^.{0,12}(?:问题(?:就)?是|想(?:请)?问(?:的是|问|一下|下)?|请问|请教)[:,，\s]*/u

function tailOf(clauses: readonly Clause[]) {
  const whole = joined(clauses)
  if (whole.length <= LONG) return { text: whole, length: whole.length, clauses: clauses.length }
  const point = clauses.findLastIndex((clause) => POINT.test(clause.text))
  const count = point === -1 ? endCount(clauses) : clauses.length - point
  const text = joined(clauses.slice(-count))
  return { text: text.replace(POINT, ''), length: text.length, clauses: count }
}
