// What becomes of a card when its ticket has moved on: it says so, and only the way to the ticket as
// it stands now is left to press.
import type { Action, Message } from '../kernel/message.ts'
import type { Ticket } from './ticket.ts'
import { STATE_WORDS } from './words.ts'

export type CardSide = 'requester' | 'staff'

export function settledCard(
  message: Message,
  side: CardSide,
  { number, state, correction }: Pick<Ticket, 'number' | 'state' | 'correction'>,
): Message {
  const open: Action =
    side === 'staff'
      ? { label: '查看工单', value: { a: 'ticket', act: 'open', number } }
      : { label: '查看进度', value: { a: 'own_ticket', act: 'progress', number } }
  const corrected = correction === undefined ? '' : '答复已更正，以更正后的答复为准。'
  return {
    ...message,
    tone: 'plain',
    blocks: [
      ...message.blocks.filter((block) => block.kind !== 'actions' && block.kind !== 'form'),
      {
        kind: 'note',
        text: `此卡片的操作已失效，工单当前状态：${STATE_WORDS[state]}。${corrected}`,
      },
      { kind: 'actions', actions: [open] },
    ],
  }
}
