// The submitted form becomes a ticket, or comes back with what is wrong and everything kept.
import { asId, type ConversationId, type ItemCode } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import type { Owed } from '../../kernel/outgoing.ts'
import type { Conversation, Submission } from '../conversation.ts'
import type { TicketReason } from '../decision.ts'
import { notHandedIn, TOLD_TURNS_MAX, talkLines, withoutReports } from '../dialogue/told-before.ts'
import type { OpenedTicket, TurnStores } from '../ports.ts'
import type { Commit, Handling } from './handling.ts'
import { owedInPrivate } from './in-private.ts'
import { itemWrittenOf } from './item-written-of.ts'
import { probablyTheSame } from './own-ticket-words.ts'
import { readTicketForm, ticketFormMessage } from './ticket-form.ts'

type Submitted = Readonly<{
  reason: TicketReason
  code: string
  values: Readonly<Record<string, string>>
  /** The conversation that led to the form; empty for forms that do not say. */
  from: string
  /** The message that carried the form. */
  messageRef: string | null
}>

/** A form that so many others have followed is no longer at hand to be pressed again. */
const SUBMISSIONS_MAX = 10

/**
 * The form of the same message pressed again opens no second ticket: the number of the first is told.
 * With a ticket the dialogue that led to it is over, the privacy notice counts as agreed to, and the
 * requester's own open tickets about the same matter are pointed out.
 */
export async function submitTicket(handling: Handling, submitted: Submitted): Promise<Commit> {
  const { deps, conversation } = handling
  const form = readTicketForm(submitted.values)
  const { messageRef } = submitted
  const from = submitted.from || conversation.id
  const before = conversation.flow.submissions.find((one) => one.messageRef === messageRef)
  if (before !== undefined) {
    return async () => ({ text: `已登记，编号 ${before.ticketNumber}`, tone: 'success' })
  }
  const offered = asId<ItemCode>(submitted.code)
  const code =
    submitted.code === ''
      ? null
      : await itemWrittenOf(handling, { code: offered, description: form.description })
  return async (stores) => {
    const { contact } = conversation
    const turns = await stores.turns.recent(from, contact.id, TOLD_TURNS_MAX)
    const tickets = await stores.tickets.list(contact)
    const told = notHandedIn(turns, { contact: contact.id, tickets, now: deps.now() })
    const opened = await stores.tickets.open(contact, {
      form,
      itemCode: code,
      conversationId: conversation.id,
      channel: contact.channel,
      background: talkLines(form.kind === 'report' ? told : withoutReports(told), deps.nameOf),
    })
    if (!opened.ok) {
      const again = formAgain(handling, { ...submitted, from }, opened.problems)
      await stores.enqueue(owedInPrivate(handling, again))
      return { text: '有内容需要修改，请查看新的表单', tone: 'error' }
    }
    await stores.conversations.recordConsent(contact.id)
    // That there are turns says that the conversation is theirs, whatever the button said.
    if (turns.length > 0) await forget(stores, asId<ConversationId>(from))
    await forget(stores, conversation.id)
    if (messageRef !== null) {
      await remember(stores, conversation, { messageRef, ticketNumber: opened.ticket.number })
    }
    await stores.enqueue(pointOutSame(handling, opened))
    return { text: `已登记，编号 ${opened.ticket.number}`, tone: 'success' }
  }
}

/** The form with everything that was written, and what is wrong with it. */
const formAgain = (
  { deps }: Handling,
  { reason, code, from, values }: Submitted,
  problems: readonly string[],
): Message =>
  ticketFormMessage({
    reason,
    code: code || null,
    from,
    known: readTicketForm(values),
    districts: deps.districts(),
    problems,
    words: deps.formWords(reason),
  })

/** What led to the ticket is a specialist's now; the next message begins anew. */
const forget = (stores: TurnStores, id: ConversationId) =>
  stores.conversations.save(id, { dialogue: null })

const remember = (stores: TurnStores, { id, flow }: Conversation, submission: Submission) =>
  stores.conversations.save(id, {
    flow: { submissions: [...flow.submissions, submission].slice(-SUBMISSIONS_MAX) },
  })

/** Two tickets about one matter are pointed out to whose they are. */
function pointOutSame(
  handling: Handling,
  { ticket, similar }: Extract<OpenedTicket, { ok: true }>,
): readonly Owed[] {
  const [earlier] = similar
  if (earlier === undefined) return []
  const same = probablyTheSame(ticket, earlier)
  return owedInPrivate(handling, same, { turnId: null, ticketId: ticket.id })
}
