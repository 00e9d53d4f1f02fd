// What the desk shows of a ticket beside the ticket itself.

export type TicketFile = Readonly<{
  id: string
  name: string
  mediaType: string | null
  bytes: number | null
  state: 'here' | 'fetching' | 'failed'
  problem: string | null
  at: Date
}>

/** A message to the requester about the ticket, and what became of it. */
export type TicketSending = Readonly<{
  id: string
  channel: string
  summary: string
  at: Date
  sentAt: Date | null
  readAt: Date | null
  failed: boolean
  cause: string | null
}>

/** What a member of staff was told about a ticket. */
export type StaffNoticeLine = Readonly<{
  id: string
  ticketNumber: string
  title: string
  summary: string
  at: Date
  read: boolean
}>
