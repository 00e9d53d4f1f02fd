// `eval --fit`: the vector channel's weight in the ranking, tried on labelled questions. Each
// question is embedded and searched once; only the weighing is repeated.
import { cleanText } from '../../conversation/clean-text.ts'
import { localDate } from '../../kernel/working-time.ts'
import type { Embed, VectorSearch } from '../../retrieval/ports.ts'
import { makeReadQuery } from '../../retrieval/read-query.ts'
import { retrieve } from '../../retrieval/retrieve.ts'
import { HASH_IDENTITY } from '../../retrieval/vectors.ts'
import type { Assistant } from '../assistant.ts'
import { type EvalLine, isDialogue } from './rows.ts'

const WEIGHTS = [0, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.25, 1.5, 2, 3]
const OFFERED = 4
const DEPTH = 10

type Question = Readonly<{ q: string; golds: ReadonlySet<string> }>

/** A table of weights, and which of them finds most; ties go to the smaller. */
export async function fitLines(
  assistant: Assistant,
  lines: readonly EvalLine[],
): Promise<string[]> {
  const questions = lines.flatMap(questionOf)
  if (questions.length === 0) return ['没有带标注的单句问题,无法拟合']
  const { language, snapshot } = assistant
  const readQuery = makeReadQuery(snapshot, language)
  const today = localDate(assistant.now())
  const deps = { ...assistant, ...onlyOnce(assistant.embed, assistant.searchVectors) }
  const tried: { weight: number; mrr: number; line: string }[] = []
  for (const weight of WEIGHTS) {
    const ranks: number[] = []
    for (const { q, golds } of questions) {
      const query = readQuery(cleanText(q))
      const { hits } = await retrieve({ ...deps, vectorWeight: weight }, query, today)
      ranks.push(hits.slice(0, DEPTH).findIndex(({ code }) => golds.has(code)) + 1)
    }
    const mrr = ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / ranks.length
    const within = (depth: number) =>
      (100 * ranks.filter((rank) => rank > 0 && rank <= depth).length) / ranks.length
    const figures = [within(1), within(OFFERED), 100 * mrr].map((value) => value.toFixed(1))
    tried.push({
      weight,
      mrr,
      line: `${weight.toFixed(2).padStart(6)}  R@1 ${figures[0]}  R@4 ${figures[1]}  MRR ${figures[2]}`,
    })
  }
  const best = tried.reduce((a, b) => (b.mrr > a.mrr + EQUAL ? b : a))
  return [
    `向量权重拟合（${questions.length} 个问题）`,
    ...tried.map(({ line }) => line),
    `最好的权重：${best.weight}（正在使用：${assistant.vectorWeight}）`,
    howToApply(best.weight, assistant),
  ]
}

function howToApply(weight: number, { vectorWeight, models }: Assistant): string {
  if (models.embedding.startsWith(`${HASH_IDENTITY.provider}/`)) {
    return '内置向量的权重随程序固定；要拟合向量服务的权重，请加 --embeddings openai'
  }
  if (weight === vectorWeight) return '与正在使用的权重相同，无需改动'
  return `要采用，请设置 EMBEDDING_WEIGHT=${weight} 并重新启动；程序随后自动按新权重校准，无需重新发布`
}

const EQUAL = 1e-9

function questionOf(line: EvalLine): Question[] {
  if (isDialogue(line) || line.expect !== 'answer') return []
  return [{ q: line.q, golds: new Set([...(line.items ?? []), ...(line.also ?? [])]) }]
}

/** The same embedding and search, each done once for a text. */
function onlyOnce(embed: Embed | null, search: VectorSearch | null) {
  const vectors = new Map<string, ReturnType<Embed>>()
  const found = new Map<Float32Array, ReturnType<VectorSearch>>()
  const embedOnce: Embed = (texts, kind) => {
    const key = `${kind} ${texts.join('\n')}`
    const made = vectors.get(key) ?? embed!(texts, kind)
    vectors.set(key, made)
    return made
  }
  const searchOnce: VectorSearch = async (query, codes) => {
    const made = found.get(query) ?? search!(query, null)
    found.set(query, made)
    const all = await made
    return codes === null ? all : new Map([...all].filter(([code]) => codes.includes(code)))
  }
  return {
    embed: embed === null ? null : embedOnce,
    searchVectors: search === null ? null : searchOnce,
  }
}
