// Which of the options shown a message names by its place: 「第二个」「最后那项」「2和3」 "the last one".
// What names a place stands at the beginning and is the whole clause, so that 「第一次申请」 names none.

import { isCued } from '../../retrieval/field-cues.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import { anyOf, inOrder } from '../../retrieval/patterns.ts'

export type NamedPlaces = Readonly<{
  /** From 0, in the order in which they were named; empty when one of them is not there. */
  places: readonly number[]
  /** 「不是第一个」: these are not meant. */
  isDenied: boolean
  /** What was said besides. */
  rest: string
}>

/** 「那我还是选……」, 「回到刚才的……」, "I mean …" */
const LEAD = new RegExp(
  `^(?:(?:${[
    '那么?|嗯|哦|噢|好的?|行|ok|我们?|就|还是',
    '回到?(?:刚才|前面)(?:的|说的)?|刚才(?:的|说的|问的)?|(?:前面|上面)(?:的|说的|问的)|先(?:说|看|讲|问|办)',
    '选择?|要|是|办|看看?|想(?:问|要|办|看)?|问',
    '应该是?|可能是?|大概是?',
    "i (?:want|choose|pick|mean|need)|it is|it's",
    '谢谢|thanks?|thank you|(?:and )?what about|back to|ok(?:ay)?|then|so',
  ].join('|')})[,，.\\s]*)*`,
  'u',
)
const NOT_BEFORE = /^(?:不(?:是|要|选|办)|别选?|not)\s*/u
const NOT_AFTER = /^(?:都|也)?(?:不(?:是|对|要|行|符合|合适)|没用)/u
/** What may stand behind the place without saying anything. */
const TAIL =
  /^(?:选项|问题|事情?|那个|这个|那项|才是|才对|是|就(?:行|好|是了?|可以)?|吧|呗|呢|啊|呀|哦|了|嘛|please|[?？~]|\s)*/u
const END = /^(?:$|[,，。.;；:：!！?？\s]+)/u
/** 「1.」「2：」 stand before an item of somebody's own list as well. */
const NUMBERED = /^[1-4一二三四a-d]\s*[.．。:：]/u
/** The list goes on. */
const NEXT_NUMBER = /(?:^|[\s,，。;；!！?？])[2-4二三四b-d]\s*[.．、。:：]/u
const BETWEEN = /^\s*(?:和|跟|与|、|,|，|\/|\+|&|还有|以及|and\b)\s*(?:the\s)?/u

/** An order of points, unless it is little else than that: “first, is it dear?”, 「第一，贵不贵」. */
const BARE_ORDINAL =
  /^(?:(?:first|second|third|fourth|last|1st|2nd|3rd|4th)(?! one| option)\b|第[一二三四1-4](?=[\s,，。.:：;；!！]))/u

const UNIT = '(?:个|项|种|号|条|款|件事)'
/** 「第二个招大学生那个」 says once more which it is. */
const NAMED_BESIDE = /^[^,，。.;；!！?？\s]{2,8}那[个件](?=$|[,，。.;；!！?？\s])/u
const ENDS_IN_UNIT = /[个项种号条款事]$/u
const THAT = '(?:的)?(?:那|这)?一?'
const DIGITS: Readonly<Record<string, number>> = {
  ...{ 一: 0, 二: 1, 三: 2, 四: 3, 1: 0, 2: 1, 3: 2, 4: 3, a: 0, b: 1, c: 2, d: 3 },
  ...{ first: 0, second: 1, third: 2, fourth: 3, '1st': 0, '2nd': 1, '3rd': 2, '4th': 3 },
}
const placeOf = (word = ''): number => DIGITS[word] ?? -1
const upTo = (count: number): number[] => Array.from({ length: count }, (_, place) => place)

type Row = Readonly<{
  pattern: RegExp
  /** The places among so many options; none when it does not say which. */
  places: (count: number, word: string | undefined) => readonly number[]
}>

/** In this order, so that 「倒数第二个」 is not read as 「第二个」. */
const ROWS: readonly Row[] = [
  {
    pattern: new RegExp(`^倒数第?([一二三四1-4])${UNIT}`, 'u'),
    places: (count, word) => [count - 1 - placeOf(word)],
  },
  {
    pattern: new RegExp(`^前(?:面)?([两二三2-3])${UNIT}`, 'u'),
    places: (_, word) => upTo(word === '三' || word === '3' ? 3 : 2),
  },
  {
    pattern: new RegExp(`^后(?:面)?([两二三2-3])${UNIT}`, 'u'),
    places: (count, word) => {
      const many = word === '三' || word === '3' ? 3 : 2
      return upTo(many).map((place) => count - many + place)
    },
  },
  {
    pattern: new RegExp(
      `^(?:最后(?:面)?|末尾|最末|最下面|末了)${THAT}${UNIT}|^(?:the )?last(?: one| option)?\\b`,
      'u',
    ),
    places: (count) => [count - 1],
  },
  {
    pattern: new RegExp(`^(?:头|最?前面|最上面|打头)${THAT}${UNIT}|^前(?:一|那)${UNIT}`, 'u'),
    places: () => [0],
  },
  {
    pattern: new RegExp(
      `^(?:中间|当中|居中)${THAT}${UNIT}|^(?:the )?middle(?: one| option)?\\b`,
      'u',
    ),
    places: (count) => (count % 2 === 1 ? [(count - 1) / 2] : []),
  },
  { pattern: /^前者|^(?:the )?former\b/u, places: (count) => (count === 2 ? [0] : []) },
  {
    pattern: new RegExp(`^后者|^后面${THAT}${UNIT}|^后(?:一|那)${UNIT}|^(?:the )?latter\\b`, 'u'),
    places: (count) => (count === 2 ? [1] : []),
  },
  {
    pattern: anyOf(
      inOrder(
        new RegExp(`^(?:这|那)?(?:几|两|三|四)?${UNIT}?`, 'u'),
        /(?:都|全)(?:需?要|想)?(?:办|看|要)(?=$|[吧呗的了,，。!！\s])/u,
      ),
      /^全部(?:都)?要?|^both(?: of them)?\b/u,
    ),
    places: (count) => upTo(count),
  },
  {
    pattern: new RegExp(`^第([一二三四1-4])${UNIT}(?:情况|事项)?`, 'u'),
    places: (_, word) => [placeOf(word)],
  },
  {
    pattern:
      /^(?:the )?(first|second|third|fourth|1st|2nd|3rd|4th)(?: one| option| thing| question| matter| problem)?\b/u,
    places: (_, word) => [placeOf(word)],
  },
  {
    pattern:
      /^(?:option|number|no\.?|choice|选项|编号|序号|#)\s*([一二三四1-4a-d])(?![\p{L}\p{N}])/u,
    places: (_, word) => [placeOf(word)],
  },
  {
    pattern: /^第?([一二三四1-4a-d])号?(?=$|[吧呗呢啊的和跟与、,，。./+&!！?？;；\s])/u,
    places: (_, word) => [placeOf(word)],
  },
]

/** What the beginning of a message names among `count` options, or null. */
export function placesNamed(normalized: string, count: number): NamedPlaces | null {
  const said = normalized.replace(LEAD, '')
  const denied = said.match(NOT_BEFORE)?.[0] ?? ''
  const listed = listOf(said.slice(denied.length), count)
  if (listed === null) return null
  const behind = listed.rest.match(NOT_AFTER)?.[0] ?? ''
  const named = said.slice(0, said.length - listed.rest.length)
  const rest = restAfter(listed.rest.slice(behind.length), ENDS_IN_UNIT.test(named))
  if (rest === null || isOwnList(normalized, rest) || isOrderOfPoints(said, rest)) return null
  return { places: listed.places, isDenied: denied !== '' || behind !== '', rest }
}

type Listed = Readonly<{ places: readonly number[]; rest: string }>

/** One place, or several in a row. */
function listOf(said: string, count: number): Listed | null {
  const one = placeAt(said, count)
  if (one === null) return null
  const between = one.rest.match(BETWEEN)?.[0]
  const more = between === undefined ? null : listOf(one.rest.slice(between.length), count)
  if (more === null) return one
  const isThere = one.places.length > 0 && more.places.length > 0
  return {
    places: isThere ? [...new Set([...one.places, ...more.places])] : [],
    rest: more.rest,
  }
}

function placeAt(said: string, count: number): Listed | null {
  for (const { pattern, places } of ROWS) {
    const found = pattern.exec(said)
    if (found === null) continue
    const named = places(count, found[1])
    const isThere = named.every((place) => place >= 0 && place < count)
    return { places: isThere ? named : [], rest: said.slice(found[0].length) }
  }
  return null
}

function isOrderOfPoints(said: string, rest: string): boolean {
  const ordinal = BARE_ORDINAL.exec(said)?.[0]
  if (ordinal === undefined || rest === '') return false
  return ordinal.startsWith('第') ? ownSubject(rest) > OWN_MAX : true
}

/** 「1.注册公司要多久」 numbers a question; 「1.要多久」 asks that of the first option. */
const isOwnList = (normalized: string, rest: string): boolean =>
  NUMBERED.test(normalized) && (ownSubject(rest) > OWN_MAX || NEXT_NUMBER.test(rest))

/**
 * What is said behind the place, or null when it makes the place part of something else: 「第二个股东」.
 * Behind a pause anything may follow, behind 的 what asks for a part of the record, and without
 * either only what has no subject of its own besides.
 */
function restAfter(said: string, isWhole: boolean): string | null {
  const tail = said.match(TAIL)?.[0] ?? ''
  const bare = said.slice(tail.length).replace(NAMED_BESIDE, '')
  // 「第1个 那要先有什么」: a space is a pause behind 第一个, not behind 第一.
  if (isWhole && /\s/u.test(tail)) return bare
  const pause = END.exec(bare)
  if (pause !== null) return bare.slice(pause[0].length)
  const rest = bare.replace(/^的/u, '')
  const isBare = rest !== bare || ownSubject(rest) <= OWN_MAX
  return rest === '' || (isBare && isCued(rest)) ? rest : null
}

/** A question word is no subject. */
const OWN_MAX = 1
