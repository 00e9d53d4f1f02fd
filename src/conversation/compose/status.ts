// Where one's own tickets are seen, for whoever has none at hand.
import type { Message } from '../../kernel/message.ts'
import type { Decision } from '../decision.ts'
import { ownTicket } from './buttons.ts'

type Status = Extract<Decision, { kind: 'status' }>

/** Only a stand-in where no tickets are at hand: the chat shows the tickets themselves. */
export function composeStatus({ ticketNumber }: Status): Message {
  const which = ticketNumber === null ? '您的诉求' : `诉求 ${ticketNumber}`
  return {
    title: '我的诉求',
    tone: 'info',
    summary: `查看${which}`,
    blocks: [
      {
        kind: 'text',
        text: `${which}的办理情况可以在「我的诉求」查看。只能查看本人和本企业的诉求。`,
      },
      {
        kind: 'actions',
        actions: [ownTicket('我的诉求', 'list', ticketNumber ?? '')],
      },
    ],
  }
}
