// Praise of somebody of ours or of an office, that is to reach them: no thanks to the assistant, and no
// grievance.
import { anyOf, inOrder } from '../patterns.ts'

const PRAISES =
  /表扬|点个?赞|夸(?:一?[下夸]|奖|赞)|送[^,，。]{0,3}锦旗|感谢信|写[^,，。]{0,3}好评|给[^,，。]{0,8}好评/u
const WHOM =
  /窗口|大厅|同志|师傅|老师|工作人员|办事员|专员|科室?|局|中心|[小老][\p{Script=Han}]|[\p{Script=Han}][姐哥]|[他她]|小伙|姑娘|帮我们?办/u
const NO_PRAISE = anyOf(
  /投诉|差|骂|不(?:好|满|行|给|会|该)|怎么(?:评|得|拿|申)|多少|刷|员工|先进|荣誉|奖励|补/u,
  /网店|平台|客户|顾客|点评|外卖|给(?:[你您侬]|小舟)/u,
)
const IN_ENGLISH = inOrder(
  /\b(?:praise|compliment|commend|thank)\b.{0,30}\b/u,
  /(?:staff|officer|clerk|counter|window|lady|man|woman|colleague)s?\b/u,
)

/** Whether the message praises somebody who did a matter. */
export const isPraise = (normalized: string): boolean =>
  IN_ENGLISH.test(normalized) ||
  (PRAISES.test(normalized) && WHOM.test(normalized) && !NO_PRAISE.test(normalized))
