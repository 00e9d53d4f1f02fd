import type { KnowledgeBase } from '../knowledge-base.ts'
import { squashed } from './claims.ts'
import type { Finding } from './finding.ts'

/** A question that is searched says nothing of how sure answers to others are. */
export function checkCalibration({ items, calibration }: KnowledgeBase): Finding[] {
  const searched = new Map(
    items.flatMap((item) => item.questions.map((q) => [squashed(q), item.code] as const)),
  )
  return calibration.flatMap(({ q }): Finding[] => {
    const code = searched.get(squashed(q))
    return code === undefined
      ? []
      : [{ where: q, rule: 'calibration', detail: `已是 ${code} 的问句，不能再用来校准` }]
  })
}
