// 「说得详细一点」「再说一遍」「太长了」「我不是这个意思」: what was just answered is spoken of, whatever item
// the few words resemble.
import { anyIn, anyOf, inOrder } from '../../retrieval/patterns.ts'
import { answered } from '../decide.ts'
import type { Field } from '../decision.ts'
import { type Outcome, UNREAD } from '../outcome.ts'
import type { DialogueState } from './dialogue-state.ts'

const BEGIN =
  '^(?:嗯|哦|啊|那|好的?|请|麻烦|你|您|能不能|可不可以|能否|能|可以|再|给我|帮我|跟我|[,，\\s])*'
const TELL = '(?:说|讲|介绍|解释|展开|说明|讲解)'
const WELL = '(?:详细|具体|仔细|完整|清楚|明白|通俗|简单|全面|细)'
const TELL_WELL = `${TELL}(?:一下|下)?(?:得|的)?(?:再|更)?${WELL}(?:一?点|些|一下)?`
const NOT_UNDERSTOOD = '(?:还是)?(?:没|不)(?:太|大|怎么|完全)?(?:看|听|弄|搞)?(?:太)?(?:懂|明白)了?'
const END = '(?:[,，。.!！?？~\\s]|吗|吧|呗|么|嘛|伐|呢|啊|呀|哈|行|好|不)*$'

const PLEASE_EN = '(?:please |can you |could you )?'
const IT_EN = '(?: it| that| this)?'
const END_EN = '[.?!]*$'

const AGAIN: readonly RegExp[] = [
  new RegExp(`${BEGIN}(?:重新)?(?:${TELL}|发|来)(?:一遍|一次|遍)${END}`, 'u'),
  new RegExp(`^${PLEASE_EN}(?:say|repeat) (?:that|it)?(?: again)?${END_EN}`, 'u'),
]

const MORE: readonly RegExp[] = [
  new RegExp(
    `${BEGIN}${WELL}(?:地|的|一?点|些)?(?:给我)?(?:${TELL}){1,2}(?:一下|一?点|下|${WELL})?${END}`,
    'u',
  ),
  new RegExp(`${BEGIN}${TELL_WELL}${END}`, 'u'),
  new RegExp(
    `${BEGIN}${NOT_UNDERSTOOD}(?:[,，\\s](?:请|麻烦|你|您|能不能|能|可以|再|给我)*${TELL_WELL})?${END}`,
    'u',
  ),
  new RegExp(`^(?:这|这个|那|这话|这句话?)?(?:又|到底)?(?:是)?(?:什么|啥)意思${END}`, 'u'),
  new RegExp(
    `^(?:那)?(?:还有(?:什么|啥|别的|其他的?)?|别的(?:还有)?|其他的?)(?:要(?:注意|晓得|知道)的?)?${END}`,
    'u',
  ),
  // "Could you tell me a bit more about it?"
  inOrder(
    new RegExp(`^${PLEASE_EN}(?:explain|tell me|give me)?${IT_EN}`, 'u'),
    /(?: some| any)?(?: a bit)? ?(?:more|further)/u,
    /(?: clearly| details?| information| about (?:it|that|this))?/u,
    new RegExp(END_EN, 'u'),
  ),
  new RegExp(`^${PLEASE_EN}explain${IT_EN}(?: again| in (?:more )?detail)?${END_EN}`, 'u'),
  /^what do you mean(?: by that)?[.?!]*$/u,
  /^i (?:do not|don'?t) (?:quite |really )?(?:understand|get it)[.?!]*$/u,
]

/** What is wished instead of what is too long. */
const WISH_SHORT = inOrder(
  /[,，。.!！\s]*(?:能不能|可以|能|请)?(?:再)?/u,
  /(?:简单|简短|短|少|说重点|讲重点|挑重点)[一点些说讲]*/u,
)

/** What was said is too much: the one part that matters most, with a person beside it. */
const SHORTER: readonly RegExp[] = [
  new RegExp(
    `${BEGIN}(?:我)?(?:都|还是|完全|根本|有点)?(?:看|听|读|弄|搞)不(?:太|大)?(?:懂|明白)了?(?:啊|呀|哎|唉)*${END}`,
    'u',
  ),
  inOrder(
    /^(?:你|您|说|写|讲|的|这|也|都|内容|回答|字|有点|实在)*/u,
    /太(?:长|多|啰嗦|罗嗦|复杂|绕|专业|难懂|深奥)了?/u,
    new RegExp(`(?:${WISH_SHORT.source})?${END}`, 'u'),
  ),
  new RegExp(
    `${BEGIN}(?:(?:再|更)?(?:简单|简短|简洁|简要|通俗|短)(?:一?点|些)|(?:说|讲|挑|只说|只讲)重点)(?:说|讲)?${END}`,
    'u',
  ),
]

/** All of it says that something else was meant. */
const MISUNDERSTOOD = inOrder(
  /^(?:不对?|唉|哎|哦|啊|你|您|[,，。.!！\s])*/u,
  anyOf(
    // It is not what I mean.
    /(?:我)?(?:说|问|讲|想问)?的?(?:根本|完全)?不是(?:这个|这|那个)意思/u,
    // You got it wrong.
    /(?:你|您)?(?:理解|领会|听|搞|弄)错(?:我(?:的|说的)?)?(?:意思)?了/u,
    /(?:你|您)?误会(?:我)?(?:的意思)?了/u,
    // You did not understand it.
    /(?:你|您)?(?:没|不)(?:有)?(?:理解|听懂|明白|懂)(?:我的?)?(?:意思|问题|话)/u,
  ),
  /(?:吧|啊|呀|[,，。.!！?？~\s])*$/u,
)

/** Longer messages say what they want to know more about. */
const LENGTH_MAX = 40

/** After an overview what the record holds in detail, after a detail the whole. */
const partsAfter = (field: Field | null): Readonly<{ field: Field; also: Field }> =>
  field === null || field === 'overview'
    ? { field: 'conditions', also: 'process' }
    : { field: 'overview', also: 'process' }

/** More about the last item, or null when the message says more than that, or nothing was answered. */
export function moreOfIt(
  normalized: string,
  { items, field, clarification }: DialogueState,
): Outcome | null {
  const [last] = items
  if (last === undefined || clarification !== null || normalized.length > LENGTH_MAX) return null
  const spoken = { ...UNREAD, normalized, dependence: 'dependent', rule: 'more_of_it' } as const
  if (MISUNDERSTOOD.test(normalized)) {
    const decision = { kind: 'clarify', field, options: [], reason: 'none_fits' } as const
    return { ...spoken, decision, field, complained: true }
  }
  const isShorter = anyIn(SHORTER, normalized)
  const asked = isShorter ? { field: shorter(field), also: null } : partsWanted(normalized, field)
  return asked === null ? null : { ...spoken, ...asked, decision: answered(last, asked, isShorter) }
}

type Parts = Readonly<{ field: Field | null; also: Field | null }>

/** What is asked for in a message that is neither too much nor misunderstood; null for another question. */
function partsWanted(normalized: string, field: Field | null): Parts | null {
  if (anyIn(AGAIN, normalized)) return { field, also: null }
  return anyIn(MORE, normalized) ? partsAfter(field) : null
}

/** An overview is told by its steps alone. */
const shorter = (field: Field | null): Field =>
  field === null || field === 'overview' ? 'process' : field
