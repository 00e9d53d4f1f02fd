// A message cut into clauses, and what each is there for: people tell what is behind them, what
// they do not want, what others did, and ask at the end.

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
  const written = normalized.match(CLAUSE) ?? [normalized]
  const texts = written.flatMap((text) => text.split(TURNS))
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

const CLAUSE = /[^,，。.;；!！?？\n]+[,，。.;；!！?？\n]*/gu
/** Said without a pause in writing: 「户已经开过了 就是加人」. */
const TURNS =
  /(?<=(?:已经?|早就?).{1,12}[了的]|[过好完有]了)\s*(?=(?:就是|只是|就|只|现在|这次|不过|但)[^,，。\s])/u

/** What is *not* meant. */
const CONTRAST =
  /^(?:也|又|可|但|但是|都|并|而|就)?(?:不是|不办|不做|不走|不想|不考虑|不涉及|不牵涉|不需要|不用|用不着|不要|不劳|不添|不问|不去|不押|不动|别|没(?:有)?|先不|暂不|不打算|除了|撇开|抛开)|(?:都|一律|一概|先|暂时|也)?(?:不考虑|不碰|不办|不做|不提|不搭界|用不着|用不上|不需要|不收|不算|不想要|不相干|不问|不问它|不对口|不押|没动|没份|没有|不沾|够不上|够不着|轮不到|不够|谈不上|不同意|以后再说|以后的事|还早|嫌麻烦|另说|不上|不到|不用)$|(?:先不提|不用说|另(?:外)?说|另有人管|自己跑|以后再(?:说|弄|交|办)|不是我?(?:办|要|问|说|指)|不敢想|想都不想|不要.{0,12}$)/u

/** What is behind already. */
const DONE =
  /(?:已经?|早就?)(?!.{0,3}(?:没|不)).{1,12}(?:过|好|完|了).{0,3}$|(?:办好|办下来|办过|批了|批下来|批过|过了|齐了|备过|备好|备完|拿到手?|到手|领了|领过|有了|弄好|做完|做好|销掉|结清|合格|签好|登记过|报过|会办|都有|我会|清楚|知道|晓得|懂|看过|审过|审了|停了|转好|封存|押掉|登过|定了|谈妥|约好|筛|退了|买好|选好|领到|免了|减了|发了|交了|交完|报完|弄完|办完|固定好|推了|满了|做过|诊断过|拿了|来过|跑过|问过)了?$/u

/** What happened, to the writer or to somebody else. */
const TOLD = /了$|^(?:隔壁|同行|朋友|人家|别人|上次|上回|去年|前年|当年|以前|原来|早年)/u

function kindOf(text: string, clausesAfter: number, clauses: number): Clause['kind'] {
  const bare = text.replace(/[,，。.;；!！?？\s]+$/u, '').trim()
  if (CONTRAST.test(bare)) return 'contrast'
  if (clausesAfter === 0) return 'meant'
  if (DONE.test(bare)) return 'done'
  return clauses >= MANY && TOLD.test(bare) ? 'told' : 'meant'
}
