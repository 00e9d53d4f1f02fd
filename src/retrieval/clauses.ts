// A message cut into clauses, and what each is there for: people tell what is behind them, what
// they do not want, what others did, and ask at the end.
import { anyOf, inOrder } from './patterns.ts'

export type Clause = Readonly<{
  text: string
  kind: 'meant' | 'told' | 'done' | 'contrast'
}>

/** How much a clause of each kind counts beside one that is meant (fitted on a split of its own). */
const WEIGHT: Readonly<Record<Clause['kind'], number>> = {
  meant: 1,
  told: 0.75,
  done: 0.5,
  contrast: 0.3,
}
/** In a longer message each clause before the last but one counts so much less than the next. */
const DECAY = 0.75
const DECAY_MIN = 0.3
const MANY = 3

/** The clauses of a normalised text. */
export function clausesOf(normalized: string): readonly Clause[] {
  const written = normalized.match(PIECE) ?? []
  const texts = (written.length === 0 ? [normalized] : written).flatMap((text) => text.split(TURNS))
  return texts.map((text, n) => ({ text, kind: kindOf(text, texts.length - 1 - n, texts.length) }))
}

/** What each clause counts in the search. */
export function weightsOf(clauses: readonly Clause[]): readonly number[] {
  return clauses.map(({ kind }, n) => {
    const earlier = Math.max(0, clauses.length - 2 - n)
    const place = clauses.length < MANY ? 1 : Math.max(DECAY_MIN, DECAY ** earlier)
    return WEIGHT[kind] * place
  })
}

const PIECE = /[^,，。.;；!！?？\n]+[,，。.;；!！?？\n]*/gu
/** Said without a pause in writing: 「户已经开过了 就是加人」. */
const TURNS =
  /(?<=(?:已经?|早就?).{1,12}[了的]|[过好完有]了)\s*(?=(?:就是|只是|就|只|现在|这次|不过|但)[^,，。\s])/u

/** What is *not* meant. */
const CONTRAST = anyOf(
  // How it begins.
  inOrder(
    /^(?:也|又|可|但|但是|都|并|而|就)?/u,
    anyOf(
      // It is not what is wanted.
      /不是|不办|不做|不走|不想|不考虑|不涉及|不牵涉/u,
      // It is not needed.
      /不需要|不用|用不着|不要|不劳|不添|不问|不去|不押|不动/u,
      // It is left out.
      /别|没(?:有)?|先不|暂不|不打算|除了|撇开|抛开/u,
    ),
  ),
  // How it ends.
  inOrder(
    anyOf(
      /不考虑|不碰|不办|不做|不提|不搭界|用不着|不需要|不收|不算|不想要|不相干|不问|不问它|不对口/u,
      /不押|没动|没份|没有|不沾|够不着|不够|不同意|以后的事|还早|嫌麻烦|不上|不到|不用/u,
    ),
    /$/u,
  ),
  // What it says at whatever place.
  /先不提|不用说|另(?:外)?说|另有人管|自己跑|以后再(?:说|弄|交|办)|不是我?(?:办|要|问|说|指)|不敢想|想都不想|不要.{0,12}$/u,
)

const DONE_WORDS = [
  '(?:办|批|备|领|报|登|登记|看|审|做|诊断|来|跑|问)过',
  '(?:办|备|弄|做|签|转|约|买|选|固定)好',
  '(?:办|备|弄|做|交|报)完',
  '(?:办|批)下来',
  '(?:批|过|齐|领|有|审|停|定|退|免|减|发|交|推|满|拿)了',
  '拿到|到手|领到|销掉|押掉|结清|合格|封存|谈妥|筛',
  // What one can do or knows oneself.
  '会办|都有|我会|清楚|知道|晓得|懂',
]
/** What is behind already. */
const DONE = anyOf(
  /(?:已经?|早就?)(?!.{0,3}(?:没|不)).{1,12}(?:过|好|完|了).{0,3}$/u,
  new RegExp(`(?:${DONE_WORDS.join('|')})了?$`, 'u'),
)

/** What happened, to the writer or to somebody else. */
const TOLD = /了$|^(?:隔壁|同行|朋友|人家|别人|上次|上回|去年|前年|当年|以前|原来|早年)/u

/** A clause without the marks that end it. */
export const withoutEnd = (text: string): string => text.replace(/[,，。.;；!！?？\s]+$/u, '')

function kindOf(text: string, clausesAfter: number, clauses: number): Clause['kind'] {
  const bare = withoutEnd(text).trim()
  if (CONTRAST.test(bare)) return 'contrast'
  if (clausesAfter === 0) return 'meant'
  if (DONE.test(bare)) return 'done'
  return clauses >= MANY && TOLD.test(bare) ? 'told' : 'meant'
}
