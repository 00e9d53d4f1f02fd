// What a message does to a ticket of the person's own. Each act is a row (own-act-rows.ts); a row is
// only believed when its clause says so now: neither asked, nor denied, nor supposed, nor told of what
// others said.
import { anyOf, inOrder } from '../patterns.ts'
import { OWN_ACT_ROWS, type OwnActRow, type OwnTicketAct } from './own-act-rows.ts'
import { NOT_MENDED } from './verdicts.ts'

// A clause ends at a mark, after a particle that ends a sentence, and after 「补充一句」: what follows
// that is the supplement, whatever it says.
const CLAUSE_ENDS =
  /[,，。.!！;；:：\n]+\s*|(?<=[?？])|(?<=[了吗呢伐吧]) +(?!没|吗|么|呢|不)|(?<=[补充加说讲]上?[一两几][句点条])/u

/** Words that hold a mark of questions or of denial and are neither. */
const NEITHER = anyOf(
  // Nothing, nobody.
  /(?:没有?|不)(?:什么|啥|怎么|咋)|什么的|怎么(?:也|都|说)|[谁哪](?:里|儿|个)?(?:也|都)/gu,
  // Phrases that only contain a denial.
  /不好意思|对不起|差不多|不过|要不(?!要)/gu,
  // Not in time, not to be borne, no matter.
  /[等来]不及|受不了|没(?:人|办法|意思|时间|关系|问题|事)|没有(?:人|办法|问题)/gu,
)
/** 「能不能」, 「有没有」. */
const A_OR_NOT = /(.)[不没]\1/gu

const ASKING = anyOf(
  // A mark, a particle, or an offered denial at the end.
  /[?？]|吗|么\s*$|呢\s*$|(?:没有?|不|否|伐|勿)[呀啊哦]?\s*$/u,
  // A word that asks: how, why, what, how long, which, whether.
  /怎么|咋|怎样|为(?:什么|啥|何)|干嘛|什么|啥|几时|何时|多久|多长|几天|多少|(?:能|可以|要).{0,4}几次|哪|谁|是否|能否|可否/u,
  // 「能不能」, and 「阿好」 as it is said here.
  /(.)[不没]\1|阿(?:好|能|有|是)/u,
  inOrder(
    /^\s*(?:and |so |but |hi |hello )?/u,
    /(?:is|are|was|were|can|could|will|would|when|why|how|what|who|where|which|does|do|did|has|have|should|may|any)\b/u,
  ),
)

/** Questions that want to know, whatever courtesy they begin with. */
const WANTS_TO_KNOW = anyOf(
  // How, why, what.
  /怎么|咋|怎样|为(?:什么|啥|何)|干嘛|什么|啥/u,
  // When, how many, who.
  /几时|何时|多久|几天|多少|几次|哪|谁/u,
  // Whether.
  /[了过]没|[了过](?:吗|么)|是不是|是否|有没有/u,
  // In English.
  /\b(?:when|why|how|what|who|where|which|whether)\b/u,
)
const BEGS =
  /帮|麻烦|请(?!问)|劳驾|拜托|替(?:我|阿拉)|给(?:我|阿拉)|可否|能|可以|\b(?:can|could|would|will) (?:you|i|we)\b|please/u
const BEGS_AFTER = /^.{0,6}(?:好|行|可以|成)(?:吗|么|不|伐)/u
/** Asking leave alone (「能催吗」): nobody has been asked for anything, unless it is said softly. */
const ONLY_LEAVE = /^[^帮麻烦请]*(?:能|可以)$/u
const SOFTLY = /^.{0,4}(?:一|下|点|些|紧)/u

const DENIED_BEFORE = anyOf(
  /(?:不|没|别|未|甭|谈不上|算不上|难以|无法|只|仅|被)[^了吧啦,]{0,4}$/u,
  // In English.
  /\b(?:not|never|no|don['’]?t|didn['’]?t|isn['’]?t|wasn['’]?t|without)\b.{0,12}$/u,
)
const DENIED_AFTER = /^(?:不(?:了|掉|动|成|得|上|下)|个(?:鬼|屁|头)|才怪|也?(?:没用|白搭))/u

const clausesOf = (normalized: string) =>
  normalized.split(CLAUSE_ENDS).filter((clause) => clause.trim() !== '')

const isAsking = (clause: string) => ASKING.test(clause.replace(NEITHER, ''))

type Found = Readonly<{ before: string; words: string; after: string }>

/** Whether the clause, here and now, does what the row's words say. */
function does(row: OwnActRow, clause: string): boolean {
  if (row.unless?.test(clause)) return false
  return [...clause.matchAll(row.pattern)].some((match) => {
    const [words] = match
    const end = match.index + words.length
    const found = { before: clause.slice(0, match.index), words, after: clause.slice(end) }
    return !isDenied(found) && (!isAsking(clause) || isAskedFor(row, clause, found))
  })
}

const isDenied = ({ before, after }: Found) =>
  DENIED_BEFORE.test(before.replace(NEITHER, '').replace(A_OR_NOT, '$1')) ||
  DENIED_AFTER.test(after)

function isAskedFor(
  { asked }: OwnActRow,
  clause: string,
  { before, words, after }: Found,
): boolean {
  if (asked === 'always') return true
  if (asked === 'never' || WANTS_TO_KNOW.test(clause.replace(NEITHER, ''))) return false
  if (asked === 'begging' && ONLY_LEAVE.test(before)) return SOFTLY.test(words + after)
  return BEGS.test(before) || BEGS_AFTER.test(after)
}

const UNSOLVED = anyOf(
  // Not accepted, not solved.
  anyOf(/不(?:接受|认账?|认可|服)/u, NOT_MENDED),
  // Again, by somebody else.
  /重(?:新)?(?:给我)?办|换个人来/u,
  // Said to be done, and is not.
  /(?:办结|结案|结(?:掉|了)|修好).{0,20}(?:还是|根本|可|一点没|照样|没)/u,
  // No answer at all.
  /这叫(?:答复|办好)|只字不提|白办/u,
)

/** Whether what is told, questions apart, says that what was done has not solved the matter. */
const isUnsolved = (clauses: readonly string[]) =>
  UNSOLVED.test(clauses.filter((clause) => !isAsking(clause)).join(','))

const SHOWING: ReadonlySet<OwnTicketAct> = new Set(['list', 'progress'])

/**
 * The act of a message that is known to be about a ticket of the person's own. Act words that are only
 * asked or denied come to `progress`, which shows the buttons; null when there are none.
 */
export function ownActIn(normalized: string): OwnTicketAct | null {
  const clauses = clausesOf(normalized)
  const done = OWN_ACT_ROWS.find((row) => clauses.some((clause) => does(row, clause)))?.what ?? null
  const isShown = done === null || SHOWING.has(done)
  if (isShown && isUnsolved(clauses)) return 'dissatisfied'
  if (done !== null) return done
  return OWN_ACT_ROWS.some(({ pattern }) => normalized.search(pattern) !== -1) ? 'progress' : null
}
