// A detail of the case that is told in the middle of a matter: 「我们是1800平的冷库」, 「就是卖鱼的」. It
// grieves at nothing and asks of nobody, so it goes on with the question, whatever it sounds like.
import type { Intent } from '../../retrieval/acts/intent.ts'
import { wantsPerson } from '../../retrieval/acts/person.ts'
import { actsIn } from '../../retrieval/acts/speech-acts.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import type { DialogueState } from '../dialogue/dialogue-state.ts'
import { tellsMoreIn } from '../dialogue/follow-up.ts'

/** What it is taken for by mistake; whoever chats in the middle of a question asked back answers it. */
const BY_MISTAKE: ReadonlySet<Intent> = new Set<Intent>(['ticket'])
const BY_MISTAKE_IN_REPLY: ReadonlySet<Intent> = new Set<Intent>(['ticket', 'smalltalk'])

const LENGTH_MAX = 24
/** Less is no detail: 「是的」. */
const DETAIL_MIN = 2
const SAYS_WHAT = /^(?:我们?|公司|企业|店里?)?(?:就|都|其实|只)?(?:不?是|属于|算是)/u
/** Acts that any statement may show; a time that went by is a grievance only where nothing was asked. */
const PLAIN: ReadonlySet<string> = new Set(['asks', 'asks_nothing'])
const PLAIN_IN_REPLY: ReadonlySet<string> = new Set([...PLAIN, 'late'])
const WAITS = /拖|等|没人|没动静|没结果|没消息|还没|还不|一直/u

export function tellsCase(
  normalized: string,
  intent: Intent,
  { items, clarification }: Pick<DialogueState, 'items' | 'clarification'>,
): boolean {
  const isReply = clarification !== null
  if (!isReply && items.length === 0) return false
  if (!(isReply ? BY_MISTAKE_IN_REPLY : BY_MISTAKE).has(intent)) return false
  if (normalized.length > LENGTH_MAX || ownSubject(normalized) < DETAIL_MIN) return false
  const isPlain = isReply && !WAITS.test(normalized) ? PLAIN_IN_REPLY : PLAIN
  if (wantsPerson(normalized) || actsIn(normalized).some((act) => !isPlain.has(act))) return false
  return SAYS_WHAT.test(normalized) || tellsMoreIn(normalized).counts
}
