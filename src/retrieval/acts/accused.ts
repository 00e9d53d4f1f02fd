// Who writes has been reported, complained of or sued: no complainer to whom we apologise, and nobody
// who tells on others.
import { anyOf, inOrder } from '../patterns.ts'

/** To be told is none. */
const ACCUSES = /举报|检举|告发|投诉|起诉|控告|告(?![诉知示别])/u
const US =
  /(?:了)?(?:我们?|咱们?|阿拉)(?!来|要|想|去|不是|的(?:时候|编号|结果|事))(?:公司|厂|店|单位)?/u

const MADE_OF_US = anyOf(
  // By somebody.
  inOrder(/(?:被|遭|挨)[^,，。!！?？;；]{0,8}/u, /举报|检举|告发|投诉|起诉|控告|告(?:了|上)/u),
  // Somebody has, or goes to.
  inOrder(
    /(?:有人|人家|别人|隔壁|邻居|居民|同行|对手|顾客|客[人户]|员工|工人|职工|消费者|买家|对方|打假人?|[他她]们?|去|老)[^,，。!！?？;；]{0,6}/u,
    ACCUSES,
    US,
  ),
  // Somebody says so of us, wherever.
  inOrder(
    /(?:有人|人家|别人|隔壁|邻居|居民|同行|对[手方]|顾客|客[人户]|员工|工人|消费者|打假人?|第[一二三四]名|落标|没中标|中标候选)[^,，。!！?？;；]{0,8}/u,
    /举报|检举|告发|投诉|质疑|反映|控告|告(?:状|到|上|[我咱])|去告|打(?:了)?12345/u,
    /[^,，。!！?？;；]{0,8}说?(?:是)?/u,
    /(?<=说|反映|质疑|告)(?:是)?(?:我们?|咱们?|阿拉)/u,
  ),
  // A bare reproach.
  inOrder(/(?:^|[,，。\s])(?:又|还)?/u, ACCUSES, US, /(?:$|[,，。\s]|偷|说|乱|卖|没|违|无证)/u),
  // Who has.
  inOrder(/(?:谁|哪个|哪家)[^,，。]{0,6}/u, /举报|检举|告发/u),
  // In English.
  /\b(?:reported|sued|accused|complained about|complained of) (?:us|me|our)\b|\bwe (?:were|are being|have been|got) (?:reported|sued|accused|complained about)\b/u,
)

/** Of somebody else it was told. */
const MADE_OF_OTHERS =
  /(?:隔壁|邻居|对面|那家|同行|对手|人家|别人|别家|[他她它]们?)[^,，。被遭我咱]{0,6}[被遭]/u

/** Who is accused may complain all the same: of an office, or of who accuses. */
const COMPLAINS = anyOf(
  inOrder(/(?:我们?|阿拉|也|反过来)?(?:要|想)(?:去|也)?/u, /投诉|举报|告(?![诉知示别])/u),
  /乱(?:罚|收|查)|刁难|态度|推诿|吃拿卡要|不作为|索要|踢皮球|没人管|我(?:们)?(?:投诉|举报)(?:了|过)/u,
  /\b(?:i|we) (?:want|would like|wish|need) to (?:complain|report|file)/u,
)

/** Whether somebody accuses who writes, and they accuse nobody themselves. */
export const isAccused = (normalized: string): boolean =>
  MADE_OF_US.test(normalized) && !MADE_OF_OTHERS.test(normalized) && !COMPLAINS.test(normalized)
