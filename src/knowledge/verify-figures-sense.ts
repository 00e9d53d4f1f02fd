// The record turned into its opposite: what it forbids allowed, what it allows demanded, a negation
// lost or gained. Works on `comparable` text.

const NEGATION =
  /不得|不能|不可以?|不需要?|不用|不必|不应当?|不予|不再|无需|无须|毋需|禁止|严禁|没有|(?<!能|是|可|要)不(?!超|少|多|低|高|大|小|满|足|同|断|动产|良|仅|只|但|过|论|管)|未(?!来|满|达)|勿/gu
/** What a negation reaches: to the end of its clause or the next 的. */
const REACH = /^[^的,;。!?()〔〕\n]{0,24}/u
const GRAM = 3

/** Phrases that one text denies and the other affirms. */
export function turnedRound(draft: string, record: string): readonly string[] {
  return [
    ...deniedIn(draft).filter((phrase) => affirms(record, phrase) && !denies(record, phrase)),
    ...deniedIn(record).filter(
      (phrase) => statesPlainly(draft, phrase) && !affirms(record, phrase),
    ),
    ...struck(draft).filter((phrase) => affirms(record, phrase)),
    ...struck(record).filter((phrase) => affirms(draft, phrase)),
    ...misread(draft, record),
  ]
}

const deniedIn = (text: string) =>
  [...text.matchAll(NEGATION)].flatMap((found) =>
    gramsOf(REACH.exec(text.slice(found.index + found[0].length))?.[0] ?? ''),
  )

/** The words on both sides of a negation, joined as if it were not there. */
const struck = (text: string) =>
  [...text.matchAll(NEGATION)]
    .map((found) => [
      text.slice(Math.max(0, found.index - GRAM), found.index),
      text.slice(found.index + found[0].length).slice(0, GRAM),
    ])
    .filter((sides) => sides.every((side) => HAN_GRAM.test(side)))
    .map((sides) => sides.join(''))

const HAN_GRAM = /^\p{Unified_Ideograph}{3}$/u

const gramsOf = (text: string) =>
  [...text].map((_, n) => text.slice(n, n + GRAM)).filter((gram) => HAN_GRAM.test(gram))

const denies = (text: string, phrase: string) => occurrences(text, phrase).some(isDenied)
const affirms = (text: string, phrase: string) =>
  occurrences(text, phrase).some((before) => !isDenied(before))

/** In a clause without any negation, before or after it. */
const statesPlainly = (text: string, phrase: string) =>
  text
    .split(/[,;。!?\n]/u)
    .some((clause) => clause.includes(phrase) && !new RegExp(NEGATION.source, 'u').test(clause))

function occurrences(text: string, phrase: string): string[] {
  const found: string[] = []
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    found.push(text.slice(0, at))
  }
  return found
}

const isDenied = (before: string) =>
  new RegExp(NEGATION.source, 'u').test(before.replace(/^.*[的,;。!?()〔〕\n]/su, ''))

type Sense = Readonly<{ words: ReadonlySet<string>; denied: boolean; duty: 'must' | 'may' | null }>

const MUST = /必须|应当|(?<!无|毋|必)须|(?<![相对反供适])应(?![急用收届税纳届付])/gu
const MAY = /可以|能够|(?<![许认核不])可(?![能靠行])/gu
/** From here on two clauses say the same thing, but perhaps in another sense. */
const ALIKE_MIN = 0.6
const TIE = 0.05

/** Clauses that are the record's but for a negation or a duty. */
function misread(draft: string, record: string): string[] {
  const known = clausesOf(record).flatMap(withParts).map(senseOf)
  return clausesOf(draft).filter((clause) => {
    const mine = senseOf(clause)
    const alike = known.map((theirs) => ({ theirs, likeness: dice(mine.words, theirs.words) }))
    const best = Math.max(0, ...alike.map(({ likeness }) => likeness))
    if (best < ALIKE_MIN) return false
    return !alike.some(
      ({ theirs, likeness }) => likeness >= best - TIE && isSameSense(mine, theirs),
    )
  })
}

/** A condition and what follows from it also stand alone: 「不能登记的」, 「3日内登记」. */
function withParts(clause: string): string[] {
  const end = clause.lastIndexOf('的') + 1
  return end > 1 && end < clause.length
    ? [clause, clause.slice(0, end), clause.slice(end)]
    : [clause]
}

const clausesOf = (text: string) =>
  text.split(/[,;:。!?()〔〕\n]/u).filter((clause) => /\p{Unified_Ideograph}/u.test(clause))

function senseOf(clause: string): Sense {
  const denials = clause.match(NEGATION)?.length ?? 0
  const plain = clause.replaceAll(NEGATION, '')
  const must = new RegExp(MUST.source, 'u').test(plain)
  const may = new RegExp(MAY.source, 'u').test(plain)
  const bare = plain
    .replaceAll(MUST, '')
    .replaceAll(MAY, '')
    .replaceAll(/需要?|能/gu, '')
  return {
    words: paddedPairs(bare),
    denied: denials % 2 === 1,
    duty: must === may ? null : must ? 'must' : 'may',
  }
}

const isSameSense = (a: Sense, b: Sense) =>
  a.denied === b.denied && (a.duty === null || b.duty === null || a.duty === b.duty)

function paddedPairs(text: string): ReadonlySet<string> {
  const characters = ['^', ...text.replaceAll(/[^\p{L}\p{N}]/gu, ''), '$']
  return new Set(characters.slice(1).map((character, n) => `${characters[n]}${character}`))
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((one) => b.has(one)).length
  return (2 * shared) / (a.size + b.size)
}
