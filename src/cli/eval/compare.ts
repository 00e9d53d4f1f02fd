// Two saved runs side by side: the figures, and what was mended, broken or changed, turn by turn.
import { isLabelled, metricsOf } from './metrics.ts'
import type { Judged } from './rows.ts'
import type { SavedRun } from './saved-run.ts'
import { isRight, percent } from './score.ts'

type Pair = Readonly<{ a: Judged; b: Judged }>

/**
 * `a` is the earlier run. Both are judged by the labels of `b`, so that only answers make a
 * difference.
 */
export function compareLines(a: SavedRun, b: SavedRun): string[] {
  const before = byKey(a)
  const after = byKey(b)
  const onlyInA = [...before.values()].filter((row) => !after.has(keyOf(row)))
  const onlyInB = [...after.values()].filter((row) => !before.has(keyOf(row)))
  const pairs = [...after].flatMap(([key, row]) => {
    const was = before.get(key)
    return was === undefined ? [] : [sameLabels(was, row)]
  })
  const changed = pairs.filter(({ a: was, b: now }) => !isSame(was, now))
  const judged = changed.filter(({ b: now }) => isLabelled(now))
  const fixed = judged.filter(({ a: was, b: now }) => !isRight(was) && isRight(now))
  const broken = judged.filter(({ a: was, b: now }) => isRight(was) && !isRight(now))
  const otherwise = changed.filter((pair) => !fixed.includes(pair) && !broken.includes(pair))
  return [
    `a = ${a.name}  b = ${b.name}`,
    ...settingLines(a, b),
    ...figureLines(pairs),
    ...listed('fixed', fixed.map(told)),
    ...listed('broken', broken.map(told)),
    ...listed('changed otherwise', otherwise.map(told)),
    ...listed('only in a', onlyInA.map(keyOf)),
    ...listed('only in b', onlyInB.map(keyOf)),
    `${pairs.length} turns in both, ${changed.length} changed: ${fixed.length} fixed, ${broken.length} broken`,
  ]
}

/** Ids are unique within a file only; a run of which only the results are left has no files. */
const keyOf = ({ file, id }: Judged) => (file === '' ? id : `${file} ${id}`)

function byKey({ rows }: SavedRun): Map<string, Judged> {
  return new Map(rows.map((row) => [keyOf(row), row] as const))
}

/** Both are held against the later labels: a corrected label mends and breaks nothing. */
const sameLabels = (a: Judged, b: Judged): Pair => ({ a: { ...a, labels: b.labels }, b })

function isSame({ result: a }: Judged, { result: b }: Judged): boolean {
  return (
    a.decision === b.decision &&
    a.items[0] === b.items[0] &&
    a.field === b.field &&
    a.options.join() === b.options.join()
  )
}

function settingLines({ settings: a }: SavedRun, { settings: b }: SavedRun): string[] {
  if (a === null || b === null) return ['设置未知：结果文件旁没有 .run.json']
  const names = Object.keys(b) as (keyof typeof b)[]
  return names
    .filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]))
    .map((name) => `${name}: ${shown(a[name])} → ${shown(b[name])}`)
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

function figureLines(pairs: readonly Pair[]): string[] {
  const labelled = pairs.filter(({ b }) => isLabelled(b))
  if (labelled.length === 0) return ['无标签：只列出变化']
  const before = metricsOf(labelled.map(({ a }) => a))
  const after = metricsOf(labelled.map(({ b }) => b))
  const row = (...cells: readonly string[]) =>
    cells
      .map((cell, n) => cell.padEnd(n === 0 ? 24 : 20))
      .join('')
      .trimEnd()
  return [
    row(`== ${labelled.length} labelled turns`, 'a', 'b', 'b − a'),
    ...after.map((now, n) => {
      const was = before[n]!
      return row(now.name, percent(was.count, was.of), percent(now.count, now.of), points(was, now))
    }),
  ]
}

type Share = Readonly<{ count: number; of: number }>

function points(a: Share, b: Share): string {
  if (a.of === 0 || b.of === 0) return '–'
  const difference = (100 * b.count) / b.of - (100 * a.count) / a.of
  return `${difference < 0 ? '−' : '+'}${Math.abs(difference).toFixed(1)}`
}

const listed = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`== ${title} (${lines.length})`, ...lines]

function told({ a, b }: Pair): string {
  const gold =
    b.labels.expect === undefined ? '' : ` [${b.labels.expect} ${b.labels.items?.[0] ?? ''}]`
  return `${keyOf(b)}: ${outcome(a)} → ${outcome(b)}${gold} ${b.question.slice(0, 60)}`.trimEnd()
}

const outcome = ({ result: { decision, items, field } }: Judged) =>
  `${decision} ${items[0] ?? '–'} ${field ?? 'overview'}`
