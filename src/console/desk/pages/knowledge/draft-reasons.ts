// What is wrong with a draft, sorted to the fields of its form.
import type { Problem } from '../../../../knowledge/change/ports.ts'

/** `row` is null for what is said of the field as a whole; `within` is the place in the row. */
export type Reason = Readonly<{ row: number | null; within: string; reason: string }>

/** Those about one list, with their rows. */
export function reasonsOfList(problems: readonly Problem[], name: string): readonly Reason[] {
  return problems.flatMap(({ path, reason }) => {
    const [head, row, ...rest] = path.split('.')
    if (head !== name) return []
    return [{ row: row === undefined ? null : Number(row), within: rest.join('.'), reason }]
  })
}

/** Those about one value, or about the record that begins with it. */
export function reasonsOfValue(
  problems: readonly Problem[],
  path: string,
  isFirst: boolean,
): readonly string[] {
  const [record = ''] = path.split('.')
  return problems
    .filter((one) => one.path === path || (isFirst && one.path === record))
    .map(({ reason }) => reason)
}

/** What belongs to no field of the form. */
export const reasonsElsewhere = (
  problems: readonly Problem[],
  known: readonly string[],
): readonly Problem[] => problems.filter(({ path }) => !known.includes(path.split('.')[0] ?? ''))
