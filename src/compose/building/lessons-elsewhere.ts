// The lessons of a knowledge base, learnt in threads beside the one that asks for them.
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { TextModel } from '../../retrieval/learning/text-model.ts'
import { type Lesson, type Lessons, type Packed, unpack } from '../../retrieval/lessons.ts'
import type { LessonTasks } from './lesson-thread.ts'
import { beginThread, ThreadLost } from './thread.ts'

/** By the number of threads: what each learns, in the order in which it is needed. The routes take longest. */
const SHARED_OUT: readonly (readonly Lesson[])[][] = [
  [],
  [['asides', 'routes', 'fields']],
  [['routes'], ['asides', 'fields']],
]
/** More have nothing to do. */
export const THREADS_BESIDE_MAX = SHARED_OUT.length - 1

/**
 * Begins to learn at once, in so many threads. What a lost thread owed is learnt `here` when it is asked
 * for, and `onLost` is told why, once.
 */
export function lessonsElsewhere(
  base: KnowledgeBase,
  threads: number,
  { here, onLost }: Readonly<{ here: Lessons; onLost: (error: ThreadLost) => void }>,
): Lessons {
  const begun = SHARED_OUT[threads]!.map((lessons) => learnInTurn(base, lessons))
  const asked = new Map(begun.flat())
  let isTold = false
  async function learnt<M extends TextModel>(lesson: Lesson, learnHere: () => Promise<M>) {
    try {
      const packed = await asked.get(lesson)
      if (packed !== undefined) return unpack<M>(packed as Packed<M>)
    } catch (error) {
      if (!(error instanceof ThreadLost)) throw error
      if (!isTold) onLost(error)
      isTold = true
    }
    return learnHere()
  }
  return {
    asides: () => learnt('asides', here.asides),
    routes: () => learnt('routes', here.routes),
    fields: () => learnt('fields', here.fields),
  }
}

/** The thread ends with its last lesson, since it holds much memory. */
function learnInTurn(base: KnowledgeBase, lessons: readonly Lesson[]) {
  const thread = beginThread<LessonTasks>('lesson-thread', base)
  const asked = lessons.map((lesson) => [lesson, thread.ask('learn', lesson)] as const)
  // That also hears of failures until somebody waits for them.
  void Promise.allSettled(asked.map(([, learnt]) => learnt)).then(thread.end)
  return asked
}
