// What a change tells to whom, as neutral data; `notices.ts` words it, adapters deliver it.
import type { StaffId } from '../kernel/ids.ts'
import type { DeclineReason, ExternalNews, ReturnReason } from './command.ts'
import type { Timer } from './kinds.ts'
import type { Attachment, Instant, Rating, Resolution } from './ticket.ts'

/** Whoever stands in this place when the news is sent; a single person is named by id. */
export type Audience =
  | 'requester'
  | 'handler'
  | 'co_handlers'
  | 'dispatchers'
  | 'reviewers'
  | 'supervisors'
  | Readonly<{ staffId: StaffId }>

export type NoticeBody =
  | Readonly<{ kind: 'registered' }>
  | Readonly<{ kind: 'needs_dispatch'; why: 'unrouted' | 'reopened'; reasons: readonly string[] }>
  /** Many enterprises have the same problem; `numbers` are their tickets, the eldest first. */
  | Readonly<{
      kind: 'wave_found'
      leadNumber: string
      enterprises: number
      numbers: readonly string[]
    }>
  | Readonly<{ kind: 'dispatched'; explanation: readonly string[] }>
  /** Another has it now; what they were told of who has it no longer holds. */
  | Readonly<{ kind: 'handed_on' }>
  | Readonly<{ kind: 'taken_away'; why: 'transferred' | 'ended' }>
  | Readonly<{ kind: 'accepted' }>
  | Readonly<{ kind: 'started'; plan: string | null }>
  | Readonly<{
      kind: 'returned'
      reason: ReturnReason
      basis: string
      proposedOwner: string | null
    }>
  | Readonly<{ kind: 'dispute_opened'; reason: ReturnReason; basis: string }>
  | Readonly<{ kind: 'dispute_decided'; basis: string }>
  | Readonly<{ kind: 'handler_changed' }>
  | Readonly<{ kind: 'info_requested'; text: string }>
  | Readonly<{ kind: 'supplemented'; text: string; attachments: readonly Attachment[] }>
  | Readonly<{ kind: 'resumed'; reason: string }>
  | Readonly<{ kind: 'reply'; text: string; attachments: readonly Attachment[] }>
  | Readonly<{ kind: 'extension_asked'; days: number; reason: string }>
  | Readonly<{ kind: 'extension_approved'; days: number; reason: string }>
  | Readonly<{ kind: 'extension_refused'; reason: string }>
  | Readonly<{ kind: 'co_handling_asked'; task: string }>
  | Readonly<{ kind: 'co_replied'; text: string; department: string }>
  | Readonly<{ kind: 'co_released'; reason: string }>
  | Readonly<{ kind: 'review_asked'; resolution: Resolution; correctionReason: string | null }>
  | Readonly<{ kind: 'sent_back'; reason: string }>
  | Readonly<{ kind: 'resolved'; resolution: Resolution }>
  | Readonly<{ kind: 'corrected'; resolution: Resolution; reason: string }>
  | Readonly<{ kind: 'confirmed'; by: 'requester' | 'follow_up' | 'timeout' }>
  | Readonly<{ kind: 'reopened'; reason: string }>
  | Readonly<{ kind: 'objection'; reason: string }>
  | Readonly<{ kind: 'objection_decided'; decision: 'joint' | 'close'; reason: string }>
  | Readonly<{ kind: 'rated'; rating: Rating }>
  | Readonly<{ kind: 'urged'; text: string | null; count: number }>
  | Readonly<{ kind: 'withdrawn'; reason: string | null }>
  | Readonly<{ kind: 'merged'; intoNumber: string; reason: string }>
  /** `text` is null for whom the other ticket's words are not meant. */
  | Readonly<{ kind: 'absorbed'; fromNumber: string; text: string | null }>
  | Readonly<{ kind: 'joined_wave'; leadNumber: string }>
  /** No answer of a lead will come: this ticket is to be answered by itself. */
  | Readonly<{ kind: 'left_wave' }>
  | Readonly<{
      kind: 'declined'
      reason: DeclineReason
      basis: string
      lawfulChannel: string
    }>
  | Readonly<{ kind: 'transferred_out'; body: string; reason: string; contact: string | null }>
  | Readonly<{ kind: 'external_news'; system: string; news: ExternalNews; text: string }>
  | Readonly<{ kind: 'closed' }>
  | Readonly<{ kind: 'reclassified'; reason: string }>
  | Readonly<{ kind: 'reminder'; timer: Timer; due: Instant; stage: number }>
  | Readonly<{
      kind: 'supervision'
      timer: Timer | null
      due: Instant | null
      level: number
      text: string | null
    }>

export type NoticeKind = NoticeBody['kind']
export type Notice = NoticeBody & Readonly<{ to: Audience }>
