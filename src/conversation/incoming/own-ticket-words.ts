// What is said to a requester about one ticket of their own.
import { type Block, type Message, plainMessage } from '../../kernel/message.ts'
import { requesterActions } from '../../ticket/notices-parts.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import { STATE_WORDS } from '../../ticket/words.ts'
import { ownTicket } from '../compose/buttons.ts'
import type { TicketProgress } from '../ports.ts'

/** Where the ticket stands: with whom, until when and why then, and what has been done lately. */
export function progressOf(ticket: Ticket, progress: TicketProgress): Message {
  const fields: readonly (readonly [string, readonly string[]])[] = [
    ['事由', [ticket.title]],
    ['进展', [STATE_WORDS[ticket.state]]],
    ['承办单位', ticket.department === null ? [] : [ticket.department]],
    ['办理期限', progress.limit],
    ...answerFields(ticket),
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

function answerFields({ resolution, correction }: Ticket) {
  if (resolution === null) return []
  const { text } = resolution
  if (correction === undefined) return [['答复', [text]]] as const
  return [
    ['更正后的答复', [text]],
    ['更正说明', [correction.reason]],
  ] as const
}

export const howToSupplement = ({ number }: Ticket): Message =>
  plainMessage(`请在这里发送「补充 ${number}」，再发送要补充的文字、图片或文件。`)

/** Said where what is written next is added to the ticket. */
export const supplementNow = ({ number }: Ticket): Message => ({
  title: '',
  tone: 'info',
  summary: `请发送要补充到诉求 ${number} 的内容`,
  blocks: [
    { kind: 'text', text: `请直接发送要补充到诉求 ${number} 的文字、图片或文件。` },
    { kind: 'actions', actions: [{ label: '不补充了', value: { a: 'leave_relay' } }] },
  ],
})

/** Said after a new ticket that is probably about what an earlier one is about. */
export function probablyTheSame(opened: Ticket, earlier: Ticket): Message {
  const text = [
    `您此前提交的诉求 ${earlier.number}「${earlier.title}」正在办理，`,
    `内容与刚登记的 ${opened.number} 相似。`,
    '如是同一问题，可撤回刚登记的一件，在原诉求中补充；如不是，两件将分别办理，您无需操作。',
  ].join('')
  return {
    title: '是否为同一问题',
    tone: 'info',
    summary: `与您的诉求 ${earlier.number} 相似，请核对`,
    blocks: [
      { kind: 'text', text },
      {
        kind: 'actions',
        actions: [
          ownTicket('查看原诉求', 'progress', earlier.number),
          ownTicket('补充到原诉求', 'supplement', earlier.number),
          {
            ...ownTicket('撤回刚登记的', 'withdraw', opened.number),
            confirm: `撤回后 ${opened.number} 不再办理，确认撤回吗？`,
          },
        ],
      },
    ],
  }
}

export function confirmWithdraw({ number, title }: Ticket): Message {
  return {
    title: '撤回诉求',
    tone: 'warning',
    summary: `请确认是否撤回诉求 ${number}`,
    blocks: [
      {
        kind: 'text',
        text: `请确认是否撤回诉求 ${number}「${title}」。撤回后不再办理，可重新提交。`,
      },
      {
        kind: 'actions',
        actions: [
          { ...ownTicket('确认撤回', 'withdraw', number), style: 'danger' },
          ownTicket('不撤回', 'progress', number),
        ],
      },
    ],
  }
}

/** The answer and the buttons to judge it; a ticket not answered yet shows how far it is. */
export function confirmSolved(ticket: Ticket, progress: TicketProgress): Message {
  const shown = progressOf(ticket, progress)
  if (ticket.state !== 'resolved' || ticket.objected) return shown
  const corrected = ticket.correction === undefined ? '' : '答复已更正，请以更正后的答复为准。'
  const text = `${corrected}请确认诉求 ${ticket.number}「${ticket.title}」是否已经解决。确认后本件办结；如未解决，将由另一位工作人员重新办理。`
  return {
    ...shown,
    title: '请确认是否已经解决',
    summary: `请确认诉求 ${ticket.number} 是否已经解决`,
    blocks: [{ kind: 'text', text }, ...shown.blocks],
  }
}

/** @param reason what was said already, to be put right and handed in */
export function reasonForm({ number }: Ticket, reason = ''): Message {
  return {
    title: '请说明未解决的情况',
    tone: 'warning',
    summary: `请说明诉求 ${number} 未解决的情况`,
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
            ...(reason !== '' && { value: reason }),
            required: true,
            maxLength: 500,
            multiline: true,
          },
        ],
        submit: { ...ownTicket('提交', 'dissatisfied', number), style: 'primary' },
      },
    ],
  }
}
