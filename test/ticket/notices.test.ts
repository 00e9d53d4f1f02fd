import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Message } from '../../src/kernel/message.ts'
import type { Command } from '../../src/ticket/command.ts'
import type { Notice } from '../../src/ticket/notice.ts'
import { wordNotice } from '../../src/ticket/notices.ts'
import { refusalText } from '../../src/ticket/refusals.ts'
import { REFUSAL_CODES } from '../../src/ticket/rules-parts.ts'
import { type Actor, TICKET_STATES, type Ticket } from '../../src/ticket/ticket.ts'
import { act } from '../../src/ticket/transitions.ts'
import { STATE_WORDS } from '../../src/ticket/words.ts'
import { aCalendar } from '../builders/calendar.ts'
import { A_COMMAND } from '../builders/commands.ts'
import { play, steps } from '../builders/play.ts'
import {
  aDispatchedTicket,
  aResolvedTicket,
  aTicket,
  aTicketInProgress,
  instant,
  staffId,
  theHandler,
  theRequester,
} from '../builders/ticket.ts'

const wording = (now: string) => ({
  calendar: aCalendar(),
  now,
  staffName: () => '李示例',
  districtName: () => '定海区',
  hotlineAlwaysOpen: () => '12345（便民热线）：7×24 小时',
})

const worded = (notice: Notice, ticket: Ticket, now = '2026-11-26 10:00') =>
  wordNotice(notice, ticket, wording(instant(now)))

function textOf(message: Message): string {
  const lines = (block: Block): string[] => {
    switch (block.kind) {
      case 'text':
      case 'note':
        return [block.text]
      case 'field':
        return [block.label, ...block.lines]
      case 'list':
        return [...block.items]
      case 'fold':
        return block.blocks.flatMap(lines)
      default:
        return []
    }
  }
  return [message.title, message.summary, ...message.blocks.flatMap(lines)].join('\n')
}

const acts = (message: Message) =>
  message.blocks.flatMap((block) =>
    block.kind === 'actions' ? block.actions.map((action) => action.value['act']) : [],
  )

describe('to the enterprise', () => {
  test('a registration promises no date and no dispatch', () => {
    const text = textOf(worded({ to: 'requester', kind: 'registered' }, aTicket()))
    expect(text).toContain('您的诉求已登记，编号 ZSQS-20261125-0001')
    expect(text).not.toMatch(/月\d+日|已派/u)
  })

  test('the station of its industry is named to the enterprise and to staff, where there is one', () => {
    const named = aTicket({ station: '远洋渔业产业服务驿站' })
    const dispatched = { kind: 'dispatched', explanation: [] } as const
    expect(textOf(worded({ to: 'requester', kind: 'registered' }, named))).toContain(
      '远洋渔业产业服务驿站可提供线下咨询和帮办，地址以中心公布为准',
    )
    expect(textOf(worded({ to: 'handler', ...dispatched }, named))).toContain('远洋渔业')
    expect(textOf(worded({ to: 'requester', kind: 'registered' }, aTicket()))).not.toContain('驿站')
  })

  test('out of hours it says when work begins', () => {
    const notice = { to: 'requester', kind: 'registered' } as const
    expect(textOf(worded(notice, aTicket(), '2026-11-27 20:00'))).toContain(
      '现为非工作时间，将于11月30日 08:30起处理。',
    )
    expect(textOf(worded(notice, aTicket(), '2026-12-31 20:00'))).toContain('将于下一工作日起处理')
  })

  test('an urgent one out of hours names what helps now, and no other does', () => {
    const notice = { to: 'requester', kind: 'registered' } as const
    const said = (urgency: Ticket['urgency'], now: string) =>
      textOf(worded(notice, aTicket({ urgency }), now))
    expect(said('urgent', '2026-11-27 20:00')).toContain('12345（便民热线）：7×24 小时')
    expect(said('urgent', '2026-11-27 10:00')).not.toContain('12345')
    expect(said('normal', '2026-11-27 20:00')).not.toContain('12345')
  })

  test('a dispatch names the department, and still no date', () => {
    const text = textOf(
      worded({ to: 'requester', kind: 'dispatched', explanation: [] }, aDispatchedTicket()),
    )
    expect(text).toContain('已派给舟山市住房和城乡建设局的服务专员，待签收后告知您办理期限')
    expect(text).not.toMatch(/月\d+日/u)
  })

  test('what was passed on names who has it now, and that the time runs on', () => {
    const told = (ticket: Ticket) => textOf(worded({ to: 'requester', kind: 'handed_on' }, ticket))
    expect(told(aDispatchedTicket())).toMatch(
      /现由舟山市住房和城乡建设局的服务专员承办，待签收后继续办理[\s\S]*不因转办而延长/,
    )
    expect(told(aResolvedTicket())).not.toMatch(/待签收|延长/)
  })

  test('once signed for, the date stands there with its arithmetic', () => {
    const ticket = aTicketInProgress({ state: 'accepted' })
    const text = textOf(worded({ to: 'requester', kind: 'accepted' }, ticket))
    expect(text).toContain('12月2日 17:30前答复')
    expect(text).toContain('自11月25日派单起5个工作日：11月26日')
  })

  test('an extension tells the reason and the new date', () => {
    const ticket = aTicketInProgress({ extensionDays: 5 })
    const notice = {
      to: 'requester',
      kind: 'extension_approved',
      days: 5,
      reason: '需现场踏勘',
    } as const
    const text = textOf(worded(notice, ticket))
    expect(text).toContain('需现场踏勘')
    expect(text).toContain('12月9日 17:30前答复')
  })

  test('a resolution asks for confirmation, with the way to say no', () => {
    const ticket = aResolvedTicket()
    const message = worded(
      { to: 'requester', kind: 'resolved', resolution: ticket.resolution! },
      ticket,
    )
    expect(acts(message)).toEqual(['confirm', 'dissatisfied', 'rate'])
    expect(textOf(message)).toContain('已核发施工许可证。')
  })

  test('a correction is called one, says why, and is confirmed by a button of its own', () => {
    const { resolution, reason } = A_COMMAND.correct
    const at = instant('2026-11-27 09:00')
    const ticket = aResolvedTicket({
      resolution,
      correction: { at, reason, instead: A_COMMAND.resolve.resolution },
    })
    const message = worded({ kind: 'corrected', resolution, reason, to: 'requester' }, ticket)
    expect(message.title).toContain('答复更正')
    expect(textOf(message)).toMatch(/更正说明\n此前答复引用的规定已修订[\s\S]*依法不能办理/)
    const [actions] = message.blocks.flatMap((one) => (one.kind === 'actions' ? [one.actions] : []))
    expect(actions?.[0]?.value).toMatchObject({ act: 'confirm', corrected: at })
  })

  test('closing by silence is called that', () => {
    const ticket = aResolvedTicket({ state: 'confirmed', confirmedBy: 'timeout' })
    expect(textOf(worded({ to: 'requester', kind: 'confirmed', by: 'timeout' }, ticket))).toContain(
      '未经企业答复',
    )
  })

  test('declining names the lawful way and its time limits', () => {
    const notice = {
      to: 'requester',
      kind: 'declined',
      reason: 'legal_procedure',
      basis: '已作出行政处罚决定',
      lawfulChannel: '向市人民政府申请行政复议',
    } as const
    const text = textOf(worded(notice, aTicket({ state: 'declined' })))
    expect(text).toContain('向市人民政府申请行政复议')
    expect(text).toContain('法定期限')
  })
})

/** What everybody but the requester reads of an act on this ticket. */
function toldToStaff(ticket: Ticket, command: Command, actor: Actor): readonly string[] {
  const now = instant('2026-11-25 14:00')
  const outcome = act(ticket, command, { actor, now, calendar: aCalendar() })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.notices
    .filter((notice) => notice.to !== 'requester')
    .map((notice) => textOf(wordNotice(notice, outcome.ticket, wording(now))))
}

describe('of a sealed report', () => {
  const WORDS = '某示例公司夜间偷排'
  const report = {
    kind: 'report',
    sealed: true,
    external: { system: '12345', number: 'X' },
  } as const
  const platform: Actor = { kind: 'exchange', system: '12345', keeps: aTicket().id }
  const poor = { ...A_COMMAND.rate, level: 1, solved: 'no', comment: WORDS } as const
  const resolvedAgain = aResolvedTicket({ ...report, reopenings: 1 })
  const dissatisfied = { ...A_COMMAND.dissatisfied, reason: WORDS }

  test.each<readonly [string, Ticket, Command, Actor]>([
    ['a supplement', aTicket(report), { ...A_COMMAND.supplement, text: WORDS }, theRequester],
    ['an urge', aTicket(report), { ...A_COMMAND.urge, text: WORDS }, theRequester],
    ['a dissatisfaction', aResolvedTicket(report), dissatisfied, theRequester],
    ['an objection', resolvedAgain, dissatisfied, theRequester],
    ['a poor rating', aResolvedTicket(report), poor, theRequester],
    ['a return', aDispatchedTicket(report), { ...A_COMMAND.return, basis: WORDS }, theHandler],
    [
      'a disputed return',
      aDispatchedTicket({ ...report, returns: 1 }),
      { ...A_COMMAND.return, basis: WORDS },
      theHandler,
    ],
    [
      'a transfer, which the triage chat reads too',
      aTicketInProgress(report),
      { ...A_COMMAND.transfer, reason: WORDS },
      theHandler,
    ],
    [
      'an extension asked for',
      aTicketInProgress(report),
      { ...A_COMMAND.ask_extension, reason: WORDS },
      theHandler,
    ],
    [
      'what another platform did',
      aTicket(report),
      { ...A_COMMAND.hear_external, text: WORDS },
      platform,
    ],
  ])('%s is told to others without its words', (_what, ticket, command, actor) => {
    const told = toldToStaff(ticket, command, actor).join('\n')
    expect(told).toContain(ticket.number)
    expect(told).not.toContain(WORDS)
    const open = toldToStaff({ ...ticket, kind: 'help', sealed: false }, command, actor)
    expect(open.join('\n')).toContain(WORDS)
  })

  test('its handler reads what the reporter adds', () => {
    const added = { ...A_COMMAND.supplement, text: WORDS }
    const told = toldToStaff(aTicketInProgress(report), added, theRequester)
    expect(told.join('\n')).toContain(WORDS)
  })

  test('others still read what they need to send it on', () => {
    const text = toldToStaff(aDispatchedTicket(report), A_COMMAND.return, theHandler).join('\n')
    expect(text).toContain('不属于本单位职责')
    expect(text).toContain('舟山市自然资源和规划局')
  })
})

describe('to staff', () => {
  test('the handler gets the buttons of the state, others only the way in', () => {
    const notice = { kind: 'dispatched', explanation: ['属地：定海区'] } as const
    expect(acts(worded({ ...notice, to: 'handler' }, aDispatchedTicket()))).toEqual([
      'accept',
      'return',
    ])
    const returned = {
      to: 'dispatchers',
      kind: 'returned',
      reason: 'not_our_duty',
      basis: '三定规定',
      proposedOwner: null,
    } as const
    expect(acts(worded(returned, aTicket({ state: 'returned' })))).toEqual(['open'])
  })

  test('a result that is out can be corrected from its card, under review where that is asked', () => {
    const ask = { kind: 'reminder', timer: 'delivery', due: '', stage: 2, to: 'handler' } as const
    expect(acts(worded(ask, aResolvedTicket()))).toContain('correct')
    const reviewed = aResolvedTicket({ reviewRequired: true })
    expect(acts(worded(ask, reviewed))).toContain('submit_correction')
  })

  test('where answers are reviewed, the button submits', () => {
    const ticket = aTicketInProgress({ reviewRequired: true })
    const message = worded({ to: 'handler', kind: 'sent_back', reason: '补充依据' }, ticket)
    expect(acts(message)).toContain('submit_review')
    expect(acts(message)).not.toContain('resolve')
  })

  test('a sealed report does not name the enterprise', () => {
    const ticket = aDispatchedTicket({ sealed: true, kind: 'report' })
    const text = textOf(worded({ to: 'handler', kind: 'dispatched', explanation: [] }, ticket))
    expect(text).not.toContain('示例贸易')
    expect(text).toContain('身份保密')
  })

  test('of an anonymous ticket nobody is said to have been silent', () => {
    const confirmed = { state: 'confirmed', confirmedBy: 'timeout' } as const
    const notice = { to: 'handler', kind: 'confirmed', by: 'timeout' } as const
    const known = textOf(worded(notice, aResolvedTicket(confirmed)))
    expect(known).toContain('企业逾期未答复')
    const nameless = aResolvedTicket({ ...confirmed, anonymous: true, source: 'hotline' })
    expect(textOf(worded(notice, nameless))).toContain('匿名件无法告知和回访')
    expect(textOf(worded(notice, nameless))).not.toContain('未答复')
  })

  test('urgency stands in front', () => {
    const ticket = aDispatchedTicket({ urgency: 'urgent_now' })
    expect(worded({ to: 'handler', kind: 'dispatched', explanation: [] }, ticket).title).toMatch(
      /^【特急】/u,
    )
  })
})

const FORBIDDEN = /不归我们管|不知道|肯定没问题|大概|应该可以|找关系|undefined|null|NaN|\[object/u

test('whatever happens, every notice has words that may be said', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      for (const { after, now, notices } of play(sequence).seen) {
        for (const notice of notices) {
          const message = wordNotice(notice, after, wording(now))
          const text = textOf(message)
          expect(text).not.toMatch(FORBIDDEN)
          expect(text).not.toMatch(/\b(dispatch|in_progress|staffId|help|normal)\b/u)
          expect(message.title.length).toBeLessThanOrEqual(80)
          expect(message.summary.length).toBeLessThanOrEqual(80)
          if (
            notice.to === 'requester' &&
            after.acceptedAt === null &&
            after.state !== 'resolved'
          ) {
            expect(text).not.toMatch(/月\d+日 \d\d:\d\d前答复/u)
          }
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('every refusal says what to do or how it stands', () => {
  for (const code of REFUSAL_CODES) {
    expect(refusalText(code)).toMatch(/[。]$/u)
    expect(refusalText(code)).not.toMatch(FORBIDDEN)
  }
  for (const state of TICKET_STATES) {
    const text = refusalText('wrong_state', aTicket({ state }))
    expect(text).toContain(STATE_WORDS[state])
    expect(text).toContain('ZSQS-20261125-0001')
  }
  const working = aTicketInProgress()
  const max = working.limits.extension.daysMax
  expect(refusalText('extension_days_invalid', working)).toContain(`1 至 ${max} 的整数`)
  const asked = { days: 3, reason: '现场核查', askedAt: instant('2026-11-26 09:00') }
  const extension = {
    ...asked,
    askedBy: staffId('s1'),
    decision: 'pending',
    decidedAt: null,
  } as const
  expect(refusalText('extension_days_invalid', aTicketInProgress({ extension }))).toContain(
    '1 至 3 的整数',
  )
  expect(refusalText('unknown')).toBe('未找到该工单，请核对编号。')
})
