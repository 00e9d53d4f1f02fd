// The form of a ticket as somebody gets it who has talked about the matter: nothing is typed again.
import type { Message } from '../../kernel/message.ts'
import type { TicketReason } from '../decision.ts'
import { isMatterReport, matterIn, notHandedIn, TOLD_TURNS_MAX } from '../dialogue/told-before.ts'
import type { TurnStores } from '../ports.ts'
import type { Commit, Handling } from './handling.ts'
import { owedInPrivate } from './in-private.ts'
import { FORM_DESCRIPTION_MAX, type TicketForm, ticketFormMessage } from './ticket-form.ts'

type Asked = Readonly<{
  reason: TicketReason
  code: string | null
}>

export async function prefilledForm(
  handling: Handling,
  stores: TurnStores,
  { reason, code }: Asked,
): Promise<Message> {
  const { deps, conversation } = handling
  return ticketFormMessage({
    reason,
    code,
    from: conversation.id,
    known: await knownForForm(handling, stores),
    districts: deps.districts(),
    problems: [],
    words: deps.formWords(reason),
  })
}

/** Shown to whoever pressed for it. */
export function showForm(handling: Handling, asked: Asked): Commit {
  return async (stores) => {
    const form = await prefilledForm(handling, stores, asked)
    await stores.enqueue(owedInPrivate(handling, form))
    return { text: '请在下方填写诉求信息', tone: 'info' }
  }
}

/** The last ticket's particulars, and what the matter is about. */
async function knownForForm(
  { deps, conversation: { id, contact } }: Handling,
  stores: TurnStores,
): Promise<Partial<TicketForm>> {
  const tickets = await stores.tickets.list(contact)
  const [last] = tickets
  const turns = await stores.turns.recent(id, contact.id, TOLD_TURNS_MAX)
  const told = notHandedIn(turns, { contact: contact.id, tickets, now: deps.now() })
  const description = matterIn(told, deps.nameOf).slice(0, FORM_DESCRIPTION_MAX)
  return {
    ...(last?.enterpriseName ? { enterpriseName: last.enterpriseName } : {}),
    ...(last?.creditCode ? { creditCode: last.creditCode } : {}),
    ...(last ? { district: last.district } : {}),
    ...(contact.name ? { contactName: contact.name } : {}),
    ...(description ? { description } : {}),
    // What was told as a report is not sent unsealed because a person was asked for after it.
    ...(isMatterReport(told) ? { kind: 'report' } : {}),
  }
}
