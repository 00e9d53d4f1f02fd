// Where an office is and when it is open: it publishes that itself, and no record holds it.
import { anyOf, inOrder } from '../patterns.ts'
import { OFFICE } from './office-phone.ts'

const LEADING =
  /(?:请问|问一?下|那|你好|舟山市?|定海区?|普陀区?|岱山县?|嵊泗县?|新城|市|区|县|[,，\s]){0,4}/u
/** A bare 社保 or 公证 is a matter. */
const BODY = inOrder(
  OFFICE,
  /(?:管理|监督|检查|服务|行政|综合|保障|资源|社会){0,3}/u,
  /(?:支队|大队|分局|局|所|委|厅|法院|中心|部门|大厅){1,2}的?(?:办事|服务|受理|综合)?(?:窗口|大厅)?/u,
)
const WHERE = anyOf(
  /(?:具体|详细)?(?:地址|位置|门牌号?)/u,
  /怎么走|怎么去|在(?:哪里?|哪儿|什么地方|哪条路|几楼)|在什么位置|停车/u,
)
const WHEN = anyOf(
  /上不上班|上班|下班|开门|关门|开放|休息|放假|办公(?:时间)?|值班|对外|营业|开不开|有人|几点/u,
)
const BESIDE = anyOf(
  /(?:周|星期|礼拜)[一二三四五六七日天末]|周末|双休日?|节假日|国庆节?|春节|今天|明天|中午|晚上|午休/u,
  /[,，。?？!！\s]|的|是|在|多少|告诉我|发我|一下|也|还|都|到|时间|吗|么|呢|不|伐|哪里?|哪儿/u,
)
const ALL = new RegExp(
  `^${LEADING.source}(?:${BODY.source})(?:${WHERE.source}|${WHEN.source}|${BESIDE.source}){1,12}$`,
  'u',
)
const TOPIC = anyOf(WHERE, WHEN)

/** Whether the message asks where an office is, or when it is open, and nothing else. */
export const asksOfficePlace = (normalized: string): boolean =>
  ALL.test(normalized) && TOPIC.test(normalized)
