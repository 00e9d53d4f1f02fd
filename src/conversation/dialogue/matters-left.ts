// Of several matters asked about in one message each is answered in its turn: whatever answers one of
// them offers the others, and 「下一个」 goes on with the next.
import type { ItemCode } from '../../kernel/ids.ts'
import { anyOf, inOrder } from '../../retrieval/patterns.ts'
import type { Outcome } from '../outcome.ts'
import type { DialogueState, Matter } from './dialogue-state.ts'

/** What was asked about this item in a message with several matters. */
export const matterOf = ({ matters }: DialogueState, code: ItemCode): Matter | undefined =>
  matters.find((matter) => matter.code === code)

/** The matters after this item was answered. */
export const afterAnswer = (matters: readonly Matter[], code: ItemCode): readonly Matter[] =>
  matters.map((matter) => (matter.code === code ? { ...matter, isAnswered: true } : matter))

/** An answer to one of several matters, with those that are left. */
export function withMattersLeft(outcome: Outcome, state: DialogueState): Outcome {
  const { decision } = outcome
  const matters = outcome.matters ?? state.matters
  if (decision.kind !== 'answer') return outcome
  const { code } = decision
  const isOfThem = outcome.rule === 'next_matter' || matters.some((matter) => matter.code === code)
  const others = matters
    .filter((matter) => !matter.isAnswered && matter.code !== code)
    .map(({ isSure, ...matter }) => ({
      code: isSure ? matter.code : null,
      field: matter.field,
      words: matter.words,
    }))
  return isOfThem && others.length > 0 ? { ...outcome, decision: { ...decision, others } } : outcome
}

/** All of it asks to go on: 「下一个」, 「那其他两个呢」, 「继续」, "next". */
const GO_ON = inOrder(
  /^(?:好的?|嗯|哦|行|ok|那么?|请|麻烦|你|您|再|接着|继续|[,，。.\s]){0,6}/u,
  /(?:说|讲|看|答|回答|问){0,2}/u,
  anyOf(
    /(?:下一?|另外?一?|还有一|剩下一?|最后一?)(?:个|件|条|项)(?:问题|事情?)?/u,
    /(?:其他|其它|其余|另外|剩下|后面)(?:的|那)?(?:几|两|三)?(?:个|件)?(?:问题|事情?)?/u,
    /(?:继续|接着)(?:说|讲|答|回答)?|next(?: one| question)?|go on/u,
  ),
  /(?:呢|吧|怎么说|怎么办|[?？。.!！~\s]){0,4}$/u,
)

/** The next of several matters, where all of the message asks for it; else null. */
export const nextMatter = (normalized: string, { matters }: DialogueState): Matter | null =>
  GO_ON.test(normalized) ? (matters.find(({ isAnswered }) => !isAnswered) ?? null) : null

/** The outcome of that matter, which will not come next again, whatever was made of it. */
export const ofNextMatter = (
  outcome: Outcome,
  next: Matter,
  { matters }: DialogueState,
): Outcome => ({
  ...outcome,
  rule: 'next_matter',
  matters: matters.map((matter) => (matter === next ? { ...matter, isAnswered: true } : matter)),
})
