// How people say that a vessel is in distress, or that somebody is in the water.
import { anyOf, inOrder } from '../patterns.ts'
import type { DangerRow } from './danger-row.ts'

export const AT_SEA: DangerRow = {
  kind: 'sea',
  says: [
    // A vessel in distress.
    inOrder(
      // What floats, and not its papers or its parts.
      /(?<![修造拆候])(?:船|艇|舢板|渡轮|货轮|油轮|拖轮|客轮)(?![东主员籍检务厂坞票代老运证])/gu,
      /[^证簿书,，。]{0,14}?/gu,
      // What befalls it.
      anyOf(
        // It sinks.
        /进水|要沉|在沉|快沉|下沉|沉(?:了|下去|没)/gu,
        // It turns over, it strikes a rock.
        /要翻|(?<![闹吵谈])翻(?:了(?!新|修|倍)|掉|脱|扣|沉)|侧翻|倾覆|打横|触礁|搁浅了?/gu,
        // Nobody steers it.
        /失去动力|失控|走锚/gu,
        // It lies over.
        /歪得|歪.{0,2}[0-9一二三四五六七八九十]+度|倾斜(?:得|了)/gu,
        // It drifts.
        /在漂|漂(?:走|远|出)|(?:往|向).{0,8}(?:漂|斜|歪|礁)/gu,
        // It burns.
        /起火|着火|(?<![勿不到找])着了|烧(?:起来|着)/gu,
      ),
    ),
    // Its hull is open.
    /船(?:头|底|身|舱|艉)[^,，。]{0,6}(?:大?洞|破(?:了|开)|进水|瘪|裂开)/gu,
    // Adrift in weather, water in the engine room.
    /(?:在漂|漂走了|主机停了|没(?:了)?动力).{0,24}(?:打不通|风浪|浪|礁)|机舱进水|水泵抽不(?:赢|过来|及)|mayday/gu,
    // The word for it, and people on board.
    /(?:沉船|触礁|弃船|撞船|翻船|遇险)了?.{0,12}(?:救|快来|还有|船上有)/gu,
    // Somebody has fallen into the water.
    anyOf(
      // Fallen or slipped.
      inOrder(
        // Who.
        /(?:人|工|员|师傅|客|孩|他|她|伊|们|友|小[^本区票船]|老[^证船油])(?![证本章簿照])/gu,
        /[^证本章书簿照机箱货锚。]{0,12}/gu,
        // Into what.
        /(?:掉|跌|摔|滑|滚)(?:落|进|到|入|下)*(?:去|了)?(?:大?海|江(?!苏|西|山)|水|塘|河)里?/gu,
      ),
      // Swept away or driven in.
      /(?:人|工|员|客|孩|他|她|车)[^证,，。]{0,8}(?:冲|拖)(?:进|到|下|入)(?:了)?(?:大?海|江(?!苏|西|山)|水)里?/gu,
      // By the word for it.
      /落水(?:了|,|，|。|!|！|$)|(?<!被)人落水|坠海|掉下船/gu,
    ),
    // Somebody is in the water, or calls from it.
    anyOf(
      // They are in it.
      /(?:人|他|她|伊|孩|们|员)(?:还|都)?在(?:海|水)里|(?:海|水)里(?:厢)?(?:还)?有(?:个|[一两三四五六]个)?(?:人|工)/gu,
      // They hold on, they call.
      /抱着.{0,6}在(?:海|水)里|有人(?:在)?呼救/gu,
    ),
    // Waves or a current take somebody.
    /(?:人|客|孩|员|工|他|她|友).{0,8}(?:浪|潮|水流|离岸流|山洪).{0,4}(?:卷|冲|拖|带)(?:走|下|进|到|出)/gu,
    // A diver does not come up.
    /(?:潜水|水下|下水).{0,30}(?:没(?:有)?(?:再)?(?:上来|冒头|浮|反应|动静)|不见了)/gu,
    // A boat is overdue and does not answer.
    inOrder(
      // What is out.
      /(?<![修造拆])(?:船|艇|舢板)(?![东主员籍检务厂坞票])[^。!！?？]{0,24}/gu,
      // When it should have been back.
      /(?:讲好|说好|约好|本来|应该|早该)[^,，。]{0,6}(?:回|靠|到岸|到家)[^。!！?？]{0,20}/gu,
      // No word of it.
      /不通|联系不[上到着]|没(?:有)?(?:消息|音讯|音信)|没(?:看)?见(?:人|船|影)/gu,
    ),
    // Who went out and is not heard of.
    inOrder(
      /(?:出海|下海|打鱼|捕鱼|赶海|海上)[^。!！?？]{0,12}/gu,
      /没(?:有)?(?:信|消息|音讯|音信)|联系不[上到着]|失联|(?:一[夜天晚]|还|都)没(?:有)?回来|电话[^,，。]{0,2}打不通/gu,
    ),
    // Cut off by the tide.
    /(?:涨潮|潮水|礁|网箱|养殖筏|筏上).{0,20}(?:回不(?:来|去)|下不来|被?困)/gu,
    // In English, of the crew.
    anyOf(
      // Over the side.
      /(?:man|crew|sailor|worker|somebody|someone|fell|fallen|went|gone|washed)(?: ?(?:member|mate|man))? overboard/gu,
      // What the crew says.
      /abandon(?:ing|ed)? ship|\bwe(?: are|'re) sinking(?! (?:in|into|under|money))|lost steering|dragging anchor/gu,
    ),
    // A vessel in distress.
    inOrder(
      /(?:ship|boat|vessel|barge|tug|ferry|trawler|yacht)(?: is| are|'s)?.{0,20}/gu,
      // What befalls it.
      anyOf(
        // It sinks.
        /sinking|capsiz|taking (?:on |in )?water|going down/gu,
        // It burns, it drifts, it lies over.
        /on fire|caught fire|adrift|drifting|aground|listing (?:to|bad|heav)/gu,
      ),
    ),
    // Her engine and her hull.
    anyOf(
      // No engine.
      inOrder(
        /(?:ship|boat|vessel|barge|tug|ferry|trawler|yacht|we)\b.{0,12} /gu,
        /(?:has |have )?lost (?:its |our |the |all )?(?:main )?(?:engines?|propulsion|steering)\b/gu,
        // A paper that has lost it, or that of it which is lost.
        /(?! (?:number|log|book|plate|paper|cert|manual|doc|part|record))/gu,
      ),
      // Water over the side.
      /waves? (?:are |is |keep )?(?:coming|breaking|washing|crashing) over (?:the |our )?(?:side|deck|bow|stern|boat|ship|us\b)/gu,
      // Water in the hold.
      /water (?:is )?(?:coming|pouring|rushing) into (?:the |our )?(?:hold|hull|engine room|boat|ship)/gu,
    ),
    // Fallen into the water, or down beside the hull.
    /(?:fell|fallen|slipped|jumped|swept) (?:in|into|off|from) .{0,24}(?:sea|water|harbou?r|pier|dock|ship|boat|quay)/gu,
    /(?:fell|fallen|slipped|went|gone|dropped) (?:down )?between .{0,30}(?:hull|ship|boat|vessel|tug|barge|quay|pier|berth|fender)/gu,
  ],
}
