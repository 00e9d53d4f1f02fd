// How people say that it burns, explodes or leaks, or is about to.
import { anyOf, inOrder } from '../patterns.ts'
import type { DangerRow } from './danger-row.ts'

export const OF_FIRE: DangerRow = {
  kind: 'fire',
  says: [
    // It has caught fire.
    anyOf(
      // By the word for it.
      /(?:(?<!不)着|起|失)火(?=了|啦|呀|呢|怎么办|咋办|快|冒|$|[ ,，。!！?？])/gu,
      // What has.
      /[厂房库楼店间屋棚艉隔壁宿舍](?:里|上|子|顶)?着了(?=$|[ ,，。!！快])/gu,
    ),
    // It burns, and how it spreads. Who stokes and what is stoked burn in their ordinary work.
    anyOf(
      // It burns.
      /(?:烧|燃)(?:起来|着了|开了)/gu,
      // The same, of no furnace.
      /(?<!(?:他|她|我|师傅|们|(?<!房)炉|炉子|窑|证[^,，。]{0,6})(?:每天|一直|都|就|也)?还?)在烧(?=$|[ ,，。!！])/gu,
      // It has caught, on what.
      /烧到(?:了)?(?:隔壁|房|仓|楼|油|罐|旁|屋)|引燃了|(?<!会)自燃(?=了|$|[ ,，。!！])|点着了|火势/gu,
      // How great it is.
      /大火(?=了|$|[ ,，。!！])|火(?:很|好|太|越来越|已经很)大(?!的|气)/gu,
      // How it spreads.
      /火苗(?:窜|蹿|往|已|都|冒|上)|火(?:快|已经|要|都)?(?:窜|蹿)|火上(?:天花|房|屋)/gu,
    ),
    // Smoke and sparks.
    anyOf(
      // Something smokes.
      /冒烟(?:了|啦)|冒烟[ ,，!！]{0,2}(?:快|救)|冒(?:着|起|出|了)?(?:黑|白|浓|大|黄|青|滚)+烟/gu,
      // How it smokes.
      /(?:在|直|一直|突然|正|还)(?:往外)?冒[^,，。]{0,3}(?:烟|火|气)|(?<!油)烟(?:很|好|太|越来越)(?:大|浓)|浓烟|冒火星/gu,
    ),
    // It has exploded, or is about to.
    anyOf(
      // By the word for it.
      /爆炸了|爆炸(?=$|[ ,，。!！])|闪爆|爆燃/gu,
      // What has burst.
      inOrder(
        // A vessel under pressure, a machine, a building.
        /锅炉|炉子|罐|釜|瓶|(?:蒸汽|燃气|煤气|天然气|油|氨|高压)管|电池|变压器|充电桩|阀|机器|油箱|厂|厂房|仓库/gu,
        /[^,，。证单水]{0,6}/gu,
        /(?:炸|爆)(?:了(?!一批|单|锅)|开)/gu,
      ),
      // About to, and the sound of it.
      /(?<![我人都])(?:要|快)炸了?(?=$|[ ,，。!！])|轰(?:的)?一声/gu,
    ),
    // Something leaks.
    anyOf(
      // Poison, oil, acid.
      /(?:氨|氯|气|油|酸|碱|甲醇|苯|硫化氢|毒)[^,，。]{0,6}(?:泄漏|泄露)(?=了|出来|得|正在|$|[ ,，。!！])/gu,
      // Gas and fuel come out.
      inOrder(
        /氨|氯|煤气|燃气|天然气|液化气|沼气|酸|碱液?|甲醇|汽油|柴油|原油/gu,
        /[^,，。]{0,6}/gu,
        /(?:漏|(?<!又|我)跑|喷)(?:了|出|得|一地)/gu,
      ),
      // The same, the other way about.
      /漏(?:氨|氯|煤气|燃气|天然气|液化气)(?:了|啦|,|，|。|!|！| |$)|跑氨/gu,
      // Where it has really happened.
      /真的?出事(?:了|故)?[^;；。\n]{0,12}(?:漏|烧|冒|喷|炸|塌|倒)/gu,
      // How much.
      /(?<!合同|账上|少)漏(?:了|出)[^,，。]{0,3}[0-9一二两三四五六七八九十百千几]+多?(?:升|桶|吨(?!位)|公斤)/gu,
      // It keeps leaking.
      inOrder(
        // Nothing is said of money before.
        /(?<!(?:费|钱|成本|利润)[^。;；\n气油水液酸碱氨罐管]{0,12})/gu,
        // It goes on.
        /(?:在|还在|一直|大量|突然|不停)(?:地)?(?:往外)?(?:泄漏|泄露|漏|喷)[气液油]?/gu,
        /(?=$|[ ,，。!！了]|怎么办|咋办)/gu,
      ),
    ),
    // The smell of it.
    anyOf(
      // It is smelt.
      /闻到[^,，。]{0,8}(?:煤气|燃气|天然气|液化气|氨|臭鸡蛋|焦|刺鼻)/gu,
      // What it smells of, and how strongly.
      /(?:煤气|燃气|天然气|液化气|氨气?|氯气?|焦|臭鸡蛋)(?:的)?味(?:道|儿)?[^,，。]{0,6}(?:很|好|越来越|重|大|冲|浓|呛)/gu,
      // A whiff of it.
      /一股[^,，。]{0,6}(?:煤气|燃气|氨|焦|臭鸡蛋)味/gu,
      // How strong it is.
      /味(?:道)?[^,，。]{0,6}(?:冲|呛).{0,10}(?:睁不开|咳|晕)/gu,
    ),
    // Pressure and heat that rise, and their sounds.
    anyOf(
      // The valve.
      /安全阀[^,，。]{0,6}(?:不跳|没跳|失灵|顶不住)/gu,
      // The gauges.
      /压力[^,，。]{0,8}(?:打到头|顶到头|爆表|飙|压不住|还在(?:往)?上)|温度[^,，。]{0,6}(?:压不住|还在(?:往)?上)/gu,
      // It swells, it hisses.
      /(?:桶|罐|瓶|柜子?)[^,，。]{0,4}鼓(?:起来|包了)|(?:嘶嘶|滋滋|嗤嗤|噼啪|噼里啪啦|砰砰)[^,，。]{0,4}(?:响|冒|喷|漏|叫)/gu,
      // A pipe has parted.
      /法兰漏|(?<!水)管[^,，。]{0,4}(?:爆开|破了?.{0,4}喷)/gu,
    ),
    // In English: fire.
    anyOf(
      // By the word for it.
      /on fire|caught fire|catching fire|fire!/gu,
      // What there is.
      inOrder(
        /(?:there(?:'s| is)|we have|we got|got) (?:a |an )?(?:big |huge |small )?/gu,
        /fire|explosion|(?:gas|ammonia|chlorine|chemical|oil|fuel) leak/gu,
      ),
      // A fire of ours.
      /fire (?:in|at|on) (?:the|our|my)/gu,
      // It burns, it has exploded.
      /(?:is|are) (?:burning|smoking|hissing)|(?:has |just |have )explod(?:ed|es)|explo(?:ded|sion (?:at|in|on))/gu,
    ),
    // Gas and smoke.
    anyOf(
      // Gas is leaking.
      inOrder(
        /(?:gas|ammonia|chlorine|chemical|fuel|lpg|lng|acid)(?: \w+)?(?: is| are|'s)? /gu,
        /leak(?:ing|ed|s)?|escaping|spilled|spilling|hissing/gu,
        /(?! detect)/gu,
      ),
      // The smell of it.
      /smell(?:s|ing)? (?:of |like )?(?:\w+ )?(?:gas|ammonia|burning|smoke)/gu,
      // Smoke.
      /(?:black|thick|heavy|lots of|full of|smell|see) (?:of )?smoke|smoke (?:is |everywhere|coming|pouring|filling)/gu,
    ),
  ],
}
