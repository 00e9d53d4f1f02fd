// A requester's tickets, to look at or to choose from.
import { type Action, type Block, type Message, plainMessage } from '../../kernel/message.ts'
import { isTerminal, type Ticket } from '../../ticket/ticket.ts'
import { STATE_WORDS } from '../../ticket/words.ts'
import { ownTicket, primary, ticketForm } from '../compose/buttons.ts'
import type { OwnTicketAct } from '../decision.ts'

const LISTED_MAX = 10

const submitButton = (label: string): Action => primary(ticketForm(label, 'person_wanted'))

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
      { kind: 'actions', actions: [submitButton('提交诉求')] },
    ],
  }
}

/** The same for a number that does not exist: whether a ticket of others exists is not told. */
export function notYours(number: string): Message {
  return plainMessage(
    `没有查到编号为 ${number} 的诉求，或该诉求不属于您所在的企业。请核对编号；如由同事提交，请联系服务专员确认您与该企业的关系后查看。`,
    'warning',
  )
}

/** Counts all, shows the first of them; expects the latest first. */
export function ownTicketList(tickets: readonly Ticket[]): Message {
  const shown = tickets.slice(0, LISTED_MAX)
  return {
    title: `我的诉求（${tickets.length}）`,
    tone: 'info',
    summary: `您有 ${tickets.length} 件诉求`,
    blocks: [
      ...shown.flatMap(({ number, state, title }): Block[] => [
        { kind: 'field', label: `${number} · ${STATE_WORDS[state]}`, lines: [title] },
        { kind: 'actions', actions: [ownTicket('查看进展', 'progress', number)] },
      ]),
      { kind: 'actions', actions: [submitButton('提交新的诉求')] },
    ],
  }
}

type Meant = Readonly<{ act: OwnTicketAct; text: string; isDraft?: boolean }>

const LABEL_MAX = 60
/** More than that no button carries; it is then asked for again. */
export const CARRIED_MAX = 300

/** Asks what was written as if there were no tickets. */
export const anotherMatter = (text: string): Action => ({
  label: '是新的问题',
  value: { a: 'ask', q: text, anew: true },
})

/** The button only picks the ticket: what would end it is asked back all the same. */
export function whichOne(tickets: readonly Ticket[], { act, text, isDraft }: Meant): Message {
  const open = tickets.filter((one) => !isTerminal(one.state)).slice(0, LISTED_MAX)
  if (open.length === 0) return ownTicketList(tickets)
  const carried = {
    ...(text !== '' && text.length <= CARRIED_MAX ? { text } : {}),
    ...(isDraft ? { draft: true } : {}),
  }
  const picks = open.map(({ number, title }): Action => {
    const { label, value } = ownTicket(`${number} ${title}`.slice(0, LABEL_MAX), act, number)
    return { label, value: { ...value, picked: true, ...carried } }
  })
  return {
    title: '请选择是哪一件诉求',
    tone: 'info',
    summary: '请选择是哪一件诉求',
    blocks: [
      {
        kind: 'actions',
        actions: isDraft && act === 'supplement' ? [...picks, anotherMatter(text)] : picks,
      },
    ],
  }
}
