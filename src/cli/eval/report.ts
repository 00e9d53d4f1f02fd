// The table of an evaluation: what is right, by file, decision, section, style and field, and what
// is taken for what.
import { confusionLines, firstOf, wrongLines } from './confusions.ts'
import { isLabelled, latencyOf, metricsOf } from './metrics.ts'
import type { Judged } from './rows.ts'
import {
  coverageAt,
  isAnsweredRight,
  isFieldRight,
  isInScope,
  isOffered,
  isRight,
  percent,
  share,
} from './score.ts'

type ReportOptions = Readonly<{
  items: ReadonlyMap<string, Readonly<{ name: string; section: string }>>
  /** Lists every turn that is not right. */
  confusions: boolean
}>

/** At these shares of wrong answers the coverage is told. */
const ERRORS = [0.01, 0.02, 0.03, 0.05]
const STYLES_MAX = 12

export function reportLines(rows: readonly Judged[], options: ReportOptions): string[] {
  const labelled = rows.filter(isLabelled)
  const files = [...new Set(rows.map((row) => row.file))]
  const nameOf = (code: string) => options.items.get(code)?.name ?? ''
  return [
    ...files.flatMap((file) =>
      fileLines(
        file,
        labelled.filter((row) => row.file === file),
      ),
    ),
    ...(labelled.length === 0
      ? []
      : [...groupLines(labelled, options), ...confusionLines(labelled, nameOf)]),
    latencyLine(rows),
    ...(options.confusions ? wrongLines(labelled) : []),
  ]
}

function fileLines(file: string, rows: readonly Judged[]): string[] {
  if (rows.length === 0) return [`${file}: 无标签`]
  return [
    `== ${file}（${rows.length}）`,
    ...metricsOf(rows).map(({ name, count, of }) => `${name.padEnd(22)} ${percent(count, of)}`),
    `${'risk–coverage'.padEnd(22)} ${ERRORS.map((error) => coverageText(rows, error)).join('  ')}`,
  ]
}

const coverageText = (rows: readonly Judged[], error: number) =>
  `≤${error * 100}%: ${(100 * coverageAt(rows, error)).toFixed(1)}%`

function groupLines(rows: readonly Judged[], { items }: ReportOptions): string[] {
  const section = (row: Judged) => items.get(row.labels.items?.[0] ?? '')?.section ?? '–'
  const inScope = rows.filter(isInScope)
  return [
    '== by decision',
    ...grouped(rows, (row) => row.labels.expect ?? '–', isRight),
    '== by section (answered right)',
    ...grouped(inScope, section, isAnsweredRight),
    '== by field (field right, of right answers)',
    ...grouped(inScope.filter(isAnsweredRight), (row) => row.labels.field ?? '–', isFieldRight),
    '== by style',
    ...styleLines(rows),
  ]
}

/** One word is the name of a style; what is longer is a remark about one row. */
const STYLE_WORD = /^(?:\p{Script=Han}{1,6}|[a-z][a-z_-]{0,15})$/iu

function styleOf({ labels: { style, note = '' } }: Judged): string | null {
  if (style !== undefined && style !== '') return style
  return STYLE_WORD.test(note) ? note : null
}

/** Near misses and messy ones have goals of their own: what is offered counts, what misleads counts more. */
function styleLines(rows: readonly Judged[]): string[] {
  const styled = rows.filter((row) => styleOf(row) !== null)
  const lines = groups(styled, (row) => styleOf(row) ?? '').map(([style, group]) =>
    [
      style.padEnd(14),
      `right ${share(group, isRight)}`,
      `right or offered ${share(group, isRightOrOffered)}`,
      `answered wrongly ${share(group, isMisled)}`,
    ].join('  '),
  )
  return firstOf(lines, STYLES_MAX)
}

const isRightOrOffered = (row: Judged) => isRight(row) || (isInScope(row) && isOffered(row))
const isMisled = (row: Judged) => row.result.decision === 'answer' && !isRight(row)

function grouped(
  rows: readonly Judged[],
  keyOf: (row: Judged) => string,
  pick: (row: Judged) => boolean,
): string[] {
  return groups(rows, keyOf).map(([key, group]) => `${key.padEnd(14)} ${share(group, pick)}`)
}

/** The rows by their key, the largest group first. */
function groups(
  rows: readonly Judged[],
  keyOf: (row: Judged) => string,
): (readonly [key: string, group: readonly Judged[]])[] {
  const found = new Map<string, Judged[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = found.get(key)
    if (group === undefined) found.set(key, [row])
    else group.push(row)
  }
  return [...found].sort((a, b) => b[1].length - a[1].length)
}

function latencyLine(rows: readonly Judged[]): string {
  const latency = latencyOf(rows)
  return `latency ms p50 ${latency?.p50.toFixed(1) ?? '–'} p99 ${latency?.p99.toFixed(1) ?? '–'}`
}
