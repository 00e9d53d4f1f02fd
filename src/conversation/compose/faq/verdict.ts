// What an answer begins with, when that is a yes or a no.

export type Verdict = 'yes' | 'no' | 'open'

/** The first that fits. */
const VERDICTS: readonly (readonly [Verdict, RegExp])[] = [
  ['open', /^(?:不一定|要看|看|视)/u],
  ['no', /^(?:一般|通常|原则上)?(?:都)?(?:不(?!服|同)|没有|无需|无须|未|免费)/u],
  [
    'yes',
    /^(?:一般|通常|原则上)?(?:都)?(?:可以|可(?!能)|能|要|会|是|算|有(?!效期|关)|需要|应当|必须|须|允许)/u,
  ],
]

/** Null for an answer that is neither; `open` says that it depends. */
export const verdictOf = (answer: string): Verdict | null =>
  VERDICTS.find(([, words]) => words.test(answer))?.[0] ?? null
