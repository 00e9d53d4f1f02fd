// A draft may say what the record says and nothing else. Every number, date, duration, fee, phone,
// law, article, code and link in it must be in the chunks that its sentence cites, in the same
// unit, with the same bound and for the same purpose; what cannot be read for certain is refused.
import { type Bound, type Figure, figuresOf } from './verify-figures-extract.ts'
import { unknownLaws } from './verify-figures-laws.ts'
import { digitsOf } from './verify-figures-numerals.ts'
import { turnedRound } from './verify-figures-sense.ts'
import { comparable, sentencesOf, unwritable } from './verify-figures-text.ts'
import { isCovered, pairsOf, ungroundedWords } from './verify-figures-words.ts'

/** A piece of the record that a draft may cite by its place in the list, from 1. */
export type Chunk = Readonly<{ label: string; text: string }>

export type DraftFault = Readonly<{
  kind:
    | 'empty'
    | 'too_long'
    /** Characters that read otherwise than they compare. */
    | 'characters'
    /** A sentence without a source, or a source that was not given. */
    | 'citation'
    | 'figure'
    | 'law'
    | 'wording'
    /** The record's opposite. */
    | 'reversed'
    | 'not_in_record'
  /** What was refused, as the draft has it. */
  found: string
}>

export type VerifiedSentence = Readonly<{ text: string; cites: readonly number[] }>

export type Verified =
  | Readonly<{ ok: true; sentences: readonly VerifiedSentence[] }>
  | Readonly<{ ok: false; faults: readonly DraftFault[] }>

export const DRAFT_LENGTH_MAX = 800

/** Checks a draft, cited as `…。[1][2]`, against the chunks that were given to its author. */
export function verifyDraft(draft: string, chunks: readonly Chunk[]): Verified {
  const refuse = (kind: DraftFault['kind'], found: string): Verified => ({
    ok: false,
    faults: [{ kind, found }],
  })
  if (draft.trim() === '') return refuse('empty', '')
  if (draft.length > DRAFT_LENGTH_MAX) return refuse('too_long', String(draft.length))
  const characters = unwritable(draft)
  if (characters.length > 0) return refuse('characters', characters.join(' '))
  const sentences = sentencesOf(draft)
  if (sentences === null) return refuse('citation', '[…]')
  const topic = chunks.map(({ label, text }) => comparable(`${label}\n${text}`)).join('\n')
  const faults = sentences.flatMap((sentence) => {
    const cited = sentence.cites.map((n) => chunks[n - 1])
    if (cited.length === 0 || cited.includes(undefined) || sentence.text === '') {
      return [{ kind: 'citation', found: sentence.shown } as const]
    }
    const record = cited.map((chunk) => recordOf(chunk!)).join('\n')
    return faultsOf(sentence.text, record, topic)
  })
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, sentences: sentences.map(({ shown, cites }) => ({ text: shown, cites })) }
}

const recordOf = ({ text }: Chunk) => comparable(text)

/** `record`: what the sentence cites; `topic`: all that its author was given. */
function faultsOf(text: string, record: string, topic: string): DraftFault[] {
  const known = figuresOf(withoutLaws(record))
  const figures = figuresOf(withoutStock(withoutLaws(text)))
    .filter((figure) => !isArticleWord(figure))
    .filter((figure) => !isKnown(figure, known, record, text))
  return [
    ...figures.map(({ found }) => ({ kind: 'figure', found }) as const),
    ...unknownLaws(text, record).map((found) => ({ kind: 'law', found }) as const),
    ...ungroundedWords(text, record, topic).map((found) => ({ kind: 'wording', found }) as const),
    ...turnedRound(text, record).map((found) => ({ kind: 'reversed', found }) as const),
    ...(isCovered(text, topic) ? [] : [{ kind: 'not_in_record', found: text } as const]),
  ]
}

/** A title's own numbers are checked with the title. */
const withoutLaws = (text: string) => text.replaceAll(/《[^《》]*》/gu, '《》')

const NUMERAL = '\\d零〇一二两三四五六七八九十百千万亿'
const STOCK = new RegExp(
  `(?<![${NUMERAL}第])(?:万一|十分(?!钟|之)|千万(?![元以美${NUMERAL}])|两者|二者)|第三方|第三人`,
  'gu',
)
const withoutStock = (text: string) => text.replaceAll(STOCK, '·')

/** 「一个」, 「一次」 and the like are articles; one day, one yuan and one copy are figures. */
const COUNTED_BY_ONE = new Set(
  '工作日 自然日 日 周 年 季度 小时 分钟 秒 个月 月 元 美元 % ‰ 百分点 份 式 倍 成 折 角 分'.split(
    ' ',
  ),
)
const isArticleWord = ({ found, kind, unit }: Figure) =>
  kind === 'number' && /^一(?![百千万亿])/u.test(found) && !COUNTED_BY_ONE.has(unit)

function isKnown(
  figure: Figure,
  known: readonly Figure[],
  record: string,
  sentence: string,
): boolean {
  if (figure.kind === 'written') return isWritten(figure.found, record)
  const same = known.filter((other) => isSame(figure, other))
  if (figure.unit === '' && figure.kind === 'number' && !/^\d/u.test(figure.found)) {
    return isWritten(`${figure.found}${figure.next}`, record)
  }
  const agreeing = same.filter(
    (other) => boundsAgree(figure, other) && purposesAgree(figure, other, { sentence, record }),
  )
  return agreeing.length > 0 && !belongsElsewhere(figure, agreeing, known)
}

/** Whether the words around it are those of a different figure of the same unit. */
function belongsElsewhere(
  figure: Figure,
  agreeing: readonly Figure[],
  known: readonly Figure[],
): boolean {
  const words = new Set(pairsOf(figure.context))
  const shared = (other: Figure) => pairsOf(other.context).filter((pair) => words.has(pair)).length
  const rivals = known.filter(
    (other) =>
      other.kind === figure.kind && other.unit === figure.unit && !agreeing.includes(other),
  )
  const best = Math.max(...agreeing.map(shared))
  return rivals.some((rival) => shared(rival) > best)
}

function isSame(figure: Figure, other: Figure): boolean {
  if (figure.kind !== other.kind || figure.unit !== other.unit) return false
  if (figure.kind === 'date') return isSameDate(figure.key, other.key)
  if (figure.key !== other.key) return false
  // A number without a unit that we know is told by what follows it.
  return figure.unit !== '' || wordAfter(figure) === wordAfter(other)
}

const wordAfter = ({ next }: Figure) => (/[\p{L}\p{N}]/u.test(next) ? next : '')

function isSameDate(draft: string, record: string): boolean {
  const recorded = record.split('-')
  return draft.split('-').every((part, n) => part === '*' || part === recorded[n])
}

/** As written, not within a longer word or number. */
function isWritten(found: string, record: string): boolean {
  const forms = [found]
  if (/^[\d零〇一幺二三四五六七八九-]{3,}$/u.test(found)) {
    forms.push(digitsOf(found).replaceAll('-', ''))
  }
  return forms.some((form) => standsIn(record, form) || standsIn(record.replaceAll('-', ''), form))
}

function standsIn(text: string, form: string): boolean {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const before = text.slice(0, at)
    const after = text.slice(at + form.length)
    const cut =
      (/[a-z0-9]$/u.test(before) && /^[a-z0-9]/u.test(form)) ||
      (/^[a-z0-9]/u.test(after) && /[a-z0-9]$/u.test(form))
    if (!cut) return true
  }
  return false
}

const DURATIONS = new Set(['工作日', '自然日', '日', '周', '年', '季度', '小时', '分钟', '个月'])

/** A limit may be said with or without 「内」; a floor, a ceiling of anything else and an order may not change. */
function boundsAgree({ bound, unit }: Figure, other: Figure): boolean {
  const loose = (one: Bound) => one === null || (one === 'upper' && DURATIONS.has(unit))
  return bound === other.bound || (loose(bound) && loose(other.bound))
}

type Texts = Readonly<{ sentence: string; record: string }>

/** What a figure is for: these are never taken for one another. */
const PURPOSES = [
  /有效/u,
  /延长|延期|展期/u,
  /公示|公告|异议/u,
  /承诺/u,
  /法定/u,
  /罚|滞纳/u,
  /补贴|补助|奖励|资助/u,
  /注册资本|出资|实缴|认缴/u,
  /面积/u,
  /年龄|周岁/u,
  /费用|收费|价格/u,
  /提前/u,
]
/** A figure for one of these is for nothing else. */
const EXCLUSIVE = 4

function purposesAgree(figure: Figure, other: Figure, { sentence, record }: Texts): boolean {
  return PURPOSES.every((purpose, n) => {
    if (n >= EXCLUSIVE) return !purpose.test(figure.clause) || purpose.test(record)
    if (purpose.test(figure.clause) && !purpose.test(other.clause)) return false
    return !purpose.test(other.clause) || purpose.test(sentence)
  })
}
