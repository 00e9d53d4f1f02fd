// What becomes of a card when its ticket has moved on: it says so, and only the way to the ticket as
// it stands now is left to press.
import type { Action, Message } from '../kernel/message.ts'
import type { Ticket } from './ticket.ts'
import { STATE_WORDS } from './words.ts'

export type CardSide = 'requester' | 'staff'

export function settledCard(
  message: Message,
  side: CardSide,
  { number, state }: Pick<Ticket, 'number' | 'state'>,
): Message {
  const open: Action =
    side === 'staff'
      ? { label: '查看工单', value: { a: 'ticket', act: 'open', number } }
      : { label: '查看进度', value: { a: 'own_ticket', act: 'progress', number } }
  return {
    ...message,
    tone: 'plain',
    blocks: [
      ...message.blocks.filter((block) => block.kind !== 'actions' && block.kind !== 'form'),
      { kind: 'note', text: `此卡片的操作已失效，工单当前状态：${STATE_WORDS[state]}。` },
      { kind: 'actions', actions: [open] },
    ],
  }
}
