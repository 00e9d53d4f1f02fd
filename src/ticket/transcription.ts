// Tickets as rows for writing off into another system by hand, and the numbers that come back.
import { withoutBackground } from './background.ts'
import { yearDateTimeWords } from './dates.ts'
import { maskPhonesIn } from './enterprise.ts'
import { findTicketNumber } from './number.ts'
import type { Ticket } from './ticket.ts'
import { KIND_WORDS, STATE_WORDS, URGENCY_WORDS } from './words.ts'

export type TranscriptionNames = Readonly<{
  district: (code: string) => string
  item: (code: string) => string
}>

const NUMBER = '编号'
const EXTERNAL = '外部单号'

export const TRANSCRIPTION_COLUMNS = [
  { title: NUMBER, width: 22 },
  { title: EXTERNAL, width: 20 },
  { title: '状态', width: 16 },
  { title: '类别', width: 8 },
  { title: '紧急程度', width: 10 },
  { title: '事由', width: 36 },
  { title: '诉求原文', width: 70 },
  { title: '企业', width: 28 },
  { title: '统一社会信用代码', width: 22 },
  { title: '属地', width: 12 },
  { title: '事项', width: 32 },
  { title: '承办单位', width: 26 },
  { title: '登记时间', width: 18 },
] as const

/** Without the person: whoever handles it elsewhere asks through the centre. */
export function transcriptionRow(ticket: Ticket, names: TranscriptionNames) {
  return [
    ticket.number,
    ticket.external?.number ?? null,
    STATE_WORDS[ticket.state],
    KIND_WORDS[ticket.kind],
    URGENCY_WORDS[ticket.urgency],
    ticket.title,
    maskPhonesIn(withoutBackground(ticket.description)),
    ticket.enterpriseName,
    ticket.creditCode,
    names.district(ticket.district),
    ticket.itemCode === null ? null : names.item(ticket.itemCode),
    ticket.department,
    yearDateTimeWords(ticket.registeredAt),
  ]
}

export type TranscribedNumber = Readonly<{ row: number; number: string; external: string }>

export type TranscribedNumbers =
  | Readonly<{
      ok: true
      pairs: readonly TranscribedNumber[]
      /** Rows whose number is none of ours; counted as people count them, from 1. */
      unreadable: readonly number[]
    }>
  | Readonly<{ ok: false; reason: string }>

/** The pairs of a workbook that came back filled in; rows without an external number are left out. */
export function readTranscribed(
  rows: readonly (readonly (string | number | boolean | null)[])[],
): TranscribedNumbers {
  const [head = [], ...body] = rows
  const [ours, theirs] = [head.indexOf(NUMBER), head.indexOf(EXTERNAL)]
  if (ours < 0 || theirs < 0) {
    return { ok: false, reason: `首行应有「${NUMBER}」和「${EXTERNAL}」两列` }
  }
  const text = (cell: string | number | boolean | null | undefined) => String(cell ?? '').trim()
  const pairs: TranscribedNumber[] = []
  const unreadable: number[] = []
  body.forEach((cells, index) => {
    const external = text(cells[theirs])
    if (external === '') return
    const number = findTicketNumber(text(cells[ours]))
    if (number === null || external.length > 60) unreadable.push(index + 2)
    else pairs.push({ row: index + 2, number, external })
  })
  return { ok: true, pairs, unreadable }
}
