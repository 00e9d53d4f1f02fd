// 「岱山那边谁管」, 「嵊泗可以办吗」 in the middle of an item: the same matter in another district of the
// city, which is no move to there.
import type { District } from '../../knowledge/knowledge-base.ts'
import { anyOf } from '../../retrieval/patterns.ts'
import type { Outcome } from '../outcome.ts'
import type { DialogueState } from './dialogue-state.ts'
import { justAnswered, partOfLast } from './part-of-last.ts'

/** What asks where, by whom, or whether it is the same there. */
const ASKS = /谁|哪|能|可以|一样|找|归|[吗伐么不]$/u
/** What is said around a district and names no matter. */
const AROUND = anyOf(
  /那|我们?|公司|企业|厂|店|人|在|的|这边|那边|那里|这里|岛上?|[县区]|乡镇|街道/u,
  /[办能去到归找由该要是也都收管跑]|可以|可不可以|行不?行|必须|只|一样|同样|不|没有?/u,
  /谁|哪(?:个|里|儿|边)?|什么|啥|部门|单位|窗口|中心|大厅|受理|负责|怎么|咋|局/u,
  /[吗呢么伐啊呀吧,，?？。!！\s]/u,
)
/** 「我在岱山的」, 「岱山那边的窗口」: where they are, for the matter in hand. */
const SAYS_WHERE =
  /^(?:那|我们?|公司|企业|厂|店|人|都|就|也|是|在){0,4}(?:这边|那边|这里|那里|岛上)?的?(?:窗口|大厅|办事处)?呢?$/u
const ONLY_AROUND = new RegExp(`^(?:${AROUND.source})*$`, 'u')

/** Who does the last item and where, or null when nothing is in hand or something else is asked. */
export function inDistrict(
  text: string,
  normalized: string,
  { state, districts }: Readonly<{ state: DialogueState; districts: readonly District[] }>,
): Outcome | null {
  const last = justAnswered(state)
  if (last === null) return null
  const names = districts.flatMap(({ name, aliases }) => [name, ...aliases])
  const rest = names
    .sort((a, b) => b.length - a.length)
    .reduce((said, name) => said.replaceAll(name, ''), normalized)
  const said = rest.replace(/[,，?？。!！\s]+$/u, '')
  if (rest === normalized) return null
  if (!SAYS_WHERE.test(said) && !(ASKS.test(said) && ONLY_AROUND.test(said))) return null
  const parts = { field: 'department', also: 'channel' } as const
  return partOfLast(last, parts, { question: text, normalized, rule: 'where_exactly' })
}
