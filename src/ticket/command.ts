// Everything that can be done to a ticket. Cards, console, CLI, exchange and timers all make one of
// these; `transitions.ts` says what comes of it.
import type { ItemCode, StaffId, TicketId } from '../kernel/ids.ts'
import type { Complexity, TicketKind, Timer, Urgency } from './kinds.ts'
import type { Attachment, Instant, Resolution } from './ticket.ts'

/** 非本单位职责 · 非本辖区 · 重复诉求 · 信息不全 · 不予受理. */
export const RETURN_REASONS = [
  'not_our_duty',
  'not_our_district',
  'duplicate',
  'incomplete',
  'not_acceptable',
] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

/**
 * Why a ticket cannot be taken (国办发〔2020〕53号): a legal procedure is the way, a petition is
 * already running, it concerns secrets or privacy, it is against public order, or no enterprise
 * matter is in it.
 */
export const DECLINE_REASONS = [
  'legal_procedure',
  'petition',
  'secret_or_privacy',
  'public_order',
  'not_enterprise',
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]

const EXTERNAL_NEWS = ['status', 'resolution', 'return'] as const
export type ExternalNews = (typeof EXTERNAL_NEWS)[number]

export type Command =
  | Readonly<{
      kind: 'dispatch'
      to: StaffId
      department: string
      section: string | null
      /** The section's answers are read by a second person before they go out. */
      reviewRequired: boolean
      by: 'routing' | 'person'
      /** The steps that led to this person, in Chinese, shown to staff. */
      explanation: readonly string[]
    }>
  | Readonly<{
      kind: 'decide_dispute'
      to: StaffId
      department: string
      section: string | null
      reviewRequired: boolean
      basis: string
    }>
  | Readonly<{ kind: 'accept' }>
  | Readonly<{ kind: 'start'; plan: string | null }>
  | Readonly<{
      kind: 'return'
      reason: ReturnReason
      /** The rule (三定 or law) or fact that the reason rests on. */
      basis: string
      /** Whose it is in the specialist's view; required when the reason is duty or district. */
      proposedOwner: string | null
    }>
  | Readonly<{ kind: 'transfer'; to: StaffId; department: string; reason: string }>
  | Readonly<{ kind: 'request_info'; text: string }>
  /** What the requester adds, asked or not; recorded by staff when it came by phone. */
  | Readonly<{ kind: 'supplement'; text: string; attachments: readonly Attachment[] }>
  /** Ends the wait without an answer from the enterprise. */
  | Readonly<{ kind: 'resume'; reason: string }>
  /** A message to the enterprise while the ticket is open; not the resolution. */
  | Readonly<{ kind: 'reply'; text: string; attachments: readonly Attachment[] }>
  | Readonly<{ kind: 'ask_extension'; days: number; reason: string }>
  | Readonly<{ kind: 'approve_extension'; days: number }>
  | Readonly<{ kind: 'refuse_extension'; reason: string }>
  | Readonly<{ kind: 'add_co_handler'; staffId: StaffId; department: string; task: string }>
  | Readonly<{ kind: 'co_reply'; text: string }>
  | Readonly<{ kind: 'release_co_handler'; staffId: StaffId; reason: string }>
  | Readonly<{ kind: 'submit_review'; resolution: Resolution }>
  | Readonly<{ kind: 'approve_review' }>
  | Readonly<{ kind: 'send_back'; reason: string }>
  | Readonly<{ kind: 'resolve'; resolution: Resolution }>
  /** A follower gets the resolution of the lead ticket of its wave. */
  | Readonly<{ kind: 'resolve_with_lead'; resolution: Resolution }>
  /** The result that was sent is wrong; `instead` is what it replaces, so that no other one is. */
  | Readonly<{ kind: 'correct'; resolution: Resolution; reason: string; instead: Resolution }>
  | Readonly<{
      kind: 'submit_correction'
      resolution: Resolution
      reason: string
      instead: Resolution
    }>
  /** The resolution is known to have arrived: read in the chat, or told by phone. */
  | Readonly<{ kind: 'record_delivery'; how: 'read' | 'sent' | 'phone' }>
  | Readonly<{ kind: 'confirm' }>
  | Readonly<{ kind: 'auto_confirm' }>
  | Readonly<{ kind: 'dissatisfied'; reason: string }>
  /** Ends an objection: once more by several bodies together, or closed with reasons given. */
  | Readonly<{ kind: 'decide_objection'; decision: 'joint' | 'close'; reason: string }>
  | Readonly<{
      kind: 'follow_up'
      by: 'phone' | 'visit' | 'message'
      result: 'solved' | 'unsolved' | 'unreached'
      text: string
    }>
  | Readonly<{
      kind: 'rate'
      level: 1 | 2 | 3 | 4 | 5
      solved: 'yes' | 'partly' | 'no'
      comment: string | null
    }>
  | Readonly<{ kind: 'urge'; text: string | null }>
  | Readonly<{ kind: 'withdraw'; reason: string | null }>
  | Readonly<{ kind: 'merge'; into: TicketId; intoNumber: string; reason: string }>
  /** The other side of a merge. */
  | Readonly<{ kind: 'absorb'; fromNumber: string; text: string }>
  /** Joins a wave under its lead ticket; null leaves it. */
  | Readonly<{ kind: 'follow'; leadId: TicketId | null; leadNumber: string | null }>
  | Readonly<{ kind: 'decline'; reason: DeclineReason; basis: string; lawfulChannel: string }>
  | Readonly<{ kind: 'transfer_out'; body: string; reason: string; contact: string | null }>
  | Readonly<{ kind: 'close' }>
  | Readonly<{
      kind: 'reclassify'
      ticketKind: TicketKind
      urgency: Urgency
      complexity: Complexity
      itemCode: ItemCode | null
      /** As for a dispatch, of the new item; acts recorded before it was told of them have neither. */
      section: string | null
      reviewRequired: boolean
      reason: string
    }>
  /** Never shown to the enterprise. */
  | Readonly<{ kind: 'note'; text: string }>
  | Readonly<{ kind: 'link_external'; system: string; number: string }>
  /** What another platform has done about it; for the handler to use, never shown as our answer. */
  | Readonly<{ kind: 'hear_external'; system: string; news: ExternalNews; text: string }>
  /** `stage` as in `Alert`; `due` is the instant the alarm is about. */
  | Readonly<{ kind: 'remind'; timer: Timer; due: Instant; stage: number }>
  | Readonly<{
      kind: 'supervise'
      /** Null when a supervisor steps in by hand. */
      timer: Timer | null
      due: Instant | null
      stage: number
      text: string | null
    }>

export type CommandKind = Command['kind']
export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>
