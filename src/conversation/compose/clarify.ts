// A question back: the candidates by what separates them, and a way out.
import type { ItemCode } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { Decision, Field } from '../decision.ts'
import { choose, ticketForm, toPerson } from './buttons.ts'
import { englishChoice, englishMatter } from './english.ts'
import { shortened } from './shortened.ts'
import { itemOf, type ToCompose } from './to-compose.ts'
import { whoElse } from './who-else.ts'

type Clarify = Extract<Decision, { kind: 'clarify' }>

const OPENING: Readonly<Record<Clarify['reason'], string>> = {
  several_fit: '有几个事项都与您说的接近，请选择最符合的一项：',
  near_miss: '这几个事项容易混淆，区别如下，请选择您要办的一项：',
  channels_disagree: '为避免答错，请选择最符合的一项：',
  nothing_near:
    '事项库中没有找到与您所说相符的事项。下列是最接近的，有相符的请选择；都不是的，请直接提交诉求，由服务专员为您解答：',
  broad: '这个问题涉及多个事项，请选择您要办的一项，或补充说明企业类型、办理阶段：',
  reply_unclear: '还不能确定您要办的是哪一项。请对照下列区别选择，或补充说明具体情况：',
  several_asked: '您一次问了几件事，请选择先了解哪一件，其余的随后逐一为您解答：',
  none_fits:
    '请补充说明您要办的事，例如由谁办理、针对什么、处于哪个阶段，我将重新为您查找；也可以直接提交诉求，由服务专员为您办理。',
  matter_missing:
    '请先说明您要办的是哪件事，例如「公司设立登记」「员工参保」，我将为您查找；也可以直接提交诉求，由服务专员为您办理。',
  matter_before:
    '您问的是刚才说的那件事吗？那件事需要由服务专员核实后答复，请提交诉求；问的是别的事，请说明是哪一件，例如「公司设立登记」「员工参保」。',
}
/** With one option there is nothing to tell apart. */
const ONLY_ONE =
  '与您所说最接近的是下面这一项，请确认是不是您要办的；不是的，请补充说明具体情况，或直接提交诉求，由服务专员为您解答：'
/** Those that have words of their own where there are no options. */
const UNNAMED: ReadonlySet<Clarify['reason']> = new Set(['matter_missing', 'matter_before'])
const TITLE = '请确认您要办的事项'
const LABEL_MAX = 40

/**
 * Without options it asks what else is meant. What is pressed asks for the same part as the question
 * did, or for the overview.
 */
export function composeClarify(decision: Clarify, { base, question }: ToCompose): Message {
  const items = decision.options.map(({ code }) => itemOf(base, code))
  if (items.length === 0) return askWhatElse(decision.reason, { base, question: question ?? null })
  const options = items.map((item) =>
    choose(item.name.slice(0, LABEL_MAX), item.code, fieldOf(item, decision)),
  )
  return {
    title: TITLE,
    tone: 'plain',
    summary: `请选择：${decision.options.map((option) => option.label).join('、')}`.slice(0, 80),
    blocks: [
      ...englishChoice(question),
      { kind: 'text', text: items.length === 1 ? ONLY_ONE : OPENING[decision.reason] },
      {
        kind: 'list',
        ordered: true,
        items: items.map((item) => `${item.name}：${differenceOf(item, decision)}`),
      },
      {
        kind: 'actions',
        actions: [...options, { label: '都不是', value: { a: 'none_of_these' } }, toPerson()],
      },
      ...(decision.reason === 'nothing_near' ? whoElse(base, question) : []),
    ],
  }
}

/** Without options there is nothing to compare or to choose from. */
function askWhatElse(
  reason: Clarify['reason'],
  { base, question }: Readonly<{ base: ToCompose['base']; question: string | null }>,
): Message {
  const text =
    reason === 'nothing_near'
      ? whichSection(base)
      : OPENING[UNNAMED.has(reason) ? reason : 'none_fits']
  return {
    title: TITLE,
    tone: 'plain',
    summary: text.slice(0, 80),
    blocks: [
      ...englishMatter(question),
      { kind: 'text', text },
      {
        kind: 'actions',
        actions: [ticketForm('提交诉求', 'not_covered'), toPerson()],
      },
    ],
  }
}

/** Strays would only mislead: which part of the centre's work it belongs to is asked for instead. */
const whichSection = ({ sections }: ToCompose['base']): string =>
  `没有找到与您所说相近的事项。请说明要办什么、由谁办理，或者先告诉我属于哪一类：${sections
    .map(({ name }) => name)
    .join('、')}；也可以直接提交诉求，由服务专员为您解答。`

const optionOf = ({ code }: ServiceItem, { options }: Clarify) =>
  options.find((option) => option.code === code)

/** The part asked of this one, where each was asked for by itself, else of whichever is meant. */
const fieldOf = (item: ServiceItem, decision: Clarify): Field =>
  optionOf(item, decision)?.field ?? decision.field ?? 'overview'

/** What was said of it, or what separates it from the others on offer, else what it is about. */
function differenceOf(item: ServiceItem, decision: Clarify): string {
  const words = optionOf(item, decision)?.words
  if (words !== undefined) return `您问的是「${shortened(words)}」`
  const { options } = decision
  const codes: readonly ItemCode[] = options.map(({ code }) => code)
  const row = item.notThis.find((other) => codes.includes(other.code))
  return shortened(row?.fact ?? item.summary)
}
