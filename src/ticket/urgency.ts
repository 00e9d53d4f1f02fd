// How urgent a matter is, from its words: business standing still, goods or a ship held, a cold
// chain broken, a certificate that ends today, wages unpaid with people gathering. What endangers
// people now never becomes a ticket first; it is answered with the emergency numbers.
import type { Urgency } from './kinds.ts'

const URGENT: readonly RegExp[] = [
  /停产|停工停产|停航|停业了|全厂停|生产线(都)?停/,
  /(货|船|柜|集装箱|箱子).{0,8}(滞港|压港|滞留|卡在(港|口岸|码头)|出不(来|去)|开不出去|走不了)/,
  /冷(链|库|柜).{0,8}(断|停|坏)|(货|鱼|海鲜|冻品).{0,6}(化冻|要坏|坏了|变质)/,
  /(证|照|许可|签证|居留).{0,8}(今天|当天|今晚|明天).{0,4}(到期|过期|失效)|(今天|当天|今晚|明天).{0,6}(到期|过期)/,
  /欠薪.{0,10}(围|堵|聚|上访|闹)|(工人|民工).{0,8}(围|堵)(在|住|了)/,
]

/** A first estimate that a dispatcher may change. */
export function urgencyOf(text: string): Urgency {
  return URGENT.some((sign) => sign.test(text)) ? 'urgent' : 'normal'
}
