// A message as a weighted bag: what is meant counts in full, what is only mentioned in contrast or
// as already done counts less, and the context of the dialogue joins in the background.
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

/** The message cut into weighted parts. `context` is what the dialogue adds. */
export function makeQuery(
  text: string,
  language: Language,
  context: readonly Readonly<{ text: string; weight: number }>[] = [],
): Query {
  const normalized = normalize(text, language)
  const clauses = clausesOf(normalized)
  const parts = clauses.map(
    ({ text: clause, kind }): TokenPart => ({
      tokens: tokenize(clause, language),
      weight: WEIGHT[kind],
    }),
  )
  const background = context.map(
    ({ text: said, weight }): TokenPart => ({
      tokens: tokenize(normalize(said, language), language),
      weight,
    }),
  )
  const tokens = parts.reduce((sum, part) => sum + part.tokens.length, 0)
  return { normalized, parts: [...parts, ...background], tokens, clauses }
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
