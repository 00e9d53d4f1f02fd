// The vectors of an embedding server: made once per text and kept, stored with the name of the model
// that made them, and never compared with another model's.
import { createHash } from 'node:crypto'
import type { EmbeddingConfig } from '../../config/config.ts'
import type { Breathe } from '../../kernel/clock.ts'
import type { EmbeddingIdentity, KnowledgeStore } from '../../knowledge/ports.ts'
import { type EmbeddingOptions, makeEmbeddings } from '../../llm/embeddings.ts'
import { within } from '../../llm/idle.ts'
import type { Db } from '../../postgres/database.ts'
import { cachedEmbeddings, cacheEmbeddings } from '../../postgres/knowledge.ts'
import type { Embed, Language } from '../../retrieval/ports.ts'
import type { Snapshot } from '../../retrieval/snapshot.ts'
import { textHash } from '../../retrieval/text-hash.ts'
import { HASH_IDENTITY, hashEmbed, type VectorRow, vectorRows } from '../../retrieval/vectors.ts'

/** An embedding server as publish and chat use it. */
export type RemoteVectors = Readonly<{
  identity: EmbeddingIdentity
  /** In the ranking, where another channel's best counts 1. */
  weight: number
  /** Passages and examples through the cache; questions with a short limit, after which this rejects. */
  embed: StoppableEmbed
}>

type StoppableEmbed = (...given: [...Parameters<Embed>, stop?: AbortSignal]) => ReturnType<Embed>

/** Vectors that were made before, by the model that made them and the SHA-256 of the text. */
export type VectorCache = Readonly<{
  read: (model: string, hashes: readonly string[]) => Promise<ReadonlyMap<string, Float32Array>>
  write: (model: string, made: ReadonlyMap<string, Float32Array>) => Promise<void>
}>

export const cacheIn = (db: Db): VectorCache => ({
  read: (model, hashes) => cachedEmbeddings(db, model, hashes),
  write: (model, made) => cacheEmbeddings(db, model, made),
})

/** Asked of the cache and the server at a time; what is made is kept even if the rest fails. */
const SLICE = 100

/**
 * Rejects with `LlmFault` while the server fails; slices that were made before that stay in the cache.
 */
export function makeRemoteVectors(
  config: EmbeddingConfig,
  apiKey: string | null,
  {
    cache,
    onQuery,
  }: Readonly<{
    cache: VectorCache
    onQuery: NonNullable<EmbeddingOptions['onQuery']>
  }>,
): RemoteVectors {
  const client = makeEmbeddings({ ...config, apiKey, onQuery })
  const { weight } = config
  const made = identityOf(config)
  const identity = { ...made, provider: made.provider + weightMark(weight) }
  const cacheKey = identityName(made)
  return {
    identity,
    weight,
    embed: async (texts, kind, stop) => {
      // What people ask is kept nowhere.
      if (kind === 'query') return client.embed(texts, kind)
      const [key, marked] =
        kind === 'example'
          ? ([`${cacheKey}/question`, 'query'] as const)
          : ([cacheKey, 'passage'] as const)
      const vectors: Float32Array[] = []
      for (let start = 0; start < texts.length; start += SLICE) {
        const slice = texts.slice(start, start + SLICE)
        vectors.push(
          ...(await throughCache(cache, key, slice, (missing) =>
            client.embed(missing, marked, stop),
          )),
        )
      }
      return vectors
    },
  }
}

/** The way the texts are marked is part of what made the vectors. */
function identityOf(config: EmbeddingConfig): EmbeddingIdentity {
  const { model, dim, inputType, queryPrefix, documentPrefix } = config
  const prefixes = queryPrefix + documentPrefix
  const marked = inputType
    ? '+input_type'
    : prefixes
      ? `+prefix:${textHash(`${queryPrefix}\n${documentPrefix}`)}`
      : ''
  return { provider: `openai${marked}`, model, dim }
}

async function throughCache(
  cache: VectorCache,
  key: string,
  texts: readonly string[],
  make: (texts: readonly string[]) => ReturnType<Embed>,
): Promise<readonly Float32Array[]> {
  const hashes = texts.map((text) => createHash('sha256').update(text).digest('hex'))
  const known = new Map(await cache.read(key, hashes))
  const missing = new Map(
    texts.map((text, n) => [hashes[n]!, text] as const).filter(([hash]) => !known.has(hash)),
  )
  if (missing.size > 0) {
    const vectors = await make([...missing.values()])
    const made = new Map([...missing.keys()].map((hash, n) => [hash, vectors[n]!] as const))
    await cache.write(key, made)
    for (const [hash, vector] of made) known.set(hash, vector)
  }
  return hashes.map((hash) => known.get(hash)!)
}

/** With a version's vectors goes the weight that its judgement learnt them at; 1 is not written. */
const weightMark = (weight: number) => (weight === 1 ? '' : `+weight:${weight}`)
const WEIGHT_MARK = /\+weight:(.+)$/

/** Of a server's vectors, 1 where none is written; the built-in ones have `HASH_WEIGHT`. */
export const weightOf = ({ provider }: EmbeddingIdentity): number =>
  Number(WEIGHT_MARK.exec(provider)?.[1] ?? 1)

const unweighted = ({ provider }: EmbeddingIdentity) => provider.replace(WEIGHT_MARK, '')

/** Whether the vectors of the one may be compared with those of the other. */
export const areComparable = (a: EmbeddingIdentity, b: EmbeddingIdentity): boolean =>
  unweighted(a) === unweighted(b) && a.model === b.model && a.dim === b.dim

/** Whether they are also weighed alike. */
export const isSameIdentity = (a: EmbeddingIdentity, b: EmbeddingIdentity): boolean =>
  a.provider === b.provider && a.model === b.model && a.dim === b.dim

export const identityName = ({ provider, model, dim }: EmbeddingIdentity): string =>
  `${provider}/${model}/${dim}`

/** The identity that this installation's settings ask for. */
export const wantedIdentity = (remote: RemoteVectors | null): EmbeddingIdentity =>
  remote?.identity ?? HASH_IDENTITY

export type ToAdd = Readonly<{
  rows: readonly VectorRow[]
  embed: StoppableEmbed
  progress: (line: string) => void
  signal?: AbortSignal
  /** Told each vector on its way. */
  onVector?: (row: VectorRow, vector: Float32Array) => Promise<void>
}>

type BuiltIn = Pick<ToAdd, 'progress' | 'signal'> &
  Readonly<{ snapshot: Snapshot; language: Language; breathe: Breathe }>

/** Stores a snapshot's built-in vectors with a version; they are made here, so it takes breaths. */
export function addBuiltInVectors(
  store: Pick<KnowledgeStore, 'addChunks'>,
  versionId: string,
  { snapshot, language, breathe, ...telling }: BuiltIn,
): Promise<void> {
  const hash = hashEmbed(snapshot, language)
  const embed: Embed = async (texts, kind) => {
    await breathe()
    return hash(texts, kind)
  }
  return addVectors(store, versionId, { rows: vectorRows(snapshot.base), embed, ...telling })
}

/** Embeds passages and stores them with a version, telling each further twentieth. */
export async function addVectors(
  store: Pick<KnowledgeStore, 'addChunks'>,
  versionId: string,
  { rows, embed, progress, signal = new AbortController().signal, onVector }: ToAdd,
): Promise<void> {
  let told = -1
  for (let start = 0; start < rows.length; start += SLICE) {
    const share = Math.floor((start / rows.length) * 20) * 5
    if (share > told) progress(`生成向量 ${share}%(${start}/${rows.length} 段)`)
    told = share
    const slice = rows.slice(start, start + SLICE)
    const texts = slice.map((row) => row.text)
    const vectors = await within(embed(texts, 'passage', signal), signal)
    for (const [n, row] of slice.entries()) await onVector?.(row, vectors[n]!)
    await store.addChunks(
      versionId,
      slice.map((row, n) => ({ ...row, embedding: vectors[n]! })),
    )
  }
  progress(`生成向量 100%(${rows.length} 段)`)
}
