// What is wrong with changed items, told apart from what was wrong before.
import { checkKnowledge } from '../check/check.ts'
import { squashed } from '../check/claims.ts'
import type { Finding } from '../check/finding.ts'
import type { KnowledgeBase } from '../knowledge-base.ts'
import type { Law } from '../law.ts'
import type { ServiceItem } from '../service-item.ts'

export type Checked = Readonly<{
  /** What the changes break. */
  broken: readonly Finding[]
  /** What is wrong with these items already, and stays so. */
  inherited: readonly Finding[]
}>

/** All checks of `checkKnowledge`, as if these items stood in the base. */
export function checkChanged(
  base: KnowledgeBase,
  changed: readonly ServiceItem[],
  laws: readonly Law[],
  today: string,
): Checked {
  const codes = new Set<string>(changed.map((item) => item.code))
  const before = base.items.filter((item) => codes.has(item.code))
  const near = nearTo([...before, ...changed], base)
  const inPlace = new Map(changed.map((item) => [item.code, item]))
  const items = near.items.map((item) => inPlace.get(item.code) ?? item)
  const known = new Set(checkKnowledge(near, laws, today).map(keyOf))
  const found = checkKnowledge({ ...near, items }, laws, today)
  return {
    broken: found.filter((one) => !known.has(keyOf(one))),
    inherited: found.filter((one) => known.has(keyOf(one)) && codes.has(one.where)),
  }
}

/** Too few are too few, however many there were before. */
const keyOf = ({ where, rule, field, detail }: Finding) =>
  `${where}\n${rule}\n${rule === 'richness' ? field : detail}`

/**
 * The base without what these items cannot clash with: tens of thousands of questions of other items
 * take seconds to check, and what is left out is left out before and after alike.
 */
function nearTo(items: readonly ServiceItem[], base: KnowledgeBase): KnowledgeBase {
  const codes = new Set<string>(items.map((item) => item.code))
  const said = new Set(items.flatMap((item) => [...item.questions, ...item.aliases]).map(squashed))
  const clashing = <T>(rows: readonly T[], textOf: (row: T) => string): T[] => {
    const keys = squashedOnce(rows, textOf)
    return rows.filter((_, n) => said.has(keys[n] ?? ''))
  }
  return {
    ...base,
    routes: [],
    calibration: clashing(base.calibration, ({ q }) => q),
    items: base.items.map((item) =>
      codes.has(item.code)
        ? item
        : {
            ...item,
            questions: clashing(item.questions, (text) => text),
            aliases: clashing(item.aliases, (text) => text),
            faq: [],
          },
    ),
  }
}

const squashedBefore = new WeakMap<object, readonly string[]>()

/** A version's texts stay the same for as long as it answers. */
function squashedOnce<T>(rows: readonly T[], textOf: (row: T) => string): readonly string[] {
  const known = squashedBefore.get(rows)
  if (known !== undefined) return known
  const keys = rows.map((row) => squashed(textOf(row)))
  squashedBefore.set(rows, keys)
  return keys
}
