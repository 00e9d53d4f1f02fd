// Hints of danger, weaker than its rows (danger-rows.ts): single words that the route model weighs
// together with the others of a message.
import { anyOf, inOrder } from '../patterns.ts'
import type { ActRow } from './act-row.ts'
import { OF_BUILDING, SMOKES } from './danger-things.ts'

/** Where somebody may be in danger, who it is, and that they are not back. */
const MISSED = anyOf(
  /[船艇排海江河湖水浪礁舱罐井坑山]|平台/u,
  /师傅|工友|工人|同事|家里|老[公婆]|[儿孩]子|[他她伊](?!们)/u,
  /里[面头]|底下|下去|没回来|出事/u,
)

export const DANGER_ACTS = [
  {
    act: 'harm',
    pattern: anyOf(
      // Blood, vomit, fits.
      /血|呕|吐(?:了|沫|白沫|得)|抽(?:搐|风|筋|起来|了|$)|一直抽/u,
      // Fainted, not answering.
      /晕|昏|不动|没(?:了)?(?:反应|知觉|呼吸|意识|动静)|(?:叫|喊)(?:他|她|名字)?(?:不应|不醒|没应)/u,
      // Colour and feeling, breath and sight.
      /(?:嘴唇|脸|手|腿|眼睛)(?:都)?.{0,3}(?:紫|煞白|发黑|青|翻白|肿|麻|冰凉)|喘不|喉咙.{0,4}(?:紧|烧)|看不见东西|睁不开/u,
      // Fallen, struck.
      /(?:摔|掉|跌)(?:下来|下去|到|进|了)|砸(?:到|中|在)/u,
      // Crushed.
      /(?:压|绞|轧|夹)(?:到|住|着|进|断|了).{0,6}(?:手|脚|腿|胳膊|人|指|头)?|卷(?:进|在|到)/u,
      // Stung, bitten, burnt.
      /扎(?:进|穿)|穿过去|(?:咬|蜇)了|烫(?:掉|伤)/u,
      // Holding a live wire.
      /(?:捏|抓|握|拽)着.{0,4}(?:线|电)/u,
      // Lying there. A building is none, that is about to.
      /趴着|(?:躺|(?<!(?:墙|厂房|房子|仓库|屋)[^,，。]{0,3}[快要])倒)(?:在|了|着|下)/u,
      // The heart.
      /胸口|心脏/u,
      // In English.
      /lips|not moving|unconscious|fell (?:off|into|from)|bleed|no reply/u,
    ),
  },
  {
    act: 'hazard',
    pattern: anyOf(
      // Fire and smoke.
      /[着起引失点]火|火(?:苗|舌|势|星|很|好|到|烧|圈)|一圈火|烟(?:很|好|冒|往)?|烧(?:起|焦|着)/u,
      // Bursting, leaking, giving way. Spraying is a trade.
      /爆|炸|漏|喷(?![漆砂塑粉涂淋绘码墨])|涌|塌|垮|裂|缝.{0,8}宽/u,
      // By its sound.
      /轰|嘭|砰|噼啪|嘶嘶|滋滋|嘎吱/u,
      // What comes out, and how it swells.
      /冒(?:泡|气|火|烟|黄|白)|窜|鼓(?:了|起|包)/u,
      // Out of control, parting.
      /走锚|失控|刹(?:车没|不住)|(?:钢丝|缆绳|钩子|绳子|吊带|钢缆).{0,4}(?:断|崩|脱|蹦)/u,
      // An alarm.
      /报警(?:仪|器|灯)?.{0,6}(?:叫|红|响|亮)/u,
      // The smell of it.
      /(?:味|气味|味道).{0,10}(?:冲|浓|怪|大|呛|臭)|(?:臭鸡蛋|氨|焦|煤气|燃气).{0,3}味/u,
      // The gauges.
      /(?:压力|温度|水位).{0,8}(?:窜|飙|往上|看不到)/u,
      // Leaning, flooding.
      /(?:在|一直|还在|突然)(?:往一边)?(?:倾|歪|斜|沉|漂)|水(?:到|漫|淹|进).{0,6}(?:脚|腰|膝|胸|楼|库)/u,
      // Radiation.
      /放射源/u,
      // In English, where it is no part of a building and no firm's own smoke.
      new RegExp(
        `(?<!(?:${SMOKES})(?:'s)? )(?:fire|smoke)(?![ -]?(?:${OF_BUILDING}))|leak|sinking`,
        'u',
      ),
    ),
    // A mood, where nothing follows it.
    unless:
      /(?:忙|累|烦|愁)[^,，。]{0,6}[,，]?[^,，。]{0,4}(?:头|脑[袋子]|心态)[^,，。痛疼]{0,3}[炸爆]了?[啊呀!！。\s]*$/u,
  },
  {
    act: 'caught',
    pattern: anyOf(
      // Somebody is in there.
      inOrder(
        /里头|里面|底下|下面|上头|上面|车底|舱里|罐里|井里|楼里|屋里|还有/u,
        /.{0,10}/u,
        /有人|个人|工友|师傅|敲|叫|喊|哼|没撤|没出来|没下来|没上来|拍门|在动|会动/u,
      ),
      // No way out.
      /出不(?:去|来)|下不来|推不开|抽不出来/u,
      // Stuck, hanging.
      /困(?:在|住)|卡(?:在|住).{0,8}(?:中间|礁|机器|电梯|舱|罐|井|缝)|吊在(?:半空|上面)/u,
      // Not out of it, buried.
      /没(?:上来|出来|撤|逃)|埋(?:到|了|在|住)|人(?:弄)?不出来/u,
      // In English.
      /no(?:body|t) coming|trapped|dragged/u,
    ),
  },
  {
    act: 'adrift',
    pattern: anyOf(
      // A vessel.
      /(?:船|艇|排|舢板|平台|发动机).{0,20}(?:漂|沉|翻|歪|没了|散架|熄火|进水|看不见)/u,
      // Somebody in the water.
      /(?:海|水|池|江)里.{0,8}(?:人|影|手|漂|冒泡)|落水|带下去/u,
      // Out of sight, out of hearing.
      /看不(?:到|见)(?:他|她|人)|对讲机?.{0,6}(?:打不通|不回|没声|不应|没回)|失联/u,
      // A phone that nobody answers, where somebody is missed. An office's is a grievance.
      inOrder(
        // Somebody is missed.
        new RegExp(`^(?=.*(?:${MISSED.source})).*`, 'u'),
        // The phone.
        /(?:电话|手机).{0,6}(?:打不通|不回|没声|不应|没回)/u,
      ),
      // In English.
      /overboard|lost sight|adrift/u,
    ),
  },
] as const satisfies readonly ActRow[]
