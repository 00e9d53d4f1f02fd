// What is said to a requester about their own tickets.
import { type Action, type Block, type Message, plainMessage } from '../../kernel/message.ts'
import { requesterActions } from '../../ticket/notices-parts.ts'
import { isTerminal, type Ticket } from '../../ticket/ticket.ts'
import { STATE_WORDS } from '../../ticket/words.ts'
import type { OwnTicketAct } from '../decision.ts'
import type { TicketProgress } from '../ports.ts'

const LISTED_MAX = 10

export const howToSupplement = (ticket: Ticket): Message =>
  plainMessage(`请在这里发送「补充 ${ticket.number}」，再发送要补充的文字、图片或文件。`)

export function noTickets(): Message {
  return {
    title: '我的诉求',
    tone: 'plain',
    summary: '没有查到您提交的诉求',
    blocks: [
      {
        kind: 'text',
        text: '没有查到您在本会话提交的诉求。如通过热线、窗口等其他渠道反映过，请提供诉求编号给服务专员查询。',
      },
      { kind: 'actions', actions: [ticketButton('提交诉求')] },
    ],
  }
}

const ticketButton = (label: string): Action => ({
  label,
  style: 'primary',
  value: { a: 'ticket_form', reason: 'person_wanted', code: '' },
})

export function notYours(number: string): Message {
  return plainMessage(
    `没有查到编号为 ${number} 的诉求，或该诉求不属于您所在的企业。请核对编号；如由同事提交，请联系服务专员确认您与该企业的关系后查看。`,
    'warning',
  )
}

export function listOf(tickets: readonly Ticket[]): Message {
  const shown = tickets.slice(0, LISTED_MAX)
  return {
    title: `我的诉求（${tickets.length}）`,
    tone: 'info',
    summary: `您有 ${tickets.length} 件诉求`,
    blocks: [
      ...shown.flatMap((ticket): Block[] => [
        {
          kind: 'field',
          label: `${ticket.number} · ${STATE_WORDS[ticket.state]}`,
          lines: [ticket.title],
        },
        {
          kind: 'actions',
          actions: [
            {
              label: '查看进展',
              value: { a: 'own_ticket', act: 'progress', number: ticket.number },
            },
          ],
        },
      ]),
      { kind: 'actions', actions: [ticketButton('提交新的诉求')] },
    ],
  }
}

type Meant = Readonly<{ act: OwnTicketAct; text: string }>

/** More than that no button carries; it is then asked for again. */
const CARRIED_MAX = 300

/** The button only picks the ticket: what would end it is asked back all the same. */
export function whichOne(tickets: readonly Ticket[], { act, text }: Meant): Message {
  const open = tickets.filter((one) => !isTerminal(one.state)).slice(0, LISTED_MAX)
  if (open.length === 0) return listOf(tickets)
  const carried = text !== '' && text.length <= CARRIED_MAX ? { text } : {}
  return {
    title: '请选择是哪一件诉求',
    tone: 'info',
    summary: '请选择是哪一件诉求',
    blocks: [
      {
        kind: 'actions',
        actions: open.map((ticket) => ({
          label: `${ticket.number} ${ticket.title}`.slice(0, 60),
          value: { a: 'own_ticket', act, number: ticket.number, picked: true, ...carried },
        })),
      },
    ],
  }
}

/** Said after a new ticket that is probably about what an earlier one is about. */
export function probablyTheSame(opened: Ticket, earlier: Ticket): Message {
  const text = `您此前提交的诉求 ${earlier.number}「${earlier.title}」正在办理，内容与刚登记的 ${opened.number} 相似。如是同一问题，可撤回刚登记的一件，在原诉求中补充；如不是，两件将分别办理，您无需操作。`
  const act = (label: string, name: OwnTicketAct, { number }: Ticket): Action => ({
    label,
    value: { a: 'own_ticket', act: name, number },
  })
  return {
    title: '是否为同一问题',
    tone: 'info',
    summary: `与您的诉求 ${earlier.number} 相似，请核对`,
    blocks: [
      { kind: 'text', text },
      {
        kind: 'actions',
        actions: [
          act('查看原诉求', 'progress', earlier),
          act('补充到原诉求', 'supplement', earlier),
          {
            ...act('撤回刚登记的', 'withdraw', opened),
            confirm: `撤回后 ${opened.number} 不再办理，确认撤回吗？`,
          },
        ],
      },
    ],
  }
}

export function confirmWithdraw(ticket: Ticket): Message {
  return {
    title: '撤回诉求',
    tone: 'warning',
    summary: `请确认是否撤回诉求 ${ticket.number}`,
    blocks: [
      {
        kind: 'text',
        text: `请确认是否撤回诉求 ${ticket.number}「${ticket.title}」。撤回后不再办理，可重新提交。`,
      },
      {
        kind: 'actions',
        actions: [
          {
            label: '确认撤回',
            style: 'danger',
            value: { a: 'own_ticket', act: 'withdraw', number: ticket.number },
          },
          { label: '不撤回', value: { a: 'own_ticket', act: 'progress', number: ticket.number } },
        ],
      },
    ],
  }
}

/** The answer and the buttons to judge it; a ticket not answered yet shows how far it is. */
export function confirmSolved(ticket: Ticket, progress: TicketProgress): Message {
  const shown = progressOf(ticket, progress)
  if (ticket.state !== 'resolved' || ticket.objected) return shown
  const text = `请确认诉求 ${ticket.number}「${ticket.title}」是否已经解决。确认后本件办结；如未解决，将由另一位工作人员重新办理。`
  return {
    ...shown,
    title: '请确认是否已经解决',
    summary: `请确认诉求 ${ticket.number} 是否已经解决`,
    blocks: [{ kind: 'text', text }, ...shown.blocks],
  }
}

export function reasonForm(ticket: Ticket): Message {
  return {
    title: '请说明未解决的情况',
    tone: 'warning',
    summary: `请说明诉求 ${ticket.number} 未解决的情况`,
    blocks: [
      { kind: 'text', text: '请说明哪里没有解决或不满意的原因，将交由另一位工作人员重新办理。' },
      {
        kind: 'form',
        name: 'reason',
        fields: [
          {
            kind: 'text',
            name: 'text',
            label: '说明',
            required: true,
            maxLength: 500,
            multiline: true,
          },
        ],
        submit: {
          label: '提交',
          style: 'primary',
          value: { a: 'own_ticket', act: 'dissatisfied', number: ticket.number },
        },
      },
    ],
  }
}

/** Where the ticket stands: with whom, until when and why then, and what has been done lately. */
export function progressOf(ticket: Ticket, progress: TicketProgress): Message {
  const fields: readonly (readonly [string, readonly string[]])[] = [
    ['事由', [ticket.title]],
    ['进展', [STATE_WORDS[ticket.state]]],
    ['承办单位', ticket.department === null ? [] : [ticket.department]],
    ['办理期限', progress.limit],
    ['答复', ticket.resolution ? [ticket.resolution.text] : []],
    ['最近办理记录', progress.steps],
  ]
  const others = requesterActions(ticket).filter((one) => one.value['act'] !== 'progress')
  return {
    title: `诉求 ${ticket.number}`,
    tone: 'info',
    summary: `诉求 ${ticket.number}：${STATE_WORDS[ticket.state]}`,
    blocks: [
      ...fields.flatMap(([label, lines]): Block[] =>
        lines.length > 0 ? [{ kind: 'field', label, lines }] : [],
      ),
      ...(others.length > 0 ? [{ kind: 'actions' as const, actions: others }] : []),
    ],
  }
}
