// Reads a message together with what was said before: the ranking of the message alone and of the
// message with its context, joined, with a little credit for what belongs to the items talked about.
import type { ItemCode } from '../kernel/ids.ts'
import type { ServiceItem } from '../knowledge/service-item.ts'
import type { Hit, Retrieved } from '../retrieval/retrieve.ts'
import type { DialogueState } from './dialogue-state.ts'

const CREDIT = { option: 0.6, neighbour: 0.3, last: 0.1, section: 0.08 } as const
/** The last item's credit when the message points back at it, or says little by itself. */
const CREDIT_POINTING = 0.9
const CREDIT_VAGUE = 0.5
const POINTS_BACK =
  /^(?:那)?(?:这|它|那)(?:个|张|本|道|步|样|种|些|里|事|项|笔)?|(?:这|那)(?:个|张|本|道|步|种|笔)(?!.{0,3}(?:公司|企业|单位))/u
/** How much the message alone counts beside its reading in context. */
const SHARE_ALONE = 0.6
/** An open question of ours is half of what is being said. */
const SHARE_ALONE_ANSWERING = 0.35
const MARGIN_SURE = 0.3

/** `alone` and `joined` are of the same message, without and with the dialogue in the background. */
export function joinContext(
  alone: Retrieved,
  joined: Retrieved,
  state: DialogueState,
  context: Readonly<{
    normalized: string
    itemOf: (code: ItemCode) => ServiceItem | undefined
  }>,
): Retrieved {
  const { normalized, itemOf } = context
  const vague = Math.max(0, 1 - alone.confidence / 0.6)
  const pointing = POINTS_BACK.test(normalized) ? CREDIT_POINTING : CREDIT_VAGUE
  const credit = creditOf(state, itemOf, CREDIT.last + vague * pointing)
  const scores = new Map<ItemCode, number>()
  const byCode = new Map<ItemCode, Hit>()
  const share = state.clarification === null ? SHARE_ALONE : SHARE_ALONE_ANSWERING
  for (const [hits, part] of [
    [alone.hits, share],
    [joined.hits, 1 - share],
  ] as const) {
    for (const hit of hits) {
      byCode.set(hit.code, byCode.get(hit.code) ?? hit)
      scores.set(hit.code, (scores.get(hit.code) ?? 0) + part * hit.score)
    }
  }
  const hits = [...byCode.values()]
    .map((hit) => ({ ...hit, score: (scores.get(hit.code) ?? 0) + credit(hit.code) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, alone.hits.length)
  return { ...alone, hits, confidence: confidenceOf(hits, alone, joined) }
}

function creditOf(
  state: DialogueState,
  itemOf: (code: ItemCode) => ServiceItem | undefined,
  creditLast: number,
): (code: ItemCode) => number {
  const [last] = state.items
  const about = state.items.map(itemOf).filter((item) => item !== undefined)
  const neighbours = new Set(about.flatMap((item) => [...item.related, ...item.parts]))
  const sections = new Set(about.map((item) => item.section))
  return (code) => {
    if (state.clarification?.options.includes(code)) return CREDIT.option
    if (code === last) return creditLast
    if (neighbours.has(code)) return CREDIT.neighbour
    const item = itemOf(code)
    return item !== undefined && sections.has(item.section) ? CREDIT.section : 0
  }
}

// As sure as either reading that agrees; a clear lead after joining counts as agreement.
function confidenceOf(hits: readonly Hit[], alone: Retrieved, joined: Retrieved): number {
  const [first, second] = hits
  if (first === undefined) return 0
  const agreeing = [alone, joined]
    .filter((reading) => reading.hits[0]?.code === first.code)
    .map((reading) => reading.confidence)
  const lead = first.score - (second?.score ?? 0)
  return Math.max(0.4, ...agreeing, lead >= MARGIN_SURE ? 0.7 : 0)
}
