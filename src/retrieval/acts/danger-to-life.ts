// How people say that somebody is badly hurt, poisoned or out of their senses.
import { anyOf, inOrder } from '../patterns.ts'
import type { DangerRow } from './danger-row.ts'

export const TO_LIFE: DangerRow = {
  kind: 'medical',
  says: [
    // Poisoned.
    anyOf(
      // By what.
      /上吐下泻|(?:食物|煤气|一氧化碳|农药|蘑菇|河豚|甲醇|氨气?)中毒(?=了|$|[ ,，。!！]|[^,，。]{0,4}(?:人|倒|昏|晕|叫))/gu,
      // By the word alone.
      /(?:人|工|员|客|他|她)[^,，。]{0,6}中毒了|^中毒了/gu,
      // The signs of it.
      /(?:个|人|客|员|孩)[^,，。]{0,6}(?:在|都|一直|集体)?(?:呕吐|吐了|抽筋)/gu,
    ),
    // Not waking, not breathing.
    anyOf(
      // Not waking.
      /(?<!物业|客服|窗口|人工)(?:叫|喊|拍|摇|推)(?:他|她|伊|人|名字|都|也|了|半天)*(?:不醒|不应|没应|没反应)/gu,
      /怎么叫都|叫都不|醒不过来/gu,
      // No sign of life.
      /(?:人|他|她|伊|师傅)(?:已经|都|好像)?没气了|没(?:有|了)?(?:呼吸|心跳|意识|脉搏|知觉)(?!灯)/gu,
      // No breath.
      /(?<!压得)(?<!压到)喘不(?:上|过)|呼吸(?:不了|困难|停)|窒息(?=了|$|[ ,，。!！])/gu,
      // Out of their senses.
      /不省人事|失去(?:意识|知觉)/gu,
    ),
    // Heart and fits.
    anyOf(
      // The heart.
      /(?:胸口|心口)(?:好|很|突然)?(?:痛|闷|疼)|心脏病(?:犯|发)|心脏骤停|(?:突然|好像|怕是)(?:心梗|中风)|心梗(?:了|发作)/gu,
      // Fits.
      /抽搐|(?:他|她|伊|(?<!没)人|地上|浑身|一直)(?:还)?(?:在)?抽(?:了|着|起来|$|[ ,，。!！])|口吐白沫/gu,
      // Blood from the mouth, eyes and lips.
      /(?<![得到我])吐血|咳血|眼睛(?:都)?翻白|嘴唇[^,，。]{0,3}(?:紫|黑)/gu,
    ),
    // Blood.
    anyOf(
      // It cannot be stopped.
      /血(?:怎么)?(?:也|都)?(?:止|按)不住|止不住血/gu,
      // It flows.
      /血(?:流不止|飙|喷|一直流|在流)|冒血|流(?:了)?(?:好|很|交关|太|一地)多?(?:的)?血/gu,
      // How much.
      /满(?:头|脸|身|手)(?:都)?(?:是)?血|(?:全|都)是血|大出血/gu,
    ),
    // Struck by electricity.
    anyOf(
      // By the word for it, and nothing else said or how they are.
      inOrder(
        /触(?:了|到)?(?:高压)?(?:电|电线|高压线)/gu,
        /(?=了|倒|晕|昏|,|，|。|!|！| |$|[^,，。]{0,4}(?:倒|晕|不动|躺))/gu,
      ),
      // In other words for it.
      /被电(?:到|了|击|倒|打)|电倒(?:了|在)/gu,
    ),
    // Fainted, lying there.
    anyOf(
      // Fainted.
      /(?:晕|昏)(?:倒|过去|迷|厥)(?:了|在|,|，|。|!|！| |$)/gu,
      // Lying there.
      inOrder(
        /人|师傅|工|员|客|他|她|伊|个|友|电工|焊工/gu,
        /[^,，。]{0,8}/gu,
        /倒在(?:地|里|血|那|配电|车间|舱|池|路)|倒地|倒下了?|瘫在(?:地|那|机)/gu,
      ),
      // Dizzy and falling, about to die.
      /头晕.{0,10}(?:站不|倒|抽|吐)|(?:人|他|她|伊)(?:都|好像)?(?:快|要)+不行了/gu,
    ),
    // Fallen from a height.
    anyOf(
      // Fallen and hurt.
      inOrder(
        /(?:摔|跌|掉|坠|滚|翻)(?:落|了|得)*(?:下来|下去|落来|落去|来|去|到|进|下)/gu,
        /[^;；\n]{0,16}/gu,
        /不会?动|没反应|血|昏|晕|叫[他她伊]?不|骨头|爬不/gu,
      ),
      // From where.
      /从[^,，。]{0,8}(?:脚手架|屋顶|楼上|梯子|塔|架子|杆子|吊篮|高处|吊车)[^,，。]{0,4}(?:摔|跌|掉|坠|滑)(?:落|下)/gu,
    ),
    // Struck, cut, not moving.
    anyOf(
      // Struck by something.
      /(?:人|工|员|师傅|他|她|同事|孩)(?:被|给|让)[^,，。]{0,6}(?:压|砸|撞|电|咬|轧|夹)(?:了|倒|到|打了?)(?=$|[ ,，。!！])/gu,
      // Acid or oil in the face.
      /(?:酸|碱|油|液|药水)溅[^,，。]{0,4}(?:眼|脸|身)/gu,
      // A part of the body is hurt.
      inOrder(
        // How.
        /(?:砸|撞)(?:到|中)|(?:砸|撞|压|轧|夹|切|锯|割|绞|烫|扎)(?:伤|断|穿|烂|倒)/gu,
        /(?:了)?[^,，。]{0,4}/gu,
        // Where, and not a paper or a shop of that name.
        /人|手|脚|腿|头(?!上)|臂|胳膊|眼|[一两三几0-9]个/gu,
        /(?!的|证|家)/gu,
      ),
      // A part of the body is cut off.
      /(?:手指|手|脚|腿|胳膊)(?:都)?(?:被)?[^,，。]{0,4}(?:压|切|锯|绞|轧|砍|夹|砸)断/gu,
      // Somebody no longer moves, and not a thing that they push.
      /(?:他|她|伊|工友|师傅|工人)[^,，。]{0,10}(?<![点拉推拖搬卖打走干做磨])(?:不会?动了|不动弹|没知觉)/gu,
      // Lying there.
      /(?:躺|趴|倒)(?:在)?(?:地上|地|着)[^,，。]{0,4}不(?:会)?动/gu,
    ),
    // An ambulance is called for.
    anyOf(
      // Called, or to be called at once.
      /救护车[^,，。]{0,4}还没|快(?:点)?(?:叫|打|拨|喊)[^,，。]{0,3}(?:120|救护)/gu,
      // Whether to call one.
      /(?:要不要|帮我|帮忙|赶紧|马上)[^,，。]{0,3}(?:打|拨|叫)(?:个)?(?:120|救护车)/gu,
      // A birth.
      /羊水破/gu,
      // Poison was drunk.
      /(?:误食|误喝|吃错|喝错)(?:了)?[^,，。]{0,8}(?:农药|甲醇|毒|药水|清洗剂)/gu,
    ),
    // In English: how they are.
    anyOf(
      // Not conscious.
      /unconscious|passed out|(?:has |just |workers? |she |he |cooks? |people )fainted/gu,
      // Not breathing.
      /not breathing|(?:can'?t|cannot|isn'?t|unable to) breathe?|no pulse/gu,
      // Heart, blood, current.
      /heart attack|having a (?:stroke|seizure)|bleeding(?! (?:money|cash))|electrocut|choking/gu,
      // Dizzy, hurt, poisoned.
      /won'?t wake|feel(?:s|ing)? (?:very |so )?(?:dizzy|faint)|badly (?:hurt|burn\w*|injured)|(?:been|got) poisoned/gu,
      // An ambulance is called for.
      /call (?:an |the )?ambulance|call 120/gu,
    ),
    // What has befallen them.
    anyOf(
      // Not moving.
      inOrder(
        // Who.
        /\b(?:he|she|driver|worker|man|woman|diver|welder|colleague|operator|guy|sailor|cook)\b/gu,
        /[^.!?]{0,30}/gu,
        // Does nothing any more.
        /(?:not|n'?t|stopped) (?:mov\w*|respond\w*|answer\w*|breath\w*|wak\w*)/gu,
        // And it is not us whom they do not answer.
        /(?! (?:to )?(?:my|our|the) )/gu,
      ),
      // Down.
      /\b(?:he|she|worker|man|woman|colleague|guy|welder|cook|sailor)s?\b(?: has| have)?(?: just)? collapsed/gu,
      // Blood.
      /lots of blood|cut (?:his|her|my) .{0,12}(?:off|open)/gu,
      // Blows, falls.
      /hit by (?:a|the) (?:truck|car|forklift|crane|lorry|beam)|fell (?:off|from) .{0,20}(?:ladder|scaffold\w*|roof|crane|height)/gu,
      // A cry.
      /help us now/gu,
    ),
  ],
}
