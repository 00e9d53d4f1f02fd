// Finding the right item: ours beside what a developer would otherwise reach for, on the same items
// and the same questions. One question in twelve of every item is held out of all indexes and asked.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { makeLanguage } from '../../src/chinese/language.ts'
import { loadKnowledgeFolder } from '../../src/files/knowledge-folder.ts'
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../src/knowledge/service-item.ts'
import { dictionaryWords } from '../../src/retrieval/dictionary.ts'
import { makeQuery } from '../../src/retrieval/query.ts'
import { retrieve } from '../../src/retrieval/retrieve.ts'
import { buildSnapshot } from '../../src/retrieval/snapshot.ts'
import { miniSearchPeer, oramaPeer, pgVectorPeer, winkPeer } from './retrieval-peers.ts'
import { median, type Result, type Row, type Suite } from './suite.ts'

const ROOT = `${import.meta.dirname}/../..`
const HELD_OUT_EVERY = 12
const DEPTH = 10

export type Bench = Readonly<{
  base: KnowledgeBase
  /** jieba words of a text, so that peers that cannot cut Chinese are not beaten for that. */
  words: (text: string) => readonly string[]
}>

/** Best first, at most `DEPTH` codes. */
type Search = (question: string) => Promise<readonly string[]>
export type Peer = Readonly<{ name: string; build: (bench: Bench) => Promise<Search | null> }>

type Asked = Readonly<{ q: string; code: string }>

export const retrievalSuite: Suite = {
  name: 'retrieval',
  title: `one question in ${HELD_OUT_EVERY} of each item held out of every index and asked`,
  run: async () => {
    installPeers()
    const whole = await load()
    const { base, asked } = holdOut(whole)
    const language = await makeLanguage(dictionaryWords(base))
    const bench: Bench = { base, words: language.words }
    const rows: Row[] = []
    for (const peer of [ours, winkPeer, miniSearchPeer, oramaPeer, pgVectorPeer]) {
      const search = await peer.build(bench)
      if (search === null) console.error(`${peer.name}: not measured, its real part is missing`)
      else rows.push(await measure(peer.name, search, asked))
    }
    return verdictOf(rows, asked.length)
  },
}

const ours: Peer = {
  name: 'zhuqi',
  build: async ({ base }) => {
    const language = await makeLanguage(dictionaryWords(base))
    const snapshot = await buildSnapshot(base, { language, breathe: async () => {} })
    const deps = { snapshot, language, embed: null, searchVectors: null, vectorWeight: 0 }
    return async (question) => {
      const found = await retrieve(deps, makeQuery(question, language), '2026-11-25')
      return found.hits.map((hit) => hit.code)
    }
  },
}

/** The peers are far larger than the product, so they are installed only for this bench. */
function installPeers(): void {
  const folder = `${import.meta.dirname}/peers`
  if (fs.existsSync(`${folder}/node_modules/minisearch`)) return
  console.error('installing the peers once …')
  execFileSync('npm', ['install', '--ignore-scripts', '--silent'], {
    cwd: folder,
    stdio: 'inherit',
  })
}

async function load(): Promise<KnowledgeBase> {
  const loaded = await loadKnowledgeFolder(`${ROOT}/knowledge`)
  if (loaded.kind === 'ok') return loaded.base
  throw new Error('knowledge/ is not valid: npm run cli -- knowledge check')
}

function holdOut(whole: KnowledgeBase): { base: KnowledgeBase; asked: readonly Asked[] } {
  const asked: Asked[] = []
  const items = whole.items.map((item): ServiceItem => {
    const held = (n: number) => n % HELD_OUT_EVERY === 5
    asked.push(...item.questions.filter((_, n) => held(n)).map((q) => ({ q, code: item.code })))
    return { ...item, questions: item.questions.filter((_, n) => !held(n)) }
  })
  return { base: { ...whole, items }, asked }
}

async function measure(peer: string, search: Search, asked: readonly Asked[]): Promise<Row> {
  const took: number[] = []
  let first = 0
  let amongFive = 0
  let reciprocal = 0
  for (const { q, code } of asked) {
    const began = performance.now()
    const codes = await search(q)
    took.push(performance.now() - began)
    const place = codes.slice(0, DEPTH).indexOf(code)
    if (place === 0) first++
    if (place >= 0 && place < 5) amongFive++
    if (place >= 0) reciprocal += 1 / (place + 1)
  }
  const percent = (n: number) => Number(((100 * n) / asked.length).toFixed(1))
  return {
    peer,
    'R@1': percent(first),
    'R@5': percent(amongFive),
    MRR: percent(reciprocal),
    'ms p50': Number(median(took).toFixed(2)),
  }
}

function verdictOf(rows: readonly Row[], questions: number): Result {
  const mrr = (row: Row) => Number(row['MRR'])
  const [mine, ...others] = rows
  const best = others.reduce((a, b) => (mrr(b) > mrr(a) ? b : a))
  const ok = mine !== undefined && mrr(mine) > mrr(best)
  return {
    rows,
    ok,
    verdict: `${questions} questions; ours ${ok ? 'leads' : 'does not lead'}: MRR ${mine?.['MRR']} against ${best['MRR']} (${best.peer})`,
  }
}
