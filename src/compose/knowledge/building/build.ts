// From a knowledge base to what answers questions, in two threads of its own: this one goes on with its
// work, and two cores are used. A small base is built here, which is quicker.
import { availableParallelism, totalmem } from 'node:os'
import { makeLanguage } from '../../../chinese/language.ts'
import { causeForLog, type LoggedCause } from '../../../kernel/cause.ts'
import type { Breathe } from '../../../kernel/clock.ts'
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts'
import type { SnapshotPart } from '../../../knowledge/ports.ts'
import { dictionaryWords } from '../../../retrieval/dictionary.ts'
import { buildSnapshot } from '../../../retrieval/snapshot.ts'
import { serializeSnapshot } from '../../../retrieval/snapshot-codec.ts'
import type { BuildNote, BuildTasks } from './build-thread.ts'
import { beginThread, ThreadLost } from './thread.ts'

export type BuildingDeps = Readonly<{
  /** For what is built in this thread. */
  breathe: Breathe
  progress: (step: string, share: number) => void
  /** Told once where a thread cannot be had, or is lost; its work is then done in another. */
  onLost: (error: LoggedCause) => void
  /** Once it is aborted, what is being built is given up. */
  ending?: AbortSignal | undefined
}>

/**
 * Builds a snapshot as it is stored; the same base gives the same parts in threads as here. Rejects with
 * the reason of `ending` once that is aborted, and never for want of a thread.
 */
export async function buildParts(
  base: KnowledgeBase,
  deps: BuildingDeps,
  apart: boolean = isWorthThreads(base),
): Promise<readonly SnapshotPart[]> {
  if (!apart) return buildHere(base, deps)
  try {
    return await buildApart(base, deps)
  } catch (error) {
    deps.ending?.throwIfAborted()
    if (!(error instanceof ThreadLost)) throw error
    deps.onLost(causeForLog(error.cause))
    return buildHere(base, deps)
  }
}

/** Of fewer examples, threads take longer to begin than the work takes. */
const EXAMPLES_MIN = 5_000
/** With threads the whole process comes to some two gigabytes (measured: src/DECISIONS.md). */
const MEMORY_MIN = 3 * 2 ** 30

function isWorthThreads({ items, routes, fields, calibration }: KnowledgeBase): boolean {
  const questions = items.reduce((sum, item) => sum + item.questions.length, 0)
  const examples = questions + routes.length + fields.length + calibration.length
  return examples >= EXAMPLES_MIN && availableParallelism() > 1 && memoryBytes() >= MEMORY_MIN
}

/** Of the machine, or of the container where that has less. */
const memoryBytes = () => Math.min(totalmem(), process.constrainedMemory() || totalmem())

async function buildHere(
  base: KnowledgeBase,
  { breathe, progress }: Pick<BuildingDeps, 'breathe' | 'progress'>,
): Promise<readonly SnapshotPart[]> {
  const language = await makeLanguage(dictionaryWords(base))
  return serializeSnapshot(await buildSnapshot(base, { language, breathe, progress }))
}

/** Rejects with `ThreadLost` where there is no thread to build in, or it is stopped. */
async function buildApart(
  base: KnowledgeBase,
  { progress, onLost, ending }: Omit<BuildingDeps, 'breathe'>,
): Promise<readonly SnapshotPart[]> {
  ending?.throwIfAborted()
  const thread = beginThread<BuildTasks>('build-thread', base, (note) => {
    const one = note as BuildNote
    if (one.kind === 'progress') progress(one.step, one.share)
    else onLost(one.error)
  })
  ending?.addEventListener('abort', thread.end)
  try {
    return await thread.ask('build', undefined)
  } finally {
    ending?.removeEventListener('abort', thread.end)
    thread.end()
  }
}
