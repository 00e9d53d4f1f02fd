// The peers, each used as its documentation says, with jieba's words where it cannot cut Chinese.
import { createRequire } from 'node:module'
import { vectorFiles } from '../../src/cli/vector-cache.ts'
import { makeRemoteVectors } from '../../src/compose/knowledge/embedding.ts'
import type { ServiceItem } from '../../src/knowledge/service-item.ts'
import { makeEmbeddings } from '../../src/llm/embeddings.ts'
import { type VectorRow, vectorRows } from '../../src/retrieval/vectors.ts'
import { createServerDatabase } from '../database.ts'
import type { Peer } from './retrieval.ts'

const peers = createRequire(`${import.meta.dirname}/peers/package.json`)
const CACHE = `${import.meta.dirname}/../../node_modules/.cache/zhuqi`
const DEPTH = 10

const fieldsOf = (item: ServiceItem) => ({
  title: item.name,
  aliases: item.aliases.join('，'),
  questions: item.questions.join('，'),
  body: [item.summary, ...item.faq.map((row) => row.q)].join('，'),
})

const WEIGHTS = { title: 3, aliases: 2, questions: 2, body: 1 } as const

export const winkPeer: Peer = {
  name: 'wink-bm25-text-search + jieba',
  build: async ({ base, words }) => {
    const engine = peers('wink-bm25-text-search')()
    engine.defineConfig({ fldWeights: WEIGHTS })
    engine.definePrepTasks([(text: string) => [...words(text.toLowerCase())]])
    for (const item of base.items) engine.addDoc(fieldsOf(item), item.code)
    engine.consolidate()
    return async (question) =>
      (engine.search(question, DEPTH) as [string, number][]).map(([code]) => code)
  },
}

export const miniSearchPeer: Peer = {
  name: 'MiniSearch + jieba',
  build: async ({ base, words }) => {
    const MiniSearch = peers('minisearch')
    const index = new MiniSearch({
      idField: 'code',
      fields: Object.keys(WEIGHTS),
      tokenize: (text: string) => [...words(text.toLowerCase())],
      searchOptions: { boost: WEIGHTS, combineWith: 'OR' },
    })
    index.addAll(base.items.map((item) => ({ code: item.code, ...fieldsOf(item) })))
    return async (question) =>
      (index.search(question) as { id: string }[]).slice(0, DEPTH).map((hit) => hit.id)
  },
}

export const oramaPeer: Peer = {
  name: 'Orama + jieba',
  build: async ({ base, words }) => {
    const orama = await import(peers.resolve('@orama/orama'))
    const tokenizer = {
      language: 'chinese',
      normalizationCache: new Map(),
      tokenize: (text: string) => [...words(text.toLowerCase())],
    }
    const schema = Object.fromEntries(
      ['code', ...Object.keys(WEIGHTS)].map((name) => [name, 'string']),
    )
    const db = orama.create({ schema, components: { tokenizer } })
    for (const item of base.items) await orama.insert(db, { code: item.code, ...fieldsOf(item) })
    const options = { properties: Object.keys(WEIGHTS), boost: WEIGHTS, limit: DEPTH, threshold: 1 }
    return async (question) => {
      const found = await orama.search(db, { term: question, ...options })
      return found.hits.map((hit: { document: { code: string } }) => hit.document.code)
    }
  },
}

/**
 * Vectors of a real model in LangChain's store, of the passages that get one in the product (DECISIONS
 * 50): all of them would take a small server three quarters of an hour. The item of a passage counts once.
 */
export const pgVectorPeer: Peer = {
  name: 'LangChain PGVectorStore + e5-small',
  build: async ({ base }) => {
    const baseUrl = process.env['TEST_EMBEDDING_BASE_URL']
    if (!baseUrl || !process.env['TEST_DATABASE_URL']) return null
    const { PGVectorStore } = await import(
      peers.resolve('@langchain/community/vectorstores/pgvector')
    )
    const { url } = await createServerDatabase()
    const store = await PGVectorStore.initialize(makeVectors(baseUrl), {
      postgresConnectionOptions: { connectionString: url },
      tableName: 'passages',
      distanceStrategy: 'cosine',
    })
    const passages = base.items.map((item) => vectorRows({ ...base, items: [item] }))
    const documentOf = ({ code, text }: VectorRow) => ({ pageContent: text, metadata: { code } })
    await store.addDocuments(passages.flat().map(documentOf))
    // So many that ten items are among them, however many passages each has.
    const found = DEPTH * Math.max(...passages.map((one) => one.length))
    return async (question) => {
      const nearest: { metadata: { code: string } }[] = await store.similaritySearch(
        question,
        found,
      )
      return [...new Set(nearest.map((one) => one.metadata.code))].slice(0, DEPTH)
    }
  },
}

/** Long enough that a busy machine costs the peer time and no answer. */
const QUERY_MS = 30_000

/** LangChain's form of the product's client, which keeps the vectors of passages for the next time. */
function makeVectors(baseUrl: string) {
  const config = {
    baseUrl,
    model: 'multilingual-e5-small',
    dim: 384,
    inputType: true,
    queryPrefix: '',
    documentPrefix: '',
    weight: 1,
  }
  const progress = (line: string) => process.stderr.write(`${line}\n`)
  const cache = vectorFiles({ folder: CACHE, progress })
  const passages = makeRemoteVectors(config, null, { cache, onQuery: () => {} })
  const queries = makeEmbeddings({ ...config, apiKey: null, queryMs: QUERY_MS })
  return {
    embedDocuments: async (texts: readonly string[]) =>
      (await passages.embed(texts, 'passage')).map((vector) => [...vector]),
    embedQuery: async (text: string) => [...(await queries.embed([text], 'query'))[0]!],
  }
}
