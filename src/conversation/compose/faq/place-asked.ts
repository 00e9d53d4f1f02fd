// What an answer begins with where a telephone, an address or a floor is asked for.
import { folded } from '../../../kernel/folded.ts'
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { asksWhereExactly } from '../../../retrieval/acts/where-exactly.ts'
import { hotlinesOf } from '../to-compose.ts'
import type { Lead } from './faq-index.ts'

/** Who publishes it, and whom to call until then; null where nothing of the kind is asked. */
export function placeAsked(
  base: KnowledgeBase,
  { department }: ServiceItem,
  question: string,
): Lead | null {
  if (!asksWhereExactly(folded(question))) return null
  const [citizen] = hotlinesOf(base, ['citizen'])
  const call = citizen === undefined ? '' : `也可以拨打 ${citizen.number}（${citizen.name}）询问。`
  return {
    q: '地址和电话',
    a: `地址、楼层和电话以${department}公布的办事指南为准。${call}`,
    source: null,
    isStatement: true,
  }
}
