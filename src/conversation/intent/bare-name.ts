// A short message that is little more than what an item is called asks about that item, whatever else
// its few words remind of: 「法人变更」 tells of no case and complains of nothing.
import type { ItemCode } from '../../kernel/ids.ts'
import { knownNames } from '../../retrieval/names.ts'
import type { AnswerDeps } from '../answer-ports.ts'

/** By one of its names, nothing else being said, or by pieces of them. */
export type Called = 'by_name' | 'in_pieces'

/** A longer message says more than a name. */
const MESSAGE_MAX = 14
/** Fewer characters of a name are a word that stands in many sentences. */
const NAMED_MIN = 4
/** So much stands beside the name at most, in characters. */
const BESIDES_MAX = 1
/** Pieces of a name stand in any order; shorter ones would be found in everything. */
const PIECE_MIN = 2
/** Of letters, as two or three of them stand in any English word. */
const PIECE_MIN_LETTERS = 4
const LETTERS = /^[a-z]/u

/** What is said around the name of something that is to be done. */
const WANTING =
  /^(?:请问|你好|您好|我们?|想|要|需要|去|来|咨询|问|一下|重新?|再|另外|还|办理?|[,，\s])+|办理|[?？!！。.\s的呢啊呀吧]+$/gu

/** How the message calls the item of these names, or null when it says anything else. */
export function calledBy(normalized: string, names: readonly string[]): Called | null {
  const said = normalized.replace(WANTING, '')
  if (names.includes(said)) return 'by_name'
  if (normalized.length > MESSAGE_MAX) return null
  const besides = besidesPieces(said, names)
  return said.length - besides >= NAMED_MIN && besides <= BESIDES_MAX ? 'in_pieces' : null
}

/** How the message calls one of these items, by its whole name rather than in pieces. */
export function howCalled(
  { snapshot, language }: Pick<AnswerDeps, 'snapshot' | 'language'>,
  normalized: string,
  among: readonly Readonly<{ code: ItemCode }>[],
): Called | null {
  const codes = new Set(among.map(({ code }) => code))
  const names = knownNames(snapshot.base, language)
  const called = snapshot.base.items.map(({ code }, n) =>
    codes.has(code) ? calledBy(normalized, names[n]!) : null,
  )
  return called.includes('by_name') ? 'by_name' : (called.find((one) => one !== null) ?? null)
}

/** How many characters are left when the longest pieces of the names are taken away. */
function besidesPieces(said: string, names: readonly string[]): number {
  let left = 0
  for (let at = 0; at < said.length; ) {
    const length = pieceAt(said, at, names)
    if (length === 0) left += 1
    at += Math.max(1, length)
  }
  return left
}

function pieceAt(said: string, at: number, names: readonly string[]): number {
  const min = LETTERS.test(said.slice(at)) ? PIECE_MIN_LETTERS : PIECE_MIN
  for (let end = said.length; end - at >= min; end -= 1) {
    const piece = said.slice(at, end)
    if (names.some((name) => name.includes(piece))) return end - at
  }
  return 0
}
