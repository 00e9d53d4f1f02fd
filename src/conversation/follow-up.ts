// How a message depends on what was said before: an answer to options, an ellipsis (「多久？」),
// a correction, or a new question.
import type { ItemCode } from '../kernel/ids.ts'
import { ownSubject } from '../retrieval/own-subject.ts'
import type { DialogueState } from './dialogue-state.ts'

/** `rest` is what was said besides: a further question, or what it is instead. */
export type OptionReply =
  | Readonly<{ kind: 'chosen'; code: ItemCode; rest: string }>
  | Readonly<{ kind: 'none'; rest: string }>
  | null

const ORDINALS: readonly RegExp[] = [
  /^(?:选|要|是|就)?(?:第)?(?:1|一|a|①)(?:个|项|种|号|的)?(?:吧|呗|。|\.)?$|第一(?:个|项|种)?|前(?:面)?(?:那|一)?个/u,
  /^(?:选|要|是|就)?(?:第)?(?:2|二|两|b|②)(?:个|项|种|号|的)?(?:吧|呗|。|\.)?$|第二(?:个|项|种)?|后(?:面)?(?:那)?个/u,
  /^(?:选|要|是|就)?(?:第)?(?:3|三|c|③)(?:个|项|种|号|的)?(?:吧|呗|。|\.)?$|第三(?:个|项|种)?/u,
  /^(?:选|要|是|就)?(?:第)?(?:4|四|d|④)(?:个|项|种|号|的)?(?:吧|呗|。|\.)?$|第四(?:个|项|种)?|最后(?:那|一)?个/u,
]
const NONE =
  /^(?:这些|上面|以上|这几个|那几个|几个)?(?:都|全|统统|一个都|哪个都)(?:不是|不对|不算|没有)|^(?:都不是|不是这些|没有我要的|none)/u

const PAUSE = /[,，。.;；:：!！?？\s]+/u
/** What picks an option is short; a longer clause is about something else. */
const PICK_MAX = 8

/** What the message picks among the open options, or null when it is not such an answer. */
export function replyToOptions(normalized: string, state: DialogueState): OptionReply {
  const open = state.clarification
  if (open === null) return null
  const none = NONE.exec(normalized)
  if (none !== null) return { kind: 'none', rest: afterPause(normalized.slice(none[0].length)) }
  const [pick = ''] = normalized.split(PAUSE, 1)
  if (pick.length > PICK_MAX) return null
  const n = ORDINALS.findIndex((pattern) => pattern.test(pick))
  const code = open.options[n]
  const rest = afterPause(normalized.slice(pick.length))
  return code === undefined ? null : { kind: 'chosen', code, rest }
}

const afterPause = (text: string) => text.replace(/^[\s,，。.;；:：!！?？的呀啊哦]+/u, '')

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
