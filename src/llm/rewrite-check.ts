// A completed question may only join what was said: it says no more than that and denies the same,
// and nothing of the message itself is lost.

import { comparable, unwritable } from '../knowledge/verify-figures/draft-text.ts'
import { figuresIn } from '../knowledge/verify-figures/figures.ts'
import { anyOf } from '../retrieval/patterns.ts'

/** In characters. */
export const REWRITE_LENGTH_MAX = 120

/** How people lead into a question and end it; a whole question may have them or not. */
const AROUND =
  /请问|麻烦|您好|你好|谢谢|那么|还有|这个|那个|这些|那些|它们|这件|那件|如果|[那呢吗呀啊吧嘛哦噢嗯么的它其这该了是就]/gu
const PROMISE = anyOf(
  // Surely.
  /一定|肯定|必定|必然|绝对/u,
  // Guaranteed.
  /保证(?!金|保险|人|担保|合同)|百分(?:之)?百|100%/u,
  // It will pass.
  /包(?:过|批)|稳(?:过|拿|批)|必(?:过|批)|打包票|放心|确保/u,
  // Ahead of others.
  /加急|插队|优先|特批|例外|内部|走后门/u,
)
const DENIAL = /不是|不|没有|没|未|无|非|别|勿|免/gu

/**
 * `question` is the message, `before` what was said earlier. Refused: more than one line or too long,
 * a promise, a figure or any character of weight that neither has, a denial more or less.
 */
export function isFaithfulRewrite(
  rewritten: string,
  { question, before }: Readonly<{ question: string; before: string }>,
): boolean {
  if (rewritten.length > REWRITE_LENGTH_MAX || rewritten.includes('\n')) return false
  if (unwritable(rewritten).length > 0) return false
  const [full, asked, earlier] = [rewritten, question, before].map(comparable) as [
    string,
    string,
    string,
  ]
  const said = `${asked}\n${earlier}`
  if (PROMISE.test(full)) return false
  if (figuresIn(full).some(({ found }) => !said.includes(found))) return false
  const content = contentOf(full)
  if (content === '' || [...content].some((character) => !said.includes(character))) return false
  return isKept(asked, full) && deniesAlike(full, asked, earlier)
}

const contentOf = (text: string) => text.replaceAll(AROUND, '').replaceAll(/[^\p{L}\p{N}]/gu, '')

/** All that the message says; what it denies to be meant may be left out. */
function isKept(asked: string, full: string): boolean {
  const meant = asked.replaceAll(/不是[^,;。!?]*[,;]?/gu, (denied) =>
    full.includes(wordBehind(denied, '不是'.length)) ? denied : '',
  )
  return [...contentOf(meant)].every((character) => full.includes(character))
}

/** Whatever one denies the other denies as well. */
function deniesAlike(full: string, asked: string, earlier: string): boolean {
  const [mine, theirs] = [deniedIn(full), deniedIn(asked)]
  const known = [...theirs, ...deniedIn(earlier)]
  return (
    mine.every((word) => known.includes(word)) &&
    theirs.every((word) => mine.includes(word) || !full.includes(word))
  )
}

const deniedIn = (text: string): readonly string[] =>
  [...text.matchAll(DENIAL)].map(({ 0: denial, index }) => wordBehind(text, index + denial.length))

const wordBehind = (text: string, from: number) => text.slice(from, from + 2)
