// Tickets at the console: the same use cases as on the cards, with lists and files beside them.
import { writeWorkbook } from '../../files/workbook.ts'
import type { LineWords } from '../../http/console-api/ticket-lines.ts'
import type { TicketsDeps } from '../../http/console-api/tickets.ts'
import type { TicketLineWire } from '../../http/console-api/wire.ts'
import { DAY_MS } from '../../kernel/clock.ts'
import { localDate } from '../../kernel/working-time.ts'
import type { Db } from '../../postgres/database.ts'
import { noteReading } from '../../postgres/desk/audit.ts'
import {
  personForMasking,
  readTicketFile,
  ticketFiles,
  ticketSendings,
} from '../../postgres/desk/ticket-extras.ts'
import { listTickets } from '../../postgres/desk/ticket-list.ts'
import { readRoster } from '../../postgres/staff.ts'
import { readPerson } from '../../postgres/ticket-person.ts'
import { actorOf } from '../../ticket/actor.ts'
import { yearDateTimeWords } from '../../ticket/dates.ts'
import { handInForm } from '../../ticket/desk-form.ts'
import { reachedBy } from '../../ticket/wave.ts'
import { KIND_WORDS, SOURCE_WORDS, STATE_WORDS, URGENCY_WORDS } from '../../ticket/words.ts'
import { deskDeps, deskLists } from '../tickets/desk.ts'
import { type TicketWorld, ticketDeps } from '../tickets/tickets.ts'
import { draftTicketReply } from './copilot.ts'
import { oncePerRequest } from './once.ts'
import type { Audit, ConsoleParts } from './parts.ts'

/** Open tickets older than this are not looked through for the same matter. */
const SIMILAR_DAYS = 90
const SIMILAR_MAX = 500

export function composeTickets(
  { db, world, knowledge, llm }: ConsoleParts,
  audit: Audit,
): TicketsDeps {
  const { reads } = ticketDeps(world, db)
  return {
    list: (reach, filter, page) => listTickets(db, reach, filter, page),
    byNumber: async (number) => (await reads.byNumber(number))?.ticket ?? null,
    byId: async (id) => (await reads.byId(id))?.ticket ?? null,
    reachedBy: (ticket) => reachedBy(reads, ticket),
    ledger: reads.ledger,
    files: (id) => ticketFiles(db, id),
    sendings: (id) => ticketSendings(db, id),
    person: (id) => personForMasking(db, id),
    lists: () => deskLists(world, db),
    openLately: () => {
      const since = new Date(world.now().getTime() - SIMILAR_DAYS * DAY_MS)
      return reads.openSince(since.toISOString(), SIMILAR_MAX)
    },
    calendar: world.work.calendar,
    names: () => ticketNames(world),
    lineWords: () => lineWordsOf(world, db),
    handIn: (staff, form, request) =>
      oncePerRequest(db, request, (tx) =>
        handInForm(deskDeps(world, tx, staff), actorOf(staff), form),
      ),
    readPerson: (id, reader) => readPerson(db, id, reader),
    noteReading: (actor, subject) => noteReading(db, actor, subject),
    readFile: (ticketId, fileId) => readTicketFile(db, ticketId, fileId),
    draftReply: (ticket, answered) =>
      draftTicketReply({ knowledge, llm, now: world.now }, ticket, answered),
    workbook: (lines) => ticketWorkbook(world, lines),
    audit,
  }
}

export function ticketNames(world: TicketWorld): ReturnType<TicketsDeps['names']> {
  const base = world.base()
  return {
    item: (code) => {
      const item = base.items.find((one) => one.code === code)
      return code === null ? null : { value: code, label: item?.name ?? code }
    },
    section: (code) => base.sections.find((one) => one.code === code)?.name ?? code,
    district: (code) => base.districts.find((one) => one.code === code)?.name ?? code,
  }
}

export async function lineWordsOf(world: TicketWorld, db: Db): Promise<LineWords> {
  const now = world.now()
  const { staff } = await readRoster(db, localDate(now))
  const names = new Map<string, string>(staff.map((one) => [one.id, one.name]))
  return { now, staffName: (id) => (id === null ? null : (names.get(id) ?? null)) }
}

const when = (at: string | null) => (at === null ? null : yearDateTimeWords(at))

function ticketWorkbook(world: TicketWorld, lines: readonly TicketLineWire[]): Promise<Uint8Array> {
  const names = ticketNames(world)
  return writeWorkbook({
    sheet: '诉求工单',
    columns: [
      ['编号', 22],
      ['外部单号', 16],
      ['状态', 16],
      ['类别', 8],
      ['紧急程度', 10],
      ['事由', 40],
      ['企业', 26],
      ['事项', 30],
      ['板块', 14],
      ['属地', 14],
      ['承办单位', 26],
      ['承办人', 10],
      ['来源', 10],
      ['登记时间', 20],
      ['办理期限', 20],
      ['是否逾期', 10],
      ['办结时间', 20],
    ].map(([title, width]) => ({ title: String(title), width: Number(width) })),
    rows: lines.map((line) => [
      line.number,
      line.externalNumber,
      STATE_WORDS[line.state],
      KIND_WORDS[line.kind],
      URGENCY_WORDS[line.urgency],
      line.title,
      line.enterpriseName,
      names.item(line.itemCode)?.label ?? null,
      names.section(line.section),
      names.district(line.district),
      line.department,
      line.owner,
      SOURCE_WORDS[line.source],
      when(line.registeredAt),
      when(line.dueAt),
      line.overdue ? '是' : '否',
      when(line.endedAt),
    ]),
  })
}
