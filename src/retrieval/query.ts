// A message as a weighted bag: what is meant counts in full, what is only mentioned in contrast or
// as already done counts less, and the context of the dialogue joins in the background.
import type { Addition, Expand } from './expand.ts'
import { normalize } from './normalize.ts'
import type { Language } from './ports.ts'
import type { Clause } from './separate.ts'
import { tokenize } from './tokenize.ts'
import type { TokenPart } from './vocabulary.ts'

export type Query = Readonly<{
  normalized: string
  parts: readonly TokenPart[]
  /** How many tokens the message itself has. */
  tokens: number
  clauses: readonly Clause[]
  /** Where the wish is: the whole message, or the end of a long story. */
  focus: string
}>

/** How much clauses of each kind count beside the rest of the message. */
const WEIGHT: Readonly<Record<Clause['kind'], number>> = { meant: 1, done: 0.6, contrast: 0.35 }

/** Clauses that say what is *not* meant. */
const CONTRAST =
  /^(?:也|又|可|但|但是|都|并|而)?(?:不是|不办|不做|不走|不想|不考虑|不涉及|不牵涉|不需要|不用|用不着|别(?:跟我|给我|再|说)|没(?:有)?(?:打算|想)|先不|暂不|不打算)|(?:都|一律|一概|先|暂时)?(?:不考虑|不碰|不办|不做|不提|不搭界|用不着|用不上|不需要|不收|不算|不想要|不相干)$|(?:先不提|不用说|另(?:外)?说|另有人管|自己跑|以后再(?:说|弄|交|办))|不是(?:办|要|问|说|指)/u

/** Clauses that tell what is behind already. */
const DONE =
  /(?:已经|早就|老早|早|前年|去年|上(?:个)?月|上礼拜|上周)?.{0,24}(?:办好|办下来|办过|批了|批下来|批过|过了|齐了|备过|备完|备好|拿到手?|到手|领了|领过|有了|弄好|做完|做好|销掉|结清|验收合格|签好|登记过|报过|会办|我会|都有)了?$/u

const CLAUSE = /[^,，。.;；!！?？\n]+[,，。.;；!！?？\n]*/gu

export type QueryOptions = Readonly<{
  /** What the dialogue adds. */
  context?: readonly Addition[]
  expand?: Expand
}>

/** The message cut into weighted parts. */
export function makeQuery(
  text: string,
  language: Language,
  { context = [], expand }: QueryOptions = {},
): Query {
  const normalized = plainly(normalize(text, language))
  const clauses = clausesOf(normalized)
  const tail = tailOf(clauses)
  const before = normalized.length - tail.length
  const parts = clauses.map(({ text: clause, kind }, n): TokenPart => {
    const inStory = n < clauses.length - tail.clauses
    const weight = inStory ? Math.min(1, STORY_LENGTH / before) : 1
    return { tokens: tokenize(clause, language), weight: WEIGHT[kind] * weight }
  })
  const background = [...context, ...(expand?.(normalized) ?? [])].map(
    ({ text: said, weight }): TokenPart => ({
      tokens: tokenize(normalize(said, language), language),
      weight,
    }),
  )
  const tokens = parts.reduce((sum, part) => sum + part.tokens.length, 0)
  return { normalized, parts: [...parts, ...background], tokens, clauses, focus: tail.text }
}

const LONG = 200
/** The end of a story goes back to a sentence's beginning, but neither less nor more than this. */
const TAIL_MIN = 10
const TAIL_MAX = 80
/** All that comes before the end of a long story counts as this many characters. */
const STORY_LENGTH = 25
const SENTENCE_END = /[。!！?？\n]\s*$/u

function tailOf(clauses: readonly Clause[]) {
  const whole = clauses.map((clause) => clause.text).join('')
  if (whole.length <= LONG) return { text: whole, length: whole.length, clauses: clauses.length }
  let count = 0
  let text = ''
  while (count < clauses.length && text.length < TAIL_MAX) {
    const next = clauses[clauses.length - 1 - count]!
    if (text.length >= TAIL_MIN && SENTENCE_END.test(next.text)) break
    count += 1
    text = next.text + text
  }
  return { text, length: text.length, clauses: count }
}

const GREETING =
  /^(?:(?:你好|您好|侬好|哈喽|hi|hello|在吗|喂|亲|老师|小舟|请问(?:一下|下)?|麻烦(?:问|您|你)?(?:一下|下)?|不好意思|打扰(?:一下|了)?|(?:我)?想?(?:问|咨询|请教|打听)(?:一下|下|个|你|您)+)[\s,，。.!！~:：]*)+/u
const THANKS =
  /[\s,，。.!！~]*(?:(?:谢谢|多谢|感谢|麻烦|拜托|辛苦|thanks?|thank you)(?:你|您|侬|了|啦|哈|各位|大家)*[\s,，。.!！~]*)+$/u
const PLAIN_MIN = 5

/** Without greeting and thanks around it, when anything is left. */
function plainly(normalized: string): string {
  const bare = normalized.replace(GREETING, '').replace(THANKS, '')
  return bare.length >= PLAIN_MIN ? bare : normalized
}

/** The clauses of a normalised text, and whether each is meant, past or said in contrast. */
export function clausesOf(normalized: string): readonly Clause[] {
  const texts = normalized.match(CLAUSE) ?? [normalized]
  return texts.map((text, n) => ({ text, kind: kindOf(text, texts.length - 1 - n) }))
}

function kindOf(text: string, clausesAfter: number): Clause['kind'] {
  const bare = text.replace(/[,，。.;；!！?？\s]+$/u, '').trim()
  if (CONTRAST.test(bare)) return 'contrast'
  return clausesAfter > 0 && DONE.test(bare) ? 'done' : 'meant'
}
