// Lists of tickets as staff see them: how far a person's sight reaches, what may be asked for, and
// one line of what comes back.
import type { ItemCode, StaffId } from '../kernel/ids.ts'
import { type Action, scopesOf } from '../staff/permissions.ts'
import { CITY_DISTRICT } from '../staff/staff.ts'
import type { StaffActor } from './actor.ts'
import type { TicketKind, TicketSource, Urgency } from './kinds.ts'
import type { TicketState } from './ticket.ts'

/** The tickets on which a person holds an action: any of these relations is enough. */
export type Reach = Readonly<{
  everywhere: boolean
  owner: StaffId | null
  coHandler: StaffId | null
  departments: readonly string[]
  districts: readonly string[]
}>

/** The permission table as a condition on a list, the same that `mayOn` asks of one ticket. */
export function reachOf(actor: StaffActor, action: Action): Reach {
  const scopes = new Set(actor.roles.flatMap((role) => scopesOf(role, action)))
  const inDistrict = scopes.has('district')
  return {
    everywhere: scopes.has('any') || (inDistrict && actor.districts.includes(CITY_DISTRICT)),
    owner: scopes.has('own') ? actor.id : null,
    coHandler: scopes.has('co') ? actor.id : null,
    departments: scopes.has('department') ? actor.departments : [],
    districts: inDistrict ? actor.districts : [],
  }
}

export const TICKET_ORDERS = ['registered', 'due', 'acted'] as const
export type TicketOrder = (typeof TICKET_ORDERS)[number]

/** Every condition that is not null or empty must hold. */
export type TicketFilter = Readonly<{
  stage: 'open' | 'ended' | null
  states: readonly TicketState[]
  kinds: readonly TicketKind[]
  urgencies: readonly Urgency[]
  district: string | null
  department: string | null
  section: string | null
  itemCode: ItemCode | null
  /** `none`: nobody has it. */
  owner: StaffId | 'none' | null
  /** Whom it concerns as owner or co-handler. */
  heldBy: StaffId | null
  /** The handling limit ends before this instant. */
  dueBefore: Date | null
  /** Part of the number, the title, the enterprise's name or code, or an external number. */
  text: string | null
  registeredFrom: Date | null
  registeredBefore: Date | null
  order: TicketOrder
}>

export const ALL_TICKETS: TicketFilter = {
  stage: null,
  states: [],
  kinds: [],
  urgencies: [],
  district: null,
  department: null,
  section: null,
  itemCode: null,
  owner: null,
  heldBy: null,
  dueBefore: null,
  text: null,
  registeredFrom: null,
  registeredBefore: null,
  order: 'registered',
}

export type TicketLine = Readonly<{
  id: string
  number: string
  title: string
  state: TicketState
  kind: TicketKind
  urgency: Urgency
  source: TicketSource
  enterpriseName: string | null
  sealed: boolean
  itemCode: ItemCode | null
  section: string | null
  district: string
  department: string | null
  ownerId: StaffId | null
  externalNumber: string | null
  registeredAt: Date
  dueAt: Date | null
  lastActAt: Date
  endedAt: Date | null
  /** The year whose calendar is missing, so that no date can be given. */
  uncoveredYear: number | null
}>

/** `page` counts from 1. */
export type PageAsk = Readonly<{ page: number; size: number }>
/** `total` counts the rows of all pages, also where `rows` is beyond the last. */
export type Page<T> = Readonly<{ rows: readonly T[]; total: number }>
