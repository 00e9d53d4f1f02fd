// Finding the right item: ours beside what a developer would otherwise reach for, made of the same
// items and the same questions, and asked the same.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { makeLanguage } from '../../src/chinese/language.ts'
import { cleanText } from '../../src/conversation/clean-text.ts'
import { loadKnowledgeFolder } from '../../src/files/knowledge-folder.ts'
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts'
import { dictionaryWords } from '../../src/retrieval/dictionary.ts'
import { makeReadQuery } from '../../src/retrieval/read-query.ts'
import { retrieve } from '../../src/retrieval/retrieve.ts'
import { buildSnapshot } from '../../src/retrieval/snapshot.ts'
import { type Asked, HELD_OUT_EVERY, holdOut } from './hold-out.ts'
import { miniSearchPeer, oramaPeer, pgVectorPeer, winkPeer } from './retrieval-peers.ts'
import { median, type Row, type Suite } from './suite.ts'
import { verdictOf } from './verdict.ts'

const ROOT = `${import.meta.dirname}/../..`
const DEPTH = 10

type Bench = Readonly<{
  base: KnowledgeBase
  /** jieba words of a text, so that peers that cannot cut Chinese are not beaten for that. */
  words: (text: string) => readonly string[]
}>

/** Best first, at most `DEPTH` codes. */
type Search = (question: string) => Promise<readonly string[]>
export type Peer = Readonly<{ name: string; build: (bench: Bench) => Promise<Search | null> }>

export const retrievalSuite: Suite = {
  name: 'retrieval',
  title: `a fixed split: one question in ${HELD_OUT_EVERY} of each item is asked, every index is made of all others`,
  run: async ({ without }) => {
    installPeers()
    const whole = await load()
    const { base, asked } = holdOut(whole)
    const language = await makeLanguage(dictionaryWords(base))
    const bench: Bench = { base, words: language.words }
    const rows: Row[] = []
    const missing: string[] = []
    for (const peer of [ours, winkPeer, miniSearchPeer, oramaPeer, pgVectorPeer]) {
      if (without.some((name) => peer.name.includes(name))) continue
      const search = await peer.build(bench)
      if (search === null) missing.push(peer.name)
      else rows.push(await measure(peer.name, search, asked))
    }
    return verdictOf(rows, { questions: asked.length, missing })
  },
}

/** As the chat finds by words: cleaned, and with what the glossary adds. The vectors are left out. */
const ours: Peer = {
  name: 'zhuqi, without vectors',
  build: async ({ base }) => {
    const language = await makeLanguage(dictionaryWords(base))
    const snapshot = await buildSnapshot(base, { language, breathe: async () => {} })
    const deps = { snapshot, language, embed: null, searchVectors: null, vectorWeight: 0 }
    const readQuery = makeReadQuery(snapshot, language)
    return async (question) => {
      const query = readQuery(cleanText(question))
      const found = await retrieve(deps, query, '2026-11-25')
      return found.hits.map((hit) => hit.code)
    }
  },
}

/** The peers are far larger than the product, so they are installed only for this bench. */
function installPeers(): void {
  const folder = `${import.meta.dirname}/peers`
  if (fs.existsSync(`${folder}/node_modules/minisearch`)) return
  console.error('installing the peers once …')
  execFileSync('npm', ['ci', '--ignore-scripts', '--silent'], {
    cwd: folder,
    stdio: 'inherit',
  })
}

async function load(): Promise<KnowledgeBase> {
  const loaded = await loadKnowledgeFolder(`${ROOT}/knowledge`)
  if (loaded.kind === 'ok') return loaded.base
  throw new Error('knowledge/ is not valid: npm run cli -- knowledge check')
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
