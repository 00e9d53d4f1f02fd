// The table of an evaluation: what is right, by file, decision, section, style and field.
import type { Judged } from './rows.ts'
import {
  isAnsweredRight,
  isAnsweredWrong,
  isFieldOpen,
  isFieldRight,
  isInScope,
  isOffered,
  isRight,
  riskCoverage,
  share,
} from './score.ts'

type ReportOptions = Readonly<{ sectionOf: ReadonlyMap<string, string>; confusions: boolean }>

export function reportLines(rows: readonly Judged[], options: ReportOptions): string[] {
  const labelled = rows.filter((row) => row.labels.expect !== undefined)
  const files = [...new Set(rows.map((row) => row.file))]
  return [
    ...files.flatMap((file) =>
      fileLines(
        file,
        labelled.filter((row) => row.file === file),
      ),
    ),
    ...(labelled.length === 0 ? [] : groupLines(labelled, options)),
    latencyLine(rows),
    ...(options.confusions ? confusionLines(labelled) : []),
  ]
}

function fileLines(file: string, rows: readonly Judged[]): string[] {
  if (rows.length === 0) return [`${file}: 无标签`]
  const inScope = rows.filter(isInScope)
  const answered = inScope.filter(isAnsweredRight)
  const clarify = rows.filter((row) => row.labels.expect === 'clarify')
  const others = rows.filter((row) => !['answer', 'clarify'].includes(row.labels.expect ?? ''))
  return [
    `== ${file}（${rows.length}）`,
    `right item answered    ${share(inScope, isAnsweredRight)}`,
    `clarify with gold      ${share(inScope, isOffered)}`,
    `right or offered       ${share(inScope, (row) => isAnsweredRight(row) || isOffered(row))}`,
    `wrong answers          ${share(inScope, isAnsweredWrong)}`,
    `gold first             ${share(inScope, isFirst)}`,
    `gold among first 4     ${share(inScope, isAmongFour)}`,
    `field right (answered) ${share(answered, isFieldRight)}`,
    `field open in answer   ${share(answered, isFieldOpen)}`,
    `ambiguous clarified    ${share(clarify, isRight)}`,
    `other decisions right  ${share(others, isRight)}`,
    `decision accuracy      ${share(rows, (row) => row.result.decision === row.labels.expect)}`,
    `all right              ${share(rows, isRight)}`,
    `risk–coverage          ${riskCoverage(rows, [0.01, 0.02, 0.03, 0.05])}`,
  ]
}

const isAmongFour = (row: Judged) =>
  row.result.items.slice(0, 4).some((code) => row.labels.items?.includes(code))

const isFirst = (row: Judged) =>
  row.result.items.slice(0, 1).some((code) => row.labels.items?.includes(code))

function groupLines(rows: readonly Judged[], { sectionOf }: ReportOptions): string[] {
  const section = (row: Judged) => sectionOf.get(row.labels.items?.[0] ?? '') ?? '–'
  const style = (row: Judged) => row.labels.note?.split(/[;:：；]/u)[0]?.slice(0, 8) || '–'
  const inScope = rows.filter(isInScope)
  return [
    '== by decision',
    ...grouped(rows, (row) => row.labels.expect ?? '–', isRight),
    '== by section (answered right)',
    ...grouped(inScope, section, isAnsweredRight),
    '== by field (field right, of right answers)',
    ...grouped(inScope.filter(isAnsweredRight), (row) => row.labels.field ?? '–', isFieldRight),
    '== by style',
    ...grouped(
      rows.filter((row) => row.labels.note),
      style,
      isRight,
    ).slice(0, 12),
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
  const ms = rows.map((row) => row.result.ms).sort((a, b) => a - b)
  const at = (q: number) =>
    ms[Math.min(ms.length - 1, Math.floor(ms.length * q))]?.toFixed(1) ?? '–'
  return `latency ms p50 ${at(0.5)} p99 ${at(0.99)}`
}

function confusionLines(rows: readonly Judged[]): string[] {
  const wrong = rows.filter((row) => !isRight(row))
  return [
    `== not right (${wrong.length})`,
    ...wrong.map(
      ({ id, labels, result, question }) =>
        `${id} expected ${labels.expect} ${labels.items?.slice(0, 2).join(',') ?? ''}` +
        ` got ${result.decision}${result.act === null ? '' : `/${result.act}`} ${result.items.slice(0, 2).join(',')} ${result.confidence}` +
        ` | ${question.slice(0, 80)}`,
    ),
  ]
}
