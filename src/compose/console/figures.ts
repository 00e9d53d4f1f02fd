// The console's figures.
import { writeWorkbook } from '../../files/workbook.ts'
import type { FigureBy, FiguresDeps } from '../../http/console-api/figures.ts'
import type { FiguresWire } from '../../http/console-api/wire.ts'
import { readFigureRows } from '../../postgres/ticket-figures.ts'
import { KIND_WORDS } from '../../ticket/words.ts'
import type { Audit, ConsoleParts } from './parts.ts'
import { ticketNames } from './tickets.ts'

type FigurePeriod = Parameters<FiguresDeps['rows']>[0]

/** A page asks for the same period several times: its figures, the cases behind each, the workbook. */
const FIGURES_KEPT_MS = 20_000

/** Repeats the last answer for the same period while it is fresh; a failure is not kept. */
export function rememberLately<T>(
  read: (period: FigurePeriod) => Promise<T>,
  nowMs: () => number = Date.now,
): (period: FigurePeriod) => Promise<T> {
  let last: Readonly<{ key: string; at: number; answer: Promise<T> }> | null = null
  return (period) => {
    const key = `${period.from.toISOString()}..${period.to.toISOString()}`
    if (last !== null && last.key === key && nowMs() - last.at < FIGURES_KEPT_MS) return last.answer
    const mine = { key, at: nowMs(), answer: read(period) }
    last = mine
    mine.answer.catch(() => {
      if (last === mine) last = null
    })
    return mine.answer
  }
}

export function composeFigures({ db, world }: ConsoleParts, audit: Audit): FiguresDeps {
  const rows = rememberLately((period: FigurePeriod) =>
    readFigureRows(db, period, world.work.calendar(), world.now()),
  )
  return {
    rows,
    groupName: (by, key) => groupName(by, key, ticketNames(world)),
    workbook: figuresWorkbook,
    audit,
  }
}

function groupName(
  by: FigureBy,
  key: string | null,
  names: ReturnType<typeof ticketNames>,
): string {
  if (key === null) return '（未定）'
  switch (by) {
    case 'section':
      return names.section(key) ?? key
    case 'district':
      return names.district(key)
    case 'kind':
      return KIND_WORDS[key as keyof typeof KIND_WORDS] ?? key
    default:
      return key
  }
}

const percent = (share: number | null) => (share === null ? '—' : `${(share * 100).toFixed(1)}%`)

function figuresWorkbook({ rates, total, groups }: FiguresWire): Promise<Uint8Array> {
  const lines = [{ label: '合计', figures: total }, ...groups]
  return writeWorkbook({
    sheet: '统计',
    columns: [
      { title: '范围', width: 28 },
      { title: '登记数', width: 10 },
      ...rates.map((rate) => ({ title: rate.label, width: 24 })),
    ],
    rows: [
      ...lines.map(({ label, figures }) => [
        label,
        figures.registered,
        ...rates.map(({ name }) => {
          const { hit, of, share } = figures[name]
          return `${percent(share)}（${hit}/${of}）`
        }),
      ]),
      ['口径', null, ...rates.map((rate) => rate.meaning)],
    ],
  })
}
