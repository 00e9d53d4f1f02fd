// What the rows of cues for the parts of a record have in common.
import type { Field } from '../knowledge/field.ts'
import { anyOf, type Cue, inOrder } from './patterns.ts'

/** What shows that a part is asked for, and how strongly. */
export type FieldCue = Cue & Readonly<{ field: Field; weight: number }>

/** Whose these are is a rule, and no office's business. */
const PROPERTY =
  /专利|发明|著作权|版权|软件|成果|商标|知识产权|股权|股份|分红|利息|孳息|收益|财产|押金|所有权|损失/u

export const IS_WHOSE = anyOf(
  inOrder(
    PROPERTY,
    /.{0,14}/u,
    /归(?:谁|哪|公司|单位|个人|我|员工|.{1,6}还是(?:个人|公司|单位|员工|自己))|[是算]谁的/u,
  ),
  /谁.{0,4}(?:责任|损失)/u,
  /(?:出事|坏|漏水?|损失|事故|问题|伤|丢|逾期不走).{0,4}谁(?:来)?(?:负责|管)/u,
)

/** How long the thing itself may stay or go on is no handling time. */
export const IS_SPAN = inOrder(
  /放|存|存放|贮存|堆|保存|保管|保留|留|待|逗留|缓|缓缴|缓交|刷|欠|断|试用期?.{0,4}/u,
  /(?:得了|得|上|到)?(?:最长|最多)?/u,
  /多久|多长时间|几(?:个)?(?:年|月|天|小时)/u,
)
