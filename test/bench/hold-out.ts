// A split of every item's questions: some are asked, the others are what all indexes are made of. It
// is one fixed split, not leave-one-out: each question that is asked is missing together with the rest.
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../src/knowledge/service-item.ts'

export const HELD_OUT_EVERY = 12
const AT = 5

export type Asked = Readonly<{ q: string; code: string }>

export function holdOut(whole: KnowledgeBase): { base: KnowledgeBase; asked: readonly Asked[] } {
  const asked: Asked[] = []
  const isHeldOut = (n: number) => n % HELD_OUT_EVERY === AT
  const items = whole.items.map((item): ServiceItem => {
    asked.push(
      ...item.questions.filter((_, n) => isHeldOut(n)).map((q) => ({ q, code: item.code })),
    )
    return { ...item, questions: item.questions.filter((_, n) => !isHeldOut(n)) }
  })
  return { base: { ...whole, items }, asked }
}
