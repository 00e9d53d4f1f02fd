// Shapes shared by the wording of notices, and the buttons that go with them.
import type { StaffId } from '../kernel/ids.ts'
import type { Action, Block, Message, Tone } from '../kernel/message.ts'
import type { Calendar } from '../kernel/working-time.ts'
import type { Notice, NoticeKind } from './notice.ts'
import type { Instant, Ticket, TicketState } from './ticket.ts'

/** What the wording needs to know besides notice and ticket. */
export type Wording = Readonly<{
  calendar: Calendar
  now: Instant
  staffName: (id: StaffId) => string
  districtName: (code: string) => string
  hotlineAlwaysOpen: () => string | null
}>

export type NoticeOf<K extends NoticeKind> = Extract<Notice, { kind: K }>

/** What is said of one notice; `limit` adds the handling limit with its arithmetic. */
export type NoticeWords = Readonly<{
  tone: Tone
  heading: string
  text: string
  fields?: readonly Readonly<{ label: string; lines: readonly string[] }>[]
  notes?: readonly string[]
  limit?: boolean
}>

export type SayTable = Readonly<{
  [K in NoticeKind]: ((notice: NoticeOf<K>, ticket: Ticket, wording: Wording) => NoticeWords) | null
}>

/** Names the correction that is confirmed, so that no button of an earlier answer confirms a later one. */
const confirmValue = ({ number, correction }: Ticket): Action['value'] => ({
  a: 'own_ticket',
  act: 'confirm',
  number,
  ...(correction === undefined ? {} : { corrected: correction.at }),
})

/** What the requester may press, by state. */
export function requesterActions(ticket: Ticket): readonly Action[] {
  const own = (act: string, label: string, more: Partial<Action> = {}): Action => ({
    label,
    value: { a: 'own_ticket', act, number: ticket.number },
    ...more,
  })
  const withdraw = own('withdraw', '撤回', { confirm: '撤回后不再办理，确认撤回吗？' })
  switch (ticket.state) {
    case 'resolved':
      return ticket.objected
        ? [own('progress', '查看进度')]
        : [
            {
              ...own('confirm', '已解决，确认办结', { style: 'primary' }),
              value: confirmValue(ticket),
            },
            own('dissatisfied', '未解决'),
            own('rate', '评价'),
          ]
    case 'confirmed':
      return [own('rate', '评价'), own('dissatisfied', '问题仍未解决')]
    case 'closed':
    case 'withdrawn':
    case 'merged':
    case 'declined':
    case 'transferred_out':
      return [own('progress', '查看办理记录')]
    case 'waiting_requester':
      return [
        own('supplement', '补充材料', { style: 'primary' }),
        withdraw,
        own('progress', '查看进度'),
      ]
    default:
      return [own('progress', '查看进度'), own('supplement', '补充'), own('urge', '催办'), withdraw]
  }
}

const HANDLER_ACTS: Readonly<Partial<Record<TicketState, readonly (readonly [string, string])[]>>> =
  {
    dispatched: [
      ['accept', '签收'],
      ['return', '退单'],
    ],
    accepted: [
      ['start', '开始办理'],
      ['request_info', '要求补充'],
      ['reply', '回复企业'],
      ['resolve', '办结'],
      ['return', '退单'],
    ],
    in_progress: [
      ['reply', '回复企业'],
      ['request_info', '要求补充'],
      ['ask_extension', '申请延期'],
      ['resolve', '办结'],
    ],
    waiting_requester: [
      ['reply', '回复企业'],
      ['resume', '恢复办理'],
    ],
    resolved: [
      ['record_delivery', '已电话告知'],
      ['correct', '更正答复'],
    ],
  }

/** What is handed to a reviewer where it may not go out at once. */
const SUBMITTED: Readonly<Record<string, string>> = {
  resolve: 'submit_review',
  correct: 'submit_correction',
}

/** What the handler may press, by state; a section under review submits instead of resolving. */
export function handlerActions(ticket: Ticket): readonly Action[] {
  return (HANDLER_ACTS[ticket.state] ?? []).map(([act, label], index) => {
    const submitted = ticket.reviewRequired ? SUBMITTED[act] : undefined
    return {
      label: act === 'resolve' && submitted ? '提交审核' : label,
      value: { a: 'ticket', act: submitted ?? act, number: ticket.number },
      style: index === 0 ? ('primary' as const) : ('default' as const),
    }
  })
}

export function compose(
  title: string,
  said: NoticeWords,
  facts: readonly Block[],
  actions: readonly Action[],
): Message {
  const fields = (said.fields ?? []).filter((field) => field.lines.length > 0)
  return {
    title,
    tone: said.tone,
    summary: `${title}：${said.text}`.replaceAll(/\s+/gu, ' ').slice(0, 80),
    blocks: [
      { kind: 'text', text: said.text },
      ...fields.map(({ label, lines }) => ({ kind: 'field' as const, label, lines })),
      ...facts,
      ...(said.notes ?? []).map((text) => ({ kind: 'note' as const, text })),
      ...(actions.length > 0 ? [{ kind: 'actions' as const, actions }] : []),
    ],
  }
}
