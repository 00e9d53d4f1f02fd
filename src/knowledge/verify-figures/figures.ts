// Every figure of a text: a value with its unit. Works on `comparable` text; the same function
// reads the draft and the record.
import { digitsOf, type NumberFound, numberAt } from './numerals.ts'
import { unitAt } from './units.ts'

type Figure = Readonly<{
  /** `written` figures are compared as text: codes, links, phones, rows of digits, 「三五」. */
  kind: 'number' | 'range' | 'date' | 'written'
  /** Canonical: equal keys are equal figures. */
  key: string
  unit: string
  /** As found. */
  found: string
}>

const LATIN =
  /^[0-9][0-9._:/@#&=?+%-]*[a-z](?:[a-z0-9._:/@#&=?+%-]*[a-z0-9/])?|^[a-z](?:[a-z0-9._:/@#&=?+%-]*[a-z0-9/])?/u
const DATE =
  /^(?:(\d{4}|[零〇一二三四五六七八九]{4})年)?(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/u
const MONTH = /^(\d{4}|[零〇一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(?!\d)/u
const YEAR = /^((?:19|20)\d{2}|[一二][零〇九][零〇一二三四五六七八九]{2})年/u
const ISO_DATE = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u
const PHONE = /^(?:\(?0\d{2,3}\)?-?)?\d{3,4}-\d{3,4}(?:-\d{1,6})?(?!\d)|^0\d{2,3}-\d{7,8}/u
const CONNECTOR = /^(?:[-~至到—–～]+|、|或者?|和|及)/u
const WITHIN_LIST = /^(?:、|或|和|及)/u
const WEEKDAY = /^(?:周|星期|礼拜)[一二三四五六日天末](?!次|年)/u
const VAGUE =
  /^(?:好几|几|数|若干|多)(?:个|十|百|千|万|亿)*(?:工作日|天|日|周|星期|月|年|小时|分钟|元|块|成|倍)/u
const MAYBE_NUMBER = /[\d零〇一幺二两三四五六七八九十百千万亿廿卅]/u

/** The figures of `text` in order. */
export function figuresIn(text: string): readonly Figure[] {
  return text
    .split(/[;。!?\n〔〕]/u)
    .flatMap((line) => line.split(/,(?!\d{3}(?!\d))/u))
    .flatMap(figuresOfClause)
}

function figuresOfClause(clause: string): Figure[] {
  const figures: Figure[] = []
  let at = 0
  while (at < clause.length) {
    const read = readAt(clause.slice(at), clause, at)
    figures.push(...(read?.figures ?? []))
    at += read?.length ?? 1
  }
  return figures
}

type Read = Readonly<{ figures: readonly Figure[]; length: number }>

function readAt(rest: string, clause: string, at: number): Read | null {
  const inWord = /[a-z0-9]$/u.test(clause.slice(0, at))
  const written = inWord ? null : writtenAt(rest)
  if (written !== null) {
    const figure = { kind: 'written', key: digitsOf(written), unit: '', found: written } as const
    return { figures: [figure], length: written.length }
  }
  const date = dateAt(rest)
  if (date !== null) {
    const { key, length } = date
    return { figures: [{ kind: 'date', key, unit: '', found: rest.slice(0, length) }], length }
  }
  return MAYBE_NUMBER.test(rest[0]!) ? numbersAt(rest, clause, at) : null
}

function writtenAt(rest: string): string | null {
  const found = (LATIN.exec(rest) ?? WEEKDAY.exec(rest) ?? VAGUE.exec(rest))?.[0]
  if (found !== undefined) return found
  const iso = ISO_DATE.test(rest)
  return iso ? null : (PHONE.exec(rest)?.[0] ?? null)
}

function dateAt(rest: string): Readonly<{ key: string; length: number }> | null {
  const iso = ISO_DATE.exec(rest)
  if (iso) return { key: dateKey(iso[1], iso[2], iso[3]), length: iso[0].length }
  const day = DATE.exec(rest)
  if (day) return { key: dateKey(day[1], day[2], day[3]), length: day[0].length }
  const month = MONTH.exec(rest)
  if (month) return { key: dateKey(month[1], month[2], undefined), length: month[0].length }
  const year = YEAR.exec(rest)
  return year && { key: dateKey(year[1], undefined, undefined), length: year[0].length }
}

const dateKey = (...parts: (string | undefined)[]) =>
  parts.map((part) => (part === undefined ? '*' : String(numberAt(part)?.value ?? part))).join('-')

function numbersAt(rest: string, clause: string, at: number): Read | null {
  const first = measuredAt(rest)
  if (first === null) return null
  if (isArticle(clause, at, first)) return { figures: [], length: first.length }
  const connector = CONNECTOR.exec(rest.slice(first.length))?.[0]
  const second =
    connector === undefined ? null : measuredAt(rest.slice(first.length + connector.length))
  if (connector === undefined || second === null || !joins(first, second)) {
    return { figures: [figureOf(first, clause, at)], length: first.length }
  }
  const length = first.length + connector.length + second.length
  const unit = second.unit
  if (WITHIN_LIST.test(connector)) {
    // The second is read again: it may begin the next pair.
    const figure = figureOf({ ...first, unit: first.unit || unit }, clause, at)
    return { figures: [figure], length: first.length + connector.length }
  }
  const found = rest.slice(0, length)
  const key = `${first.key}~${second.key}`
  return { figures: [{ kind: 'range', key, unit, found }], length }
}

const joins = (first: Measured, second: Measured) =>
  first.written === null &&
  second.written === null &&
  second.unit !== '' &&
  (first.unit === '' || first.unit === second.unit)

/** 第八条, 第二款: checked with their law, not as figures. */
const isArticle = (clause: string, at: number, { unit }: Measured) =>
  clause[at - 1] === '第' && ['条', '款', '项', '章', '节'].includes(unit)

type Measured = Readonly<{
  /** The value; empty where there is none. */
  key: string
  unit: string
  /** Set when the number has no single value. */
  written: string | null
  length: number
}>

/**
 * The figure that the text begins with; null when it begins with none. About so many (「十几天」), and a
 * row of five or more digits without a unit, count as they are written.
 */
export function measuredAt(rest: string): Measured | null {
  const ratio = /^([百千万十]|[\d零一二两三四五六七八九十]+)分之/u.exec(rest)
  if (ratio) {
    const share = numberAt(rest.slice(ratio[0].length))
    const unit = ratio[1] === '百' ? '%' : ratio[1] === '千' ? '‰' : `/${ratio[1]}`
    if (share !== null) return shareOf(rest.slice(0, ratio[0].length + share.length), share, unit)
  }
  const number = numberAt(rest)
  if (number === null) return null
  const found = rest.slice(0, number.length)
  const about = /^[多余来几](?=个|天|日|年|月|周|元|万|小时|名|人|份|倍)/u.exec(
    rest.slice(number.length),
  )
  const unit = unitAt(rest.slice(number.length + (about ? 1 : 0)))
  const length = number.length + (about ? 1 : 0) + unit.length
  if (number.value === null || about) {
    return { key: '', unit: unit.name, written: rest.slice(0, length), length }
  }
  const rowOfDigits = /^\d{5,}$/u.test(found) && unit.name === ''
  return {
    ...plain(number.value),
    unit: unit.name,
    written: rowOfDigits ? found : null,
    length,
  }
}

const shareOf = (found: string, { value }: NumberFound, unit: string): Measured =>
  value === null
    ? { key: '', unit, written: found, length: found.length }
    : { ...plain(value), unit, written: null, length: found.length }

const plain = (value: number) => ({ key: String(value) })

function figureOf(measured: Measured, clause: string, from: number): Figure {
  const money = /[¥$€£]$|人民币$/u.test(clause.slice(0, from))
  const unit = measured.unit === '' && money ? '元' : measured.unit
  const ordinal = clause[from - 1] === '第' ? '第' : ''
  const found = `${ordinal}${clause.slice(from, from + measured.length)}`
  return measured.written === null
    ? { kind: 'number', key: `${ordinal}${measured.key}`, unit, found }
    : { kind: 'written', key: digitsOf(measured.written), unit, found }
}
