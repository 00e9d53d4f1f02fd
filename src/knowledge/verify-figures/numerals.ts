// Numbers as people write them in Chinese prose, in digits, characters and both.

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  幺: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const SCORES: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 }
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/** Here 千 and 百 begin a unit or a ratio, not a power of ten. */
const NOT_A_POWER = /^(?:千瓦|千伏|千克|千米|千赫|千卡|百分|千分|万分)/u
const ARABIC = /^\d+(?:,\d{3})*(?:\.\d+)?/u
const HAN = /^[零〇一幺二两三四五六七八九十百千万亿廿卅点]+/u

export type NumberFound = Readonly<{
  /** Null for a row of digits (`一二三四五`) and for 「三五」, which are compared as written. */
  value: number | null
  length: number
}>

/** The number that begins `text`, or null. */
export function numberAt(text: string): NumberFound | null {
  const arabic = ARABIC.exec(text)?.[0]
  if (arabic !== undefined) return withPowers(text, arabic)
  const run = hanRun(text)
  return run === '' ? null : { value: hanValue(run), length: run.length }
}

function withPowers(text: string, arabic: string): NumberFound {
  const rest = text.slice(arabic.length)
  const powers = /^[十百千万亿]+/u.exec(rest)?.[0] ?? ''
  let taken = 0
  let value = Number(arabic.replaceAll(',', ''))
  while (taken < powers.length && !NOT_A_POWER.test(rest.slice(taken))) {
    const power = powers[taken]!
    value *= TENS[power] ?? MYRIADS[power]!
    taken++
  }
  if (taken === 0) return { value, length: arabic.length }
  const smaller = numberAt(rest.slice(taken))
  const last = TENS[powers[taken - 1]!] ?? MYRIADS[powers[taken - 1]!]!
  if (smaller === null || smaller.value === null || smaller.value >= last) {
    return { value: tidy(value), length: arabic.length + taken }
  }
  // 「3万5」 is 35000.
  const added = smaller.value < 10 && last > 10 ? smaller.value * (last / 10) : smaller.value
  return { value: tidy(value + added), length: arabic.length + taken + smaller.length }
}

function hanRun(text: string): string {
  const run = HAN.exec(text)?.[0] ?? ''
  let length = 0
  while (length < run.length && !NOT_A_POWER.test(text.slice(length))) length++
  // A stop before a unit is 「三点」 o'clock; between digits it is a decimal point.
  return run.slice(0, length).replace(/点(?![零〇一二三四五六七八九]).*$/u, '')
}

function hanValue(run: string): number | null {
  const [whole = '', fraction] = run.split('点')
  if (fraction !== undefined) {
    const base = hanValue(whole)
    const digits = [...fraction].map((one) => DIGITS[one] ?? Number.NaN)
    if (base === null || digits.some(Number.isNaN)) return null
    return Number(`${base}.${digits.join('')}`)
  }
  const characters = [...run]
  if (characters.every((one) => one in DIGITS)) {
    if (characters.length === 1) return DIGITS[run] ?? null
    return characters.length === 4 ? Number(digitsOf(run)) : null
  }
  return characters.some((one) => one in DIGITS || one === '十' || one in SCORES)
    ? summed(characters)
    : null
}

function summed(characters: readonly string[]): number {
  let total = 0
  let group = 0
  let digit: number | null = null
  let power = 1
  for (const one of characters) {
    if (one in DIGITS) {
      digit = DIGITS[one]!
      if (digit === 0) power = 1
    } else if (one in SCORES) {
      group += SCORES[one]!
    } else if (one in TENS) {
      power = TENS[one]!
      group += (digit ?? 1) * power
      digit = null
    } else {
      power = MYRIADS[one]!
      total = (total + group + (digit ?? 0)) * power
      group = 0
      digit = null
    }
  }
  // 「一百二」 is 120, 「两万五」 is 25000; after ten and after a zero it is the digit itself.
  const shift = power >= 100 ? power / 10 : 1
  return total + group + (digit ?? 0) * shift
}

const tidy = (value: number) => Number(value.toPrecision(12))

/** A row of Chinese digits in Arabic ones. */
export const digitsOf = (text: string): string =>
  [...text].map((one) => (one in DIGITS ? String(DIGITS[one]) : one)).join('')
