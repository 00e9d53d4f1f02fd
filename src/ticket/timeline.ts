// The ledger of a ticket in words, for the people at the desk.
import type { ItemCode, StaffId } from '../kernel/ids.ts'
import { type Activity, type ActorMark, isCorrection, type Registration } from './activity.ts'
import type { Command, CommandKind, CommandOf } from './command.ts'
import { dateTimeWords } from './dates.ts'
import type { SealedActivity } from './ledger.ts'
import type { Attachment, Resolution, TicketState } from './ticket.ts'
import {
  COMMAND_WORDS,
  COMPLEXITY_WORDS,
  DECLINE_WORDS,
  EXTERNAL_NEWS_WORDS,
  KIND_WORDS,
  OUTCOME_WORDS,
  RATING_WORDS,
  RETURN_WORDS,
  SOLVED_WORDS,
  SOURCE_WORDS,
  TIMER_WORDS,
  URGENCY_WORDS,
} from './words.ts'

type Detail = Readonly<{ label: string; text: string }>

export type TimelineEntry = Readonly<{
  seq: number
  at: string
  who: string
  title: string
  details: readonly Detail[]
  to: TicketState
  /** False: the limit that this act ends was missed; null where none ends. */
  timely: boolean | null
  /** Not told to the enterprise. */
  internal: boolean
}>

/** One thing said between the enterprise and the people who handle its ticket. */
export type TalkEntry = Readonly<{
  seq: number
  at: string
  from: 'requester' | 'staff'
  who: string
  text: string
}>

export type TimelineWords = Readonly<{
  staffName: (id: StaffId) => string
  itemName: (code: ItemCode) => string
}>

const INTERNAL: ReadonlySet<CommandKind> = new Set<CommandKind>([
  'note',
  'add_co_handler',
  'co_reply',
  'release_co_handler',
  'submit_review',
  'submit_correction',
  'send_back',
  'remind',
  'supervise',
  'link_external',
  'hear_external',
  'return',
  'record_delivery',
])

const isInternal = (act: Activity['act']) => act.kind !== 'register' && INTERNAL.has(act.kind)

/**
 * One entry for each of the ledger, in its order. An act whose words were deleted at the end of their
 * time keeps its place, person and state.
 */
export function timelineOf(
  ledger: readonly SealedActivity[],
  words: TimelineWords,
): readonly TimelineEntry[] {
  return ledger.map(({ seq, at, actor, act, from, to, timely }) => ({
    seq,
    at,
    who: whoWords(actor, words),
    title: act === null ? '（内容已按规定期限删除）' : titleOf(act, from),
    details: act === null ? [] : detailsOf(act, words).filter((one) => one.text !== ''),
    to,
    timely,
    internal: act !== null && isInternal(act),
  }))
}

/** The latest steps that the enterprise may know of, one line each, oldest first; without names. */
export function stepWords(ledger: readonly SealedActivity[], max: number): readonly string[] {
  return ledger
    .filter(({ act }) => act !== null && !isInternal(act))
    .slice(-max)
    .map(({ at, act, from }) => `${dateTimeWords(at)} ${act === null ? '' : titleOf(act, from)}`)
}

/** The conversation about the ticket, read from its ledger: nothing else the enterprise wrote is shown. */
export function talkOf(
  ledger: readonly SealedActivity[],
  words: TimelineWords,
): readonly TalkEntry[] {
  return ledger.flatMap(({ seq, at, actor, act }, index) => {
    const said = act?.kind === 'approve_review' ? submittedBefore(ledger, index) : act
    const text = said === null || said.kind === 'register' ? null : spoken(said)
    if (text === null) return []
    const from = actor.kind === 'requester' || act?.kind === 'supplement' ? 'requester' : 'staff'
    return [{ seq, at, from, who: whoWords(actor, words), text } as const]
  })
}

/** What a reviewer let out, as the answer itself, which the handler wrote. */
function submittedBefore(ledger: readonly SealedActivity[], index: number): Command | null {
  for (const { act } of ledger.slice(0, index).reverse()) {
    if (act?.kind === 'submit_review') return { ...act, kind: 'resolve' }
    if (act?.kind === 'submit_correction') return { ...act, kind: 'correct' }
  }
  return null
}

function spoken(command: Command): string | null {
  switch (command.kind) {
    case 'reply':
    case 'supplement':
      return [command.text, ...attachmentLines(command.attachments)].filter(Boolean).join('\n')
    case 'request_info':
      return `请补充：${command.text}`
    case 'resolve':
    case 'resolve_with_lead':
      return `办理结果：${command.resolution.text}`
    case 'correct':
      return `更正后的办理结果：${command.resolution.text}\n更正说明：${command.reason}`
    case 'urge':
      return `催办${command.text ? `：${command.text}` : ''}`
    case 'dissatisfied':
      return `未解决：${command.reason}`
    case 'confirm':
      return '确认已解决'
    default:
      return null
  }
}

const attachmentLines = (files: readonly Attachment[]) => files.map((one) => `［附件］${one.name}`)

function whoWords(actor: ActorMark, words: TimelineWords): string {
  switch (actor.kind) {
    case 'staff':
      return words.staffName(actor.id)
    case 'requester':
      return '企业'
    case 'exchange':
      return actor.system
    case 'system':
      return '系统'
  }
}

function titleOf(act: Activity['act'], from: TicketState | null): string {
  if (act.kind === 'register') return '登记诉求'
  const title = COMMAND_WORDS[act.kind]
  return act.kind === 'approve_review' && isCorrection({ act, from })
    ? `${title}（更正答复）`
    : title
}

const line = (label: string, text: string | null): Detail => ({ label, text: text ?? '' })
const resolutionLines = ({ outcome, text, basis }: Resolution) => [
  line('办理结果', OUTCOME_WORDS[outcome]),
  line('答复', text),
  line('依据', basis),
]
const correctionLines = (c: CommandOf<'correct'> | CommandOf<'submit_correction'>) => [
  line('更正说明', c.reason),
  ...resolutionLines(c.resolution),
  line('原答复', `${OUTCOME_WORDS[c.instead.outcome]}：${c.instead.text}`),
]
const placed = (
  command: Readonly<{ to: StaffId; department: string }>,
  { staffName }: TimelineWords,
) => [line('承办人', staffName(command.to)), line('承办单位', command.department)]

type Details = {
  [K in CommandKind]?: (command: CommandOf<K>, words: TimelineWords) => readonly Detail[]
}

const FOLLOW_UP_WAYS = { phone: '电话', visit: '上门', message: '消息' } as const
const FOLLOW_UP_RESULTS = {
  solved: '企业表示已解决',
  unsolved: '企业表示未解决',
  unreached: '未联系上',
} as const
const DELIVERED = { read: '企业已读', sent: '已发送', phone: '已电话告知' } as const

const DETAILS: Details = {
  dispatch: (c, w) => [...placed(c, w), line('分派依据', c.explanation.join('；'))],
  decide_dispute: (c, w) => [...placed(c, w), line('裁定依据', c.basis)],
  start: (c) => [line('办理打算', c.plan)],
  return: (c) => [
    line('理由', RETURN_WORDS[c.reason]),
    line('依据', c.basis),
    line('建议承办', c.proposedOwner),
  ],
  transfer: (c, w) => [...placed(c, w), line('原因', c.reason)],
  request_info: (c) => [line('需补充', c.text)],
  supplement: (c) => [line('内容', [c.text, ...attachmentLines(c.attachments)].join('\n').trim())],
  resume: (c) => [line('说明', c.reason)],
  reply: (c) => [line('内容', [c.text, ...attachmentLines(c.attachments)].join('\n').trim())],
  ask_extension: (c) => [line('延长', `${c.days} 个工作日`), line('理由', c.reason)],
  approve_extension: (c) => [line('同意延长', `${c.days} 个工作日`)],
  refuse_extension: (c) => [line('理由', c.reason)],
  add_co_handler: (c, w) => [
    line('协办人', w.staffName(c.staffId)),
    line('协办单位', c.department),
    line('内容', c.task),
  ],
  co_reply: (c) => [line('协办意见', c.text)],
  release_co_handler: (c, w) => [line('协办人', w.staffName(c.staffId)), line('原因', c.reason)],
  submit_review: (c) => resolutionLines(c.resolution),
  send_back: (c) => [line('修改意见', c.reason)],
  resolve: (c) => resolutionLines(c.resolution),
  resolve_with_lead: (c) => resolutionLines(c.resolution),
  correct: correctionLines,
  submit_correction: correctionLines,
  record_delivery: (c) => [line('方式', DELIVERED[c.how])],
  dissatisfied: (c) => [line('原因', c.reason)],
  decide_objection: (c) => [
    line('决定', c.decision === 'joint' ? '会商后再办一次' : '说明理由后结案'),
    line('理由', c.reason),
  ],
  follow_up: (c) => [
    line('方式', FOLLOW_UP_WAYS[c.by]),
    line('结果', FOLLOW_UP_RESULTS[c.result]),
    line('记录', c.text),
  ],
  rate: (c) => [
    line('评价', `${RATING_WORDS[c.level]}，${SOLVED_WORDS[c.solved]}`),
    line('意见', c.comment),
  ],
  urge: (c) => [line('留言', c.text)],
  withdraw: (c) => [line('原因', c.reason)],
  merge: (c) => [line('并入', c.intoNumber), line('原因', c.reason)],
  absorb: (c) => [line('并入的工单', c.fromNumber), line('内容', c.text)],
  follow: (c) => [line('牵头工单', c.leadNumber ?? '（已退出集中办理）')],
  decline: (c) => [
    line('理由', DECLINE_WORDS[c.reason]),
    line('依据', c.basis),
    line('法定渠道', c.lawfulChannel),
  ],
  transfer_out: (c) => [
    line('接收机关', c.body),
    line('说明', c.reason),
    line('联系渠道', c.contact),
  ],
  reclassify: (c, w) => [
    line(
      '调整为',
      `${KIND_WORDS[c.ticketKind]} · ${URGENCY_WORDS[c.urgency]} · ${COMPLEXITY_WORDS[c.complexity]}`,
    ),
    line('关联事项', c.itemCode === null ? '无' : `${c.itemCode} ${w.itemName(c.itemCode)}`),
    line('原因', c.reason),
  ],
  note: (c) => [line('批注', c.text)],
  link_external: (c) => [line('外部单号', `${c.system} ${c.number}`)],
  hear_external: (c) => [line(EXTERNAL_NEWS_WORDS[c.news], c.text)],
  remind: (c) => [line('提醒', `${TIMER_WORDS[c.timer]}期限 ${dateTimeWords(c.due)}`)],
  supervise: (c) => [
    line('事由', c.timer === null || c.due === null ? '' : overdueWords(c.timer, c.due)),
    line('意见', c.text),
  ],
}

const overdueWords = (timer: keyof typeof TIMER_WORDS, due: string) =>
  `${TIMER_WORDS[timer]}已超过 ${dateTimeWords(due)}`

function detailsOf(act: Command | Registration, words: TimelineWords): readonly Detail[] {
  if (act.kind === 'register') {
    const { ticket } = act
    return [line('来源', SOURCE_WORDS[ticket.source]), line('事由', ticket.title)]
  }
  // The table pairs each kind with its own command, which the compiler cannot follow through the key.
  const details = DETAILS[act.kind] as Details[CommandKind] as
    | ((command: Command, words: TimelineWords) => readonly Detail[])
    | undefined
  return details?.(act, words) ?? []
}
