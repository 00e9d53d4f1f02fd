// Several items called by their names one after the other are several matters, and what is asked behind
// them is asked of each: 「工伤认定和劳动能力鉴定分别要多久」.
import type { ItemCode } from '../../kernel/ids.ts'
import type { Several } from './several-matters.ts'

type Named = Readonly<{ code: ItemCode; name: string; at: number }>

/** A shorter name is a word that stands in many sentences. */
const NAME_MIN = 4
const JOINT = /^\s*(?:[、,，和跟与及]|以及|还有)\s*$/u
const OF_EACH = /^(?:分别|各自?|都|两个|这两个|这几个|的)+/u
/** What is asked of them together is one question. */
const TOGETHER =
  /区别|不同|不一样|哪个|哪一个|同时|一起|一并|合并|先后|顺序|[先后]办|关系|代替|冲突/u

/** The matters of a message that names several items in a row, or null. */
export function namedTogether(
  normalized: string,
  items: readonly Readonly<{ code: ItemCode; names: readonly string[] }>[],
): Several | null {
  const run = longestRun(normalized, namedIn(normalized, items))
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined || run.length < 2) return null
  const behind = normalized.slice(last.at + last.name.length).replace(OF_EACH, '')
  if (TOGETHER.test(normalized.slice(0, first.at)) || TOGETHER.test(behind)) return null
  return { parts: run.map(({ name }) => `${name}${behind}`), isCounted: true }
}

/** Each item by the longest of its names that is said, none within another's. */
function namedIn(normalized: string, items: Parameters<typeof namedTogether>[1]): readonly Named[] {
  const said = items.flatMap(({ code, names }) => {
    const [name] = names
      .filter((one) => one.length >= NAME_MIN && normalized.includes(one))
      .sort((a, b) => b.length - a.length)
    return name === undefined ? [] : [{ code, name, at: normalized.indexOf(name) }]
  })
  return said
    .filter((one) => !said.some((other) => other !== one && holds(other, one)))
    .sort((a, b) => a.at - b.at)
}

const holds = (outer: Named, inner: Named): boolean =>
  outer.name.length >= inner.name.length &&
  outer.at <= inner.at &&
  inner.at + inner.name.length <= outer.at + outer.name.length

/** Those that stand with nothing but a joint between them. */
function longestRun(normalized: string, named: readonly Named[]): readonly Named[] {
  const runs: Named[][] = []
  for (const one of named) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    const between = before && normalized.slice(before.at + before.name.length, one.at)
    if (run !== undefined && between !== undefined && JOINT.test(between)) run.push(one)
    else runs.push([one])
  }
  return runs.reduce<readonly Named[]>((best, run) => (run.length > best.length ? run : best), [])
}
