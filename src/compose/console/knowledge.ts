// Knowledge at the console: reading, trying, checking and publishing what answers.
import { randomUUID } from 'node:crypto'
import { withPins } from '../../conversation/incoming/pinned.ts'
import { toItemFile } from '../../files/item-schema.ts'
import { loadKnowledgeFolder } from '../../files/knowledge-folder.ts'
import type { KnowledgeDeps } from '../../http/console-api/knowledge.ts'
import type { CheckWire, TrialWire } from '../../http/console-api/wire.ts'
import { causeForLog } from '../../kernel/cause.ts'
import { DomainError } from '../../kernel/errors.ts'
import { asId, type TurnId } from '../../kernel/ids.ts'
import type { LaidOver } from '../../knowledge/change/lay-over.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Connection } from '../../postgres/database.ts'
import { baseDigests } from '../../postgres/knowledge-changes.ts'
import { answerBy } from '../chat/assistant.ts'
import type { Llm } from '../chat/llm.ts'
import { digestOf } from '../knowledge/changes.ts'
import type { KnowledgeService, LoadedKnowledge } from '../knowledge/knowledge.ts'
import { layApproved } from '../knowledge/laid-over.ts'
import { checksumOf, isLoadable } from '../knowledge/publish.ts'
import { makePublisher } from '../knowledge/publisher.ts'
import { switchVersion } from '../knowledge/switch-version.ts'
import { vectorState } from '../knowledge/vector-state.ts'
import { actorNames } from './actor-names.ts'
import type { Audited } from './audited.ts'
import type { ConsoleParts } from './parts.ts'

const VERSIONS_SHOWN = 30

export function composeKnowledge(
  { db, knowledge, vectors, llm, world, switches, askedNext, knowledgeDir, log }: ConsoleParts,
  audited: Audited,
): KnowledgeDeps {
  const publisher = makePublisher(db, knowledge, log)
  const loaded = () => loadedNow(knowledge)
  return {
    current: () => ({ version: loaded().version, base: loaded().snapshot.base }),
    versions: () => knowledge.store.versions(VERSIONS_SHOWN),
    isUsable: isLoadable,
    activate: async (id, entry) => {
      await audited(entry, (tx) => switchVersion(tx, id, entry.actor))
      // It is done, and every process is told of it; this one only need not wait to be told.
      await knowledge.refresh().catch((error: unknown) => {
        log.error({ version: id, error: causeForLog(error) }, 'the version was not loaded at once')
      })
    },
    publish: publisher.begin,
    publishState: publisher.state,
    names: () => actorNames(db, world.now()),
    vectorsNote: async () => (await vectorState(db, { knowledge, vectors }))?.words ?? null,
    check: () => checkFolder({ db, knowledge, knowledgeDir, log }),
    tryQuestion: async (text) => {
      const targetError = switches.targetError()
      const handlingDays = () => world.work.rules().limits.handling
      const settings = { targetError, askedNext: askedNext.of, now: world.now, handlingDays }
      const trial = await tryQuestion(loaded(), llm, settings, text)
      const { message, decision } = trial
      const now = world.now()
      return { ...trial, message: withPins(message, decision, switches.pins(now), now) }
    },
  }
}

async function checkFolder({
  db,
  knowledge,
  knowledgeDir,
  log,
}: Pick<ConsoleParts, 'db' | 'knowledge' | 'knowledgeDir' | 'log'>): Promise<CheckWire> {
  const read = await loadKnowledgeFolder(knowledgeDir)
  if (read.kind === 'invalid') {
    return { items: 0, problems: read.problems, differs: null, changes: [] }
  }
  const laidOver = await layApproved(db, read.base, log)
  const active = await knowledge.store.active()
  return {
    items: read.base.items.length,
    problems: [],
    differs: active?.checksum !== checksumOf(laidOver.base),
    changes: await standing(db, read.base, laidOver),
  }
}

/** The changes that the next publish lays over these files, and how each stands to its file. */
async function standing(
  db: Connection,
  base: KnowledgeBase,
  { laid, homeless }: LaidOver,
): Promise<CheckWire['changes']> {
  const from = await baseDigests(
    db,
    laid.map(({ item }) => item.code),
  )
  const files = new Map(base.items.map((item) => [item.code, digestOf(toItemFile(item))]))
  return [
    ...laid.map(({ id, item: { code, name } }) => {
      const isKnown = from.get(code)?.includes(files.get(code) ?? '') === true
      return { id, code, name, over: isKnown ? ('file' as const) : ('edited_file' as const) }
    }),
    ...homeless.map(({ id, item: { code, name } }) => ({
      id,
      code,
      name,
      over: 'nothing' as const,
    })),
  ]
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
