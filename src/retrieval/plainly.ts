// The matter without what people say around it: courtesies, haste, the sounds of dictation. They
// carry nothing about the matter, and are dropped before it is looked for.

import { isHaste } from './haste.ts'
import { anyOf } from './patterns.ts'
import { bare, segmentsOf } from './segments.ts'

/** Sounds and set phrases of dictation inside a sentence. */
const FILLER =
  /(?:呃|嗯|唔|额(?![度外定尔]))+|那个就是(?:说)?|就是说(?=[^\s,，。])|怎么说呢|你知道吧/gu

const COURTESY = anyOf(
  /(?:你|您|侬)好|哈喽|请问(?:一下|下)?|麻烦(?:问|您|你)?(?:一下|下)?|不好意思|打扰(?:一下|了)?/u,
  /(?:我)?想?(?:问|咨询|请教|打听)(?:一下|下|个|你|您)+|[\s,，。.!！~:：]/u,
)
const OPENING = new RegExp(`^(?:${COURTESY.source})+`, 'u')
const CLOSING =
  /[\s,，。.!！~]*(?:(?:谢谢|多谢|感谢|麻烦|拜托|辛苦|thanks?|thank you)(?:你|您|侬|了|啦|哈|各位|大家)*[\s,，。.!！~]*)+$/u

const LETTERS_MIN = 4

export type Plain = Readonly<{
  /** The matter. */
  text: string
  /** Whether it was said to be urgent. */
  isHasty: boolean
}>

/** Without what stands around the matter at either end, when anything is left. */
export function plainly(normalized: string, isAside: (clause: string) => boolean): Plain {
  const segments = segmentsOf(normalized.replace(FILLER, ''))
  const isAround = (segment: string) => {
    const clause = bare(segment)
    return clause === '' || isHaste(clause) || isAside(clause)
  }
  const from = segments.findIndex((segment) => !isAround(segment))
  const to = segments.findLastIndex((segment) => !isAround(segment)) + 1
  const matter = withoutEnds(segments.slice(Math.max(0, from), to).join(''))
  if (lettersOf(matter) < LETTERS_MIN) return { text: normalized, isHasty: false }
  const around = [...segments.slice(0, from), ...segments.slice(to)]
  return { text: matter, isHasty: around.some((segment) => isHaste(bare(segment))) }
}

const withoutEnds = (text: string) =>
  text
    .replace(OPENING, '')
    .replace(CLOSING, '')
    .replace(/[,，\s]+$/u, '')
    .trim()

const lettersOf = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
