// Figures of the closed loop, the cases behind each, and both as a workbook.
import { Hono } from 'hono'
import { z } from 'zod'
import { DAY_MS } from '../../kernel/clock.ts'
import { DomainError } from '../../kernel/errors.ts'
import { auditName } from '../../staff/staff.ts'
import type { FigureRow } from '../../ticket/figure-row.ts'
import {
  casesOf,
  figuresBy,
  figuresOf,
  RATES,
  type RateName,
  rowsBy,
} from '../../ticket/figures.ts'
import { queryOf } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import { download, localDay, need, paging, startOfDay } from './parts.ts'
import type { FiguresWire } from './wire.ts'

export type FiguresDeps = Readonly<{
  rows: (period: Readonly<{ from: Date; to: Date }>) => Promise<readonly FigureRow[]>
  /** The name of a group, such as the section of a code. */
  groupName: (by: FigureBy, key: string | null) => string
  workbook: (figures: FiguresWire) => Promise<Uint8Array>
  audit: (actor: string, action: string, subject: string) => Promise<void>
}>

const BY = ['month', 'section', 'department', 'district', 'kind'] as const
export type FigureBy = (typeof BY)[number]
/** The key of what belongs to no group, such as tickets without a section. */
const NO_GROUP = '~'
const PERIOD_DAYS_MAX = 731

const period = { from: localDay, to: localDay, by: z.enum(BY).default('month') }
const figuresQuery = z.object(period)
const casesQuery = z.object({
  ...period,
  ...paging,
  rate: z.enum(Object.keys(RATES) as [RateName, ...RateName[]]),
  which: z.enum(['all', 'hit', 'missed']).default('all'),
  /** A group of `by`; without it all of the period. */
  key: z.string().max(100).optional(),
})

export function figuresApi(deps: FiguresDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.get('/', async (c) => {
    need(c, 'figures.read')
    return c.json(await figuresWire(deps, queryOf(c, figuresQuery)))
  })

  app.get('/cases', async (c) => {
    need(c, 'figures.read')
    const { rate, which, by, key, page, size, ...days } = queryOf(c, casesQuery)
    const all = await deps.rows(instants(days))
    const rows =
      key === undefined ? all : rowsBy(all, by).filter((row) => (row[by] ?? NO_GROUP) === key)
    const cases = casesOf(rows, rate, which)
    return c.json({
      rows: cases.slice((page - 1) * size, page * size).map((row) => ({
        number: row.number,
        state: row.state,
        kind: row.kind,
        department: row.department,
        hit: RATES[rate].hit(row),
      })),
      total: cases.length,
    })
  })

  app.get('/export.xlsx', async (c) => {
    const staff = need(c, 'figures.read')
    const asked = queryOf(c, figuresQuery)
    await deps.audit(auditName(staff.id), 'figures.export', `figures:${asked.from}..${asked.to}`)
    return download(c, {
      name: `统计 ${asked.from} 至 ${asked.to}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await deps.workbook(await figuresWire(deps, asked)),
    })
  })
  return app
}

async function figuresWire(
  deps: FiguresDeps,
  { by, ...days }: z.infer<typeof figuresQuery>,
): Promise<FiguresWire> {
  const rows = await deps.rows(instants(days))
  return {
    rates: (Object.keys(RATES) as RateName[]).map((name) => ({
      name,
      label: RATES[name].label,
      meaning: RATES[name].meaning,
    })),
    total: figuresOf(rows),
    groups: figuresBy(rows, by).map(({ key, figures }) => ({
      key: key ?? NO_GROUP,
      label: deps.groupName(by, key),
      figures,
    })),
  }
}

function instants({ from, to }: Readonly<{ from: string; to: string }>) {
  const start = startOfDay(from)
  const end = startOfDay(to, 1)
  const days = start && end ? (end.getTime() - start.getTime()) / DAY_MS : 0
  if (!start || !end || days <= 0 || days > PERIOD_DAYS_MAX) {
    throw new DomainError('invalid', {
      show: [{ path: 'to', reason: `起止日期应先后正确，且不超过 ${PERIOD_DAYS_MAX} 日` }],
    })
  }
  return { from: start, to: end }
}
