// A thread that learns the lessons of one knowledge base.
import { workerData } from 'node:worker_threads'
import { makeLanguage } from '../../../chinese/language.ts'
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts'
import { dictionaryWords } from '../../../retrieval/dictionary.ts'
import type { TextModel } from '../../../retrieval/learning/text-model.ts'
import { type Lesson, lessonsOf, type Packed, pack } from '../../../retrieval/lessons.ts'
import { serve } from './thread.ts'

export type LessonTasks = Readonly<{ learn: { input: Lesson; answer: Packed<TextModel> } }>

const base = workerData as KnowledgeBase
const language = await makeLanguage(dictionaryWords(base))
const lessons = lessonsOf(base, { language, breathe: async () => {} })

await serve<LessonTasks>({
  learn: async (lesson) => ({ value: pack<TextModel>(await lessons[lesson]()) }),
})
