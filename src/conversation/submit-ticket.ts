// The submitted form becomes a ticket, or comes back with what is wrong and everything kept.
import { asId, type ItemCode } from '../kernel/ids.ts'
import type { Incoming } from '../kernel/incoming.ts'
import type { Conversation } from './conversation.ts'
import type { TicketReason } from './decision.ts'
import type { Commit, HandleDeps } from './handling.ts'
import { owedInPrivate } from './in-private.ts'
import { probablyTheSame } from './own-ticket-words.ts'
import { readTicketForm, ticketFormMessage } from './ticket-form.ts'
import { TOLD_TURNS_MAX, talkLines, toldLately } from './told-before.ts'

type Submitted = Readonly<{
  reason: TicketReason
  code: string
  values: Readonly<Record<string, string>>
  /** The conversation that led to the form; empty for forms that do not say. */
  from: string
  /** The message that carried the form. */
  messageRef: string | null
}>

export function submitTicket(
  deps: HandleDeps,
  event: Incoming,
  conversation: Conversation,
  submitted: Submitted,
): Commit {
  const form = readTicketForm(submitted.values)
  const { messageRef } = submitted
  const from = submitted.from || conversation.id
  const before = conversation.flow.submitted
  if (before !== null && before.messageRef === messageRef) {
    return async () => ({ text: `已登记，编号 ${before.ticketNumber}`, tone: 'success' })
  }
  return async (stores) => {
    const recent = await stores.turns.recent(from, conversation.contact.id, TOLD_TURNS_MAX)
    const opened = await stores.tickets.open(conversation.contact, {
      form,
      itemCode: submitted.code === '' ? null : asId<ItemCode>(submitted.code),
      conversationId: conversation.id,
      channel: conversation.contact.channel,
      background: talkLines(toldLately(recent, deps.now()), deps.nameOf),
    })
    if (opened.ok) {
      await stores.conversations.recordConsent(conversation.contact.id)
      const { number } = opened.ticket
      await stores.conversations.save(conversation.id, {
        dialogue: null,
        ...(messageRef === null
          ? {}
          : { flow: { ...conversation.flow, submitted: { messageRef, ticketNumber: number } } }),
      })
      const [earlier] = opened.similar
      if (earlier) {
        const same = probablyTheSame(opened.ticket, earlier)
        const about = { turnId: null, ticketId: opened.ticket.id }
        await stores.enqueue(owedInPrivate(event, conversation.contact, same, about))
      }
      return { text: `已登记，编号 ${number}`, tone: 'success' }
    }
    const message = ticketFormMessage({
      reason: submitted.reason,
      code: submitted.code || null,
      from,
      known: form,
      districts: deps.districts(),
      problems: opened.problems,
      call: deps.callInstead(),
    })
    const about = { turnId: null, ticketId: null }
    await stores.enqueue(owedInPrivate(event, conversation.contact, message, about))
    return { text: '有内容需要修改，请查看新的表单', tone: 'error' }
  }
}
