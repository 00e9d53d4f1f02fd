// How people say that somebody is shut in, caught or buried.
import { anyOf, inOrder } from '../patterns.ts'
import type { DangerRow } from './danger-row.ts'

export const TRAPPED: DangerRow = {
  kind: 'trapped',
  says: [
    // Shut in.
    anyOf(
      // Somebody is caught, or has not come out.
      inOrder(
        /人|工|师傅|友|他|她|伊|司机|客|孩|[一二两三四五六七八九十几0-9]个(?!月)/gu,
        /[^报证果批钱款件章照许案文单货车正,，。]{0,6}/gu,
        // How.
        anyOf(
          // Caught.
          /被困/gu,
          // Caught in what.
          /困(?:住|在[^,，。]{0,8}(?:里|电梯|冷库|罐|井|舱|车|楼|礁|水|坑|洞|下面|底下))/gu,
          // Not out of it, not reached.
          /没(?:有)?(?:跑|逃|撤|爬)?(?:出来|下来|上来)(?!过)|没(?:撤(?!走)|联系上)/gu,
        ),
      ),
      // Locked in.
      /(?:人|工|师傅|我|他|她|孩)[^,，。们]{0,4}锁在[^,，。]{0,4}(?:冷库|罐|井|舱|车厢|仓库|里面)/gu,
      // Caught in what.
      /被困(?:在|人|了)|困在[^,，。]{0,6}(?:电梯|冷库|罐|井|舱|里面)/gu,
      // No way out of what.
      /(?:电梯|冷库|罐|井|舱|里面|里头|车厢|坑|洞)[^证报件,，。]{0,10}出不来/gu,
      // In a lift.
      /电梯[^,，。]{0,12}(?:困(?!过|人是)|卡).{0,14}(?:人|老|孩|孕|客)/gu,
    ),
    // Down there, and no answer.
    anyOf(
      // They went into a pit or a tank.
      inOrder(
        /(?:下|进|钻)(?:去|到|了)?[^,，。]{0,10}(?:污水池|井|罐|舱|池|釜|窨|沟)(?:里|子|去|底)?/gu,
        /.{0,20}/gu,
        /没应|不应|没出来|没上来|倒了|晕|没声|没动静|没反应|不动/gu,
      ),
      // They went in.
      /(?:个|人|工|师傅|他|她|友)[^,，。]{0,8}(?:下去|进去).{0,14}(?:没动静|没反应|不应|没声|没上来|倒了|不动)/gu,
      // From the hole itself.
      /(?:舱|罐|井|池|坑)里?(?:下去|进去).{0,14}(?:没动静|没反应|没声|没上来)/gu,
    ),
    // Caught by a machine, hanging.
    anyOf(
      // A limb or clothes.
      /(?:手(?![续机头上里])|脚|(?<!支)腿|胳膊|头发|袖子|衣服)(?:都|被|给|也)?[^,，。]{0,4}(?:卷|绞|轧|夹|卡|压)(?:进|到|入|住|在)/gu,
      // Drawn in or buried.
      inOrder(
        /人(?![家才社])|他|她|师傅|工人/gu,
        /(?:都|被|给)?(?:卷|绞|轧|压|埋)(?:进|入|住|到|在[^,，。]{0,4}(?:下面|底下|里面|车|墙|机))/gu,
      ),
      // Into a machine.
      /卷进[^,，。]{0,6}(?:机|皮带|螺杆|轮|轴|辊)/gu,
      // Who is buried or stuck.
      /(?:司机|师傅|工人|人|孩)[^,，。]{0,4}(?:卡在里[面头]|埋(?:在)?(?:里面|下面|底下))|车埋里面/gu,
      // In what.
      /卡在[^,，。]{0,6}(?:驾驶室|机器|井|缝|礁|罐里|电梯|车底)/gu,
      // Hanging in the air.
      /(?:人|工|师傅|他|她|个)[^,，。户档]{0,6}(?:挂|吊|悬)在[^,，。]{0,4}(?:半空|空中)/gu,
    ),
    // Crushed or buried.
    anyOf(
      // Something lies on somebody.
      inOrder(
        /(?:压|埋|砸)(?:着|住|了|到)/gu,
        /人(?![家才社脚])|[一二两三四五六七八九十几0-9]+个(?:人|工|师傅|$|[ ,，。!！])|老.腿上|师傅|工人|驾驶室/gu,
      ),
      // Somebody lies under something.
      /压在(?:老.|他|她|师傅|工人|人)(?:的)?(?:腿|脚|身|手)|(?:司机|师傅|工人|人)(?:还)?埋[在着]/gu,
      // How many.
      /压了[两三四几]+(?:三|四|个)(?=$|[ ,，。!！])/gu,
    ),
    // Something has collapsed. An old building about to, with nobody near, waits for its repair.
    anyOf(
      // The ground, the cradle.
      /塌方了(?=$|[ ,，。!！])|吊篮[^,，。]{0,4}断(?:了|一边)/gu,
      // Somebody is under it.
      /(?:滑坡|泥石流|塌|垮|掀|倒).{0,20}(?:里头|里面|下面|底下|还有|压|埋)[^,，。]{0,6}(?:人|没|个)/gu,
      // A scaffold, a crane, a building.
      inOrder(
        // What.
        anyOf(
          // What is put up for work.
          /脚手架|楼板|支架|塔吊|吊机|吊车|平台|基坑/gu,
          // What stands; not one that is about to, with nobody there.
          /(?:厂房|仓库|房子|墙)(?![^,，。]{0,3}[快要](?:塌|垮|倒)了?(?![^;；\n]{0,14}(?:人(?!家)|压|埋|救|逃|跑)))/gu,
        ),
        // It is not feared.
        /(?![^,，。]{0,6}(?:怕|会))/gu,
        /[^,，。]{0,4}(?:塌|垮|倒)(?:了|下来|掉|塌)/gu,
        // Nothing more is said, or that somebody is there.
        /(?=$|[ ,，。!！].{0,14}(?:人|压|埋|快|救))/gu,
      ),
    ),
    // No answer over the radio; a rope has parted.
    anyOf(
      // The radio.
      /对讲机?[^,，。]{0,6}(?:不应|没声|没回|不回)/gu,
      // A rope over somebody.
      /(?:钢丝绳|缆绳|吊带|吊耳|钩子)[^,，。]{0,6}(?:断|崩|脱|撕开|滑).{0,16}(?:人|下面|底下|腿|半空|司机)/gu,
      // The crane.
      /塔吊歪了/gu,
    ),
    // In English: shut in or pinned down.
    anyOf(
      // Trapped, and not in paperwork.
      inOrder(
        /trapped (?:in|under|inside|underneath|beneath|between|on)/gu,
        /(?! (?:bureaucra|paperwork|red tape|a loop|limbo|debt|this))/gu,
      ),
      // Under or between what.
      /(?:pinned|crushed|buried) (?:under|beneath|underneath|inside|between|by|against)/gu,
      // Somebody is pinned, crushed or stuck.
      inOrder(
        /(?:is|are|got|he's|she's) /gu,
        anyOf(
          /pinned|crushed/gu,
          // Stuck in what.
          inOrder(
            /stuck /gu,
            anyOf(
              /under|beneath|underneath|inside/gu,
              /in (?:the |a |an )?(?:lift|elevator|tank|machine|hold|crane|conveyor|hatch|mixer)/gu,
            ),
          ),
        ),
      ),
    ),
    // Somebody is under it.
    inOrder(
      // Who.
      /\b(?:driver|operator|worker|welder|man|woman|guy|colleague|somebody|someone|person|child|boy|girl|he|she)s?\b/gu,
      /(?: is| are|'s)(?: still)? (?:under|underneath|beneath|inside) /gu,
      // Under what.
      anyOf(
        /it\b/gu,
        // Vehicles, loads and ruins.
        inOrder(
          /the /gu,
          anyOf(
            /forklift|truck|crane|load|vehicle|car|van|lorry|excavator|tractor/gu,
            /beam|machine|rubble|pallet|container|boat|hull|scaffold\w*/gu,
          ),
        ),
      ),
    ),
    // No sign of them, caught, under ruins.
    anyOf(
      // They went down and do not answer.
      /went (?:down|in|into|inside)\b.{0,40}(?:n'?t|not|no) (?:respon\w*|answer\w*|repl\w*|come|came|mov\w*)/gu,
      // They have not come out.
      /(?:has|have)n'?t (?:come|came) (?:out|up|back up)/gu,
      // Caught.
      /(?:hand|arm|leg|sleeve|hair|foot)\b.{0,16}(?:caught|stuck) in/gu,
      // Collapsed.
      /(?:scaffold\w*|roof|wall|building|trench|shed)(?: has| have)? (?:just )?collaps(?:ed|ing)/gu,
    ),
  ],
}
