// The same matter again: duplicates of one enterprise, and waves of many with one problem. People
// decide what to do about it; this only finds and says why.
import type { TicketId } from '../kernel/ids.ts'
import { withoutBackground } from './background.ts'
import type { Instant, Ticket } from './ticket.ts'
import { mayLead } from './wave.ts'

export type Matter = Pick<
  Ticket,
  'title' | 'description' | 'itemCode' | 'creditCode' | 'contactId' | 'enterpriseName'
>

export type Similar = Readonly<{
  ticket: Ticket
  /** 0 to 1. */
  likeness: number
  sameRequester: boolean
  reason: string
}>

/** From here on two matters of one requester are held to be the same, and of two to be alike. */
const SAME_REQUESTER_MIN = 0.35
const OTHERS_MIN = 0.45
/** What being about the same item adds. */
const SAME_ITEM = 0.2

/** Open tickets that are probably about the same matter, the likest first. */
export function similarTickets(
  matter: Matter,
  open: readonly Ticket[],
  limit = 5,
): readonly Similar[] {
  return open
    .map((ticket) => compare(matter, ticket))
    .filter((one) => one.likeness >= (one.sameRequester ? SAME_REQUESTER_MIN : OTHERS_MIN))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
}

export type Wave = Readonly<{
  /** The eldest whose answer is still to come, to which the others can be joined. */
  lead: Ticket
  members: readonly Ticket[]
  /** Requesters that can be told apart; of who left no name nobody knows whether they are new. */
  enterprises: number
  /** Whether the ticket's own requester was not in the wave before it. */
  grown: boolean
}>

/**
 * Whether `ticket` is one of a wave: alike tickets of at least `enterprisesMin` enterprises since
 * `since`. A sealed report is of none: one answer for all would tell its words to the others.
 */
export function findWave(
  ticket: Ticket,
  open: readonly Ticket[],
  since: Instant,
  enterprisesMin: number,
): Wave | null {
  if (ticket.sealed) return null
  const recent = open.filter(
    (one) => one.registeredAt >= since && one.id !== ticket.id && !one.sealed,
  )
  const alike = similarTickets(ticket, recent, recent.length).map((one) => one.ticket)
  const members = [ticket, ...alike].sort((a, b) => (a.registeredAt < b.registeredAt ? -1 : 1))
  const before = requestersOf(alike)
  const enterprises = requestersOf(members).size
  const lead = leadOf(members)
  if (enterprises < enterprisesMin || !lead) return null
  return { lead, members, enterprises, grown: enterprises > before.size }
}

/** A ticket that others follow already stays the lead. */
function leadOf(members: readonly Ticket[]): Ticket | undefined {
  const followed = new Set<TicketId>(members.flatMap((one) => one.leadId ?? []))
  const fit = members.filter(mayLead)
  return fit.find((one) => followed.has(one.id)) ?? fit[0]
}

function compare(matter: Matter, ticket: Ticket): Similar {
  const sameItem = matter.itemCode !== null && matter.itemCode === ticket.itemCode
  const words = dice(bigrams(textOf(matter)), bigrams(textOf(ticket)))
  const likeness = Math.min(1, words + (sameItem ? SAME_ITEM : 0))
  const requester = requesterOf(matter)
  const sameRequester = requester !== null && requester === requesterOf(ticket)
  const who = sameRequester ? '同一企业' : '其他企业'
  const about = sameItem ? `，同一事项 ${ticket.itemCode}` : ''
  return {
    ticket,
    likeness,
    sameRequester,
    reason: `${who}${about}，内容相似 ${Math.round(words * 100)}%`,
  }
}

/** Null where nobody is named: two such matters are not known to be of one requester. */
function requesterOf(
  matter: Pick<Ticket, 'creditCode' | 'contactId' | 'enterpriseName'>,
): string | null {
  return matter.creditCode ?? matter.enterpriseName ?? matter.contactId
}

function requestersOf(tickets: readonly Ticket[]): ReadonlySet<string> {
  return new Set(tickets.flatMap((one) => requesterOf(one) ?? []))
}

const textOf = (matter: Matter) =>
  `${matter.title}${withoutBackground(matter.description)}`
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

function bigrams(text: string): ReadonlySet<string> {
  const characters = [...text.toLowerCase()]
  return new Set(characters.slice(1).map((one, index) => `${characters[index]}${one}`))
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0
  let shared = 0
  for (const one of a) if (b.has(one)) shared++
  return (2 * shared) / (a.size + b.size)
}
