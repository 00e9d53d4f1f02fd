// How a message depends on what was said before: an ellipsis (「多久？」), a correction, or a new
// question.
import { ownSubject, subjectOf } from '../retrieval/own-subject.ts'
import type { DialogueState } from './dialogue-state.ts'

const LINKS =
  /^(?:那|那么|这|它|还有|另外|然后|再|要是|如果|假如|万一|后面|以后|接下来|对了|而且|但是|可是|不过)|呢[?？]?$|(?:这个|那个|这样|这张|那张|这道|那道|这步|那步|这本|那本|这种|那边|这边)/u

/** Another case than the one talked about: 「要是外资的」, 「……呢」, "what if". */
const ANOTHER =
  /^(?:那)?(?:要是|如果|假如|万一)|呢[?？]?$|^(?:and |but |so )?(?:what|how) (?:if|about)\b|^(?:and |or |but )(?:for|if|in case)\b|^(?:suppose|supposing|in case)\b/u

export const supposesAnother = (normalized: string): boolean => ANOTHER.test(normalized)

export type Dependence = 'new' | 'leaning' | 'dependent'

/**
 * Whether the message can be understood alone. `dependent` has no subject of its own, or says no
 * more than the question that was asked back; `leaning` has one but reads on from the last.
 */
export function dependenceOf(normalized: string, state: DialogueState): Dependence {
  if (state.items.length === 0 && state.clarification === null) return 'new'
  const own = ownSubject(normalized)
  if (own <= 1) return 'dependent'
  if (state.clarification !== null) {
    return subjectOf(state.clarification.question).includes(subjectOf(normalized))
      ? 'dependent'
      : 'leaning'
  }
  if (own <= 4 || LINKS.test(normalized) || supposesAnother(normalized)) return 'leaning'
  return normalized.length <= 24 ? 'leaning' : 'new'
}
