// Haste that is not for its own sake.
import { anyOf, inOrder } from '../patterns.ts'

const BEGS = anyOf(
  inOrder(
    /(?:能不能|可不可以|可否|能|可以|帮(?:我们?|忙|阿拉)|替(?:我们?|阿拉)|麻烦|请|求|拜托|快)[^,，。]{0,6}/u,
    /催(?!款|收|缴|债|化|芽)|加急|加快|快(?:点|一点|些|一些)|抓紧|赶紧/u,
  ),
  // In English.
  /\b(?:can|could|please|pls)\b.{0,20}\b(?:hurry|speed|faster|urge|push|expedite)\b/u,
)
const GOODS = /船|货|车|柜子?|集装箱|鱼|虾|海鲜|客户|客人|工人|飞机|航班|设备/u
const ABOUT_TO = /已经?|都|马上|就要?|快要?|今[天晚]|明[天早]|后天|在|就/u
/** What does not wait. */
const DOES_NOT_WAIT = anyOf(
  // It is about to leave, or to go bad.
  inOrder(
    GOODS,
    /[^,，。]{0,6}/u,
    anyOf(
      inOrder(ABOUT_TO, /[^,，。]{0,4}(?:开|走|到|靠|离|压|堵|等|烂|坏|臭|化)/u),
      /(?:开|走|到港|到|靠泊?|离港)了|[压堵]着|等(?:着|不)/u,
    ),
  ),
  // Closing time, standing still, being too late.
  /截[关单]|停[工产航]|违约|(?:赶|等|来)不(?:及|上|起)|误(?:船|工|期|了)/u,
  /\b(?:ship|vessel|cargo|goods|container|truck)s?\b.{0,20}\b(?:sailed|left|leaving|arriv|waiting|stuck|rotting)/u,
)

/** Whether somebody begs to have a thing hastened that does not wait. */
export const isPressed = (normalized: string): boolean =>
  BEGS.test(normalized) && DOES_NOT_WAIT.test(normalized)
