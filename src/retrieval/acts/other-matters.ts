// What is no matter of an enterprise, or none of this city; small talk; and what is under way already.
import { anyOf, inOrder } from '../patterns.ts'
import type { ActRow } from './act-row.ts'

/** Places whose matters are not this city's. */
export const OTHER_PLACE = anyOf(
  // In the province or near it.
  /上海|杭州|宁波|北仑|苏州|温州|台州|嘉兴|湖州|绍兴|金华|义乌|丽水|衢州|南京/u,
  // Further off.
  /北京|深圳|广州|海南|福建|厦门|青岛|大连|天津|江苏|山东|广东|安徽|成都|重庆|武汉|香港|临港/u,
  // Without its name.
  /外省|省外|老家/u,
)

export const OTHER_MATTERS = [
  {
    act: 'private',
    pattern: anyOf(
      // The family.
      /老婆|老公|小孩|孩子|儿子|女儿|爸|妈|外婆|爷爷|奶奶|孙子/u,
      // Marriage.
      /离婚|结婚/u,
      // Driving, school exams.
      /驾照|驾驶证|驾考|科目[一二三四1-4]|高考|中考/u,
      // Health, death, relief.
      /疫苗|抚养费|残疾证|火化|殡葬|低保|种(?:一?颗|个)?牙/u,
      // Papers of a person.
      /身份证|(?<!企业人员普通)护照/u,
      // Animals, school, the civil service.
      /狗|猫|学区|上学|幼儿园|公务员|退休金/u,
      // Pensions, shares, shopping.
      /炒股|套餐|退房|网购|淘宝|拼多多|楼上|邻居/u,
      // The home, travel.
      /小区|物业费|旅游|游客|自己家|私家车|户口/u,
    ),
  },
  {
    act: 'consumer',
    pattern:
      /商家|店家|不退(?:钱|款|房|货|押金)?|宰|退(?:货|款)|假货|质量差|客服|买(?:了|的).{0,12}(?:坏|假|过期|开胶|烂)/u,
  },
  {
    act: 'elsewhere',
    pattern: anyOf(
      // What is done there.
      inOrder(
        OTHER_PLACE,
        /(?:市|省|那边|那里|自贸港|自贸区|当地)?(?:的|那|办|申|开|注册|有|能|怎么|咋|给|贴|发|补|哪)/u,
      ),
      // Somebody there asks about there.
      inOrder(
        OTHER_PLACE,
        /(?:的|一个|有个)*(?:朋友|老乡|同行|亲戚|同学|战友|兄弟|姐妹|客户)[^。!！?？]{0,12}/u,
        /(?:他|她|人家|他们|她们|那)那?[边里]/u,
      ),
    ),
    // Who comes here asks about here, and Peking is also who decides.
    unless: anyOf(
      // Peking decides.
      /(?:还是|得|要)(?:送|报|到)?北京[发批审定管办]/u,
      // Who comes here.
      /(?:来|到|进|落户|在)(?:舟山|定海|普陀|岱山|嵊泗|沈家门|临城|六横|金塘|衢山|我们|阿拉|这[边里儿]|你们这)/u,
    ),
  },
  {
    act: 'nice',
    pattern:
      /谢|辛苦|哈哈|嘿嘿|点赞|(?<!得)厉害|可以的嘛|收到|测试|真好|不错|聪明|笨|无聊|天气|台风天|吃饭了|再见|晚安/u,
  },
  {
    act: 'filed',
    pattern: anyOf(
      // Handed in.
      /(?:报|交|递|提交|申请|送|传|寄)(?:上去|进去|过去|完|了|好|过).{0,12}(?:了|没|还|到)/u,
      // Under way.
      /(?:受理|公示|批|审|开庭|评审|验收|查勘)(?:都|已经|也)?(?:过|了|完)/u,
    ),
  },
] as const satisfies readonly ActRow[]
