// Knowledge at the console: reading, trying, checking and publishing what answers.
import { randomUUID } from 'node:crypto'
import { loadKnowledgeFolder } from '../files/knowledge-folder.ts'
import type { KnowledgeDeps } from '../http/console-api/knowledge.ts'
import type { TrialWire } from '../http/console-api/wire.ts'
import { DomainError } from '../kernel/errors.ts'
import { asId, type TurnId } from '../kernel/ids.ts'
import { answerBy } from './assistant.ts'
import type { Audit, ConsoleParts } from './console-parts.ts'
import type { KnowledgeService, LoadedKnowledge } from './knowledge.ts'
import type { Llm } from './llm.ts'
import { isLoadable } from './publish.ts'
import { makePublisher } from './publisher.ts'

const VERSIONS_SHOWN = 30

export function composeKnowledge(
  { db, knowledge, llm, world, switches, askedNext, knowledgeDir, log }: ConsoleParts,
  audit: Audit,
): KnowledgeDeps {
  const publisher = makePublisher(db, knowledge, log)
  const loaded = () => loadedNow(knowledge)
  return {
    current: () => ({ version: loaded().version, base: loaded().snapshot.base }),
    versions: () => knowledge.store.versions(VERSIONS_SHOWN),
    isUsable: isLoadable,
    activate: async (id) => {
      await knowledge.store.activate(id)
      await knowledge.refresh()
    },
    publish: publisher.begin,
    publishState: publisher.state,
    check: async () => {
      const read = await loadKnowledgeFolder(knowledgeDir)
      if (read.kind === 'invalid') return { items: 0, problems: read.problems, differs: null }
      return {
        items: read.base.items.length,
        problems: [],
        differs: await knowledge.folderState().then((state) => state === 'differs'),
      }
    },
    tryQuestion: (text) => {
      const targetError = switches.targetError()
      const handlingDays = () => world.work.rules().limits.handling
      const settings = { targetError, askedNext: askedNext.of, now: world.now, handlingDays }
      return tryQuestion(loaded(), llm, settings, text)
    },
    audit,
  }
}

function loadedNow(knowledge: KnowledgeService): LoadedKnowledge {
  const loaded = knowledge.current()
  if (loaded === null) throw new DomainError('unavailable')
  return loaded
}

async function tryQuestion(
  loaded: LoadedKnowledge,
  llm: Llm | null,
  settings: Parameters<typeof answerBy>[2],
  text: string,
): Promise<TrialWire> {
  const began = performance.now()
  const answered = await answerBy(loaded, llm, settings, {
    turnId: asId<TurnId>(randomUUID()),
    said: { kind: 'text', text },
    state: null,
  })
  const nameOf = (code: string) =>
    loaded.snapshot.base.items.find((item) => item.code === code)?.name ?? code
  return {
    decision: answered.decision,
    field: answered.field,
    confidence: answered.confidence,
    version: loaded.version.id,
    ms: Math.round(performance.now() - began),
    hits: answered.hits.map((hit) => ({ ...hit, name: nameOf(hit.code) })),
    trace: answered.trace,
    message: answered.message,
  }
}
