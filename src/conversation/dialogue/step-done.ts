// 「执照已经办好了」, 「海关备案我们有了」 said in the middle of an item: a step of it is behind, and what comes next
// is wanted, not that step, and no ticket.

import { folded } from '../../kernel/folded.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { calledAs } from '../../retrieval/names.ts'
import { type Outcome, UNREAD } from '../outcome.ts'
import type { DialogueState } from './dialogue-state.ts'
import { justAnswered, partOfLast } from './part-of-last.ts'

const LEAD = '(?:哦|嗯|好的?|那|可是|但是?|不过|这个?|我们?|咱们?|公司|厂里|[,，\\s]){0,4}'
const STEP = '(?:办|拿|领|开|注册|登记|备案|查|交|缴|批|签|写|填|盖|检|验|装|建|做|申请)'
const HAD = `(?:${STEP}(?:好|过|到|完|下来|齐)?了?|有)`
const END = '(?:的|啊|呀|[。.!！\\s]){0,3}$'
const WHAT = '(?<what>[^,，。.;；!！?？\\s]{0,10}?)'
const DONE: readonly RegExp[] = [
  // 「我们已经拿到规划许可证了」
  new RegExp(
    `^${LEAD}(?:已经?|早就?|都)(?:在网上)?${STEP}(?:好|过|到|完|下来|齐)?了?${WHAT}了?${END}`,
    'u',
  ),
  // 「执照已经办好了」, 「出口备案我们已经有了」
  new RegExp(`^${LEAD}${WHAT}(?:我们?|公司)?(?:也)?(?:已经?|早就?)(?:都)?${HAD}了${END}`, 'u'),
  // 「海关备案我们有了」
  new RegExp(`^${LEAD}${WHAT}(?:我们?|公司)(?:都)?(?:有|办好|拿到|办过|做过)了${END}`, 'u'),
]
/** A question, a time that went by, or what goes wrong is no step behind. */
const NO_STEP =
  /[吗么?？]|怎么|咋|还没|没有?|不|[0-9一二两三四五六七八九十几半]个?(?:天|月|年|周|星期|礼拜|次|遍)|多久|好久|过期/u

/** The next steps of the last item, or thanks where it is itself what is done; null where nothing is in hand. */
export function stepDone(
  text: string,
  normalized: string,
  {
    state,
    itemOf,
  }: Readonly<{
    state: DialogueState
    itemOf: (code: ServiceItem['code']) => ServiceItem | undefined
  }>,
): Outcome | null {
  const last = justAnswered(state)
  if (last === null || NO_STEP.test(normalized)) return null
  const what = DONE.map((frame) => frame.exec(normalized)?.groups?.['what']).find(
    (found) => found !== undefined,
  )
  const item = itemOf(last)
  if (what === undefined || item === undefined) return null
  if (isItself(what, item)) {
    const decision = { kind: 'smalltalk', reason: 'chat', code: last } as const
    return {
      ...UNREAD,
      question: text,
      normalized,
      dependence: 'dependent',
      rule: 'step_done',
      decision,
    }
  }
  const parts = { field: 'process', also: 'materials' } as const
  return partOfLast(last, parts, { question: text, normalized, rule: 'step_done' })
}

const isItself = (what: string, item: ServiceItem): boolean =>
  what === '' || calledAs(item).some((name) => name.endsWith(folded(what)))
