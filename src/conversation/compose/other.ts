// Everything that is not an answer about an item. Each says why, and what can be done now.

import type { ItemCode } from '../../kernel/ids.ts'
import type { Action, Block, Message } from '../../kernel/message.ts'
import type { SmalltalkReason } from '../../knowledge/reply.ts'
import { TICKET_KINDS } from '../../ticket/kinds.ts'
import { urgencyOf } from '../../ticket/urgency.ts'
import { KIND_WORDS } from '../../ticket/words.ts'
import type { HandlingDays } from '../answer-ports.ts'
import type { Decision, TicketReason } from '../decision.ts'
import type { FormWords } from '../incoming/ticket-form.ts'
import { choose, myTickets, ownTicket, primary, ticketForm, toPerson } from './buttons.ts'
import { englishChat, englishRedirect, englishRefusal, englishTicket } from './english.ts'
import { openPart } from './open-part.ts'
import { sourceLine } from './source-line.ts'
import { callInstead, hotlineLine, hotlinesOf, itemOf, type ToCompose } from './to-compose.ts'
import { composeUncovered, matterOf } from './uncovered.ts'
import { whoElse } from './who-else.ts'

type Of<K extends Decision['kind']> = Extract<Decision, { kind: K }>

/** Reasons of people who would rather speak to somebody than write. */
const WOULD_CALL: ReadonlySet<TicketReason> = new Set<TicketReason>([
  'complaint',
  'person_wanted',
  'upset',
  'missed_twice',
  'other_office',
])
/** Reasons for which no item was found. */
const NOT_OURS: ReadonlySet<TicketReason> = new Set<TicketReason>([
  'not_covered',
  'below_threshold',
  'clarified_twice',
])
/** What is said to somebody who reports. */
const OF_REPORT: ReadonlySet<TicketReason> = new Set<TicketReason>(['tip_off', 'confidential'])
/** Beside these a request that was handed in before may be meant. */
const BESIDE_OWN: ReadonlySet<TicketReason> = new Set<TicketReason>(['how_soon', 'fill_in'])
/** Who takes what somebody wants to report. */
const TAKE_REPORTS = ['citizen', 'consumer', 'police'] as const

/**
 * The reply to the reason with the form to be opened. `code` is shown for reading where an item is
 * sure, but never to somebody who reports an offence.
 */
export function composeTicket(decision: Of<'ticket'>, input: ToCompose): Message {
  const { reason, code } = decision
  const { base, question, handlingDays } = input
  const matter = matterOf(base, decision.matter)
  if (matter !== null) return composeUncovered(matter, reason, input)
  // How an item is done is no help to somebody who reports an offence.
  const isShown = code !== null && !OF_REPORT.has(reason)
  const about: Block[] = isShown
    ? [
        {
          kind: 'actions',
          actions: [reason === 'stuck_case' ? channelOf(base, code) : lookAt(base, code)],
        },
      ]
    : []
  const urgent = OF_REPORT.has(reason) ? [] : urgentLines(base, question ?? null)
  const lawful: Block[] = channelsBeside(reason, base).map((text) => ({ kind: 'note', text }))
  return {
    title: '为您登记诉求',
    tone: 'info',
    summary: base.replies.ticket[reason].slice(0, 80),
    blocks: [
      ...englishTicket(question, reason),
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
      ...(decision.besides ? recordOf(decision.besides, input) : about),
      ...urgent,
      ...lawful,
      ...(NOT_OURS.has(reason) ? whoElse(base, question) : []),
    ],
  }
}

/** Whom to call now where a matter cannot wait for office hours. */
function urgentLines(base: ToCompose['base'], question: string | null): Block[] {
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
  { code, field }: NonNullable<Of<'ticket'>['besides']>,
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

const lookAt = (base: ToCompose['base'], code: ItemCode): Action =>
  choose(`先看看：${itemOf(base, code).name}`, code, 'overview')

/** Where it was applied for, its progress is shown as well. */
const channelOf = (base: ToCompose['base'], code: ItemCode): Action =>
  choose(`办理渠道：${itemOf(base, code).name}`, code, 'channel')

/** The handling limits in force, as the rule that they are. */
function limitLines(days: HandlingDays | null): Block[] {
  if (days === null) return []
  const lines = TICKET_KINDS.map((kind) => `${KIND_WORDS[kind]}：${days[kind]}个工作日`)
  const longer = `复杂的${days.complex}个工作日，需会商的${days.joint}个工作日`
  return [{ kind: 'field', label: '办理时限（自派单起）', lines: [...lines, longer] }]
}

/** Where else a grievance can be taken, in lines. */
const channelsBeside = (reason: TicketReason, base: ToCompose['base']): readonly string[] =>
  OF_REPORT.has(reason) || WOULD_CALL.has(reason) ? channelsFor(reason, base) : []

function channelsFor(reason: TicketReason, base: ToCompose['base']): readonly string[] {
  if (OF_REPORT.has(reason)) return hotlinesOf(base, TAKE_REPORTS).map(hotlineLine)
  const call = callInstead(base)
  return call === null ? [] : [call]
}

/** What stands above the form: the same words as without one, and whom to call instead of filling it in. */
export const formWords = (reason: TicketReason, base: ToCompose['base']): FormWords => ({
  reply: base.replies.ticket[reason],
  channels: channelsFor(reason, base),
})

const IF_OF_BUSINESS: Block = {
  kind: 'note',
  text: '如与企业经营有关，请补充说明企业情况，我会继续为您查找。',
}

/** Whom to turn to instead; a key that names no hotline of this base is left out. */
export function composeRedirect(decision: Of<'redirect'>, { base, question }: ToCompose): Message {
  return {
    title: '建议咨询渠道',
    tone: 'plain',
    summary: base.replies.redirect[decision.reason].slice(0, 80),
    blocks: [
      ...englishRedirect(question, decision.reason),
      { kind: 'text', text: base.replies.redirect[decision.reason] },
      {
        kind: 'list',
        ordered: false,
        items: hotlinesOf(base, decision.hotlines).map(hotlineLine),
      },
      ...(decision.reason === 'office_phone'
        ? [{ kind: 'actions' as const, actions: [toPerson()] }]
        : [
            {
              kind: 'actions' as const,
              actions: [ticketForm('提交诉求', 'not_covered'), toPerson()],
            },
            IF_OF_BUSINESS,
          ]),
    ],
  }
}

/** Refuses, with the way to the lawful conditions of the item where one is sure. */
export function composeRefuse(
  { reason, code }: Of<'refuse'>,
  { base, question }: ToCompose,
): Message {
  const lawful: readonly Action[] =
    code === null ? [] : [choose(`办理条件：${itemOf(base, code).name}`, code, 'conditions')]
  return {
    title: '',
    tone: 'warning',
    summary: base.replies.refuse[reason].slice(0, 80),
    blocks: [
      ...englishRefusal(question),
      { kind: 'text', text: base.replies.refuse[reason] },
      { kind: 'actions', actions: [...lawful, toPerson()] },
    ],
  }
}

const SUGGESTIONS_MAX = 3
/** Nobody is invited to ask on who has just ended the talk. */
const ENDS_TALK: ReadonlySet<SmalltalkReason> = new Set<SmalltalkReason>([
  'thanks',
  'farewell',
  'taken_back',
])

export function composeSmalltalk(
  { reason }: Of<'smalltalk'>,
  { base, question }: ToCompose,
): Message {
  const asks = base.sections
    .flatMap((section) => section.typicalQuestions.slice(0, 1))
    .slice(0, SUGGESTIONS_MAX)
    .map((q): Action => ({ label: q, value: { a: 'ask', q } }))
  return {
    title: '',
    tone: 'plain',
    summary: base.replies.smalltalk[reason].slice(0, 80),
    blocks: [
      ...englishChat(question, reason),
      { kind: 'text', text: base.replies.smalltalk[reason] },
      { kind: 'actions', actions: ENDS_TALK.has(reason) ? [myTickets] : [...asks, toPerson()] },
    ],
  }
}

/** Only a stand-in where no tickets are at hand: the chat shows the tickets themselves. */
export function composeStatus({ ticketNumber }: Of<'status'>): Message {
  const which = ticketNumber === null ? '您的诉求' : `诉求 ${ticketNumber}`
  return {
    title: '我的诉求',
    tone: 'info',
    summary: `查看${which}`,
    blocks: [
      {
        kind: 'text',
        text: `${which}的办理情况可以在「我的诉求」查看。只能查看本人和本企业的诉求。`,
      },
      {
        kind: 'actions',
        actions: [ownTicket('我的诉求', 'list', ticketNumber ?? '')],
      },
    ],
  }
}
