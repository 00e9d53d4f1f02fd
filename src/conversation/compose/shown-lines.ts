// Facts as the lines of a block: a source that several lines in a row share is named once.
import { type Fact, sourced } from './facts.ts'
import { withoutDoubledFigures } from './figures.ts'

export function shownLines(facts: readonly Fact[]): string[] {
  return runsOf(facts).flatMap((run) => {
    const lines = run.map(({ text }) => withoutDoubledFigures(text))
    const last = lines.pop() ?? ''
    return [...lines, `${last}${sourcedRun(run)}`]
  })
}

/** The one source of all that names any, or null: then it can be said once, below. */
export function sharedSource(facts: readonly Fact[]): string | null {
  const sources = new Set(facts.flatMap(({ source }) => (source === null ? [] : [source])))
  const [only] = sources
  return sources.size === 1 ? (only ?? null) : null
}

/** 「〔以上 3 项：《建筑法》第八条〕」 */
function sourcedRun(run: readonly Fact[]): string {
  const source = run[0]?.source ?? null
  const mark = sourced(source)
  return run.length > 1 && source !== null ? `〔以上 ${run.length} 项：${mark.slice(1)}` : mark
}

function runsOf(facts: readonly Fact[]): Fact[][] {
  const runs: Fact[][] = []
  for (const fact of facts) {
    const last = runs.at(-1)
    if (last?.[0]?.source === fact.source) last.push(fact)
    else runs.push([fact])
  }
  return runs
}
