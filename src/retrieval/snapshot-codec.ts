// A snapshot as a few named blocks of bytes, so that a restart loads it instead of building it.
// Little-endian like every machine this runs on; the format number refuses older blocks.
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
export const SNAPSHOT_FORMAT = 15

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

/** The snapshot again; throws `snapshot_unreadable` when a block is missing or of another format. */
export function deserializeSnapshot(parts: readonly SnapshotPart[]): Snapshot {
  const read = makeReader(parts)
  const meta = JSON.parse(read.text('meta')) as Meta
  if (meta.format !== SNAPSHOT_FORMAT) {
    throw new DomainError('snapshot_unreadable', { format: meta.format })
  }
  return {
    base: baseOf(read.text('base')),
    separators: new Map(meta.separators.map(([owner, row]) => [owner, new Map(row)] as const)),
    deeds: meta.deeds,
    index: {
      vocabulary: read.vocabulary('index/vocabulary'),
      owners: read.uint16('index/owners'),
      items: read.bm25('index/items'),
      passages: read.bm25('index/passages'),
    },
    broad: { index: read.bm25('broad'), candidates: meta.broadCandidates },
    fields: { ...read.model('fields', meta.fieldLabels), habits: new Map(meta.fieldHabits) },
    asides: read.model('asides', meta.asideLabels),
    items: read.model('items', meta.itemLabels),
    clauses: read.model('clauses', meta.clauseLabels),
    routes: {
      ...read.model('routes', meta.routeLabels),
      domain: new Set(read.text('routes/domain').split('\n')),
    },
    judgement: read.judgement('judgement', meta.judgement),
    judgementWithVectors:
      meta.judgementWithVectors && read.judgement('judgement-vectors', meta.judgementWithVectors),
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

function makeReader(parts: readonly SnapshotPart[]) {
  const byName = new Map(parts.map((part) => [part.name, part.bytes]))
  // A copy: what a store returns may lie anywhere in a larger buffer, unaligned.
  function raw(name: string): Uint8Array<ArrayBuffer> {
    const found = byName.get(name)
    if (found === undefined) throw new DomainError('snapshot_unreadable', { missing: name })
    return Uint8Array.from(found)
  }
  const string = (name: string) => new TextDecoder().decode(raw(name))
  const uint32 = (name: string) => new Uint32Array(raw(name).buffer)
  const float32 = (name: string) => new Float32Array(raw(name).buffer)
  const uint16 = (name: string) => new Uint16Array(raw(name).buffer)
  const vocabulary = (name: string) => new Vocabulary(string(name).split('\n'))
  const forest = (name: string): Forest => ({
    roots: uint32(`${name}/roots`),
    feature: new Int16Array(raw(`${name}/feature`).buffer),
    value: float32(`${name}/value`),
    left: uint32(`${name}/left`),
    right: uint32(`${name}/right`),
  })
  return {
    text: string,
    uint16,
    vocabulary,
    bm25: (name: string): Bm25 => ({
      documents: uint32(`${name}/documents`)[0] ?? 0,
      starts: uint32(`${name}/starts`),
      docs: uint32(`${name}/docs`),
      gains: float32(`${name}/gains`),
      idf: float32(`${name}/idf`),
    }),
    judgement: (name: string, confidence: Confidence): Judgement => ({
      rank: forest(name),
      confidence,
    }),
    model: (name: string, labels: readonly string[]): TextModel => {
      const idf = float32(`${name}/idf`)
      return {
        features: { vocabulary: vocabulary(`${name}/vocabulary`), idf },
        model: {
          labels,
          features: idf.length,
          weights: new Int8Array(raw(`${name}/weights`).buffer),
          scales: float32(`${name}/scales`),
          bias: float32(`${name}/bias`),
        },
      }
    },
  }
}
