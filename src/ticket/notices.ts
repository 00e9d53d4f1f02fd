// Words a notice for whom it is for: the enterprise, or the centre's people.
import type { Action, Block, Message } from '../kernel/message.ts'
import { handlingLimitWords, stepLimitWords } from './dates.ts'
import { FOLLOW_WARNING } from './desk-acts.ts'
import type { Audience, Notice, NoticeKind } from './notice.ts'
import {
  compose,
  handlerActions,
  type NoticeOf,
  type NoticeWords,
  requesterActions,
  type SayTable,
  type Wording,
} from './notices-parts.ts'
import { SAY_TO_REQUESTER } from './notices-requester.ts'
import { withoutWords } from './notices-sealed.ts'
import { SAY_TO_STAFF } from './notices-staff.ts'
import { SEALED_TITLE } from './sealed.ts'
import type { Ticket } from './ticket.ts'
import { KIND_WORDS, STATE_WORDS, URGENCY_WORDS } from './words.ts'

/** @throws when a notice is for an audience that it has no words for: a fault of `telling.ts` */
export function wordNotice(notice: Notice, ticket: Ticket, wording: Wording): Message {
  if (notice.to === 'requester') {
    const said = say(SAY_TO_REQUESTER, notice, ticket, wording)
    return compose(
      `诉求工单 ${ticket.number} · ${said.heading}`,
      said,
      limitBlocks(said, ticket, wording),
      requesterActions(ticket),
    )
  }
  const hidden = ticket.sealed && !isHandler(notice.to, ticket)
  const said = say(SAY_TO_STAFF, hidden ? withoutWords(notice) : notice, ticket, wording)
  const urgent = ticket.urgency === 'normal' ? '' : `【${URGENCY_WORDS[ticket.urgency]}】`
  return compose(
    `${urgent}${said.heading} · ${ticket.number}`,
    said,
    [...factsForStaff(ticket, wording), ...limitBlocks(said, ticket, wording)],
    actionsFor(notice, ticket),
  )
}

function say(table: SayTable, notice: Notice, ticket: Ticket, wording: Wording): NoticeWords {
  // The table pairs each kind with its own notice, which the compiler cannot follow through the key.
  const line = table[notice.kind] as
    | ((notice: NoticeOf<NoticeKind>, ticket: Ticket, wording: Wording) => NoticeWords)
    | null
  if (line === null) throw new Error(`no words for ${notice.kind} to ${JSON.stringify(notice.to)}`)
  return line(notice, ticket, wording)
}

function limitBlocks(
  said: NoticeWords,
  ticket: Ticket,
  { calendar, now }: Wording,
): readonly Block[] {
  const lines = said.limit === true ? handlingLimitWords(ticket, calendar, now) : []
  return lines.length > 0 ? [{ kind: 'field', label: '办理期限', lines }] : []
}

function factsForStaff(ticket: Ticket, wording: Wording): readonly Block[] {
  const { calendar, now } = wording
  const enterprise = ticket.sealed ? '（举报件，身份保密）' : (ticket.enterpriseName ?? '未填写')
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['诉求', [ticket.sealed ? SEALED_TITLE : ticket.title]],
    ['企业', [ticket.anonymous ? '匿名' : enterprise]],
    [
      '类别',
      [
        `${KIND_WORDS[ticket.kind]} · ${URGENCY_WORDS[ticket.urgency]} · ${wording.districtName(ticket.district)}`,
      ],
    ],
    ['产业服务驿站', ticket.station === null ? [] : [ticket.station]],
    ['状态', [STATE_WORDS[ticket.state]]],
    ['签收期限', stepLimitWords(ticket, 'sign_for', calendar, now)],
    ['办理期限', stepLimitWords(ticket, 'handling', calendar, now)],
  ]
  return rows.flatMap(([label, lines]) =>
    lines.length > 0 ? [{ kind: 'field', label, lines }] : [],
  )
}

function isHandler(to: Audience, ticket: Ticket): boolean {
  if (to === 'handler') return true
  return typeof to === 'object' && to.staffId === ticket.ownerId
}

function actionsFor(
  notice: Notice & Readonly<{ to: Audience }>,
  ticket: Ticket,
): readonly Action[] {
  if (isHandler(notice.to, ticket)) return handlerActions(ticket)
  return notice.kind === 'wave_found'
    ? [joinAction(notice), ...openAction(ticket)]
    : openAction(ticket)
}

/** An action carries flat values only, so the numbers travel as one text. */
const joinAction = ({ leadNumber, numbers }: NoticeOf<'wave_found'>): Action => ({
  label: '全部加入牵头件',
  value: { a: 'join_wave', lead: leadNumber, numbers: numbers.join(' ') },
  style: 'primary',
  confirm: FOLLOW_WARNING,
})

/** The one who reads is not the handler: only the way to the ticket itself. */
function openAction(ticket: Ticket) {
  return [{ label: '查看工单', value: { a: 'ticket', act: 'open', number: ticket.number } }]
}
