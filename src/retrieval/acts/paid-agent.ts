// Somebody takes money and says that it will be granted, or has cheated a firm out of it: nobody may, and
// whoever tells of it wants to be warned, not to do it.
import { anyOf, inOrder } from '../patterns.ts'

const SOMEBODY =
  /有(?:个|一个|些)?(?:人|家|自称)|中介|代办|代理|黄牛|介绍|自称|冒充|打电话[来说]|来电|对方|[他她]们?|亲戚|熟人/u
const TAKES = anyOf(
  /(?:收|要|交|给|付|转|汇|打)(?:了|我|他|她|给|们|对方|够|个){0,3}[^,，。]{0,2}(?:[0-9一二两三四五六七八九十几百千]{1,6}(?:[千万]|块|元)|[1-9][0-9]{3,5}|钱|费)/u,
  /收钱|交钱|要钱|[0-9一二两三四五六七八九十几]{1,4}万(?:块|元)?(?:就能|包|保证)/u,
)
const PROMISES =
  /包(?:办|过|下|拿|成|批|通过)|保证(?:能|拿|过|批|下|办)|加急|搞定|办(?:下来|出来|成)|(?:能|帮)(?:让|把|忙)?[^,，。]{0,8}(?:快|批|过|下来|办)/u
/** What somebody of that kind is: it is asked or told. */
const DOUBTED =
  /是不是|真的(?:吗|假)|真假|能信|可信|靠谱|骗|是(?:不是)?你们(?:的)?(?:人|中心)|自称|冒充|朋友介绍|说(?:能|可以|是|包|保证|交|一?[万千百]|[^,，。]{0,8}(?:包|保证))/u
/** Who asks for it oneself. */
const OWN_WISH = /(?:我们?|阿拉)(?:想|要|愿意|可以|能)(?:花|给|出|多)|(?:给你|给您|你们收)/u

const SWINDLED = anyOf(
  inOrder(
    /(?:被|遭|给)[^,，。]{0,6}(?:诈骗|骗)(?:了|走|去|掉|光)?[^。]{0,10}/u,
    /[0-9一二两三四五六七八九十几百千]{1,6}(?:[千万]|块|元)|钱|货款|定金|账上/u,
  ),
  inOrder(
    /(?:钱|货款|定金|账户|账上)[^,，。]{0,8}/u,
    /被[^,，。]{0,6}(?:诈骗|骗)(?:了|走|去|掉|光)/u,
  ),
)
const OF_FIRM = /公司|企业|账上|对公|货款|我们(?:厂|店)|厂里|店里|供应商|客户|财务/u
/** What becomes of that in a matter of its own. */
const OF_MATTER = /贷款|保险|理赔|税|补贴|骗保|征信|仲裁|调解|预防|防范|培训|个人|刷单|保健品|网购/u

/** Whether money was taken or asked for by somebody who says that it will then be granted. */
export const isPaidAgent = (normalized: string): boolean =>
  SOMEBODY.test(normalized) &&
  TAKES.test(normalized) &&
  PROMISES.test(normalized) &&
  DOUBTED.test(normalized) &&
  !OWN_WISH.test(normalized)

/** Whether a firm tells that it was cheated out of money. */
export const isSwindled = (normalized: string): boolean =>
  SWINDLED.test(normalized) && OF_FIRM.test(normalized) && !OF_MATTER.test(normalized)
