// The question that an item is offered with, in the words people use for its kind.
import type { ServiceItem } from '../../knowledge/service-item.ts'

type Phrase = readonly [name: RegExp, question: string]

/** The first row that fits; `$1` is the name without the verb it ends in. */
const PHRASES: readonly Phrase[] = [
  [/^(.*[^与和、])(?:怎么)?办理$/u, '$1怎么办理？'],
  [/^(.*(?:投诉|举报))(?:受理|处理)?$/u, '$1怎么提出？'],
  [
    /^(.*?[^与和、关])((?:自主|线上)?(?:申请|申报|申办|申领|预约|查询|开具|开立|获取|提取|备案))$/u,
    '$1怎么$2？',
  ],
  [/^(.*[^与和、])支付$/u, '$1怎么申领？'],
  [/^(.*(?:补贴|补助|奖补|奖励|返还))$/u, '$1怎么申领？'],
  [/^(.*(?:优惠|减征|扣除|抵减|扣减|所得税|减免增值税))$/u, '$1怎么享受？'],
  [/^(.*(?:服务|对接|指导|辅导|咨询|培训|体检|援助|协调))$/u, '$1怎么申请？'],
]

/** By the act that the name ends in; 「…怎么办理？」 where it shows none. */
export function questionAbout({ name, kind }: ServiceItem): string {
  if (kind === '一件事') return `${name}可以一次办理哪些事项？`
  for (const [pattern, question] of PHRASES) {
    if (pattern.test(name)) return name.replace(pattern, question)
  }
  return `${name}怎么办理？`
}
