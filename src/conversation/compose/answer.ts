// An answer: what was asked for first, the rest of the record folded below it, then the source with
// version and date, and what can be done next.
import type { Action, Block, Message } from '../../kernel/message.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { likelyNext } from '../asked-next.ts'
import type { Decision, Field } from '../decision.ts'
import { FIELD_LABEL, factLines, hasFacts } from './facts.ts'
import { itemOf, type ToCompose } from './to-compose.ts'

type Answer = Extract<Decision, { kind: 'answer' }>

const KEY_FIELDS: readonly Field[] = ['department', 'time_limit', 'fee', 'channel']
const FOLDS: readonly (readonly [title: string, fields: readonly Field[]])[] = [
  ['条件与材料', ['conditions', 'materials']],
  ['流程与渠道', ['process', 'channel', 'department']],
  ['时限、收费与结果', ['time_limit', 'fee', 'result']],
  ['办理依据', ['legal_basis']],
]
const NEXT_MAX = 2
const FAQ_MAX = 4

export function composeAnswer(answer: Answer, input: ToCompose): Message {
  const item = itemOf(input.base, answer.code)
  const open = openFields(item, answer)
  return {
    title: item.name,
    tone: 'info',
    summary: summaryOf(item, answer.field),
    blocks: [
      ...openBlocks(item, open),
      ...proseBlocks(input),
      ...partsBlocks(item, input),
      ...foldBlocks(item, open),
      ...(answer.offerTicket ? [ticketOffer(item)] : []),
      { kind: 'note', text: sourceLine(item, input.version) },
      { kind: 'actions', actions: actionsOf(item, input) },
      ...nextBlocks(item, open, input),
    ],
  }
}

function summaryOf(item: ServiceItem, asked: Field): string {
  const [line = ''] = factLines(item, asked)
  return `${item.name}·${FIELD_LABEL[asked]}：${line}`.slice(0, 80)
}

/** The parts of the record that stand open in an answer, in their order; the others are folded. */
export function openFields(item: ServiceItem, { field, also }: Answer): readonly Field[] {
  const besides = also !== null && hasFacts(item, also) ? [also] : []
  return [...new Set([field, ...besides, ...(field === 'overview' ? KEY_FIELDS : [])])]
}

function openBlocks(item: ServiceItem, fields: readonly Field[]): Block[] {
  return fields.map((name, n) =>
    name === 'overview' && n === 0
      ? { kind: 'text', text: item.summary }
      : { kind: 'field', label: FIELD_LABEL[name], lines: factLines(item, name) },
  )
}

/** Marked as what it is, and below what the record says itself. */
function proseBlocks({ prose }: ToCompose): Block[] {
  if (prose === undefined || prose === null) return []
  return [
    { kind: 'text', text: prose },
    { kind: 'note', text: '以上说明由人工智能根据事项记录起草，数字和依据已与记录核对。' },
  ]
}

/** A 一件事 shows what it joins. */
function partsBlocks(item: ServiceItem, { base }: ToCompose): Block[] {
  if (item.parts.length === 0) return []
  const names = item.parts.map((code) => itemOf(base, code).name)
  return [{ kind: 'field', label: '联办事项', lines: names }]
}

function foldBlocks(item: ServiceItem, open: readonly Field[]): Block[] {
  const folds = FOLDS.map(([title, fields]): Block | null => {
    const rest = fields.filter((name) => !open.includes(name) && hasFacts(item, name))
    if (rest.length === 0) return null
    const blocks = rest.map(
      (name): Block => ({ kind: 'field', label: FIELD_LABEL[name], lines: factLines(item, name) }),
    )
    return { kind: 'fold', title, blocks }
  })
  return [...folds.filter((fold) => fold !== null), ...faqFold(item)]
}

function faqFold(item: ServiceItem): Block[] {
  if (item.faq.length === 0) return []
  const blocks = item.faq
    .slice(0, FAQ_MAX)
    .map((row): Block => ({ kind: 'field', label: row.q, lines: [`${row.a}〔${row.source}〕`] }))
  return [{ kind: 'fold', title: '常见问题', blocks }]
}

const ticketOffer = (item: ServiceItem): Block => ({
  kind: 'actions',
  actions: [
    {
      label: '我的办件需要协调，提交诉求',
      style: 'primary',
      value: { a: 'ticket_form', reason: 'stuck_case', code: item.code },
    },
  ],
})

/** Where it comes from, and what its standing is. */
function sourceLine(item: ServiceItem, version: string): string {
  const standing =
    item.status === 'verified'
      ? `已核定${item.verifiedAt === null ? '' : `（${item.verifiedAt}）`}`
      : '示范内容，待中心核定'
  return [
    `来源：涉企服务事项库 ${item.code}`,
    `版本 ${version}`,
    `${item.effectiveFrom} 起适用`,
    standing,
  ].join(' · ')
}

function actionsOf(item: ServiceItem, { turnId }: ToCompose): Action[] {
  return [
    { label: '有用', value: { a: 'feedback', turn: turnId, up: true } },
    { label: '没用', value: { a: 'feedback', turn: turnId, up: false } },
    { label: '转人工', value: { a: 'person', code: item.code } },
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
    .filter((code) => known.has(code))
    .map((code): Action => {
      const q = `${itemOf(base, code).name}怎么办理？`
      return { label: q, value: { a: 'ask', q } }
    })
  const own = OWN_NEXT.filter((name) => !open.includes(name) && hasFacts(item, name)).map(
    (name): Action => ({
      label: FIELD_LABEL[name],
      value: { a: 'choose', code: item.code, field: name },
    }),
  )
  const actions = [...others, ...own].slice(0, NEXT_MAX)
  return actions.length === 0 ? [] : [{ kind: 'actions', actions }]
}

const OWN_NEXT: readonly Field[] = ['materials', 'process']
