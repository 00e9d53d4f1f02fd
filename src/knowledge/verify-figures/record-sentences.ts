// A line of the record cut into sentences, none of which leaves behind what limits it. Works on
// `comparable` text.
import { isVerbatim, type Word, wordsOf } from './words.ts'

/** An exception, an addition, a 「其」: it says nothing without the sentence before it. */
const LEANING =
  /^(?:但|不过|其中|否则|除|此外|上述|前款|其|该|这|也|并|且|还|另|同时|以上|超过|其余|超出|不足|逾期)|除外|不适用|不在此限|另有规定/u

export const leansOnWhatIsBefore = (sentence: string): boolean => LEANING.test(sentence)

/** The sentences of a line, each with what leans on it, and their clauses that stand alone; in all their forms. */
export function sentencesIn(line: string): readonly (readonly string[])[] {
  const whole: string[] = []
  for (const sentence of split(line, /[。;!?\n]/u)) {
    const before = whole.at(-1)
    if (before !== undefined && leansOnWhatIsBefore(sentence)) {
      whole[whole.length - 1] = `${before};${sentence}`
    } else {
      whole.push(sentence)
    }
  }
  return whole
    .flatMap((sentence) => [sentence, ...standingAlone(sentence)])
    .map((text) => [...new Set([text, withoutAsides(text), ...limitForms(text)])])
}

/** 「3个工作日(法定时限)」 is said the other way round. */
function limitForms(text: string): readonly string[] {
  const [, limit, label] = /^(.*)\(((?:法定|承诺)时限)\)$/u.exec(text) ?? []
  return limit === undefined ? [] : [`${label}${limit}`]
}

const COUNT = '[\\d零一二两三四五六七八九十百千万]+'
/** Clauses that stand alone: a condition with what follows from it, a fee or a term, a time to act in. */
const ALONE = new RegExp(
  `^[^,;:]{2,}的(?=${COUNT}|经|可|应|须|由|先|当场|予以|不予|另)[^,;:]+$|${[
    `^[^,;:]{0,10}(?:费|有效期|公示)[^,;:]{0,4}${COUNT}[^,;:]{1,4}$`,
    `^[^,;:]{0,8}自[^,;:]+起${COUNT}个?(?:工作日|日|月)内[^,;:]+$`,
  ].join('|')}`,
  'u',
)
/** What may be left unsaid behind such a clause: that more is possible, or something of its own. */
const FURTHER = /的(?:经\p{Unified_Ideograph}{2,4})?(?:还|也)?可|^(?!.*的)/u

/** 「A的B，C的D」 is two statements, of which the second may be left out if it takes nothing away. */
function standingAlone(sentence: string): readonly string[] {
  const clauses = split(sentence, /,/u)
  if (clauses.length < 2 || !clauses.every((clause) => ALONE.test(clause))) return []
  return clauses.filter((clause, n) => {
    const next = clauses[n + 1]
    return (next === undefined || FURTHER.test(next)) && (n === 0 || !/^[不未并且]/u.test(clause))
  })
}

const ASIDE = /\(([^()]*)\)/gu
const LAW_ALONE = /^(?:《[^《》]*》)?第[^,;。]*[条款]$/u

/** An aside limits what is said, unless it says it again or names the law. */
const withoutAsides = (text: string): string =>
  text.replaceAll(ASIDE, (aside: string, inner: string, at: number) =>
    LAW_ALONE.test(inner) || endsWith(wordsOf(text.slice(0, at)), wordsOf(inner)) ? '' : aside,
  )

const endsWith = (words: readonly Word[], tail: readonly Word[]) =>
  tail.length > 0 && isVerbatim(words.slice(-tail.length), tail)

/** The pieces between the separators that stand outside brackets. */
export function split(text: string, separator: RegExp): string[] {
  const pieces = ['']
  let depth = 0
  for (const character of text) {
    if (/[(《〔]/u.test(character)) depth++
    if (/[)》〕]/u.test(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && separator.test(character)) pieces.push('')
    else pieces.push(`${pieces.pop()}${character}`)
  }
  return pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece))
}
