// Figures of the closed loop. Each rate is two questions about one ticket, counted over rows, so that
// a figure and the list of cases behind it are the same thing.
import type { FigureRow } from './figure-row.ts'
import { phaseOf } from './phase.ts'

type Rate = Readonly<{
  label: string
  /** How it is reckoned, shown beside the figure. */
  meaning: string
  of: (row: FigureRow) => boolean
  hit: (row: FigureRow) => boolean
}>

/**
 * `of` says which tickets a rate is about, `hit` which of those count. In the order in which they are
 * shown.
 */
export const RATES = {
  first_dispatch: {
    label: '首派准确率',
    meaning:
      '首次派单后即由该单位承办至首次答复、未退单改派的 ÷ 首次派单已签收或已退单的（因休假由代理人接办的不算改派）',
    of: (row) => row.firstDispatch !== null,
    hit: (row) => row.firstDispatch === 'right',
  },
  signed_on_time: {
    label: '签收及时率',
    meaning: '历次均按时签收的 ÷ 已签收或签收已逾期的（含逾期未签收即退单、转派的）',
    of: (row) => row.signedOnTime !== null,
    hit: (row) => row.signedOnTime === true,
  },
  resolved_on_time: {
    label: '按时办结率',
    meaning:
      '历次均按期答复的 ÷ 已答复或办理已逾期的（等待企业补充的时间不计；转派时已逾期的，计在转出的单位；更正答复不改变是否按期）',
    of: (row) => row.resolvedOnTime !== null,
    hit: (row) => row.resolvedOnTime === true,
  },
  resolved: {
    label: '办结率',
    meaning: '已答复或已依法终结的 ÷ 登记的（不含企业撤回；含未到期在办件）',
    of: (row) => row.isHeld && row.state !== 'withdrawn',
    hit: (row) => phaseOf(row.state) !== 'at_work',
  },
  overdue: {
    label: '超期率',
    meaning:
      '目前办理已逾期的 ÷ 目前在办的（等待企业补充的，按等待前是否已逾期计；按单位时计在现承办单位）',
    of: (row) => row.isHeld && phaseOf(row.state) === 'at_work',
    hit: (row) => row.overdue,
  },
  returned: {
    label: '退单率',
    meaning: '发生过退单的 ÷ 派过单的（按单位时计在退单的单位）',
    of: (row) => row.wasDispatched,
    hit: (row) => row.wasReturned,
  },
  reopened: {
    label: '重办率',
    meaning: '发生过重新办理的 ÷ 答复过的（按单位时计在被重新办理的答复的单位）',
    of: (row) => row.wasResolved,
    hit: (row) => row.wasReopened,
  },
  corrected: {
    label: '更正率',
    meaning: '答复发出后更正过的 ÷ 答复过的',
    of: (row) => row.wasResolved,
    hit: (row) => row.wasCorrected,
  },
  followed_up: {
    label: '回访率',
    meaning: '已回访或企业已自行确认、评价的 ÷ 答复过的（不含匿名件）',
    of: (row) => row.followedUp !== null,
    hit: (row) => row.followedUp === true,
  },
  satisfied: {
    label: '满意率',
    meaning: '很满意、满意、基本满意的 ÷ 有效评价',
    of: (row) => row.satisfied !== null,
    hit: (row) => row.satisfied === true,
  },
  confirmed_solved: {
    label: '企业确认解决率',
    meaning: '企业本人或经回访确认已解决的 ÷ 答复过且答复期已结束的（逾期自动确认不计为解决）',
    of: (row) => row.confirmedSolved !== null,
    hit: (row) => row.confirmedSolved === true,
  },
} as const satisfies Record<string, Rate>

export type RateName = keyof typeof RATES

/** `of` cases, `hit` of them; `share` from 0 to 1, null without a case. */
type Figure = Readonly<{ hit: number; of: number; share: number | null }>
export type Figures = Readonly<Record<RateName, Figure>> & Readonly<{ registered: number }>

/** `registered` counts the tickets themselves; each rate counts its own cases. */
export function figuresOf(rows: readonly FigureRow[]): Figures {
  const entries = (Object.keys(RATES) as RateName[]).map((name) => {
    const of = casesOf(rows, name)
    const hit = of.filter(RATES[name].hit).length
    const share = of.length === 0 ? null : hit / of.length
    return [name, { hit, of: of.length, share }] as const
  })
  const rates = Object.fromEntries(entries) as Record<RateName, Figure>
  return { ...rates, registered: rows.filter((row) => row.isHeld).length }
}

/** The cases behind a figure: all of its base, or only those that hit or missed. */
export function casesOf(
  rows: readonly FigureRow[],
  name: RateName,
  which: 'all' | 'hit' | 'missed' = 'all',
): readonly FigureRow[] {
  const base = rows.filter(RATES[name].of)
  return which === 'all' ? base : base.filter((row) => RATES[name].hit(row) === (which === 'hit'))
}

type FigureGroup = 'section' | 'department' | 'district' | 'month' | 'kind'

/**
 * The rows that a grouping counts. A ticket that went through several departments is one row for each:
 * what a department did, or left undone, while it had the ticket is counted there and nowhere else.
 */
export const rowsBy = (rows: readonly FigureRow[], by: FigureGroup): readonly FigureRow[] =>
  by === 'department' ? rows.flatMap((row) => row.byDepartment) : rows

/** Figures per section, department, district or month; in the order of the key. */
export function figuresBy(
  rows: readonly FigureRow[],
  by: FigureGroup,
): readonly Readonly<{ key: string | null; figures: Figures }>[] {
  const groups = new Map<string | null, FigureRow[]>()
  for (const row of rowsBy(rows, by)) {
    const group = groups.get(row[by])
    if (group) group.push(row)
    else groups.set(row[by], [row])
  }
  return [...groups]
    .sort(([a], [b]) => (a ?? '').localeCompare(b ?? '', 'zh'))
    .map(([key, group]) => ({ key, figures: figuresOf(group) }))
}
