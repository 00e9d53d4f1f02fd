// The lessons of a knowledge base, learnt in a thread beside the one that asks for them.
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts'
import type { TextModel } from '../../../retrieval/learning/text-model.ts'
import { type Lesson, type Lessons, type Packed, unpack } from '../../../retrieval/lessons.ts'
import type { LessonTasks } from './lesson-thread.ts'
import { beginThread, ThreadLost } from './thread.ts'

/** In the order in which they are needed. */
const LESSONS: readonly Lesson[] = ['asides', 'routes', 'fields']

/**
 * Begins to learn them at once. Where the thread is lost, `onLost` is told why, once, and what it owed is
 * learnt `here` when it is asked for.
 */
export function lessonsElsewhere(
  base: KnowledgeBase,
  { here, onLost }: Readonly<{ here: Lessons; onLost: (error: ThreadLost) => void }>,
): Lessons {
  const thread = beginThread<LessonTasks>('lesson-thread', base)
  const asked = new Map(LESSONS.map((lesson) => [lesson, thread.ask('learn', lesson)]))
  // It holds much memory, so that it ends with the last; and failures are heard before they are waited for.
  void Promise.allSettled(asked.values()).then(thread.end)
  let isTold = false
  async function learnt<M extends TextModel>(lesson: Lesson, learnHere: () => Promise<M>) {
    try {
      return unpack<M>((await asked.get(lesson)) as Packed<M>)
    } catch (error) {
      if (!(error instanceof ThreadLost)) throw error
      if (!isTold) onLost(error)
      isTold = true
      return learnHere()
    }
  }
  return {
    asides: () => learnt('asides', here.asides),
    routes: () => learnt('routes', here.routes),
    fields: () => learnt('fields', here.fields),
  }
}
