// A snapshot as a few named blocks of bytes, so that a restart loads it instead of building it.
// Little-endian like every machine this runs on; the format number refuses older blocks.
import type { Breathe } from '../kernel/clock.ts'
import { DomainError } from '../kernel/errors.ts'
import type { ItemCode } from '../kernel/ids.ts'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import type { SnapshotPart } from '../knowledge/ports.ts'
import type { Bm25 } from './bm25.ts'
import type { Deeds } from './deeds.ts'
import type { Judgement } from './learning/calibration.ts'
import type { Confidence } from './learning/confidence.ts'
import type { Forest } from './learning/forest.ts'
import type { TextModel } from './learning/text-model.ts'
import type { Separation } from './separate.ts'
import type { Snapshot } from './snapshot.ts'
import { Vocabulary } from './vocabulary.ts'

/** Part of a version's checksum: a program loads versions of its own format only. */
export const SNAPSHOT_FORMAT = 16

/** What is not an array of numbers or a list of tokens; its keys are part of the format. */
type Meta = Readonly<{
  format: number
  /** Of each judgement only the confidence: its forest is blocks of its own. */
  judgement: Confidence
  judgementWithVectors: Confidence | null
  separators: readonly (readonly [number, readonly (readonly [number, Separation])[]])[]
  deeds: Deeds
  broadCandidates: readonly (readonly number[])[]
  fieldLabels: readonly string[]
  fieldHabits: readonly (readonly [ItemCode, readonly number[]])[]
  itemLabels: readonly string[]
  clauseLabels: readonly string[]
  routeLabels: readonly string[]
  asideLabels: readonly string[]
}>

/**
 * The blocks share the memory of the snapshot's arrays. `deserializeSnapshot` gives an equal snapshot.
 */
export function serializeSnapshot(snapshot: Snapshot): readonly SnapshotPart[] {
  const {
    base,
    index,
    items,
    clauses,
    routes,
    separators,
    deeds,
    broad,
    asides,
    fields,
    judgement,
    judgementWithVectors,
  } = snapshot
  const meta: Meta = {
    format: SNAPSHOT_FORMAT,
    judgement: judgement.confidence,
    judgementWithVectors: judgementWithVectors?.confidence ?? null,
    separators: [...separators].map(([owner, row]) => [owner, [...row]] as const),
    deeds,
    broadCandidates: broad.candidates,
    fieldLabels: fields.model.labels,
    fieldHabits: [...fields.habits],
    itemLabels: items.model.labels,
    clauseLabels: clauses.model.labels,
    routeLabels: routes.model.labels,
    asideLabels: asides.model.labels,
  }
  return [
    text('meta', JSON.stringify(meta)),
    text('base', JSON.stringify(base)),
    text('index/vocabulary', index.vocabulary.tokens().join('\n')),
    bytes('index/owners', index.owners),
    ...bm25Parts('index/items', index.items),
    ...bm25Parts('index/passages', index.passages),
    ...bm25Parts('broad', broad.index),
    ...modelParts('items', items),
    ...modelParts('clauses', clauses),
    ...modelParts('fields', fields),
    ...modelParts('asides', asides),
    ...forestParts('judgement', judgement.rank),
    ...(judgementWithVectors === null
      ? []
      : forestParts('judgement-vectors', judgementWithVectors.rank)),
    ...modelParts('routes', routes),
    text('routes/domain', [...routes.domain].join('\n')),
  ]
}

/**
 * The snapshot again, a block at a time. Rejects with `snapshot_unreadable` when one is missing or of
 * another format.
 */
export async function deserializeSnapshot(
  parts: readonly SnapshotPart[],
  breathe: Breathe,
): Promise<Snapshot> {
  const read = makeReader(parts, breathe)
  const meta = JSON.parse(await read.text('meta')) as Meta
  if (meta.format !== SNAPSHOT_FORMAT) {
    throw new DomainError('snapshot_unreadable', { format: meta.format })
  }
  return {
    base: baseOf(await read.text('base')),
    separators: new Map(meta.separators.map(([owner, row]) => [owner, new Map(row)] as const)),
    deeds: meta.deeds,
    index: {
      vocabulary: await read.vocabulary('index/vocabulary'),
      owners: await read.uint16('index/owners'),
      items: await read.bm25('index/items'),
      passages: await read.bm25('index/passages'),
    },
    broad: { index: await read.bm25('broad'), candidates: meta.broadCandidates },
    fields: {
      ...(await read.model('fields', meta.fieldLabels)),
      habits: new Map(meta.fieldHabits),
    },
    asides: await read.model('asides', meta.asideLabels),
    items: await read.model('items', meta.itemLabels),
    clauses: await read.model('clauses', meta.clauseLabels),
    routes: {
      ...(await read.model('routes', meta.routeLabels)),
      domain: new Set((await read.text('routes/domain')).split('\n')),
    },
    judgement: await read.judgement('judgement', meta.judgement),
    judgementWithVectors:
      meta.judgementWithVectors &&
      (await read.judgement('judgement-vectors', meta.judgementWithVectors)),
  }
}

/** Versions that were published earlier know of no matter without an item. */
function baseOf(json: string): KnowledgeBase {
  const base = JSON.parse(json) as Omit<KnowledgeBase, 'uncovered'> & Partial<KnowledgeBase>
  return { ...base, uncovered: base.uncovered ?? [] }
}

const text = (name: string, value: string): SnapshotPart => ({
  name,
  bytes: new TextEncoder().encode(value),
})

const bytes = (name: string, array: ArrayBufferView): SnapshotPart => ({
  name,
  bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
})

const bm25Parts = (name: string, index: Bm25): SnapshotPart[] => [
  bytes(`${name}/starts`, index.starts),
  bytes(`${name}/docs`, index.docs),
  bytes(`${name}/gains`, index.gains),
  bytes(`${name}/idf`, index.idf),
  bytes(`${name}/documents`, Uint32Array.of(index.documents)),
]

const forestParts = (name: string, forest: Forest): SnapshotPart[] => [
  bytes(`${name}/roots`, forest.roots),
  bytes(`${name}/feature`, forest.feature),
  bytes(`${name}/value`, forest.value),
  bytes(`${name}/left`, forest.left),
  bytes(`${name}/right`, forest.right),
]

const modelParts = (name: string, { features, model }: TextModel): SnapshotPart[] => [
  text(`${name}/vocabulary`, features.vocabulary.tokens().join('\n')),
  bytes(`${name}/idf`, features.idf),
  bytes(`${name}/weights`, model.weights),
  bytes(`${name}/scales`, model.scales),
  bytes(`${name}/bias`, model.bias),
]

/** So many tokens are taken in a fraction of a slice. */
const TOKENS_AT_A_TIME = 2_000

function makeReader(parts: readonly SnapshotPart[], breathe: Breathe) {
  const byName = new Map(parts.map((part) => [part.name, part.bytes]))
  // A copy: what a store returns may lie anywhere in a larger buffer, unaligned.
  async function raw(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const found = byName.get(name)
    if (found === undefined) throw new DomainError('snapshot_unreadable', { missing: name })
    await breathe()
    return Uint8Array.from(found)
  }
  const string = async (name: string) => new TextDecoder().decode(await raw(name))
  const uint32 = async (name: string) => new Uint32Array((await raw(name)).buffer)
  const float32 = async (name: string) => new Float32Array((await raw(name)).buffer)
  const uint16 = async (name: string) => new Uint16Array((await raw(name)).buffer)
  async function vocabulary(name: string): Promise<Vocabulary> {
    const read = new Vocabulary()
    for (const token of (await string(name)).split('\n')) {
      const id = read.size
      // Stored, tokens that end within a character are alike; each keeps its number all the same.
      if (read.add(token) !== id) read.add(`${token}\0${id}`)
      if (read.size % TOKENS_AT_A_TIME === 0) await breathe()
    }
    return read
  }
  const forest = async (name: string): Promise<Forest> => ({
    roots: await uint32(`${name}/roots`),
    feature: new Int16Array((await raw(`${name}/feature`)).buffer),
    value: await float32(`${name}/value`),
    left: await uint32(`${name}/left`),
    right: await uint32(`${name}/right`),
  })
  return {
    text: string,
    uint16,
    vocabulary,
    bm25: async (name: string): Promise<Bm25> => ({
      documents: (await uint32(`${name}/documents`))[0] ?? 0,
      starts: await uint32(`${name}/starts`),
      docs: await uint32(`${name}/docs`),
      gains: await float32(`${name}/gains`),
      idf: await float32(`${name}/idf`),
    }),
    judgement: async (name: string, confidence: Confidence): Promise<Judgement> => ({
      rank: await forest(name),
      confidence,
    }),
    model: async (name: string, labels: readonly string[]): Promise<TextModel> => {
      const idf = await float32(`${name}/idf`)
      return {
        features: { vocabulary: await vocabulary(`${name}/vocabulary`), idf },
        model: {
          labels,
          features: idf.length,
          weights: new Int8Array((await raw(`${name}/weights`)).buffer),
          scales: await float32(`${name}/scales`),
          bias: await float32(`${name}/bias`),
        },
      }
    },
  }
}
