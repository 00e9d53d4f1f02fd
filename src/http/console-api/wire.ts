// What the console's API sends, as JSON carries it: the page imports these types and nothing else
// of the server. Instants are ISO 8601 in UTC.
import type { Decision, DecisionKind, Field } from '../../conversation/decision.ts'
import type { TurnTrace } from '../../conversation/turn-log.ts'
import type { DeadLetterBox } from '../../kernel/dead-letter.ts'
import type { Message } from '../../kernel/message.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { Action, StaffRole } from '../../staff/permissions.ts'
import type { DeskAct } from '../../ticket/desk-acts.ts'
import type { Figures, RateName } from '../../ticket/figures.ts'
import type { OutcomeCode, TicketKind, TicketSource, Timer, Urgency } from '../../ticket/kinds.ts'
import type { LedgerVerdict } from '../../ticket/ledger.ts'
import type { Limits } from '../../ticket/limits.ts'
import type { Rating, Resolution, Ticket, TicketState } from '../../ticket/ticket.ts'
import type { TalkEntry, TimelineEntry } from '../../ticket/timeline.ts'

export type Paged<T> = Readonly<{ rows: readonly T[]; total: number }>
export type Named = Readonly<{ value: string; label: string }>

export type MeWire = Readonly<{
  id: string
  name: string
  roles: readonly StaffRole[]
  departments: readonly string[]
  districts: readonly string[]
  /** Actions that this person holds somewhere; each request is checked again. */
  may: readonly Action[]
}>
export type SessionWire = Readonly<{ me: MeWire | null; larkSignIn: boolean }>

/** The lists that filters and forms choose from. */
export type OptionsWire = Readonly<{
  districts: readonly Named[]
  sections: readonly Named[]
  departments: readonly Named[]
  /** Empty for whoever may not read who works here. */
  staff: readonly Named[]
}>

export type AlarmWire = Readonly<{
  level: 'error' | 'warning' | 'info'
  text: string
  /** A page of the console where something can be done about it. */
  to: string | null
}>
export type NoticeWire = Readonly<{
  id: string
  ticketNumber: string
  title: string
  summary: string
  at: string
  read: boolean
}>
export type OverviewWire = Readonly<{
  counts: Readonly<
    Record<'mine' | 'toAccept' | 'dueSoon' | 'overdue' | 'unowned' | 'allOpen', number>
  >
  mine: readonly TicketLineWire[]
  alarms: readonly AlarmWire[]
  notices: readonly NoticeWire[]
  unreadNotices: number
}>

export type TicketLineWire = Readonly<{
  number: string
  title: string
  state: TicketState
  kind: TicketKind
  urgency: Urgency
  source: TicketSource
  /** Null for whom it is not known or may not be shown to this reader. */
  enterpriseName: string | null
  sealed: boolean
  itemCode: string | null
  section: string | null
  district: string
  department: string | null
  owner: string | null
  externalNumber: string | null
  registeredAt: string
  dueAt: string | null
  overdue: boolean
  lastActAt: string
  endedAt: string | null
  uncoveredYear: number | null
}>

export type LimitWire = Readonly<{
  timer: Timer
  label: string
  dueAt: string | null
  overdue: boolean
  /** How the date comes about, or why there is none. */
  lines: readonly string[]
}>
export type FileWire = Readonly<{
  id: string
  name: string
  mediaType: string | null
  bytes: number | null
  state: 'here' | 'fetching' | 'failed'
  problem: string | null
  at: string
}>
export type SendingWire = Readonly<{
  id: string
  channel: string
  summary: string
  at: string
  sentAt: string | null
  readAt: string | null
  failed: boolean
  cause: string | null
}>
type CoHandlerWire = Readonly<{
  name: string
  department: string
  task: string
  reply: string | null
}>

export type TicketWire = Readonly<{
  line: TicketLineWire
  description: string
  complexity: string
  districtName: string
  sectionName: string | null
  creditCode: string | null
  anonymous: boolean
  item: Named | null
  external: Readonly<{ system: string; number: string }> | null
  leadNumber: string | null
  mergedIntoNumber: string | null
  previousNumber: string | null
  referredTo: string | null
  outcome: OutcomeCode | null
  routing: readonly string[]
  coHandlers: readonly CoHandlerWire[]
  extension: Ticket['extension']
  draft: Resolution | null
  resolution: Resolution | null
  /** Null while the resolution stands as first sent. */
  correctedAt: string | null
  rating: Rating | null
  /** Masked; `full` says whether this reader may see them unmasked. */
  requester: Readonly<{ name: string; phone: string; full: boolean }> | null
  limits: readonly LimitWire[]
  acts: readonly DeskAct[]
  timeline: readonly TimelineEntry[]
  talk: readonly TalkEntry[]
  files: readonly FileWire[]
  sendings: readonly SendingWire[]
}>
export type PersonWire = Readonly<{ name: string; phone: string }>
/** What is wrong with an opening, by the field it is about. */
export type OpenedWire = Readonly<{
  number: string
  /** Open tickets that are probably about the same matter, as far as this reader may see them. */
  similar: readonly Readonly<{ number: string; title: string; reason: string }>[]
}>
export type OpeningRefusalWire = Readonly<{
  problems: readonly Readonly<{ field: string; text: string }>[]
}>
export type LedgerWire = LedgerVerdict
export type SimilarWire = Readonly<{
  open: readonly Readonly<{ line: TicketLineWire; reason: string }>[]
  resolved: readonly Readonly<{ number: string; title: string; answer: string | null }>[]
}>

/** A draft for the specialist to edit, or why there is none; the records it may be written from. */
export type ReplyDraftWire = Readonly<{
  text: string | null
  note: string
  items: readonly Readonly<{ code: string; name: string; summary: string }>[]
}>

export type DeadLetterWire = Readonly<{
  box: DeadLetterBox
  id: string
  channel: string
  purpose: string
  preview: string
  ticketNumber: string | null
  attempts: number
  createdAt: string
  deadAt: string
  cause: string
}>

/** Something owed to the other platform that has not arrived. */
export type ExchangeLineWire = Readonly<{
  id: string
  ticketNumber: string | null
  externalNumber: string | null
  summary: string
  attempts: number
  createdAt: string
  nextTryAt: string
  dead: boolean
  cause: string | null
}>
export type ExchangeWire = Paged<ExchangeLineWire> & Readonly<{ connected: boolean }>

export type VersionWire = Readonly<{
  id: string
  state: 'staged' | 'active' | 'retired'
  itemCount: number
  note: string | null
  createdBy: string
  createdAt: string
  activatedAt: string | null
  embedding: string
  /** False: built by an older program, so that it cannot be gone back to. */
  usable: boolean
}>
export type PublishWire = Readonly<{
  running: boolean
  /** The latest line of progress, or how the last publish failed. */
  text: string | null
  failed: boolean
}>
export type KnowledgeWire = Readonly<{
  active: VersionWire
  versions: readonly VersionWire[]
  sections: readonly Readonly<{ code: string; name: string; count: number; verified: number }>[]
  publish: PublishWire
  /** Where the vectors are not those of the settings: why, and what mends it. */
  vectorsNote: string | null
}>
export type ItemLineWire = Readonly<{
  code: string
  name: string
  section: string
  kind: string
  department: string
  status: 'draft' | 'verified'
  effectiveTo: string | null
  questions: number
}>
export type ItemWire = Readonly<{
  item: ServiceItem
  sectionName: string
  version: string
  related: readonly Named[]
  parts: readonly Named[]
  notThis: readonly Named[]
}>
export type CheckWire = Readonly<{
  items: number
  problems: readonly KnowledgeProblemWire[]
  /** Whether the files differ from what answers now; null when they cannot be read. */
  differs: boolean | null
  /**
   * Approved changes that the next publish lays over the files: over what they were made from, over a
   * file that was edited by itself since, or over nothing, since the file is gone.
   */
  changes: readonly Readonly<{
    id: string
    code: string
    name: string
    over: 'file' | 'edited_file' | 'nothing'
  }>[]
}>
type KnowledgeProblemWire = Readonly<{ file: string; path: string; reason: string }>
export type TrialWire = Readonly<{
  decision: Decision
  field: Field | null
  confidence: number
  version: string
  ms: number
  hits: readonly Readonly<{
    code: string
    name: string
    score: number
    channels: Readonly<Record<'a' | 'b' | 'l' | 'e', number>>
  }>[]
  trace: TurnTrace
  message: Message
}>

export type TurnLineWire = Readonly<{
  id: string
  askedAt: string
  question: string
  channel: 'lark' | 'web'
  decisionKind: DecisionKind
  reason: string | null
  item: Named | null
  field: Field | null
  confidence: number
  knowledgeVersion: string
  ms: number
  feedback: -1 | 1 | null
  feedbackReason: string | null
}>
export type TurnWire = TurnLineWire &
  Readonly<{
    decision: Decision
    trace: TurnTrace
    /** The items of the trace by name, as far as they are still there. */
    hits: readonly Named[]
    message: Message | null
  }>

export type FigureGroupBy = 'month' | 'section' | 'department' | 'district' | 'kind'
export type FiguresWire = Readonly<{
  rates: readonly Readonly<{ name: RateName; label: string; meaning: string }>[]
  total: Figures
  groups: readonly Readonly<{ key: string; label: string; figures: Figures }>[]
}>
export type FigureCaseWire = Readonly<{
  number: string
  state: TicketState
  kind: TicketKind
  department: string | null
  hit: boolean
}>

export type StaffWire = Readonly<{
  id: string
  name: string
  roles: readonly StaffRole[]
  districts: readonly string[]
  departments: readonly string[]
  sections: readonly string[]
  items: readonly Readonly<{ code: string; part: 'A' | 'B' }>[]
  substituteId: string | null
  larkOpenId: string | null
  active: boolean
  load: number
  leaves: readonly Readonly<{ from: string; to: string; substituteId: string | null }>[]
  duties: readonly Readonly<{ from: string; to: string; district: string | null }>[]
}>

export type CalendarDayWire = Readonly<{
  date: string
  /** `closed`: by decision of an administrator. */
  kind: 'work' | 'rest' | 'extra_work' | 'holiday' | 'closed'
}>
/** The State Council's notice on the holidays of a year. Dates are local, `2026-01-31`. */
export type CalendarNoticeWire = Readonly<{
  year: number
  source: string
  holidays: readonly Readonly<{ name: string; from: string; to: string }>[]
  workdays: readonly string[]
}>
export type CalendarWire = Readonly<{
  days: readonly CalendarDayWire[]
  notice: CalendarNoticeWire
}>
export type SettingsWire = Readonly<{
  limits: Limits
  periods: readonly string[]
  retention: Readonly<{ logDays: number; personalDataDays: number }>
  /** The rules in force as text, in the form of `limits.yaml`. */
  limitsText: string
  limitsChanged: boolean
  /** Why the change made at the console is not in force; null when it is, or there is none. */
  limitsProblem: string | null
  coveredYears: readonly number[]
  closedDays: readonly Readonly<{ day: string; reason: string }>[]
  reviewedSections: readonly string[]
  /** The share of direct answers that may name a wrong item, 0.005 to 0.1. */
  targetError: number
  /** What is connected, in words; secrets are never told. */
  connections: readonly Readonly<{ name: string; on: boolean; text: string }>[]
}>

export type PinWire = Readonly<{
  id: string
  items: readonly Named[]
  text: string
  until: string
}>
export type PinsWire = Readonly<{ rows: readonly PinWire[] }>

export type BindingWire = Readonly<{
  id: string
  contactName: string | null
  channel: 'lark' | 'web'
  enterpriseName: string
  creditCode: string
  /** What those confirmed for the same code called it, where that is something else. */
  otherNames: readonly string[]
  askedAt: string
  /** Null while it waits. */
  decidedAt: string | null
}>
export type AuditWire = Readonly<{
  id: string
  at: string
  actor: string
  action: string
  subject: string
}>

/** A refusal in words; with the number by which it is found in the log. */
export type RefusalWire = Readonly<{
  error: Readonly<{ code: string; text: string; requestId: string; details?: unknown }>
}>
