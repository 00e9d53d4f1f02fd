// What one turn of a conversation can come to. Every decision that is not an answer carries a
// typed reason and leads to a concrete next step; `compose` renders it, the ledger keeps it.
import type { ItemCode } from '../kernel/ids.ts'
import type { Field } from '../knowledge/field.ts'
import type {
  DangerKind,
  RedirectReason,
  RefuseReason,
  SmalltalkReason,
  TicketReason,
} from '../knowledge/reply.ts'
import type { OwnTicketAct } from '../retrieval/acts/own-act-rows.ts'

export { FIELDS, type Field } from '../knowledge/field.ts'

export type { OwnTicketAct, RedirectReason, RefuseReason, TicketReason }

export const CLARIFY_REASONS = [
  'several_fit',
  'near_miss',
  'channels_disagree',
  'nothing_near',
  'broad',
  'reply_unclear',
  'several_asked',
  'none_fits',
  'matter_missing',
  'matter_before',
] as const
type ClarifyReason = (typeof CLARIFY_REASONS)[number]

/** Why a message is about a ticket of the person's own: it names one, or is understood so. */
export const STATUS_REASONS = ['number_named', 'own_ticket'] as const
type StatusReason = (typeof STATUS_REASONS)[number]

/** Whether somebody reports an offence, or fears to be known as who did. */
export const isOfReport = (reason: TicketReason): boolean => REPORT_REASONS.includes(reason)

export const REPORT_REASONS: readonly TicketReason[] = ['tip_off', 'confidential']

export type Option = Readonly<{
  code: ItemCode
  /** The difference in a few words, not just the name. */
  label: string
  /** What was said of it, where several matters were asked about. */
  words?: string
  /** The part that those words ask for. */
  field?: Field | null
}>

/** What was asked for besides, to be opened next. */
type Besides = Readonly<{
  /** Null where it is not sure which item is meant. */
  code: ItemCode | null
  field: Field | null
  /** What was said of it; absent where it was picked among options. */
  words?: string
}>

export type Decision =
  | Readonly<{
      kind: 'answer'
      code: ItemCode
      field: Field
      /** Another part that the message may ask for, shown below the first. */
      also: Field | null
      /** A grievance came with the question: the ticket is offered beside the answer. */
      offerTicket: boolean
      others?: readonly Besides[]
    }>
  | Readonly<{
      kind: 'clarify'
      field: Field | null
      /** Empty when none of those offered was meant, or nothing was named that could be looked up. */
      options: readonly Option[]
      reason: ClarifyReason
    }>
  | Readonly<{
      kind: 'ticket'
      reason: TicketReason
      /** The item it is about, if that is sure; offered for reading beside the ticket and used for routing. */
      code: ItemCode | null
      /** The key of the matter in `uncovered.yaml`, where it is one of those. */
      matter?: string
      /** Somebody is angry: the form is shown without being asked for, whatever the reason. */
      atOnce?: true
      /** What was asked of a record besides; it is answered below the form. */
      besides?: Readonly<{ code: ItemCode; field: Field }>
    }>
  | Readonly<{
      kind: 'status'
      reason: StatusReason
      act: OwnTicketAct
      ticketNumber: string | null
      text: string
      /** The text may be about something else: it fills in a form, and does nothing by itself. */
      isDraft?: boolean
    }>
  /** `hotlines` are keys of `hotlines.yaml`. */
  | Readonly<{ kind: 'redirect'; reason: RedirectReason; hotlines: readonly string[] }>
  | Readonly<{
      kind: 'refuse'
      reason: RefuseReason
      /** The item whose lawful conditions can be shown instead, if one is sure. */
      code: ItemCode | null
    }>
  | Readonly<{
      kind: 'emergency'
      reason: DangerKind
      hotlines: readonly string[]
      /** The numbers are said in English as well. */
      inEnglish: boolean
      /** Somebody is hurt on a ship: a foreigner has to be let ashore for treatment. */
      ashore: boolean
      /** What is asked besides, if that is sure; offered below the numbers. */
      code: ItemCode | null
      /** They were said before: in short, and what to do when nobody answers. */
      again?: true
    }>
  | Readonly<{
      kind: 'smalltalk'
      reason: SmalltalkReason
      /** What was just answered, where a few words may be meant for it. */
      code?: ItemCode
    }>

export type DecisionKind = Decision['kind']
