// Asked back where what was written may be about a ticket and names neither it nor anything else.
import type { Action, Message } from '../../kernel/message.ts'
import { requesterActions } from '../../ticket/notices-parts.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import { ownTicket, primary } from '../compose/buttons.ts'
import { anotherMatter, CARRIED_MAX } from './own-ticket-list.ts'

const QUOTED_MAX = 60

/** What can be done with it, and the way out; what was written is carried along. */
export function perhapsAbout(ticket: Ticket, said: string): Message {
  const { number, title } = ticket
  const quoted = said.length > QUOTED_MAX ? `${said.slice(0, QUOTED_MAX)}…` : said
  return {
    title: '请确认是否与已登记的诉求有关',
    tone: 'info',
    summary: `请确认是否与诉求 ${number} 有关`,
    blocks: [
      {
        kind: 'text',
        text: `您发送的「${quoted}」与诉求 ${number}「${title}」有关吗？请选择：`,
      },
      { kind: 'actions', actions: [...actionsOn(ticket, said), anotherMatter(said)] },
    ],
  }
}

function actionsOn(ticket: Ticket, said: string): readonly Action[] {
  const own = requesterActions(ticket).filter(({ value }) => value['act'] !== 'supplement')
  if (ticket.state === 'resolved' || ticket.state === 'confirmed') return own
  const { label, value } = ownTicket('补充到这件诉求', 'supplement', ticket.number)
  const carried = said.length <= CARRIED_MAX ? { text: said } : {}
  return [primary({ label, value: { ...value, ...carried } }), ...own]
}
