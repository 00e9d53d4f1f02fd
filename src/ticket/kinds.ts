// The words by which tickets are told apart.

/** 咨询 · 求助 · 投诉 · 举报 · 建议. */
export const TICKET_KINDS = ['consultation', 'help', 'complaint', 'report', 'suggestion'] as const
export type TicketKind = (typeof TICKET_KINDS)[number]

/** 特急 · 紧急 · 一般. */
export const URGENCIES = ['urgent_now', 'urgent', 'normal'] as const
export type Urgency = (typeof URGENCIES)[number]

/** 一般件 · 复杂件 · 疑难会商件. */
export const COMPLEXITIES = ['simple', 'complex', 'joint'] as const
export type Complexity = (typeof COMPLEXITIES)[number]

const TICKET_SOURCES = ['lark', 'web', 'hotline', 'window', 'station', 'visit', 'exchange'] as const
export type TicketSource = (typeof TICKET_SOURCES)[number]

/** 已解决 · 部分解决 · 依法不能办理 · 转其他机关 · 企业撤回 · 重复并案 · 不予受理. */
const OUTCOME_CODES = [
  'solved',
  'partly_solved',
  'not_lawful',
  'other_body',
  'withdrawn',
  'duplicate',
  'declined',
] as const
export type OutcomeCode = (typeof OUTCOME_CODES)[number]

/** What a limit can be about; at most one instant of each is pending per ticket. */
export const TIMERS = [
  'dispatch',
  'sign_for',
  'handling',
  'co_handling',
  'review',
  'extension',
  'waiting',
  'delivery',
  'follow_up',
  'objection',
  'auto_confirm',
  'close',
] as const
export type Timer = (typeof TIMERS)[number]
