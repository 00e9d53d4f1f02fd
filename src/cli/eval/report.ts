// The table of an evaluation: what is right, by file, decision, section, style and field, and what
// is taken for what.
import { confusionLines, firstOf, wrongLines } from './confusions.ts'
import { figuresOf, isLabelled, latencyOf } from './metrics.ts'
import type { Judged } from './rows.ts'
import {
  coverageAt,
  isAnsweredRight,
  isFieldRight,
  isInScope,
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
    ...figuresOf(rows).map(({ name, count, of }) => `${name.padEnd(22)} ${percent(count, of)}`),
    `${'risk–coverage'.padEnd(22)} ${ERRORS.map((error) => coverageText(rows, error)).join('  ')}`,
  ]
}

const coverageText = (rows: readonly Judged[], error: number) =>
  `≤${error * 100}%: ${(100 * coverageAt(rows, error)).toFixed(1)}%`

function groupLines(rows: readonly Judged[], { items }: ReportOptions): string[] {
  const section = (row: Judged) => items.get(row.labels.items?.[0] ?? '')?.section ?? '–'
  const style = (row: Judged) => row.labels.note?.split(/[;:：；]/u)[0]?.slice(0, 8) || '–'
  const inScope = rows.filter(isInScope)
  const noted = rows.filter((row) => row.labels.note)
  return [
    '== by decision',
    ...grouped(rows, (row) => row.labels.expect ?? '–', isRight),
    '== by section (answered right)',
    ...grouped(inScope, section, isAnsweredRight),
    '== by field (field right, of right answers)',
    ...grouped(inScope.filter(isAnsweredRight), (row) => row.labels.field ?? '–', isFieldRight),
    '== by style',
    ...firstOf(grouped(noted, style, isRight), STYLES_MAX),
  ]
}

function grouped(
  rows: readonly Judged[],
  keyOf: (row: Judged) => string,
  pick: (row: Judged) => boolean,
): string[] {
  const groups = new Map<string, Judged[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([key, group]) => `${key.padEnd(14)} ${share(group, pick)}`)
}

function latencyLine(rows: readonly Judged[]): string {
  const latency = latencyOf(rows)
  return `latency ms p50 ${latency?.p50.toFixed(1) ?? '–'} p99 ${latency?.p99.toFixed(1) ?? '–'}`
}
