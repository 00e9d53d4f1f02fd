// Which conditions bear on a question that is answered by yes or no and that no frequent question
// answers: those that share telling words with it. Pure.
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { Fact } from './facts.ts'
import { faqIndexOf } from './faq/faq-index.ts'
import { isCommon, meaningsIn } from './faq/faq-meanings.ts'
import { isYesOrNo } from './faq/question-kind.ts'

/** From here on a shared word is rare enough to tell one condition from another. */
const RARITY_MIN = 4
/** Together the shared words must tell so much; one that no frequent question holds is enough. */
const BEARING_MIN = 6

/** The conditions that bear on it, in their own order; none where all or none of them do. */
export function bearingConditions(
  base: KnowledgeBase,
  item: ServiceItem,
  question: string | null,
): readonly Fact[] {
  if (question === null || !isYesOrNo(question)) return []
  const index = faqIndexOf(base)
  const { names } = index.itemOf(item)
  const rarity = (token: string) => index.rarity(token) ?? BEARING_MIN
  const asked = [...meaningsIn(question)].filter(
    (token) =>
      token.length > 1 && !isCommon(token) && !names.has(token) && rarity(token) >= RARITY_MIN,
  )
  const bearing = item.conditions.filter(({ text }) => {
    const said = meaningsIn(text)
    const shared = asked.filter((token) => said.has(token))
    return shared.reduce((sum, token) => sum + rarity(token), 0) >= BEARING_MIN
  })
  return bearing.length === item.conditions.length ? [] : bearing
}
