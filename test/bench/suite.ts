// A suite measures peers side by side in one run; ratios are what counts on a small machine.

export type Row = Readonly<{ peer: string } & Record<string, number | string>>

export type Suite = Readonly<{
  name: string
  /** What is compared, under which conditions. */
  title: string
  run: (options: SuiteOptions) => Promise<Result>
}>

type SuiteOptions = Readonly<{
  /** Peers that are left out on purpose, by a part of their name; one that is missing is a failure. */
  without: readonly string[]
}>

export type Result = Readonly<{ rows: readonly Row[]; verdict: string; ok: boolean }>

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}
