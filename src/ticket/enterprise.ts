// What identifies an enterprise or a person: the check of the 统一社会信用代码, and the masking of
// what people paste that we have no right to keep.

const CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/**
 * The code in its canonical form (18 upper-case characters), or null when it is not one: GB 32100
 * leaves out I, O, S, V, Z and ends with a check character.
 */
export function parseCreditCode(text: string): string | null {
  const code = halfWidth(text).replaceAll(/[\s-]/gu, '').toUpperCase()
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/u.test(code)) return null
  return creditCheckCharacter(code.slice(0, 17)) === code[17] ? code : null
}

/** The 18th character for the first 17 (GB 32100 附录). */
export function creditCheckCharacter(body: string): string {
  const sum = CODE_WEIGHTS.reduce(
    (total, weight, index) => total + weight * CODE_CHARACTERS.indexOf(body[index] ?? '0'),
    0,
  )
  return CODE_CHARACTERS[(31 - (sum % 31)) % 31] ?? '0'
}

/** A mainland mobile or fixed-line number without spaces, or null. */
export function parsePhone(text: string): string | null {
  const digits = halfWidth(text)
    .replaceAll(/[\s()（）-]/gu, '')
    .replace(/^(\+|00)86/u, '')
  return /^(1[3-9]\d{9}|0\d{2,3}[2-8]\d{6,7})$/u.test(digits) ? digits : null
}

/** 138****5678; of a fixed line the last four digits are hidden. */
export function maskPhone(phone: string): string {
  return /^1\d{10}$/u.test(phone)
    ? `${phone.slice(0, 3)}****${phone.slice(7)}`
    : `${phone.slice(0, -4)}****`
}

/** 张*; of a name of three characters or more the middle is hidden. */
export function maskName(name: string): string {
  const characters = [...name]
  const [first] = characters
  if (first === undefined) return ''
  if (characters.length <= 2) return `${first}*`
  return `${first}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`
}

const PHONE =
  /(?<!\d)(1[3-9]\d)[\s-]?(\d{4})[\s-]?(\d{4})(?!\d)|(?<!\d)0\d{2,3}-?[2-8]\d{6,7}(?!\d)/gu

/** Hides the phone numbers in a text, for readers who do not handle the ticket. */
export function maskPhonesIn(text: string): string {
  return replaceIn(text, PHONE, (found) => maskPhone(found.replaceAll(/[\s-]/gu, '')))
}

const ID_18 =
  /(?<![0-9A-Za-z])[1-8]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/gu
const ID_15 =
  /(?<![0-9A-Za-z])[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Za-z])/gu
/** Eighteen digits as people write them down, in parts: 6-8-4, or by fours. */
const ID_IN_PARTS = /(?<![0-9A-Za-z])[1-8](?:[\s-]?\d){16}[\s-]?[\dXx](?![0-9A-Za-z])/gu
const BANK = /(?<![0-9A-Za-z])[3-6]\d{3}(?:[\s-]?\d{4}){2}[\s-]?\d{3,7}(?![0-9A-Za-z])/gu

const ID_HIDDEN = '［身份证号已隐去］'

/**
 * Takes identity and bank card numbers out of what people write before it is stored
 * (个人信息保护法 28, 29 条). A 统一社会信用代码 is left as it is.
 */
export function hideIdentityNumbers(text: string): string {
  const withoutWhole = replaceIn(
    replaceIn(text, ID_18, () => ID_HIDDEN),
    ID_15,
    () => ID_HIDDEN,
  )
  const withoutIds = replaceIn(withoutWhole, ID_IN_PARTS, (found) =>
    isIdNumber(found.replaceAll(/[\s-]/gu, '')) ? ID_HIDDEN : null,
  )
  return replaceIn(withoutIds, BANK, (found) => {
    const digits = found.replaceAll(/[\s-]/gu, '')
    const isCard = digits.length >= 15 && digits.length <= 19 && passesLuhn(digits)
    return isCard ? `［银行卡号已隐去，尾号${digits.slice(-4)}］` : null
  })
}

/** Hides every phone, identity and bank card number, for readers who have no need of them. */
export const maskNumbersIn = (text: string): string => maskPhonesIn(hideIdentityNumbers(text))

/** Finds on the half-width form, which has the same length, and replaces in the original; null keeps what was found. */
function replaceIn(text: string, pattern: RegExp, by: (found: string) => string | null): string {
  let result = ''
  let end = 0
  for (const match of halfWidth(text).matchAll(pattern)) {
    const next = match.index + match[0].length
    result += text.slice(end, match.index) + (by(match[0]) ?? text.slice(match.index, next))
    end = next
  }
  return result + text.slice(end)
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A date where it is to be, and the right check character (GB 11643): digits in parts may be anything. */
function isIdNumber(digits: string): boolean {
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const check = '10X98765432'[sum % 11]
  return check === digits.at(-1)?.toUpperCase() && digits.search(ID_18) === 0
}

function halfWidth(text: string): string {
  return text.replaceAll(/[０-９Ａ-Ｚａ-ｚ－]/gu, (one) =>
    String.fromCharCode(one.charCodeAt(0) - 0xfee0),
  )
}
