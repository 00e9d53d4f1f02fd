// A short question as what it means: words said in many ways become one token, the rest pairs of
// characters. For comparing a message with frequent questions only.

import { folded } from '../../../kernel/folded.ts'
import { anyOf } from '../../../retrieval/patterns.ts'
import { MEANINGS } from './meaning-rows.ts'

const NAMED: ReadonlySet<string> = new Set(MEANINGS.map(({ token }) => token))

/** Whether a token is a meaning of the table, and no pair of characters. */
export const isMeaning = (token: string): boolean => NAMED.has(token)

/** These stand in questions about anything. */
const COMMON: ReadonlySet<string> = new Set(
  '能否 需否 没有 何时 多久 多少 怎么办 谁 去哪 变更 重新 单独 领取 还是'.split(' '),
)

export const isCommon = (token: string): boolean => COMMON.has(token)

/** Says that it is a question, or nothing. */
const EMPTY = anyOf(
  // How one begins.
  /请问|您好|你好|一下/gu,
  // When.
  /是不是|以后|之后/gu,
  // In truth, by now.
  /现在|一般|直接|已经|目前|到底|肯定/gu,
  // Little words.
  /还|也|就|才|都/gu,
  // At the end.
  /吗|呢|吧|啊|呀|么|的|了/gu,
  // Who, and what.
  /我们?|咱|公司|企业|这个|那个/gu,
  // What is asked.
  /办理|申请|怎么|如何|什么|哪些/gu,
)

/**
 * Names of rows of the table, pairs of characters, and single characters, which hardly tell anything;
 * without order. Words that stand in any question are left out.
 */
export function meaningsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  let rest = folded(text)
  for (const { token, words } of MEANINGS) {
    const without = rest.replace(words, ' ')
    if (without !== rest) found.add(token)
    rest = without
  }
  for (const part of rest.replace(EMPTY, ' ').split(/[^\p{L}\p{N}]+/u)) {
    for (const pair of pairsOf(part)) found.add(pair)
  }
  return found
}

/** Pairs of characters; a number or a Latin word is one token. */
function pairsOf(part: string): string[] {
  return (part.match(/[a-z0-9.]+|\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    /^\p{Script=Han}{2,}$/u.test(run)
      ? [...Array.from({ length: run.length - 1 }, (_, n) => run.slice(n, n + 2)), ...run]
      : [run],
  )
}
