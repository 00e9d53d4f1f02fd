// The ticket (诉求工单): one matter of one enterprise, followed until the enterprise says it is
// solved. It changes only through `transitions.ts`; every change leaves an `Activity`.
import type { ContactId, ConversationId, ItemCode, StaffId, TicketId } from '../kernel/ids.ts'
import type { StaffRole } from '../staff/permissions.ts'
import type { Complexity, OutcomeCode, TicketKind, TicketSource, Timer, Urgency } from './kinds.ts'
import type { Limits } from './limits.ts'

/** An instant as ISO 8601 in UTC with milliseconds, so that text order is time order. */
export type Instant = string

export const TICKET_STATES = [
  'created',
  'dispatched',
  'accepted',
  'in_progress',
  'waiting_requester',
  'in_review',
  'returned',
  'resolved',
  'reopened',
  'confirmed',
  'closed',
  'withdrawn',
  'merged',
  'declined',
  'transferred_out',
] as const
export type TicketState = (typeof TICKET_STATES)[number]

export const TERMINAL_STATES = [
  'closed',
  'withdrawn',
  'merged',
  'declined',
  'transferred_out',
] as const satisfies readonly TicketState[]

/** Whether a ticket has ended for good; `resolved` and `confirmed` may still be reopened. */
export function isTerminal(state: TicketState): boolean {
  return (TERMINAL_STATES as readonly TicketState[]).includes(state)
}

export type Attachment = Readonly<{ id: string; name: string; mediaType: string; bytes: number }>

export type Resolution = Readonly<{
  outcome: 'solved' | 'partly_solved' | 'not_lawful'
  /** What the enterprise reads. */
  text: string
  /** Law or rule; required when the outcome is `not_lawful`. */
  basis: string | null
}>

/** A result that was sent was wrong, and was replaced while the enterprise had not been done with it. */
type Correction = Readonly<{
  at: Instant
  reason: string
  /** What the enterprise had been sent before. */
  instead: Resolution
}>

export type CoHandler = Readonly<{
  staffId: StaffId
  department: string
  task: string
  addedAt: Instant
  /** What the co-handler answered to the lead; null while it is open. */
  reply: string | null
  repliedAt: Instant | null
}>

type Extension = Readonly<{
  days: number
  reason: string
  askedAt: Instant
  askedBy: StaffId
  decision: 'pending' | 'approved' | 'refused'
  decidedAt: Instant | null
}>

/** While it lasts the handling clock stands still; `to` null means it still lasts. */
export type Pause = Readonly<{ from: Instant; to: Instant | null }>

/** 很满意 · 满意 · 基本满意 · 不满意 · 很不满意 are 5 to 1. */
export type Rating = Readonly<{
  level: 1 | 2 | 3 | 4 | 5
  solved: 'yes' | 'partly' | 'no'
  comment: string | null
  at: Instant
}>

/**
 * How far the alarms of one timer have gone, for the due instant they were about: 0 none, 1 warned
 * before, 2 at the limit, 3 and up the levels of supervision. A new due instant starts over.
 */
export type Alert = Readonly<{ due: Instant; stage: number }>

export type Ticket = Readonly<{
  id: TicketId
  /** What people see: `ZSQS-YYYYMMDD-NNNN`. */
  number: string
  state: TicketState
  kind: TicketKind
  urgency: Urgency
  complexity: Complexity
  source: TicketSource
  title: string
  /** In the requester's words, identity and bank numbers masked. */
  description: string
  attachments: readonly Attachment[]
  itemCode: ItemCode | null
  section: string | null
  /** A code of `districts.yaml`; `city` when unsure. */
  district: string
  /** The industry service station (产业服务驿站) that was suggested for it. */
  station: string | null
  enterpriseName: string | null
  /** 统一社会信用代码; null for whom has none (foreign ship owners, persons). */
  creditCode: string | null
  contactId: ContactId | null
  /** Nobody's name or number was stored, so that nobody can be asked. */
  anonymous: boolean
  /** A report (举报): what it says and whom it comes from is for its handler alone. */
  sealed: boolean
  consentAt: Instant | null
  conversationId: ConversationId | null
  /** The closed ticket of the same matter that this one takes up again. */
  previousNumber: string | null
  external: Readonly<{ system: string; number: string }> | null
  /** The lead ticket of a wave; its resolution is this one's too. */
  leadId: TicketId | null
  mergedIntoNumber: string | null
  /** The limits in force when it was registered; later changes do not reach it. */
  limits: Limits

  ownerId: StaffId | null
  department: string | null
  /** Those who handled it before a 重办, and may not again. */
  barredIds: readonly StaffId[]
  routing: readonly string[]
  reviewRequired: boolean
  returns: number
  /** After two returns the centre decides; what it decided cannot be returned. */
  dispute: 'none' | 'open' | 'decided'
  coHandlers: readonly CoHandler[]
  extension: Extension | null
  extensionsGranted: number
  /** Working days granted in all; the original limit is reckoned without them. */
  extensionDays: number
  pauses: readonly Pause[]
  alerts: Readonly<Partial<Record<Timer, Alert>>>
  urges: readonly Instant[]
  reopenings: number
  /** A 重办 runs on the shortened limit. */
  halved: boolean
  /** Still dissatisfied after the last 重办: a supervisor decides, and nothing confirms by itself. */
  objected: boolean
  objectedAt: Instant | null

  /** Held back until a reviewer approves; with a reason when it is to correct what has been sent. */
  draft: Readonly<{ resolution: Resolution; by: StaffId; correctionReason?: string }> | null
  resolution: Resolution | null
  /** What `resolution` corrected last; absent while it stands as first sent. */
  correction?: Correction
  outcome: OutcomeCode | null
  /** The lawful way or the body named when it was declined or transferred out. */
  referredTo: string | null
  confirmedBy: 'requester' | 'follow_up' | 'timeout' | null
  followUps: number
  rating: Rating | null

  registeredAt: Instant
  /** When the present wait for an owner began: registered, returned or reopened. */
  unownedSince: Instant | null
  /** Sign-for runs from here: the latest dispatch or transfer. */
  dispatchedAt: Instant | null
  /** Handling runs from here: the latest dispatch to a department; a transfer does not restart it. */
  clockFrom: Instant | null
  acceptedAt: Instant | null
  reviewFrom: Instant | null
  /** When it was first sent: a correction answers no sooner and no later. */
  resolvedAt: Instant | null
  /** When the resolution was known to have reached the enterprise; closing by silence needs it. */
  deliveredAt: Instant | null
  confirmedAt: Instant | null
  endedAt: Instant | null
  lastActAt: Instant
}>

export type Actor =
  | Readonly<{
      kind: 'staff'
      id: StaffId
      roles: readonly StaffRole[]
      departments: readonly string[]
      districts: readonly string[]
    }>
  /** `creditCodes`: the enterprises this contact is bound to, bindings confirmed. */
  | Readonly<{ kind: 'requester'; contactId: ContactId; creditCodes: readonly string[] }>
  /**
   * Another platform, speaking for those who reached us through it; `keeps` is the ticket that it is
   * known to keep as well, null while it hands one over.
   */
  | Readonly<{ kind: 'exchange'; system: string; keeps: TicketId | null }>
  | Readonly<{ kind: 'system' }>
