// Whether questions are compared with the vectors that the settings ask for; if not, why, and what
// mends it: told at the console, by `/readyz` and in the figures.
import { z } from 'zod'
import { causeWords } from '../../kernel/cause.ts'
import { LlmFault, WrongDimensions } from '../../llm/fault.ts'
import type { Db } from '../../postgres/database.ts'
import { readSetting, saveSetting } from '../../postgres/desk/settings.ts'
import {
  areComparable,
  identityName,
  type RemoteVectors,
  wantedIdentity,
  weightOf,
} from './embedding.ts'
import type { KnowledgeService } from './knowledge.ts'

/** Of this process. */
export type VectorStand = Readonly<{
  /** `built_in` stand in for those of a server; with `none`, words alone find. */
  used: 'wanted' | 'built_in' | 'none'
  /** Provider, model and dimensions: what the settings ask for, and what the version has. */
  wanted: string
  stored: string
  /** At which they are weighed, and at which the settings want it. */
  weight: number
  wantedWeight: number
}>

type Vectors = Readonly<{
  knowledge: Pick<KnowledgeService, 'current'>
  vectors: RemoteVectors | null
}>

/** Null while no version is loaded. */
export function vectorStand({ knowledge, vectors }: Vectors): VectorStand | null {
  const loaded = knowledge.current()
  if (loaded === null) return null
  const wanted = wantedIdentity(vectors)
  const stored = loaded.version.embedding
  const isWanted = areComparable(stored, wanted)
  return {
    used: isWanted ? 'wanted' : loaded.embed === null ? 'none' : 'built_in',
    wanted: identityName(wanted),
    stored: identityName(stored),
    weight: weightOf(stored),
    wantedWeight: weightOf(wanted),
  }
}

/** What a person should know and can do about it; null when everything is as it is set. */
export function standWords(stand: VectorStand, problem: string | null): string | null {
  const { used, wanted, stored, weight, wantedWeight } = stand
  const ways =
    problem === null
      ? '程序正在后台按设置生成，完成后自动启用；也可以重新发布知识库'
      : `后台生成未成功：${problem}`
  if (used === 'none') {
    return `当前版本的向量（${stored}）与设置（${wanted}）不一致，提问暂不使用向量，只按词语检索。${ways}。`
  }
  if (used === 'built_in') return `提问暂用内置向量，设置的向量（${wanted}）尚未生成。${ways}。`
  if (weight === wantedWeight) return null
  return `向量权重将按设置由 ${weight} 改为 ${wantedWeight}，正在后台校准，完成后自动生效。`
}

export type VectorState = Readonly<{
  stand: VectorStand
  /** Why those of the settings could not be made at the last try. */
  problem: string | null
  words: string | null
}>

/** The stand with its words, for who looks after the product. */
export async function vectorState(db: Db, of: Vectors): Promise<VectorState | null> {
  const stand = vectorStand(of)
  if (stand === null) return null
  const problem = stand.used === 'wanted' ? null : await keptProblem(db, stand.wanted)
  return { stand, problem, words: standWords(stand, problem) }
}

/** Why vectors could not be made; `setting` is the one that has to be mended. */
export type VectorProblem = Readonly<{
  words: string
  setting: string | null
  wanted?: number
  got?: number
}>

/** For any error of making vectors; `setting` is null where nothing has to be set right. */
export function vectorProblem(error: unknown): VectorProblem {
  if (!(error instanceof LlmFault)) return { words: causeWords(error), setting: null }
  if (error instanceof WrongDimensions) {
    const { got, wanted } = error
    return {
      words: `EMBEDDING_DIM 设置为 ${wanted}，向量服务返回 ${got} 维，请改正设置并重新启动`,
      setting: 'EMBEDDING_DIM',
      wanted,
      got,
    }
  }
  if (error.code === 'refused') {
    const { status } = (error.cause ?? {}) as { status?: number }
    const settings = 'EMBEDDING_BASE_URL、EMBEDDING_MODEL 和 EMBEDDING_API_KEY'
    return {
      words: `向量服务拒绝请求（HTTP ${status ?? '未知'}），请检查 ${settings}`,
      setting: settings,
    }
  }
  return { words: `向量服务暂时不可用（${error.code}），程序将自动重试`, setting: null }
}

const PROBLEM = 'vectors_problem'
const kept = z.object({ wanted: z.string(), words: z.string() }).nullable().catch(null)

async function keptProblem(db: Db, wanted: string): Promise<string | null> {
  const problem = kept.parse(await readSetting(db, PROBLEM))
  return problem?.wanted === wanted ? problem.words : null
}

/** Kept in the store, since who makes the vectors and who is asked about them may be two processes. */
export async function keepProblem(db: Db, wanted: string, words: string | null): Promise<void> {
  if ((await keptProblem(db, wanted)) === words) return
  await saveSetting(db, PROBLEM, words === null ? null : { wanted, words }, 'system')
}
