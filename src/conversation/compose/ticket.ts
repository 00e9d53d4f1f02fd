// What is said where a request can be handed in: why, the form, and what can be done besides.

import { folded } from '../../kernel/folded.ts'
import type { ItemCode } from '../../kernel/ids.ts'
import type { Action, Block, Message } from '../../kernel/message.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { isPaidAgent, isSwindled } from '../../retrieval/acts/paid-agent.ts'
import { TICKET_KINDS } from '../../ticket/kinds.ts'
import { urgencyOf } from '../../ticket/urgency.ts'
import { KIND_WORDS } from '../../ticket/words.ts'
import type { HandlingDays } from '../answer-ports.ts'
import { type Decision, isOfReport, type TicketReason } from '../decision.ts'
import { choose, myTickets, primary, ticketForm, toPerson } from './buttons.ts'
import { englishTicket } from './english.ts'
import { openPart } from './open-part.ts'
import { sourceLine } from './source-line.ts'
import { channelsBeside } from './ticket-channels.ts'
import { hotlineLine, hotlinesOf, itemOf, type ToCompose } from './to-compose.ts'
import { composeUncovered, matterOf } from './uncovered.ts'
import { whoElse } from './who-else.ts'

type Ticket = Extract<Decision, { kind: 'ticket' }>

/** Reasons for which no item was found. */
const NOT_OURS: ReadonlySet<TicketReason> = new Set<TicketReason>([
  'not_covered',
  'below_threshold',
  'clarified_twice',
])
/** Beside these a request that was handed in before may be meant. */
const BESIDE_OWN: ReadonlySet<TicketReason> = new Set<TicketReason>(['how_soon', 'fill_in'])

/** The reply to the reason, with the form to be opened. */
export function composeTicket(decision: Ticket, input: ToCompose): Message {
  const { reason, code, besides } = decision
  const { base, question, handlingDays } = input
  const matter = matterOf(base, decision.matter)
  if (matter !== null) return composeUncovered(matter, reason, input)
  const urgent = isOfReport(reason) ? [] : urgentLines(base, question ?? null)
  const lawful: Block[] = channelsBeside(reason, base).map((text) => ({ kind: 'note', text }))
  return {
    title: '为您登记诉求',
    tone: 'info',
    summary: base.replies.ticket[reason].slice(0, 80),
    blocks: [
      ...englishTicket(question, reason),
      ...warningLines(base, reason, question ?? null),
      { kind: 'text', text: base.replies.ticket[reason] },
      ...(reason === 'how_soon' ? limitLines(handlingDays ?? null) : []),
      {
        kind: 'actions',
        actions: [
          primary(ticketForm('提交诉求', reason, code)),
          ...(BESIDE_OWN.has(reason) ? [myTickets] : []),
          ...(urgent.length > 0 ? [toPerson(code)] : []),
        ],
      },
      ...(besides ? recordOf(besides, input) : itemBeside(decision, base)),
      ...urgent,
      ...lawful,
      ...(NOT_OURS.has(reason) ? whoElse(base, question) : []),
    ],
  }
}

const NOBODY_MAY =
  '能否办成由主管部门依法审查决定，任何人都不能收钱“包办”“包过”；收费以事项公布的标准为准，工作人员不得私自收取费用。'

/** Said first to whom somebody wants to sell what nobody can, or who was cheated by one. */
function warningLines(base: KnowledgeBase, reason: TicketReason, question: string | null): Block[] {
  if (reason !== 'tip_off' || question === null) return []
  const said = folded(question)
  const isOffered = isPaidAgent(said)
  if (!isOffered && !isSwindled(said)) return []
  const [police] = hotlinesOf(base, ['police'])
  const call =
    police === undefined ? '' : `已经被骗的，请立即拨打 ${police.number}（${police.name}）。`
  const offered = isOffered ? `${NOBODY_MAY}请不要付款，` : '请'
  const text = `${offered}保留转账和聊天记录。${call}`
  return [{ kind: 'text', text }]
}

/** Whom to call now where a matter cannot wait for office hours. */
function urgentLines(base: KnowledgeBase, question: string | null): Block[] {
  if (question === null || urgencyOf(question) === 'normal') return []
  const [citizen] = hotlinesOf(base, ['citizen'])
  const call =
    citizen === undefined ? '' : `情况紧急的，请同时拨打人工热线 ${hotlineLine(citizen)}。`
  return [
    {
      kind: 'note',
      text: `${call}停电、停水、设备故障等，请同时联系供应单位或者维修单位抢修。`,
    },
  ]
}

/** What was asked of a record besides, as an answer begins. */
function recordOf(
  { code, field }: NonNullable<Ticket['besides']>,
  { base, version }: ToCompose,
): Block[] {
  const item = itemOf(base, code)
  return [
    { kind: 'text', text: `您问到的「${item.name}」，事项记录如下：` },
    ...openPart(item, [field], { lead: null, bearing: [] }),
    { kind: 'note', text: sourceLine(item, version) },
    { kind: 'actions', actions: [choose(`全部内容：${item.name}`, code, 'overview')] },
  ]
}

/** The item that it is about, to be read; how it is done is no help to somebody who reports an offence. */
function itemBeside({ reason, code }: Ticket, base: KnowledgeBase): Block[] {
  if (code === null || isOfReport(reason)) return []
  const opened = reason === 'stuck_case' ? channelOf(base, code) : lookAt(base, code)
  return [{ kind: 'actions', actions: [opened] }]
}

const lookAt = (base: KnowledgeBase, code: ItemCode): Action =>
  choose(`先看看：${itemOf(base, code).name}`, code, 'overview')

/** Where it was applied for, its progress is shown as well. */
const channelOf = (base: KnowledgeBase, code: ItemCode): Action =>
  choose(`办理渠道：${itemOf(base, code).name}`, code, 'channel')

/** The handling limits in force, as the rule that they are. */
function limitLines(days: HandlingDays | null): Block[] {
  if (days === null) return []
  const lines = TICKET_KINDS.map((kind) => `${KIND_WORDS[kind]}：${days[kind]}个工作日`)
  const longer = `复杂的${days.complex}个工作日，需会商的${days.joint}个工作日`
  return [{ kind: 'field', label: '办理时限（自派单起）', lines: [...lines, longer] }]
}
