// What is said where no item is the answer: one text per reason, editable like all knowledge. The
// decision names the reason; hotlines and buttons come from elsewhere.
export const TICKET_REASONS = [
  'complaint',
  'stuck_case',
  'coordination',
  'not_covered',
  'below_threshold',
  'clarified_twice',
  'missed_twice',
  'person_wanted',
  'upset',
  'not_solved',
  'tip_off',
  'asked_for',
  'how_soon',
  'other_office',
  'confidential',
  'fill_in',
] as const
export const REDIRECT_REASONS = ['personal_matter', 'elsewhere', 'office_phone'] as const
export const REFUSE_REASONS = [
  'promise',
  'inside_information',
  'favour',
  'forgery',
  'improper',
  'privacy',
  'injection',
] as const
export const SMALLTALK_REASONS = [
  'greeting',
  'thanks',
  'farewell',
  'identity',
  'opener',
  'centre',
  'counter',
  'taken_back',
  'language',
  'chat',
  'empty',
] as const

/** What is happening, as far as it decides whom to call first and what to do meanwhile. */
export const DANGER_KINDS = [
  'fire',
  'sea',
  'trapped',
  'medical',
  'self_harm',
  'violence',
  'unclear',
] as const

export type TicketReason = (typeof TICKET_REASONS)[number]
export type RedirectReason = (typeof REDIRECT_REASONS)[number]
export type RefuseReason = (typeof REFUSE_REASONS)[number]
export type SmalltalkReason = (typeof SMALLTALK_REASONS)[number]
export type DangerKind = (typeof DANGER_KINDS)[number]

export type Replies = Readonly<{
  ticket: Readonly<Record<TicketReason, string>>
  redirect: Readonly<Record<RedirectReason, string>>
  refuse: Readonly<Record<RefuseReason, string>>
  smalltalk: Readonly<Record<SmalltalkReason, string>>
  /** What to do beside calling, while danger lasts. */
  emergency: Readonly<Record<DangerKind, string>>
}>
