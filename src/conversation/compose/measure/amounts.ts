// What a record says of an amount that is paid out or lent.
import { anyOf } from '../../../retrieval/patterns.ts'

/** That the money is paid out 「以政策兑现为准」 says nothing of how much it is. */
export const AMOUNT_SAID = anyOf(
  /\d\s?(?:元|万|%|倍|个月)|百分之/u,
  /(?:标准|金额|额度|比例|数额|幅度)[^。；]{0,30}(?:为准|公布|规定|约定|确定|测算|政策|通知)|不作承诺/u,
)

export const LOAN_SAID = /额度|贷款金额|最高.{0,10}\d/u
export const LOAN_UNSAID =
  '事项记录未列明您问的额度，以贷款银行等机构审核确定的为准；需要核实的，可转人工。'
