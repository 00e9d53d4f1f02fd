import type { KnowledgeService } from '../knowledge/knowledge.ts'

const HINTS = {
  same: null,
  differs: 'knowledge/ 与已发布版本不同,发布:npm run cli -- knowledge publish',
  invalid: 'knowledge/ 的文件有错误,不影响已发布版本;查看:npm run cli -- knowledge check',
} as const

/**
 * What whoever started the product should know of the folder; null when it is what was published.
 * Reads the whole folder, which takes seconds, so neither the start nor a stop waits for it.
 */
export async function folderHint(
  knowledge: Pick<KnowledgeService, 'folderState'>,
): Promise<string | null> {
  const hint = HINTS[await knowledge.folderState()]
  return hint === null ? null : `  提示       ${hint}\n`
}
