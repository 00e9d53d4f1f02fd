// What people say around a question: greetings, thanks, apologies, the sounds of dictation. They
// carry nothing about the matter, and are dropped before it is looked for.
import { cutAt } from './cut.ts'

const cut = cutAt(',，。.;；:：!！?？\\n')

const COURTESIES = [
  // Hello, and whoever is there.
  '(?:你|您|侬|大家|各位)好|哈喽|嗨|hi|hello|hey|在吗|有人吗|喂|亲|老师|领导|小舟',
  // Sorry, please, thank you.
  '(?:真)?(?:不好意思|抱歉|对不起)|(?:实在)?打扰|麻烦|拜托|谢谢|多谢|感谢|辛苦|请问|请教|thanks?|thank you|please',
  // For the first time.
  '(?:我|我们)?(?:是|也是)?(?:头一回|第一次|头一次)(?:用|来|问|咨询|弄|用这个|问这个)',
  // That there is something to ask.
  '(?:事情)?是这样(?:子)?的?|(?:我)?有(?:个|件|一个)(?:事|问题)',
  '(?:我)?(?:就|只|先|主要)?(?:想|要|来)?(?:请)?(?:问|咨询|请教|打听|了解|问问)',
  '我的问题是|问题是|想问的是|就是说|那个',
  // Sounds.
  '嗯|呃|额|哦|啊|对',
]
const BEHIND_COURTESY =
  '一下|下|这个|那个|打扰|麻烦|个|问题|事|点|你们|你|您|侬|帮忙|帮|看|哪位|啦|了|哈|呀|啊|哦|各位|大家|先|就|也|so much|a lot|very much|\\s'
/** A whole clause that is only courtesy. */
const COURTESY = new RegExp(`^(?:${COURTESIES.join('|')})(?:${BEHIND_COURTESY})*$`, 'u')

/** Sounds and set phrases of dictation inside a sentence. */
const FILLER =
  /(?:呃|嗯|唔|额(?![度外定尔]))+|那个就是(?:说)?|就是说(?=[^\s,，。])|怎么说呢|你知道吧/gu

const LETTERS_MIN = 4

/** Without the courtesies at either end, when anything is left. */
export function plainly(normalized: string): string {
  const spoken = normalized.replace(FILLER, '')
  const clauses = cut(spoken)
  let from = 0
  let to = clauses.length
  while (from < to && isCourtesy(clauses[from]!)) from += 1
  while (to > from && isCourtesy(clauses[to - 1]!)) to -= 1
  const bare = withoutOpening(clauses.slice(from, to).join('')).trim()
  return lettersOf(bare) >= LETTERS_MIN ? bare : normalized
}

const OPENING =
  /^(?:(?:你|您|侬)好|哈喽|请问(?:一下|下)?|麻烦(?:问|您|你)?(?:一下|下)?|不好意思|打扰(?:一下|了)?|(?:我)?想?(?:问|咨询|请教|打听)(?:一下|下|个|你|您)+|[\s,，。.!！~:：])+/u
const CLOSING =
  /[\s,，。.!！~]*(?:(?:谢谢|多谢|感谢|麻烦|拜托|辛苦|thanks?|thank you)(?:你|您|侬|了|啦|哈|各位|大家)*[\s,，。.!！~]*)+$/u

const withoutOpening = (text: string) =>
  text
    .replace(OPENING, '')
    .replace(CLOSING, '')
    .replace(/[,，\s]+$/u, '')

const isCourtesy = (clause: string) =>
  COURTESY.test(clause.replace(/[,，。.;；:：!！?？~\s]+$/u, '').trim())

const lettersOf = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
