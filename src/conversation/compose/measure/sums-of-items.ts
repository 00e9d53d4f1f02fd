// Sums that a few words ask for because of what the item is: of a subsidy 「一个月多少」 asks what is paid
// out, of a contribution what is owed. Neither is the fee for handling the item.
import { anyOf, inOrder } from '../../../retrieval/patterns.ts'
import { AMOUNT_SAID, LOAN_SAID, LOAN_UNSAID } from './amounts.ts'
import type { MeasureRow } from './measure.ts'

const HOW_MUCH =
  /(?:多少(?!份|页|张|个工作日|天|时间|人|家)|几(?:(?:万|千|百)(?![上几来多万千])|块|元|成))/u
const LIMIT =
  /(?:上限|下限|封顶|最高|最多|最低|最少|起码|至少|额度|标准|比例|金额|基数|费率)(?:是|有|能|可以|会|要|得|到|大概|一般|交|缴|给|发|补|担|贷|借|放)*/u
const UNIT = '个|吨|条|艘|人|户|家|月|年|季度|平方?|亩|台|辆|次|件|项|千瓦|度|标箱'
/** 「多少钱一吨」, 「一个人一个月几百」 */
const PER_UNIT = anyOf(
  inOrder(HOW_MUCH, new RegExp(`(?:钱|元|块)?(?:一|每)个?(?:${UNIT})`, 'u')),
  inOrder(new RegExp(`(?:一|每)个?(?:${UNIT})`, 'u'), /[^不没]{0,8}/u, HOW_MUCH),
)
/** Who has to pay for the handling asks for the fee. */
const PAYS = /[交缴付收花]|办(?:理|下来)?(?:要|得)?(?:多少|几)|要(?:多少|几)钱$/u

const unlessPaid = (pattern: RegExp): RegExp =>
  inOrder(new RegExp(`^(?!.*(?:${PAYS.source}))`, 'u'), /.*?/u, pattern)

export const SUMS_OF_ITEMS: readonly MeasureRow[] = [
  {
    label: '能补多少、奖多少？',
    ofItems:
      /补贴|补助|奖补|奖励|资助|津贴|返还|待遇|(?:专项|扶持|发展)资金|资金支持|资金线上申报|质量奖/u,
    asks: unlessPaid(
      anyOf(
        inOrder(LIMIT, HOW_MUCH),
        PER_UNIT,
        inOrder(/(?:给|发|拿|领|得|返|补|奖|有)(?:到|我们?)?/u, HOW_MUCH),
        /百分之(?:几|多少)|(?:补|给|返|按)(?:几|多少)(?:成|个点|个百分点)|给几个月/u,
        /(?:多少|几)(?:万|千|百)(?![上几来多万千])|(?:多少|几)(?:钱|块)[呢啊呀？?]*$/u,
      ),
    ),
    says: /补贴|补助|奖励|奖补|奖金|资助|津贴|返还|待遇/u,
    figure: AMOUNT_SAID,
  },
  {
    label: '要缴多少？',
    ofItems:
      /(?<![保退减免])税(?!务)|社会保险(?!补贴)|医疗保险|公积金(?!.{0,4}(?:提取|贷款|转移))/u,
    asks: anyOf(
      inOrder(/(?:交|缴|付|扣|纳)(?:的|得|给)?/u, HOW_MUCH),
      inOrder(/(?:交|缴).{0,6}[要得]/u, HOW_MUCH),
      inOrder(LIMIT, HOW_MUCH),
      PER_UNIT,
    ),
    says: /基数|比例|费率|税率|征收率|应[纳缴]|减按|[免减]征/u,
    figure: /\d|百分之|为准|公布|规定|计算/u,
  },
  {
    label: '能贷多少？',
    ofItems: /贷|融资|担保|抵押|质押/u,
    asks: anyOf(
      inOrder(/(?:额度|最高|最多)(?:是|有|能|可以|会|到|大概|一般|批|放|担|贷|借)*/u, HOW_MUCH),
      /(?:多少|几(?:万|百万|千万))(?:的)?额度/u,
    ),
    says: LOAN_SAID,
    unsaid: LOAN_UNSAID,
  },
]
