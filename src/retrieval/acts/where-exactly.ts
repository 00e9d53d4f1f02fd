// The telephone, the address or the floor of whoever does a matter in hand, or whether one has to go
// there, and nothing else.
import { anyIn, anyOf, inOrder } from '../patterns.ts'
import { OTHER_PLACE } from './other-matters.ts'

/** Stands before it and names no other matter. */
const LEADING = anyOf(
  // May I ask, give me.
  /那么?|请问|麻烦|问一?下|有没有|有|要|能不能|可以|给我|发我|告诉我|发一?下|查一?下/u,
  // Theirs, of this one.
  /他们|它们?|你们|这个|这里|那里|这边|那边|那个|具体|详细|的|[,，\s]/u,
  // Of the office.
  /承办|主管|办理|办事|受理|部门|单位|局里?|窗口|大厅|咨询|联系|服务|值班/u,
)
const PLACE = anyOf(
  // Its number.
  /(?:电话|座机)(?:号码?)?|联系方式|热线|怎么联系|咋联系/u,
  /(?:打|拨)(?:哪个|什么|啥)?电话|电话打(?:多少|哪个?|哪里)?/u,
  // Its address.
  /地址|位置|地点|门牌号?/u,
  // The floor, the street.
  /(?:在|是|去|到)?(?:几|哪一?|多少)(?:个)?(?:楼|层|号窗口?|号楼)/u,
  /(?:在|是)?(?:什么|哪一?)(?:条|个)?(?:路|街道?|大楼|楼)(?:上|里)?/u,
)
const TRAILING = anyOf(
  /是|的|在|多少|几号|哪个|什么|啥|哪里?|哪儿|有吗|有没有|有伐|号|上/u,
  /给我|发我|告诉我|一下|他们|呢|吗|呀|啊|[?？。!！\s]/u,
)

const WHERE: readonly RegExp[] = [
  new RegExp(`^(?:${LEADING.source})*(?:${PLACE.source})(?:${TRAILING.source})*$`, 'u'),
  // In English: its number or address.
  inOrder(
    /^(?:what(?:'s| is) )?(?:the|their|its)? ?(?:office )?/u,
    /(?:(?:tele)?phone|contact|address)(?: number| details)?[?.]*$/u,
  ),
  // The floor.
  /^(?:on )?(?:which|what) floor(?: is it(?: on)?)?[?.]*$/u,
]

/** “Do I need to come in person?” wants no person. */
const IN_PERSON = inOrder(
  /^(?:so |and |but |then |ok(?:ay)?,? ){0,2}/u,
  /(?:do|does|must|should|is|has|have|can|will|need)\b[^,.;!?]{0,50}/u,
  /\b(?:in person|personally)(?: there| to (?:apply|sign))?[?.]*$/u,
)

/** 「船在宁波修着，能在宁波验吗」 asks of the matter in hand, and of no other city's. */
const WHILE_AWAY = inOrder(
  /^(?:那|可是|但是?|不过|现在|我们?的?|公司的?|这|[,，\s]){0,4}/u,
  /(?:渔?船|货|车|人|员工|船员|设备|机器|客户|老板|老外|材料|他们?|她)人?(?:还|都|现在){0,2}[停放修住]?在/u,
  OTHER_PLACE,
  /[^,，。?？]{0,6}[,，\s](?:那)?(?:在(?:那[边里]|当地|[^,，。?？]{2,4}))?(?:能不能|能|可以|行)[^,，。?？]{0,8}[?？]?$/u,
)

export const asksWhileAway = (normalized: string): boolean => WHILE_AWAY.test(normalized)

export const asksInPerson = (normalized: string): boolean => IN_PERSON.test(normalized)

export const asksWhereExactly = (normalized: string): boolean => anyIn(WHERE, normalized)
