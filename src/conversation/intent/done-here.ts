// Another place that is named in passing: somebody or something is there, comes from there, or the other
// side has its seat there, and what is to be done is done in this city.
import { OTHER_PLACE } from '../../retrieval/acts/other-matters.ts'
import { anyIn, anyOf, inOrder } from '../../retrieval/patterns.ts'

const CITY = /舟山|定海|普陀|岱山|嵊泗|沈家门|临城|六横|金塘|衢山|朱家尖|秀山|鱼山|虾峙/u
const PLACE = inOrder(new RegExp(`(?:${OTHER_PLACE.source})`, 'u'), /(?:市|省|港|那边|这边)?/u)
const SOMEBODY =
  /(?:法人|法定代表人|老板|股东|员工|工人|职工|负责人|技术员|经办人|师傅|厨师|船员|老外|专家|[他她我](?:们)?|人|会计)/u
const OTHER_SIDE =
  /(?:客户|供应商|供货商|甲方|乙方|总包|分包|买家|卖家|买方|卖方|厂家|母公司|总公司|总部|投资人|投资方|股东|经销商|代理商|货代)/u

const IN_PASSING: readonly RegExp[] = [
  // It is to be done here.
  inOrder(
    /(?:在|来|到|进|迁到|搬到|回|落户)/u,
    CITY,
    /[^,，。]{0,6}(?:[办设开交缴领报要用租建投]|起诉|申请|注册|怎么|能不能)/u,
  ),
  inOrder(
    CITY,
    /(?:市|区|县)?(?:这边)?的?(?:分公司|子公司|分店|分厂|办事处|公司|厂)[^,，。]{0,4}(?:要|怎么|能|办)/u,
  ),
  // Somebody is there just now.
  inOrder(
    SOMEBODY,
    /(?:现在|目前|眼下|还|都|常年|平时|也|自己|人|一直){0,4}(?:拿的?[^,，。]{0,8})?在/u,
    PLACE,
    /(?:出差|打工|住院|过年|回不来|来不了|赶不回来|过不来)?(?=$|[,，。!！?？\s])/u,
  ),
  // The other side is from there.
  inOrder(PLACE, /的?(?:一?[个家]|那[个家])?(?:公司|厂)?的?/u, OTHER_SIDE),
  inOrder(OTHER_SIDE, /(?:公司|厂|那边)?(?:都|也|现在)?[是在]/u, PLACE),
  // It was bought there, or comes from there.
  inOrder(/从/u, PLACE, /[^,，。]{0,3}(?:买|进|采购|订|拉|运|招|请|挖|发|迁|搬|转|来|过来|调)/u),
  inOrder(
    /(?:设备|货|材料|原料|机器|船|车|工人|员工)[^,，。]{0,4}(?:是|都是|在)[从在]?/u,
    PLACE,
    /[^,，。]{0,2}(?:买|进|采购|订|造|招|的|发)/u,
  ),
  // It was there before.
  inOrder(
    /(?:以前|之前|原来|原先|本来|先前)[^,，。]{0,4}在?/u,
    PLACE,
    /[^。]{0,12}(?:转|迁|调|接)[^,，。]{0,3}(?:到|来|进|过来)/u,
  ),
]
/** 「岱山那边」 */
const OF_CITY_THERE = inOrder(CITY, /(?:市|区|县)?那[边头里]/u)
/** The port that both have. */
const JOINT_PORT = /宁波舟山港/gu

/** What is asked about there is there's, and so is what is compared with it or leaves for it. */
const THERE = anyOf(
  /那[边头里摊]|嗰边|当地|外地|异地|哪[边头]|[比跟和][^,，。]{0,8}(?:比|一样|划算|快|高)|区别|先不说|不动|不问/u,
  /(?:从|离开|不在|不是)(?:舟山|定海|普陀|岱山|嵊泗)|(?:迁|搬)(?:出|走|去)/u,
  inOrder(
    /(?:在|到|去|回|往|送|迁到|搬到)/u,
    PLACE,
    /(?:去|的)?(?:开|办|设|注册|申请|建|领|交|租|买|落户|起诉|立案|法院|[\p{Script=Han}]{0,4}局|人社|科)(?![^,，。]{0,6}的)/u,
  ),
)
const PLACES = new RegExp(OTHER_PLACE, 'gu')

/** Named twice, or two of them, it is what is asked about. */
const isNamedOnce = (said: string) => (said.match(PLACES) ?? []).length === 1

/** A longer message may name a place that is not known here. */
const CITY_ALONE_MAX = 14

/** Whether another place is only named in passing, or this city alone is named. */
export function isDoneHere(normalized: string): boolean {
  const said = normalized.replace(JOINT_PORT, '')
  if (THERE.test(said.replace(OF_CITY_THERE, ''))) return false
  if (OTHER_PLACE.test(said)) return isNamedOnce(said) && anyIn(IN_PASSING, said)
  return said !== normalized || (said.length <= CITY_ALONE_MAX && CITY.test(said))
}
