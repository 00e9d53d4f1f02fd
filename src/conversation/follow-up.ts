// How a message depends on what was said before: an answer to options, an ellipsis (「多久？」),
// a correction, or a new question.
import type { ItemCode } from '../kernel/ids.ts'
import { ownSubject } from '../retrieval/own-subject.ts'
import type { DialogueState } from './dialogue-state.ts'

export type OptionReply =
  | Readonly<{ kind: 'chosen'; code: ItemCode }>
  | Readonly<{ kind: 'none' }>
  | null

const ORDINALS: readonly RegExp[] = [
  /^(?:选|要|是|就)?(?:第)?(?:1|一|a|①)(?:个|项|种|号|的)?(?:吧|呗|。|\.)?$|第一(?:个|项|种)?|前(?:面)?(?:那|一)?个/u,
  /^(?:选|要|是|就)?(?:第)?(?:2|二|两|b|②)(?:个|项|种|号|的)?(?:吧|呗|。|\.)?$|第二(?:个|项|种)?|后(?:面)?(?:那)?个/u,
  /^(?:选|要|是|就)?(?:第)?(?:3|三|c|③)(?:个|项|种|号|的)?(?:吧|呗|。|\.)?$|第三(?:个|项|种)?/u,
  /^(?:选|要|是|就)?(?:第)?(?:4|四|d|④)(?:个|项|种|号|的)?(?:吧|呗|。|\.)?$|第四(?:个|项|种)?|最后(?:那|一)?个/u,
]
const NONE =
  /^(?:这些|上面|以上|这几个|那几个|几个)?(?:都|全|统统|一个都|哪个都)(?:不是|不对|不算|没有)|^(?:都不是|不是这些|没有我要的|none)/u

/** What the message picks among the open options, or null when it is not such an answer. */
export function replyToOptions(normalized: string, state: DialogueState): OptionReply {
  const open = state.clarification
  if (open === null) return null
  if (NONE.test(normalized)) return { kind: 'none' }
  if (normalized.length > 8) return null
  const n = ORDINALS.findIndex((pattern) => pattern.test(normalized))
  const code = open.options[n]
  return code === undefined ? null : { kind: 'chosen', code }
}

const LINKS =
  /^(?:那|那么|这|它|还有|另外|然后|再|要是|如果|假如|万一|后面|以后|接下来|对了|而且|但是|可是|不过)|呢[?？]?$|(?:这个|那个|这样|这张|那张|这道|那道|这步|那步|这本|那本|这种|那边|这边)/u

export type Dependence = 'new' | 'leaning' | 'dependent'

/**
 * Whether the message can be understood alone. `dependent` has no subject of its own, `leaning`
 * has one but reads on from the last.
 */
export function dependenceOf(normalized: string, state: DialogueState): Dependence {
  if (state.items.length === 0 && state.clarification === null) return 'new'
  const own = ownSubject(normalized)
  if (own <= 1) return 'dependent'
  if (state.clarification !== null) return 'leaning'
  if (own <= 4 || LINKS.test(normalized)) return 'leaning'
  return normalized.length <= 24 ? 'leaning' : 'new'
}
