// The peers, each used as its documentation says, with jieba's words where it cannot cut Chinese.
import { createRequire } from 'node:module'
import type { ServiceItem } from '../../src/knowledge/service-item.ts'
import { createServerDatabase } from '../database.ts'
import type { Bench, Peer } from './retrieval.ts'

const peers = createRequire(`${import.meta.dirname}/peers/package.json`)
const DEPTH = 10

const fieldsOf = (item: ServiceItem) => ({
  title: item.name,
  aliases: item.aliases.join('，'),
  questions: item.questions.join('，'),
  body: [item.summary, ...item.faq.map((row) => row.q)].join('，'),
})

type Fields = ReturnType<typeof fieldsOf>
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

/** Passage vectors of a real model in LangChain's store; the item of a passage counts once. */
export const pgVectorPeer: Peer = {
  name: 'LangChain PGVectorStore + e5-small',
  build: async ({ base }) => {
    const embedding = process.env['TEST_EMBEDDING_BASE_URL']
    if (!embedding || !process.env['TEST_DATABASE_URL']) return null
    const { PGVectorStore } = await import(
      peers.resolve('@langchain/community/vectorstores/pgvector')
    )
    const { url } = await createServerDatabase()
    const store = await PGVectorStore.initialize(makeEmbeddings(embedding), {
      postgresConnectionOptions: { connectionString: url },
      tableName: 'passages',
      distanceStrategy: 'cosine',
    })
    await store.addDocuments(passagesOf(base.items))
    return async (question) => {
      const found: { metadata: { code: string } }[] = await store.similaritySearch(
        question,
        5 * DEPTH,
      )
      return [...new Set(found.map((one) => one.metadata.code))].slice(0, DEPTH)
    }
  },
}

/** A small model takes minutes for all passages: name with summary, aliases, and six questions an item. */
const QUESTIONS_EMBEDDED = 6

function passagesOf(items: Bench['base']['items']) {
  return items.flatMap((item) => {
    const fields: Fields = fieldsOf(item)
    const texts = [
      `${item.name}。${item.summary}`,
      fields.aliases,
      ...item.questions.slice(0, QUESTIONS_EMBEDDED),
    ]
    return texts.map((text) => ({ pageContent: text, metadata: { code: item.code } }))
  })
}

function makeEmbeddings(baseUrl: string) {
  const embed = async (input: readonly string[], inputType: 'query' | 'passage') => {
    const vectors: number[][] = []
    for (let start = 0; start < input.length; start += 16) {
      const response = await fetch(`${baseUrl}/embeddings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          model: 'e5',
          input: input.slice(start, start + 16),
          input_type: inputType,
        }),
      })
      const { data } = (await response.json()) as { data: { embedding: number[] }[] }
      vectors.push(...data.map((row) => row.embedding))
    }
    return vectors
  }
  return {
    embedDocuments: (texts: readonly string[]) => embed(texts, 'passage'),
    embedQuery: async (text: string) => (await embed([text], 'query'))[0],
  }
}
