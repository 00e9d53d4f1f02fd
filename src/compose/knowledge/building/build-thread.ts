// The thread that builds a snapshot of one knowledge base, with one beside it for the lessons.
import { workerData } from 'node:worker_threads'
import { makeLanguage } from '../../../chinese/language.ts'
import { causeForLog, type LoggedCause } from '../../../kernel/cause.ts'
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts'
import type { SnapshotPart } from '../../../knowledge/ports.ts'
import { dictionaryWords } from '../../../retrieval/dictionary.ts'
import { lessonsOf } from '../../../retrieval/lessons.ts'
import { buildSnapshot } from '../../../retrieval/snapshot.ts'
import { serializeSnapshot } from '../../../retrieval/snapshot-codec.ts'
import { lessonsElsewhere } from './lessons-elsewhere.ts'
import { serve, tell } from './thread.ts'

export type BuildTasks = Readonly<{
  build: { input: undefined; answer: readonly SnapshotPart[] }
}>

export type BuildNote =
  | Readonly<{ kind: 'progress'; step: string; share: number }>
  | Readonly<{ kind: 'lost'; error: LoggedCause }>

const note = (one: BuildNote) => tell(one)

const base = workerData as KnowledgeBase
const language = await makeLanguage(dictionaryWords(base))
const deps = { language, breathe: async () => {} }

await serve<BuildTasks>({
  build: async () => {
    const lessons = lessonsElsewhere(base, {
      here: lessonsOf(base, deps),
      onLost: (error) => note({ kind: 'lost', error: causeForLog(error.cause) }),
    })
    const progress = (step: string, share: number) => note({ kind: 'progress', step, share })
    const parts = serializeSnapshot(await buildSnapshot(base, { ...deps, progress, lessons }))
    const moved = new Set(parts.map(({ bytes }) => bytes.buffer as ArrayBuffer))
    return { value: parts, moved: [...moved] }
  },
})
