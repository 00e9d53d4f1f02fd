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

/** 「已经过期两天了」: what has come of the paper in hand, which is asked about and not complained of. */
const HAS_COME =
  /^(?:那|就是|我们?的?|证|已经|都|刚刚?|早就|现在|又){0,4}(?:过期|超期|逾期|到期|过了期|过时|丢|弄丢|遗失|损坏|坏|吊销|注销|搬走|停业)[^,，。?？吗没]{0,8}了?$/u
const MAY_COME: ReadonlySet<string> = new Set([...PLAIN, 'late'])

export function tellsCase(
  normalized: string,
  intent: Intent,
  { items, clarification }: Pick<DialogueState, 'items' | 'clarification'>,
): boolean {
  const isReply = clarification !== null
  if (!isReply && items.length === 0) return false
  if (!(isReply ? BY_MISTAKE_IN_REPLY : BY_MISTAKE).has(intent)) return false
  if (normalized.length > LENGTH_MAX || ownSubject(normalized) < DETAIL_MIN) return false
  if (HAS_COME.test(normalized)) return actsIn(normalized).every((act) => MAY_COME.has(act))
  const isPlain = isReply && !WAITS.test(normalized) ? PLAIN_IN_REPLY : PLAIN
  if (wantsPerson(normalized) || actsIn(normalized).some((act) => !isPlain.has(act))) return false
  return SAYS_WHAT.test(normalized) || tellsMoreIn(normalized).counts
}
