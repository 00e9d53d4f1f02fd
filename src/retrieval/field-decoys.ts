// Words that look like the cue of a part and are none: they belong to a name, tell how things stand, or
// ask for a rule. They are taken out before the cues are looked for.
import { inOrder } from './patterns.ts'

const HIDDEN = '〇'

const DECOYS: readonly RegExp[] = [
  // Names.
  /不定时/gu,
  /(?<![去到在走从跑用])单一窗口(?!还是|上|里|能|可)/gu,
  /非法|违法|合法|不法|守法/gu,
  /(?:原|新|建筑|装修)材料/gu,
  /填(?:海|埋|充)/gu,
  // An office's name in what is done, and not the office: 「消防验收还是消防备案」.
  inOrder(
    /消防|科技|商务|交通|环保|水利|电力|应急|医保|社保|公安/gu,
    /(?=验收|备案|审查|设计|检查|手续|项目|工程|型|成果|企业|登记|预案|缴费|卡|费|创新|报备|核准)/gu,
  ),
  /市场价?(?!局|监|所)|城市|超市|上市(?!局)|区别|园区|小区|海区|社区|部分|全部|内部|局面|委托|省(?:钱|事|心|力)/gu,
  // How things stand.
  /(?:虚假|假|捏造|虚报|伪造|编造)的?材料|材料(?=造假|作假|涨价|被?退回?|打回|不齐|丢)/gu,
  /填(?:完|好|错|过)/gu,
  inOrder(
    // Not how many at the longest or the shortest.
    /(?<=[这那没好顶差断漏欠]|(?<!最)晚|[断漏欠缓][缴交])/gu,
    /几个?(?:工作日|天|日|月|年|礼拜|周)/gu,
    /(?!(?:能|可以|会)?.{0,2}(?:下来|批|办好|出来|拿到))/gu,
  ),
  // What is owed, or written down of it, is no fee; nor is how much one way is quicker than another.
  /记账单|账单|(?:就是|来|去|天天|一直)要钱(?!吗|么|不|伐)|(?:要回|讨)(?:钱|工资|工程款|货款)|(?:快|慢|长|短|大|小)多少/gu,
  // How long a machine or a power line stands still is no time limit of the office.
  /(?<![不能可])停(?:电|机|产|工|水|气|用|梯)?(?:要|得)?(?:停)?(?:几个?(?:天|小时|钟头|月)|多久|多长时间)/gu,
]

/** The text with those words hidden, so that what stands around them is not joined. */
export const withoutDecoys = (normalized: string): string =>
  DECOYS.reduce((text, decoy) => text.replaceAll(decoy, HIDDEN), normalized)
