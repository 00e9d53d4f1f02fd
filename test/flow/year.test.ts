// A year of more than two thousand tickets on a clock that the test moves: people who act, forget, are
// away and disagree, timers, waves, a platform that is connected in autumn and fails as platforms do,
// restarts with work in flight, and Lark's stand-in, which gets every message that is owed. Then it is
// all counted again by other means.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { deliverToPlatform, makeExchangeSend } from '../../src/compose/exchange/exchange.ts'
import { larkSend } from '../../src/compose/lark/pressable-cards.ts'
import { makeOutbox } from '../../src/compose/outbox.ts'
import { makeDeliver } from '../../src/compose/tickets/deliver.ts'
import { sha256, type TicketWorld, ticketDeps } from '../../src/compose/tickets/tickets.ts'
import { openWorkRules } from '../../src/compose/tickets/work-rules.ts'
import { loadKnowledgeFolder } from '../../src/files/knowledge-folder.ts'
import {
  asId,
  type ContactId,
  type ConversationId,
  type StaffId,
  type TicketId,
} from '../../src/kernel/ids.ts'
import { addWorkingMinutes, isWorkingInstant, localDate } from '../../src/kernel/working-time.ts'
import { createLarkApi } from '../../src/lark/outbound/client.ts'
import { createCoalescer, createPacer } from '../../src/lark/outbound/pacing.ts'
import { createSender } from '../../src/lark/outbound/send.ts'
import { makeConversationStore } from '../../src/postgres/conversations.ts'
import { endLeases } from '../../src/postgres/lease.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { claimOutbox, type OutboxRow } from '../../src/postgres/outbox.ts'
import { recordLeave, saveStaff } from '../../src/postgres/staff.ts'
import { readFigureRows } from '../../src/postgres/ticket-figures.ts'
import type { StaffMember } from '../../src/staff/staff.ts'
import type { Command } from '../../src/ticket/command.ts'
import { PLATFORM } from '../../src/ticket/exchange.ts'
import { figuresBy, figuresOf } from '../../src/ticket/figures.ts'
import { handOverAbsences } from '../../src/ticket/hand-over.ts'
import { openTicket } from '../../src/ticket/open.ts'
import { perform } from '../../src/ticket/perform.ts'
import type { TicketChange } from '../../src/ticket/ports.ts'
import { tick } from '../../src/ticket/tick.ts'
import type { Actor, Ticket } from '../../src/ticket/ticket.ts'
import { verifyTickets } from '../../src/ticket/verify.ts'
import type { Loop } from '../../src/worker/loop.ts'
import type { SendResult } from '../../src/worker/outbox.ts'
import { local, NOTICE_2026 } from '../builders/calendar.ts'
import { aMember, anOpening, HOUSING } from '../builders/world.ts'
import { openCopy, SERVER_URL } from '../database.ts'
import { type Counterpart, SECRET, startCounterpart } from '../exchange/counterpart.ts'
import { type FakeLark, startFakeLark } from '../fakes/lark/platform.ts'
import { addPerson, messagesIn, p2pChat } from '../fakes/lark/world.ts'
import { smallRoot } from './start.ts'

const TICKETS = 2_000
const FIRST = local('2026-01-05 08:30')
const LAST = local('2026-11-27 12:00')
const END = local('2026-12-25 17:00')
const CONNECTED_FROM = local('2026-10-12 08:30')
/** Timers rest in this week; when they start again they catch up once. */
const STOPPED = { from: '2026-04-13', to: '2026-04-19' }
const LEAVE = { from: '2026-06-01', to: '2026-06-12' }
const RESTARTS = ['2026-03-10', '2026-07-15', '2026-11-04']
const WAVES = ['2026-02-03', '2026-05-12', '2026-09-08']
const HOUR = 60
const DAY = 450

/** The same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const random = seeded(20_260_105)
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

type Who = 'owner' | 'dispatcher' | 'supervisor' | 'requester' | 'system'
type Act = readonly [who: Who, after: number, command: Command | ((ticket: Ticket) => Command)]

const staffIds = Array.from({ length: 10 }, () => randomUUID())
const specialists: StaffMember[] = staffIds.slice(0, 8).map((id, n) =>
  aMember(id, {
    name: `专员${n + 1}`,
    districts: n < 5 ? ['dinghai'] : ['city'],
    substituteId: asId<StaffId>(staffIds[(n + 1) % 8] as string),
  }),
)
const [dispatcherId, supervisorId] = staffIds.slice(8) as [string, string]
const centre: StaffMember[] = [
  aMember(dispatcherId, { roles: ['dispatcher'], districts: ['city'], sections: [] }),
  aMember(supervisorId, { roles: ['supervisor'], districts: ['city'], sections: [] }),
]

const ACCEPT: Act = ['owner', HOUR, { kind: 'accept' }]
const CONFIRM: Act = ['requester', DAY, { kind: 'confirm' }]
const READ: Act = ['system', 30, { kind: 'record_delivery', how: 'read' }]
const solve = (after: number): Act => [
  'owner',
  after,
  { kind: 'resolve', resolution: { outcome: 'solved', text: '已办结。', basis: null } },
]
const dispatchAnew: Act = [
  'dispatcher',
  HOUR,
  ({ ownerId, barredIds, section }) => {
    const fit = specialists.filter(
      // The first goes on leave in June.
      ({ id }, n) => n > 0 && id !== ownerId && !barredIds.includes(id),
    )
    const given = { department: HOUSING, section, reviewRequired: false } as const
    return { kind: 'dispatch', to: pick(fit).id, ...given, by: 'person', explanation: ['人工派单'] }
  },
]
const rate = (level: 2 | 4 | 5): Act => [
  'requester',
  10,
  { kind: 'rate', level, solved: level > 2 ? 'yes' : 'no', comment: null },
]

/** What becomes of a ticket, and how often. */
const COURSES: readonly (readonly [weight: number, acts: () => readonly Act[]])[] = [
  [44, () => [ACCEPT, solve(DAY + random() * 2 * DAY), CONFIRM]],
  [8, () => [ACCEPT, solve(2 * DAY), CONFIRM, rate(pick([2, 4, 5]))]],
  [14, () => [ACCEPT, solve(2 * DAY), READ]],
  [
    8,
    () => [
      ACCEPT,
      ['owner', HOUR, { kind: 'request_info', text: '请补充受理编号' }],
      ['requester', 2 * DAY, { kind: 'supplement', text: '受理编号 示例-001', attachments: [] }],
      solve(DAY),
      CONFIRM,
    ],
  ],
  [
    3,
    () => [
      ACCEPT,
      ['owner', HOUR, { kind: 'request_info', text: '请补充受理编号' }],
      ['owner', 12 * DAY, { kind: 'note', text: '企业未补充，按现有材料办理' }],
      solve(HOUR),
      CONFIRM,
    ],
  ],
  [
    7,
    () => [
      ACCEPT,
      solve(DAY),
      ['requester', HOUR, { kind: 'dissatisfied', reason: '问题还没有解决' }],
      dispatchAnew,
      ACCEPT,
      solve(DAY),
      CONFIRM,
    ],
  ],
  [
    6,
    () => [
      [
        'owner',
        HOUR,
        { kind: 'return', reason: 'duplicate', basis: '示例依据', proposedOwner: null },
      ],
      dispatchAnew,
      ACCEPT,
      solve(2 * DAY),
      CONFIRM,
    ],
  ],
  [
    4,
    () => [
      ACCEPT,
      ['owner', HOUR, { kind: 'ask_extension', days: 5, reason: '需要现场踏勘' }],
      ['supervisor', HOUR, { kind: 'approve_extension', days: 5 }],
      solve(7 * DAY),
      CONFIRM,
    ],
  ],
  [3, () => [ACCEPT, solve(8 * DAY), CONFIRM]],
  [2, () => [['requester', HOUR, { kind: 'withdraw', reason: '已自行办好' }]]],
  [1, () => []],
]

const TOPICS = [
  '冷库用电增容',
  '码头岸线使用',
  '外轮代理备案',
  '渔船检验预约',
  '油品仓储许可',
  '螺杆检测报告',
  '厂房消防验收',
  '排污许可变更',
  '招工难求对接',
  '人才公寓申请',
  '出口退税核查',
  '报关单证更正',
  '贷款展期协调',
  '担保费用补贴',
  '用海续期手续',
  '施工许可进度',
  '道路占用审批',
  '用水管网接入',
  '商标续展办理',
  '高企认定材料',
  '特种设备检验',
  '食品许可变更',
  '民宿消防整改',
  '危货运输资质',
  '船员证书换发',
  '宽带专线报装',
  '园区班车线路',
  '污水处理费用',
  '信用修复申请',
  '发票额度调整',
]

describe('a year of two thousand tickets', () => {
  let database: OpenDatabase
  let world: TicketWorld
  let fake: FakeLark
  let other: Counterpart
  let loops: readonly Loop[] = []
  let now = FIRST
  let connected = false
  /** The channel's clock, which runs on with every send. */
  let channelMs = 1_790_000_000_000
  const told: Readonly<{ at: Date; change: TicketChange }>[] = []
  const problems: unknown[] = []
  const queue: Readonly<{ at: Date; run: () => Promise<void> }>[] = []
  const opened: TicketId[] = []
  const waves: TicketId[][] = []
  const errors: string[] = []
  const log = {
    debug: () => {},
    info: () => {},
    warn: () => {},
    error: (fields: object, text: string) => void errors.push(`${text} ${JSON.stringify(fields)}`),
  }

  const at = (when: Date, run: () => Promise<void>) => {
    let low = 0
    let high = queue.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((queue[middle]?.at ?? 0) <= when) low = middle + 1
      else high = middle
    }
    queue.splice(low, 0, { at: when, run })
  }
  const later = (minutes: number): Date | null => {
    const reckoned = addWorkingMinutes(world.work.calendar(), now, Math.round(minutes))
    return reckoned.ok ? reckoned.at : null
  }
  const actorOf = (who: Who, ticket: Ticket): Actor => {
    if (who === 'system') return { kind: 'system' }
    if (who === 'requester') {
      return { kind: 'requester', contactId: ticket.contactId as ContactId, creditCodes: [] }
    }
    const wanted = { owner: ticket.ownerId, dispatcher: dispatcherId, supervisor: supervisorId }[
      who
    ]
    const member = [...specialists, ...centre].find((one) => one.id === wanted)
    if (!member) throw new Error(`nobody is ${who} of ${ticket.number}`)
    const { id, roles, departments, districts } = member
    return { kind: 'staff', id, roles, departments, districts }
  }

  function play(id: TicketId, [next, ...rest]: readonly Act[]): void {
    if (next === undefined) return
    const [who, after, command] = next
    const when = later(after)
    if (when === null || when > END) return
    at(when, async () => {
      const deps = ticketDeps(world, database.db)
      const ticket = (await deps.reads.byId(id))?.ticket as Ticket
      // A wave's lead may have answered it already, or time has run out on it.
      if (ticket.leadId !== null && ticket.resolvedAt !== null && who !== 'requester') {
        return play(id, rest)
      }
      if (who === 'owner' && ticket.ownerId === null) return
      const given = typeof command === 'function' ? command(ticket) : command
      const done = await perform(deps, id, given, actorOf(who, ticket))
      if (done.ok || ['already_delivered', 'wrong_state'].includes(done.code)) play(id, rest)
      else problems.push(`${ticket.number} ${ticket.state} ${given.kind} ${done.code}`)
    })
  }

  /** Who writes in Lark, and who calls or comes by: the latter are told by people, not by us. */
  const writers: Readonly<{ id: ContactId; conversationId: ConversationId }>[] = []
  let caller: ContactId
  async function opens(n: number, topic: string, enterprise: string): Promise<TicketId> {
    const writer = n % 5 === 0 ? (writers[(n / 5) % writers.length] ?? null) : null
    const result = await openTicket(
      ticketDeps(world, database.db),
      anOpening({
        kind: pick(['help', 'help', 'complaint', 'suggestion'] as const),
        urgency: random() < 0.05 ? 'urgent' : 'normal',
        source: writer ? 'lark' : pick(['hotline', 'window', 'visit'] as const),
        title: topic,
        description: `${topic}（${n}）`,
        item: null,
        enterpriseName: enterprise,
        contactId: writer?.id ?? caller,
        conversationId: writer?.conversationId ?? null,
      }),
      { kind: 'system' },
    )
    if (result.kind !== 'opened') throw new Error(JSON.stringify(result.problems))
    opened.push(result.ticket.id)
    return result.ticket.id
  }

  const courseOf = () => {
    let left = random() * 100
    for (const [weight, acts] of COURSES) {
      left -= weight
      if (left < 0) return acts()
    }
    throw new Error('weights do not add up to 100')
  }

  /** Six enterprises, one problem, within two hours; the dispatcher gathers them behind the first. */
  async function wave(n: number): Promise<void> {
    const ids: TicketId[] = []
    for (let k = 0; k < 6; k++)
      ids.push(await opens(10_000 + n * 10 + k, '台风停航滞留货物', `示例滞港${k}有限公司`))
    waves.push(ids)
    const [lead, ...others] = ids as [TicketId, ...TicketId[]]
    const deps = ticketDeps(world, database.db)
    const leadTicket = (await deps.reads.byId(lead))?.ticket as Ticket
    for (const id of others) {
      const follow = { kind: 'follow', leadId: lead, leadNumber: leadTicket.number } as const
      const done = await perform(deps, id, follow, actorOf('dispatcher', leadTicket))
      if (!done.ok) problems.push(`follow ${done.code}`)
    }
    play(lead, [ACCEPT, solve(DAY), CONFIRM])
    for (const id of others) play(id, [['requester', 3 * DAY, { kind: 'confirm' }]])
  }

  /** Everything of a process anew on the same store; what it had in hand is taken up again. */
  function start(): void {
    const { app } = fake.world
    const pacing = {
      nowMs: () => channelMs,
      sleep: async (ms: number) => {
        channelMs += ms
      },
    }
    const settings = { appId: app.id, appSecret: app.secret, domain: fake.url }
    const api = createLarkApi(settings, { ...pacing, log: () => {}, random: Math.random })
    const sender = createSender({
      api,
      pacer: createPacer(pacing),
      coalescer: createCoalescer(pacing),
      switches: { submitNeedsBehaviors: false },
    })
    send = larkSend(database.db, {
      send: async (row) => {
        channelMs += 350
        const sent = await sender.sendMessage(row.address, row.message, row.id)
        return sent.kind === 'sent'
          ? { kind: 'sent', ref: sent.messageId }
          : { kind: 'undeliverable', reason: JSON.stringify(sent) }
      },
      updateCard: async (ref, row) => {
        channelMs += 350
        const updated = await sender.updateCard(ref, row.message)
        if (!['updated', 'superseded'].includes(updated.kind)) problems.push(updated)
        return { kind: 'sent', ref: null }
      },
    })
    const { db } = database
    const tell = makeExchangeSend({ url: other.url, secret: SECRET }, { db, world })
    loops = [
      makeOutbox({ db, channel: 'lark', log, send }),
      makeOutbox({ db, channel: 'exchange', log, send: tell }),
    ]
  }
  let send: (row: OutboxRow) => Promise<SendResult>

  /** Sends what is owed; the pauses between tries are cut short. */
  async function drain(): Promise<void> {
    for (let round = 0; round < 12; round++) {
      for (const loop of loops) await loop.processAll()
      const left = await sql`
        update outbox_entry set run_at = now()
        where done_at is null and dead_at is null returning 1`.execute(database.db)
      if (left.rows.length === 0) return
    }
    throw new Error('something is owed that does not go out')
  }

  /** Stops with messages sent whose sending was not noted, and begins again. */
  async function crash(): Promise<void> {
    for (const row of await claimOutbox(database.db, 'lark', 5)) {
      if (row.updates_id === null) await send(row)
    }
    await endLeases(database.db)
    start()
  }

  const jobDeps = () => ({
    ...ticketDeps(world, database.db),
    failed: (_id: TicketId, cause: unknown) => void problems.push(cause),
  })

  async function morning(date: string): Promise<void> {
    if (date >= LEAVE.from && date <= LEAVE.to) {
      await handOverAbsences(jobDeps())
    }
    if (RESTARTS.includes(date)) await crash()
    const n = WAVES.indexOf(date)
    if (n >= 0) await wave(n)
  }

  const timers = async () => {
    const today = localDate(now)
    if (today >= STOPPED.from && today <= STOPPED.to) return
    while ((await tick(jobDeps())).more);
  }

  beforeAll(async () => {
    // The server is several times as quick; every statement is tried on both elsewhere.
    database = await openCopy(SERVER_URL ? 'postgres' : 'embedded', inject('migrated'))
    other = await startCounterpart()
    fake = await startFakeLark({
      clock: { nowMs: () => channelMs, after: () => {}, stop: () => {} },
    })
    const dir = `${smallRoot()}/knowledge`
    const loaded = await loadKnowledgeFolder(dir)
    if (loaded.kind !== 'ok') throw new Error('the small knowledge folder is not valid')
    const toPeople = makeDeliver({ lark: { triageChatId: null }, now: () => now, log })
    world = {
      base: () => loaded.base,
      work: await openWorkRules(database.db, dir),
      deliver: async (tx, change) => {
        told.push({ at: now, change })
        await toPeople(tx, change)
        if (connected) await deliverToPlatform(tx, change)
      },
      now: () => now,
      reviewedSections: () => new Set(),
    }
    for (const one of [...specialists, ...centre]) {
      await saveStaff(database.db, { ...one, substituteId: null })
    }
    for (const one of specialists) await saveStaff(database.db, one)
    const away = { staffId: asId<StaffId>(staffIds[0] as string), ...LEAVE, substituteId: null }
    await recordLeave(database.db, away, 'staff:test')
    for (let n = 0; n < 40; n++) {
      const person = addPerson(fake.world, `示例联系人${n}`)
      const chat = p2pChat(fake.world, person.openId)
      const conversation = await makeConversationStore(database.db).open({
        channel: 'lark',
        eventId: randomUUID(),
        messageId: null,
        conversationKey: `lark:${chat.id}`,
        senderId: person.openId,
        senderName: person.name,
        replyAddress: { channel: 'lark', to: chat.id, toKind: 'chat', replyTo: null },
        occurredAt: FIRST.toISOString(),
        content: { kind: 'entered' },
      })
      writers.push({ id: conversation.contact.id, conversationId: conversation.id })
    }
    const { rows } = await sql<{ id: string }>`
      insert into contact (channel, external_id, name) values ('web', 'caller', '来电人')
      returning id`.execute(database.db)
    caller = asId<ContactId>(rows[0]?.id ?? '')
    start()

    const span = LAST.getTime() - FIRST.getTime()
    for (let n = 0; n < TICKETS; n++) {
      // Evenly over the year, at any hour.
      at(new Date(FIRST.getTime() + (span * (n + random())) / TICKETS), async () => {
        play(
          await opens(n, TOPICS[n % TOPICS.length] as string, `示例${n % 300}有限公司`),
          courseOf(),
        )
      })
    }
    for (let day = FIRST.getTime(); day < END.getTime(); day += 86_400_000) {
      const date = localDate(new Date(day))
      at(local(`${date} 09:00`), () => morning(date))
      for (const hour of ['09:30', '12:00', '17:25']) at(local(`${date} ${hour}`), timers)
      if (new Date(day).getUTCDay() === 4) at(local(`${date} 18:00`), drain)
    }
    at(CONNECTED_FROM, async () => {
      connected = true
    })
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
      if (step.at > now) now = step.at
      if (connected && random() < 0.02) {
        other.failNext(pick(['error', 'timeout', 'lost_answer', 'garbage', 'busy'] as const))
      }
      await step.run()
    }
    await drain()
  }, 1_800_000)

  afterAll(async () => {
    await database.close()
    await fake.close()
    await other.close()
  })

  const all = async () =>
    (
      await sql<{ ticket: Ticket }>`select ticket from ticket order by number`.execute(database.db)
    ).rows.map((row) => row.ticket)
  const acts = (kind: string) => told.filter(({ change }) => change.activity.act.kind === kind)

  test('happened, with everything that was meant to happen, and nothing failed', () => {
    expect(problems).toEqual([])
    expect(errors.filter((line) => !line.includes('message not sent'))).toEqual([])
    expect(opened.length).toBe(TICKETS + WAVES.length * 6)
    for (const kind of [
      'dispatch',
      'accept',
      'return',
      'transfer',
      'request_info',
      'supplement',
      'resume',
      'ask_extension',
      'approve_extension',
      'resolve',
      'resolve_with_lead',
      'dissatisfied',
      'record_delivery',
      'confirm',
      'auto_confirm',
      'rate',
      'withdraw',
      'remind',
      'supervise',
      'follow',
      'close',
      'link_external',
    ]) {
      expect(acts(kind).length, kind).toBeGreaterThan(2)
    }
  })

  test('every ledger holds and replays to what is stored, and no number is given twice', async () => {
    const { reads } = ticketDeps(world, database.db)
    const verified = await verifyTickets({ reads, hash: sha256 })
    expect(verified).toMatchObject({ tickets: opened.length, deleted: 0, faults: [] })
    expect(verified.entries).toBe(told.length)
    expect(new Set((await all()).map((one) => one.number)).size).toBe(opened.length)
  })

  test('limits are what the calendar says when the days are counted one by one', () => {
    let judged = 0
    for (const { at: when, change } of acts('resolve')) {
      const { ticket, activity } = change
      const plain = ticket.extensionDays === 0 && ticket.pauses.length === 0 && !ticket.halved
      if (!plain || ticket.clockFrom === null) continue
      const { complex, joint, ...days } = ticket.limits.handling
      expect([complex, joint].every((one) => one > 5)).toBe(true)
      const due = countedOn(ticket.clockFrom, days[ticket.kind])
      expect(activity.timely, ticket.number).toBe(localDate(when) <= due)
      judged++
    }
    expect(judged).toBeGreaterThan(1_000)
  })

  test('a pause, an extension and a second handling move the limit as they should', async () => {
    const tickets = await all()
    expect(tickets.filter((one) => one.extensionDays === 5).length).toBeGreaterThan(20)
    expect(tickets.filter((one) => one.reopenings === 1 && one.halved).length).toBeGreaterThan(50)
    for (const { change } of acts('resume')) {
      expect(change.ticket.pauses.every((pause) => pause.to !== null)).toBe(true)
    }
    for (const { change } of acts('dissatisfied')) {
      expect(change.ticket).toMatchObject({ state: 'reopened', ownerId: null })
    }
  })

  test('timers speak only in working hours, each alarm once, and pass nothing over', async () => {
    const calendar = world.work.calendar()
    const byTimer = told.filter(
      ({ change: { activity } }) =>
        activity.actor.kind === 'system' &&
        ['remind', 'supervise', 'auto_confirm', 'close', 'resume'].includes(activity.act.kind),
    )
    expect(byTimer.length).toBeGreaterThan(1_000)
    const alarms = byTimer.flatMap(({ at: when, change: { activity } }) => {
      // An alarm at the very end of a period may still go out.
      const grace = new Date(when.getTime() - 30 * 60_000)
      expect(isWorkingInstant(calendar, when) || isWorkingInstant(calendar, grace)).toBe(true)
      return 'timer' in activity.act
        ? [`${activity.ticketId} ${activity.act.timer} ${activity.act.due} ${activity.act.stage}`]
        : []
    })
    expect(new Set(alarms).size).toBe(alarms.length)
    const { rows } = await sql<{ number: string }>`
      select number from ticket where ended_at is null
        and next_due_at < ${new Date(now.getTime() - 3 * 86_400_000)}`.execute(database.db)
    expect(rows).toEqual([])
  })

  test('while timers rested nothing was told twice when they came back', () => {
    const date = (one: (typeof told)[number]) => localDate(one.at)
    const resting = acts('remind').filter(
      (one) => date(one) >= STOPPED.from && date(one) <= STOPPED.to,
    )
    expect(resting).toEqual([])
    expect(acts('remind').filter((one) => date(one) === '2026-04-20').length).toBeGreaterThan(0)
  })

  test('nothing is left in the hands of who is away', () => {
    const given = told.filter(
      ({ at: when, change }) =>
        localDate(when) >= LEAVE.from &&
        localDate(when) <= LEAVE.to &&
        when > local(`${LEAVE.from} 09:00`) &&
        change.ticket.endedAt === null &&
        change.ticket.resolvedAt === null &&
        change.ticket.ownerId === staffIds[0],
    )
    expect(given.map(({ change }) => change.ticket.number)).toEqual([])
  })

  test('a wave is told once, and one answer reaches all of it', async () => {
    const found = told.flatMap(({ change }) =>
      change.deliveries.filter(
        ({ notice }) => notice.kind === 'wave_found' && notice.to === 'dispatchers',
      ),
    )
    expect(found).toHaveLength(WAVES.length)
    const tickets = new Map((await all()).map((one) => [one.id, one]))
    for (const ids of waves) {
      const texts = ids.map((id) => tickets.get(id)?.resolution?.text)
      expect(new Set(texts)).toEqual(new Set(['已办结。']))
    }
  })

  test('every message that was owed in Lark is there once, through restarts', async () => {
    const { rows } = await sql<{ sent: number; dead: number; left: number }>`
      select count(*) filter (where done_at is not null and updates_id is null)::int as sent,
        count(*) filter (where dead_at is not null)::int as dead,
        count(*) filter (where done_at is null and dead_at is null)::int as left
      from outbox_entry where channel = 'lark'`.execute(database.db)
    const shown = [...fake.world.chats.values()].flatMap((chat) => messagesIn(fake.world, chat.id))
    const owed = told.flatMap(({ change }) =>
      change.ticket.source === 'lark'
        ? change.deliveries.filter((one) => one.notice.to === 'requester')
        : [],
    )
    expect(rows[0]).toMatchObject({ sent: shown.length, dead: 0, left: 0 })
    expect(shown.length).toBeGreaterThan(1_000)
    expect(shown.length).toBe(owed.length)
    expect(fake.world.lint).toEqual([])
  })

  test('from the day it is connected the platform knows every ticket, once, in order', async () => {
    const since = (await all()).filter((one) => new Date(one.registeredAt) >= CONNECTED_FROM)
    expect(since.length).toBeGreaterThan(200)
    const byNumber = new Map<string, string[]>()
    for (const { senderNumber, body } of other.taken) {
      const kinds = byNumber.get(senderNumber) ?? []
      byNumber.set(senderNumber, [...kinds, 'event' in body ? body.event : body.kind])
    }
    for (const { number, external, state } of since) {
      // What ended before the platform answered takes no number any more.
      if (state !== 'withdrawn') expect(external?.system, number).toBe(PLATFORM)
      const kinds = byNumber.get(number) ?? []
      expect(kinds[0], number).toBe('create')
      expect(kinds.filter((kind) => kind === 'create')).toHaveLength(1)
      if (state === 'closed') expect(kinds.at(-1), number).toBe('closed')
    }
    expect(byNumber.size).toBe(since.length)
    expect(other.requests()).toBeGreaterThan(other.taken.length)
    expect(other.unsigned).toEqual([])
    const dead = await sql`select 1 from outbox_entry where dead_at is not null`.execute(
      database.db,
    )
    expect(dead.rows).toEqual([])
  })

  test('the figures are those that a recount of the ledger gives', async () => {
    const year = { from: local('2026-01-01 00:00'), to: local('2027-01-01 00:00') }
    const rows = await readFigureRows(database.db, year, world.work.calendar(), now)
    const { registered, ...rates } = figuresOf(rows)
    expect(registered).toBe(opened.length)
    const months = figuresBy(rows, 'month')
    for (const [name, { hit, of }] of Object.entries(rates)) {
      const sum = (part: 'hit' | 'of') =>
        months.reduce((total, { figures }) => total + figures[name as keyof typeof rates][part], 0)
      expect([sum('hit'), sum('of')], name).toEqual([hit, of])
      expect(hit, name).toBeLessThanOrEqual(of)
    }
    const returned = new Set(acts('return').map(({ change }) => change.ticket.id))
    expect(rates.returned.hit).toBe(returned.size)
  })
})

/** The local date of the last day of so many working days after an instant, counted from the notice itself. */
function countedOn(from: string, days: number): string {
  const start = new Date(from)
  const minute = new Date(start.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
  let date = localDate(start)
  const next = (day: string) =>
    new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const works = (day: string) => {
    if (NOTICE_2026.workdays.includes(day)) return true
    const off = NOTICE_2026.holidays.some((one) => one.from <= day && day <= one.to)
    return !off && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  }
  // After hours, or on a day off, counts as the next working day.
  if (!works(date) || minute > '17:30') {
    do date = next(date)
    while (!works(date))
  }
  for (let left = days; left > 0; ) {
    date = next(date)
    if (works(date)) left--
  }
  return date
}
