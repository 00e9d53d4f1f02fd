// An answer: what was asked for first with the law it rests on, what to do next, the rest of the
// record folded below, then the source with version and date, and what can be done from here.

import type { ItemCode } from '../../kernel/ids.ts'
import type { Action, Block, Message } from '../../kernel/message.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { likelyNext } from '../asked-next.ts'
import type { Decision, Field } from '../decision.ts'
import { choose, primary, ticketForm, toPerson } from './buttons.ts'
import { englishNote } from './english.ts'
import { FIELD_LABEL, factGroups, hasFacts } from './facts.ts'
import { faqFold, headOf } from './faq/faq-fold.ts'
import type { Lead } from './faq/faq-index.ts'
import { type Head, headFor } from './head.ts'
import type { Measure } from './measure/measure.ts'
import { saidOf, unsaidLine } from './measure/measure-said.ts'
import { questionAbout } from './next-questions.ts'
import { nextStep } from './next-step.ts'
import { notThisBlocks } from './not-this.ts'
import { openPart } from './open-part.ts'
import { shortened } from './shortened.ts'
import { shownLines } from './shown-lines.ts'
import { sourceLine } from './source-line.ts'
import { itemOf, type ToCompose } from './to-compose.ts'
import { unstated } from './unstated.ts'

type Answer = Extract<Decision, { kind: 'answer' }>

const FOLDS: readonly (readonly [title: string, fields: readonly Field[]])[] = [
  ['条件与材料', ['conditions', 'materials']],
  ['流程与渠道', ['process', 'channel', 'department']],
  ['时限、收费与结果', ['time_limit', 'fee', 'result']],
  ['办理依据', ['legal_basis']],
]
const NEXT_MAX = 2
const PARTS_MAX = 6
const SUMMARY_MAX = 80

/**
 * `known` is the answer's head where the caller has made it already. Throws `unknown_item` for a code
 * that is not in this base.
 */
export function composeAnswer(
  answer: Answer,
  input: ToCompose,
  known: Head | null = null,
): Message {
  const item = itemOf(input.base, answer.code)
  const question = input.question ?? null
  const head = known ?? headFor(answer, input)
  const { open, lead, measure } = head
  return {
    title: item.name,
    tone: 'info',
    summary: summaryOf(item, open, lead),
    blocks: [
      ...englishNote(question, item.code, input.isToldInEnglish === true),
      ...othersNote(answer),
      ...(head.isInstead ? noMore(item, head) : notThisBlocks(input.base, item, question)),
      ...(measure !== null && lead === null ? unsaid(item, measure) : []),
      ...(measure === null && lead === null && head.bearing.length === 0 && !head.isInstead
        ? unstated(item, { question, before: input.before ?? null, open })
        : []),
      ...openPart(item, open, head),
      ...proseBlocks(input),
      ...partsBlocks(item, input),
      nextStep(item, open, { lead, said: [question, input.before].filter(Boolean).join('，') }),
      ...foldBlocks(item, open),
      ...faqFold(item, lead),
      ...(answer.offerTicket ? [ticketOffer(item)] : []),
      { kind: 'note', text: sourceLine(item, input.version) },
      { kind: 'actions', actions: actionsOf(item, input) },
      ...othersBlocks(answer, input),
      ...nextBlocks(item, open, input),
    ],
  }
}

/** Said where the same would be sent once more. */
const noMore = (item: ServiceItem, { lead, open }: Head): Block[] => [
  {
    kind: 'text',
    text:
      lead === null && open.length === 0
        ? '关于您问的这一点，事项记录没有更多内容。请转人工，由服务专员为您解答。'
        : '关于您问的这一点，事项记录没有更多内容。下列是记录中最接近的内容；仍未解决的，请转人工。',
  },
  { kind: 'actions', actions: [primary(toPerson(item.code))] },
]

/** What stands first in the part below need not lead, and is not unsaid. */
const unsaid = (item: ServiceItem, measure: Measure): Block[] =>
  saidOf(item, measure) === null ? [{ kind: 'text', text: unsaidLine(item, measure) }] : []

function summaryOf(item: ServiceItem, [asked]: readonly Field[], lead: Lead | null): string {
  const [fact] = asked === undefined ? [] : (factGroups(item, asked)[0]?.facts ?? [])
  const said =
    lead === null
      ? `${FIELD_LABEL[asked ?? 'overview']}：${fact?.text ?? ''}`
      : `${headOf(lead)}${lead.a}`
  const whole = `${item.name}·${said}`
  return whole.length <= SUMMARY_MAX ? whole : `${whole.slice(0, SUMMARY_MAX - 1)}…`
}

/** Marked as what it is, and below what the record says itself. */
function proseBlocks({ prose }: ToCompose): Block[] {
  if (prose === undefined || prose === null) return []
  return [
    { kind: 'text', text: prose },
    { kind: 'note', text: '以上说明由人工智能从事项记录中摘取，每一句均已与记录核对。' },
  ]
}

/** A 一件事 shows what it joins; each can be opened. */
function partsBlocks({ parts }: ServiceItem, { base }: ToCompose): Block[] {
  if (parts.length === 0) return []
  const joined = parts.map((code) => ({ code, name: itemOf(base, code).name }))
  const actions = joined.slice(0, PARTS_MAX).map(({ code, name }) => choose(name, code, 'overview'))
  return [
    { kind: 'field', label: '联办事项', lines: [joined.map(({ name }) => name).join('、')] },
    { kind: 'actions', actions },
  ]
}

function foldBlocks(item: ServiceItem, open: readonly Field[]): Block[] {
  const folds = FOLDS.map(([title, fields]): Block | null => {
    const rest = fields.filter((name) => !open.includes(name) && hasFacts(item, name))
    if (rest.length === 0) return null
    const blocks = rest
      .flatMap((name) => factGroups(item, name))
      .map(({ label, facts }): Block => ({ kind: 'field', label, lines: shownLines(facts) }))
    return { kind: 'fold', title, blocks }
  })
  return folds.filter((fold) => fold !== null)
}

const ticketOffer = (item: ServiceItem): Block => ({
  kind: 'actions',
  actions: [primary(ticketForm('我的办件需要协调，提交诉求', 'stuck_case', item.code))],
})

function actionsOf(item: ServiceItem, { turnId }: ToCompose): Action[] {
  return [
    { label: '有用', value: { a: 'feedback', turn: turnId, up: true } },
    { label: '没用', value: { a: 'feedback', turn: turnId, up: false } },
    toPerson(item.code),
  ]
}

/** Said first, because what answers it stands last. */
function othersNote({ others = [] }: Answer): Block[] {
  if (!others.some(({ words }) => words !== undefined)) return []
  const text = `您还问了另外 ${others.length} 件事，列在本条末尾；请点按钮，或者回复“下一个”。`
  return [{ kind: 'text', text }]
}

/** What was asked for besides comes next. */
function othersBlocks({ others = [] }: Answer, { base }: ToCompose): Block[] {
  if (others.length === 0) return []
  const nameOf = (code: ItemCode) => itemOf(base, code).name
  const said = others.flatMap(({ code, words }) =>
    words === undefined
      ? []
      : [`「${shortened(words)}」${code === null ? '' : `：${nameOf(code)}`}`],
  )
  const actions = others.flatMap(({ code, field }) =>
    code === null ? [] : [choose(`接着看：${nameOf(code)}`, code, field ?? 'overview')],
  )
  return [
    ...(said.length === 0 ? [] : [{ kind: 'list', ordered: false, items: said } as const]),
    ...(actions.length === 0 ? [] : [{ kind: 'actions', actions } as const]),
  ]
}

/** Two questions that are likely next: about other items, then other parts of the record. */
function nextBlocks(
  item: ServiceItem,
  open: readonly Field[],
  { base, askedNext }: ToCompose,
): Block[] {
  const known = new Set<string>(base.items.map((other) => other.code))
  const others = likelyNext(item, askedNext)
    .filter((code) => known.has(code) && !item.parts.includes(code))
    .map((code) => nextQuestion(itemOf(base, code)))
  const own = OWN_NEXT.filter((name) => !open.includes(name) && hasFacts(item, name)).map((name) =>
    choose(FIELD_LABEL[name], item.code, name),
  )
  const actions = [...others, ...own].slice(0, NEXT_MAX)
  return actions.length === 0 ? [] : [{ kind: 'actions', actions }]
}

const OWN_NEXT: readonly Field[] = ['materials', 'process']

/** Opens the very item that it names; asked in words it could be taken for a neighbour. */
function nextQuestion(item: ServiceItem): Action {
  const label = questionAbout(item)
  const field: Field = item.kind === '一件事' ? 'overview' : 'process'
  return { label, value: { a: 'choose', code: item.code, field, label } }
}
