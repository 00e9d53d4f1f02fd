// How people say that something terrible is happening: what happens, to whom, and that it goes on.
// A bare noun is no row: 起火, 渗漏 and 跳楼 also stand in certificates, tests and prices.
import type { DangerKind } from '../../knowledge/reply.ts'
import { anyOf } from '../patterns.ts'

export type DangerRow = Readonly<{
  kind: DangerKind
  says: readonly RegExp[]
  /** Heard whatever is asked besides. */
  always?: true
}>

/** In the order in which what to do first is chosen, where several fit. */
export const DANGER_ROWS: readonly DangerRow[] = [
  {
    kind: 'sea',
    says: [
      // A vessel in distress.
      /(?<![修造拆候])(?:船|艇|舢板|渡轮|货轮|油轮|拖轮|客轮)(?![东主员籍检务厂坞票代老运证])[^证簿书,，。]{0,14}?(?:进水|要沉|在沉|快沉|下沉|沉(?:了|下去|没)|要翻|(?<![闹吵谈])翻(?:了(?!新|修|倍)|掉|脱|扣|沉)|侧翻|倾覆|打横|触礁|搁浅了?|失去动力|失控|走锚|歪得|歪.{0,2}[0-9一二三四五六七八九十]+度|倾斜(?:得|了)|在漂|漂(?:走|远|出)|(?:往|向).{0,8}(?:漂|斜|歪|礁)|失联|联系不上|起火|着火|(?<![勿不到找])着了|烧(?:起来|着))/gu,
      // Its hull is open.
      /船(?:头|底|身|舱|艉)[^,，。]{0,6}(?:大?洞|破(?:了|开)|进水|瘪|裂开)/gu,
      // Adrift in weather, water in the engine room.
      /(?:在漂|漂走了|主机停了|没(?:了)?动力).{0,24}(?:打不通|风浪|浪|礁)|机舱进水|水泵抽不(?:赢|过来|及)|mayday/gu,
      // The word for it, and people on board.
      /(?:沉船|触礁|弃船|撞船|翻船|遇险)了?.{0,12}(?:救|快来|还有|船上有)/gu,
      // Somebody has fallen into the water.
      anyOf(
        // Fallen or slipped.
        /(?:人|工|员|师傅|客|孩|他|她|伊|们|友|小[^本区票船]|老[^证船油])(?![证本章簿照])[^证本章书簿照机箱货锚。]{0,12}(?:掉|跌|摔|滑|滚)(?:落|进|到|入|下)*(?:去|了)?(?:大?海|江(?!苏|西|山)|水|塘|河)里?/gu,
        // Swept away or driven in.
        /(?:人|工|员|客|孩|他|她|车)[^证,，。]{0,8}(?:冲|拖)(?:进|到|下|入)(?:了)?(?:大?海|江(?!苏|西|山)|水)里?/gu,
        // By the word for it.
        /落水(?:了|,|，|。|!|！|$)|(?<!被)人落水|坠海|掉下船/gu,
      ),
      // Somebody is in the water, or calls from it.
      /(?:人|他|她|伊|孩|们|员)(?:还|都)?在(?:海|水)里|(?:海|水)里(?:厢)?(?:还)?有(?:个|[一两三四五六]个)?(?:人|工)|抱着.{0,6}在(?:海|水)里|有人(?:在)?呼救/gu,
      // Waves or a current take somebody.
      /(?:人|客|孩|员|工|他|她|友).{0,8}(?:浪|潮|水流|离岸流|山洪).{0,4}(?:卷|冲|拖|带)(?:走|下|进|到|出)/gu,
      // A diver does not come up.
      /(?:潜水|水下|下水).{0,30}(?:没(?:有)?(?:再)?(?:上来|冒头|浮|反应|动静)|不见了)/gu,
      // A boat is overdue and does not answer.
      /(?<![修造拆])(?:船|艇|舢板)(?![东主员籍检务厂坞票])[^。!！?？]{0,24}(?:讲好|说好|约好|本来|应该|早该)[^,，。]{0,6}(?:回|靠|到岸|到家)[^。!！?？]{0,20}(?:不通|联系不[上到着]|没(?:有)?(?:消息|音讯|音信)|没(?:看)?见(?:人|船|影))/gu,
      // Cut off by the tide.
      /(?:涨潮|潮水|礁|网箱|养殖筏|筏上).{0,20}(?:回不(?:来|去)|下不来|被?困)/gu,
      // In English.
      /(?:man|crew|sailor|worker|somebody|someone|fell|fallen|went|gone|washed)(?: ?(?:member|mate|man))? overboard|abandon(?:ing|ed)? ship|\bwe(?: are|'re) sinking(?! (?:in|into|under|money))|lost steering|dragging anchor/gu,
      /(?:ship|boat|vessel|barge|tug|ferry|trawler|yacht)(?: is| are|'s)?.{0,20}(?:sinking|capsiz|taking (?:on |in )?water|going down|on fire|caught fire|adrift|drifting|aground|listing (?:to|bad|heav))/gu,
      anyOf(
        // No engine.
        /(?:ship|boat|vessel|barge|tug|ferry|trawler|yacht|we)\b.{0,12} (?:has |have )?lost (?:its |our |the |all )?(?:main )?(?:engines?|propulsion|steering)\b(?! (?:number|log|book|plate|paper|cert|manual|doc|part|record))/gu,
        // Water over the side or in the hold.
        /waves? (?:are |is |keep )?(?:coming|breaking|washing|crashing) over (?:the |our )?(?:side|deck|bow|stern|boat|ship|us\b)|water (?:is )?(?:coming|pouring|rushing) into (?:the |our )?(?:hold|hull|engine room|boat|ship)/gu,
      ),
      /(?:fell|fallen|slipped|jumped|swept) (?:in|into|off|from) .{0,24}(?:sea|water|harbou?r|pier|dock|ship|boat|quay)/gu,
    ],
  },
  {
    kind: 'self_harm',
    always: true,
    says: [
      // Out on a height.
      /(?:爬|站|坐|翻)[^,，。]{0,10}(?:塔吊|楼顶|天台|栏杆|护栏|窗台|阳台|大桥)[^,，。]{0,4}(?:外|边|沿|上).{0,20}(?:跳|劝不|不肯下|不下来|喊|哭)|(?:坐|站|翻)(?:在|到|出)[^,，。]{0,6}(?:栏杆|护栏|窗台|阳台|天台)(?:的)?(?:外|边沿)|劝不下来/gu,
      // Not wanting to live.
      anyOf(
        // In other words for it.
        /了断(?:自己|算了)|自我了断|一了百了|走绝路|寻短见|(?:想|要|企图|有人)轻生/gu,
        // No will to live, wanting to die.
        /(?:不想|不愿|没法)(?:再)?活|没脸(?:再)?活|活着(?:真)?没(?:意思|劲)|(?:我|他|她)[^,，。们]{0,6}(?<![得不])想死(?=$|[ ,，。!！])|撑不下去了?[ ,，]?(?:想|去)死|死给(?:你们|他们|大家)看|(?:我|他|她|伊)(?!们)(?:真的?|实在|都)?活不下去/gu,
      ),
      // By what means.
      /(?:要|想|闹|正在|企图|有人)(?:在[^,，。]{0,6})?(?:自杀|自焚|上吊(?![锅装机车钩])|割腕|烧炭)|(?:喝|灌)(?:了|下)?(?:一瓶|半瓶)?农药|割腕了?(?=$|[ ,，。!！])|上吊(?:了|,|，|。|$)|吞(?:了|下).{0,6}安眠药|(?:留|写|发)(?:了|下).{0,4}遗书/gu,
      // The means in one's hand, and nobody is to talk one out of it.
      /(?:安眠药|农药|药片?|毒药)(?:我)?(?:都|已经)?(?:倒|抓|捏|攥|握|含|放)(?:在|到|进)?(?:手|嘴|杯子)(?:里|心|上)|(?:活|死|跳|药|刀|绳子?|煤气)[^。!！?？]{0,14}(?:别|不要|勿要)劝我?(?=$|[ ,，。!！了])/gu,
      // Up there, and with last words.
      /(?:我|他|她)(?:现在|正|已经|就|人)*在[^,，。]{0,8}(?:楼顶|天台|桥上|塔吊上|悬崖)[^!！?？\n]{0,16}(?:最后(?:几句|一句|的话|一次)|遗言|解脱|交代(?:一下)?后事|别找我)/gu,
      // A farewell.
      /对不起(?:大家|你们|爸妈|老婆|孩子).{0,20}(?:还不清|别找|先走|走了)|别找我.{0,14}(?:对不起|还不清)/gu,
      // In English.
      /(?:kill|hang|hurt) (?:my|him|her|them)sel(?:f|ves)|suicid|wants? to die|end (?:my|his|her) (?:own )?life|don'?t want to live|(?:going to|about to|threat\w+ to|wants to|gonna|he'll|she'll) jump(?! (?:in(?:to)? the (?:market|business)|ship|the queue|through))/gu,
    ],
  },
  // Also said in jest beside an ordinary question.
  {
    kind: 'self_harm',
    says: [
      /(?:要|想|准备|打算|就去|去)跳(?:楼|下去|海|塔|桥|江|河)(?!价|的心)|(?:从|往)[^,，。]{0,8}跳(?:下[去来]|海|楼|江|河)/gu,
      /(?:说|喊|闹|有人|正)(?:着)?(?:要|想)?跳楼(?!价)|(?:不发|不给|不还)[^,，。]{0,6}就跳(?=了|$|[ ,，。!！])/gu,
    ],
  },
  {
    kind: 'violence',
    says: [
      // With a weapon.
      /(?:拿|持|提|掏|抄|举|挥|亮)(?:着|了|出)?(?:一?把)?(?:菜|砍|水果|西瓜|剪|尖)?(?:刀(?!具|片|头|架|库|鱼)|钢管|铁棍|斧头?|榔头|枪(?!乌|头))[^,，。]{0,4}(?=$|[ ,，。!！]|堵|砍|打|追|冲|逼|要|威胁|站|不让|进|在)/gu,
      // With a tool, in pursuit.
      /(?:拿|持|提|抄|举|挥|拎)(?:着|了|起)?[^,，。]{0,3}(?:铁锹|铁锨|锄头|扳手|木棍|棍子|砖头|酒瓶|鱼叉)[^,，。]{0,6}(?:追|打人|砍|砸人|冲[进过]|威胁|见人就)|追着[^,，。]{0,6}(?:打(?!电话|卡|折|听|款|包|印)|砍(?!价))/gu,
      // Something in the hand.
      /手(?:上|里)(?:还)?(?:有|拿|捏|拎|握)(?:着)?(?:一?[把桶瓶个])?(?:菜|水果)?(?:刀|汽油(?!货)|打火机|斧|铁?棍|钢管)/gu,
      // Petrol.
      /(?:泼|倒|浇|拎|提|拿)(?:着|了)?(?:一?桶)?汽油.{0,16}(?:点|烧|打火机|威胁|同归|冲)/gu,
      // Blows.
      anyOf(
        // They fight, they beat.
        /(?<!不)砍(?:了)?人|杀人了|(?:门口|工地|车间|厂里|食堂|码头|人|帮|保安|他们)[^,，。]{0,6}打起来(?:了|啦|$|[ ,，。!！])|打起来了?[ ,，。]{0,2}有人|打群架|(?:在|还在|正)打(?:人|架|他|她|我)|动手打(?:人|他|她|我|起来)|打人了/gu,
        // Somebody is stabbed or beaten down.
        /捅(?:了|伤)(?:人|他|她|我|一刀)?|(?:被|给)[^,，。]{0,8}(?:打|砍|捅)(?:得|伤|破|倒|了)[^,，。]{0,8}(?:血|头|昏|地上|不动)/gu,
      ),
      // Robbed, held, locked up.
      /抢劫(?:了|$|[ ,，。!！])|(?:被|有人)[^,，。]{0,4}(?:绑架|绑走|劫持|挟持)|绑了(?:人|我|他|她)|把(?:我|他|她|人|经理|老板)(?!们)[^,，。]{0,4}(?:关|扣|绑|锁)(?:起来|住|在)|不(?:让|放)(?:我|他|她|人)[^,，。]{0,4}走.{0,12}(?:打|刀)/gu,
      // A crowd.
      /(?:上百|几十|一百多|四五十|二三十|一帮|一群|两帮)(?:个)?(?:人|工人|社会人)[^,，。]{0,14}(?:围住|堵(?:住|了)|冲进|打|砸)/gu,
      // In English.
      anyOf(
        // Threatened with a weapon.
        /(?:threaten\w*|attack\w*|stab\w*|beat\w*|chas\w*|hold\w*) (?:us|me|him|her|them|our \w+|people|\w+ at).{0,20}(?:knife|gun|axe|weapon|pipe|stick|bat)|(?:with|has|holding|waving|pulled) a (?:knife|gun)/gu,
        // Attacked, held.
        /being (?:robbed|attacked|stabbed|beaten)|fight(?:ing)? with (?:knives|pipes|sticks|bats)|taken hostage/gu,
      ),
    ],
  },
  {
    kind: 'fire',
    says: [
      // It has caught fire.
      /(?:(?<!不)着|起|失)火(?=了|啦|呀|呢|怎么办|咋办|快|冒|$|[ ,，。!！?？])|[厂房库楼店间屋棚艉隔壁宿舍](?:里|上|子|顶)?着了(?=$|[ ,，。!！快])/gu,
      // It burns, and how it spreads. Who stokes and what is stoked burn in their ordinary work.
      /(?:烧|燃)(?:起来|着了|开了)|(?<!(?:他|她|我|师傅|们|(?<!房)炉|炉子|窑|证[^,，。]{0,6})(?:每天|一直|都|就|也)?还?)在烧(?=$|[ ,，。!！])|烧到(?:了)?(?:隔壁|房|仓|楼|油|罐|旁|屋)|引燃了|(?<!会)自燃(?=了|$|[ ,，。!！])|点着了|火势|大火(?=了|$|[ ,，。!！])|火(?:很|好|太|越来越|已经很)大(?!的|气)|火苗(?:窜|蹿|往|已|都|冒|上)|火(?:快|已经|要|都)?(?:窜|蹿)|火上(?:天花|房|屋)/gu,
      // Smoke and sparks.
      /冒烟(?:了|啦)|冒烟[ ,，!！]{0,2}(?:快|救)|冒(?:着|起|出|了)?(?:黑|白|浓|大|黄|青|滚)+烟|(?:在|直|一直|突然|正|还)(?:往外)?冒[^,，。]{0,3}(?:烟|火|气)|(?<!油)烟(?:很|好|太|越来越)(?:大|浓)|浓烟|冒火星/gu,
      // It has exploded, or is about to.
      anyOf(
        // By the word for it.
        /爆炸了|爆炸(?=$|[ ,，。!！])|闪爆|爆燃/gu,
        // What has burst.
        /(?:锅炉|炉子|罐|釜|瓶|(?:蒸汽|燃气|煤气|天然气|油|氨|高压)管|电池|变压器|充电桩|阀|机器|油箱|厂|厂房|仓库)[^,，。证单水]{0,6}(?:炸|爆)(?:了(?!一批|单|锅)|开)/gu,
        // About to, and the sound of it.
        /(?<![我人都])(?:要|快)炸了?(?=$|[ ,，。!！])|轰(?:的)?一声/gu,
      ),
      // Something leaks.
      anyOf(
        // Poison, oil, acid.
        /(?:氨|氯|气|油|酸|碱|甲醇|苯|硫化氢|毒)[^,，。]{0,6}(?:泄漏|泄露)(?=了|出来|得|正在|$|[ ,，。!！])/gu,
        // Gas and fuel.
        /(?:氨|氯|煤气|燃气|天然气|液化气|沼气|酸|碱液?|甲醇|汽油|柴油|原油)[^,，。]{0,6}(?:漏|(?<!又|我)跑|喷)(?:了|出|得|一地)|漏(?:氨|氯|煤气|燃气|天然气|液化气)(?:了|啦|,|，|。|!|！| |$)|跑氨/gu,
        // How much, where it has really happened.
        /真的?出事(?:了|故)?[^;；。\n]{0,12}(?:漏|烧|冒|喷|炸|塌|倒)|(?<!合同|账上|少)漏(?:了|出)[^,，。]{0,3}[0-9一二两三四五六七八九十百千几]+多?(?:升|桶|吨(?!位)|公斤)/gu,
        // It keeps leaking.
        /(?<!(?:费|钱|成本|利润)[^。;；\n气油水液酸碱氨罐管]{0,12})(?:在|还在|一直|大量|突然|不停)(?:地)?(?:往外)?(?:泄漏|泄露|漏|喷)[气液油]?(?=$|[ ,，。!！了]|怎么办|咋办)/gu,
      ),
      // The smell of it.
      /闻到[^,，。]{0,8}(?:煤气|燃气|天然气|液化气|氨|臭鸡蛋|焦|刺鼻)|(?:煤气|燃气|天然气|液化气|氨气?|氯气?|焦|臭鸡蛋)(?:的)?味(?:道|儿)?[^,，。]{0,6}(?:很|好|越来越|重|大|冲|浓|呛)|一股[^,，。]{0,6}(?:煤气|燃气|氨|焦|臭鸡蛋)味|味(?:道)?[^,，。]{0,6}(?:冲|呛).{0,10}(?:睁不开|咳|晕)/gu,
      // Pressure and heat that rise, and their sounds.
      anyOf(
        // The gauge.
        /安全阀[^,，。]{0,6}(?:不跳|没跳|失灵|顶不住)|压力[^,，。]{0,8}(?:打到头|顶到头|爆表|飙|压不住|还在(?:往)?上)|温度[^,，。]{0,6}(?:压不住|还在(?:往)?上)/gu,
        // It swells, it hisses.
        /(?:桶|罐|瓶|柜子?)[^,，。]{0,4}鼓(?:起来|包了)|(?:嘶嘶|滋滋|嗤嗤|噼啪|噼里啪啦|砰砰)[^,，。]{0,4}(?:响|冒|喷|漏|叫)/gu,
        // A pipe has parted.
        /法兰漏|(?<!水)管[^,，。]{0,4}(?:爆开|破了?.{0,4}喷)/gu,
      ),
      // In English.
      anyOf(
        // Fire.
        /on fire|caught fire|catching fire|fire!/gu,
        // What there is.
        /(?:there(?:'s| is)|we have|we got|got) (?:a |an )?(?:big |huge |small )?(?:fire|explosion|(?:gas|ammonia|chlorine|chemical|oil|fuel) leak)|fire (?:in|at|on) (?:the|our|my)/gu,
        // It burns, it has exploded.
        /(?:is|are) (?:burning|smoking|hissing)|(?:has |just |have )explod(?:ed|es)|explo(?:ded|sion (?:at|in|on))/gu,
      ),
      anyOf(
        // Gas is leaking.
        /(?:gas|ammonia|chlorine|chemical|fuel|lpg|lng|acid)(?: \w+)?(?: is| are|'s)? (?:leak(?:ing|ed|s)?|escaping|spilled|spilling|hissing)(?! detect)/gu,
        // Smell and smoke.
        /smell(?:s|ing)? (?:of |like )?(?:\w+ )?(?:gas|ammonia|burning|smoke)|(?:black|thick|heavy|lots of|full of|smell|see) (?:of )?smoke|smoke (?:is |everywhere|coming|pouring|filling)/gu,
      ),
    ],
  },
  {
    kind: 'trapped',
    says: [
      // Shut in.
      anyOf(
        // Somebody is shut in.
        /(?:人|工|师傅|友|他|她|伊|司机|客|孩|[一二两三四五六七八九十几0-9]个(?!月))[^报证果批钱款件章照许案文单货车正,，。]{0,6}(?:被困|困(?:住|在[^,，。]{0,8}(?:里|电梯|冷库|罐|井|舱|车|楼|礁|水|坑|洞|下面|底下))|没(?:有)?(?:跑|逃|撤|爬)?(?:出来|下来|上来)(?!过)|没(?:撤(?!走)|联系上))|(?:人|工|师傅|我|他|她|孩)[^,，。们]{0,4}锁在[^,，。]{0,4}(?:冷库|罐|井|舱|车厢|仓库|里面)/gu,
        // In what.
        /被困(?:在|人|了)|困在[^,，。]{0,6}(?:电梯|冷库|罐|井|舱|里面)|(?:电梯|冷库|罐|井|舱|里面|里头|车厢|坑|洞)[^证报件,，。]{0,10}出不来|电梯[^,，。]{0,12}(?:困(?!过|人是)|卡).{0,14}(?:人|老|孩|孕|客)/gu,
      ),
      // Down there, and no answer.
      /(?:下|进|钻)(?:去|到|了)?[^,，。]{0,10}(?:污水池|井|罐|舱|池|釜|窨|沟)(?:里|子|去|底)?.{0,20}(?:没应|不应|没出来|没上来|倒了|晕|没声|没动静|没反应|不动)|(?:个|人|工|师傅|他|她|友)[^,，。]{0,8}(?:下去|进去).{0,14}(?:没动静|没反应|不应|没声|没上来|倒了|不动)|(?:舱|罐|井|池|坑)里?(?:下去|进去).{0,14}(?:没动静|没反应|没声|没上来)/gu,
      // Caught by a machine, hanging.
      anyOf(
        // A limb or clothes.
        /(?:手(?![续机头上里])|脚|(?<!支)腿|胳膊|头发|袖子|衣服)(?:都|被|给|也)?[^,，。]{0,4}(?:卷|绞|轧|夹|卡|压)(?:进|到|入|住|在)/gu,
        // The whole person.
        /(?:人(?![家才社])|他|她|师傅|工人)(?:都|被|给)?(?:卷|绞|轧|压|埋)(?:进|入|住|到|在[^,，。]{0,4}(?:下面|底下|里面|车|墙|机))|卷进[^,，。]{0,6}(?:机|皮带|螺杆|轮|轴|辊)/gu,
        // Buried or stuck, in what.
        /(?:司机|师傅|工人|人|孩)[^,，。]{0,4}(?:卡在里[面头]|埋(?:在)?(?:里面|下面|底下))|车埋里面|卡在[^,，。]{0,6}(?:驾驶室|机器|井|缝|礁|罐里|电梯|车底)/gu,
        // Hanging in the air.
        /(?:人|工|师傅|他|她|个)[^,，。户档]{0,6}(?:挂|吊|悬)在[^,，。]{0,4}(?:半空|空中)/gu,
      ),
      // Crushed or buried.
      /(?:压|埋|砸)(?:着|住|了|到)(?:人(?![家才社脚])|[一二两三四五六七八九十几0-9]+个(?:人|工|师傅|$|[ ,，。!！])|老.腿上|师傅|工人|驾驶室)|压在(?:老.|他|她|师傅|工人|人)(?:的)?(?:腿|脚|身|手)|(?:司机|师傅|工人|人)(?:还)?埋[在着]|压了[两三四几]+(?:三|四|个)(?=$|[ ,，。!！])/gu,
      // Something has collapsed. An old building about to, with nobody near, waits for its repair.
      /塌方了(?=$|[ ,，。!！])|吊篮[^,，。]{0,4}断(?:了|一边)|(?:滑坡|泥石流|塌|垮|掀|倒).{0,20}(?:里头|里面|下面|底下|还有|压|埋)[^,，。]{0,6}(?:人|没|个)|(?:脚手架|楼板|支架|塔吊|吊机|吊车|平台|基坑|(?:厂房|仓库|房子|墙)(?![^,，。]{0,3}[快要](?:塌|垮|倒)了?(?![^;；\n]{0,14}(?:人(?!家)|压|埋|救|逃|跑))))(?![^,，。]{0,6}(?:怕|会))[^,，。]{0,4}(?:塌|垮|倒)(?:了|下来|掉|塌)(?=$|[ ,，。!！].{0,14}(?:人|压|埋|快|救))/gu,
      // No answer over the radio; a rope has parted.
      /对讲机?[^,，。]{0,6}(?:不应|没声|没回|不回)|(?:钢丝绳|缆绳|吊带|吊耳|钩子)[^,，。]{0,6}(?:断|崩|脱|撕开|滑).{0,16}(?:人|下面|底下|腿|半空|司机)|塔吊歪了/gu,
      // In English.
      /trapped (?:in|under|inside|underneath|beneath|between|on)(?! (?:bureaucra|paperwork|red tape|a loop|limbo|debt|this))|(?:pinned|crushed|buried) (?:under|beneath|underneath|inside|between|by|against)|(?:is|are|got|he's|she's) (?:pinned|crushed|stuck (?:under|beneath|underneath|inside|in (?:the |a |an )?(?:lift|elevator|tank|machine|hold|crane|conveyor|hatch|mixer)))/gu,
      /\b(?:driver|operator|worker|welder|man|woman|guy|colleague|somebody|someone|person|child|boy|girl|he|she)s?\b(?: is| are|'s)(?: still)? (?:under|underneath|beneath|inside) (?:it\b|the (?:forklift|truck|crane|load|vehicle|car|van|lorry|excavator|tractor|beam|machine|rubble|pallet|container|boat|hull|scaffold\w*))/gu,
      anyOf(
        // No answer from below.
        /went (?:down|in|into|inside)\b.{0,40}(?:n'?t|not|no) (?:respon\w*|answer\w*|repl\w*|come|came|mov\w*)|(?:has|have)n'?t (?:come|came) (?:out|up|back up)/gu,
        // Caught, collapsed.
        /(?:hand|arm|leg|sleeve|hair|foot)\b.{0,16}(?:caught|stuck) in|(?:scaffold\w*|roof|wall|building|trench|shed)(?: has| have)? (?:just )?collaps(?:ed|ing)/gu,
      ),
    ],
  },
  {
    kind: 'medical',
    says: [
      // Poisoned.
      /上吐下泻|(?:食物|煤气|一氧化碳|农药|蘑菇|河豚|甲醇|氨气?)中毒(?=了|$|[ ,，。!！]|[^,，。]{0,4}(?:人|倒|昏|晕|叫))|(?:人|工|员|客|他|她)[^,，。]{0,6}中毒了|^中毒了|(?:个|人|客|员|孩)[^,，。]{0,6}(?:在|都|一直|集体)?(?:呕吐|吐了|抽筋)/gu,
      // Not waking, not breathing.
      anyOf(
        // Not waking.
        /(?<!物业|客服|窗口|人工)(?:叫|喊|拍|摇|推)(?:他|她|伊|人|名字|都|也|了|半天)*(?:不醒|不应|没应|没反应)|怎么叫都|叫都不|醒不过来/gu,
        // Not breathing, no pulse.
        /(?:人|他|她|伊|师傅)(?:已经|都|好像)?没气了|没(?:有|了)?(?:呼吸|心跳|意识|脉搏|知觉)(?!灯)|(?<!压得)(?<!压到)喘不(?:上|过)|呼吸(?:不了|困难|停)|窒息(?=了|$|[ ,，。!！])/gu,
        // Out of their senses.
        /不省人事|失去(?:意识|知觉)/gu,
      ),
      // Heart and fits.
      /(?:胸口|心口)(?:好|很|突然)?(?:痛|闷|疼)|心脏病(?:犯|发)|心脏骤停|(?:突然|好像|怕是)(?:心梗|中风)|心梗(?:了|发作)|抽搐|(?:他|她|伊|(?<!没)人|地上|浑身|一直)(?:还)?(?:在)?抽(?:了|着|起来|$|[ ,，。!！])|口吐白沫|(?<![得到我])吐血|咳血|眼睛(?:都)?翻白|嘴唇[^,，。]{0,3}(?:紫|黑)/gu,
      // Blood.
      /血(?:怎么)?(?:也|都)?(?:止|按)不住|止不住血|血(?:流不止|飙|喷|一直流|在流)|冒血|流(?:了)?(?:好|很|交关|太|一地)多?(?:的)?血|满(?:头|脸|身|手)(?:都)?(?:是)?血|(?:全|都)是血|大出血/gu,
      // Struck by electricity.
      /触(?:了|到)?(?:高压)?(?:电|电线|高压线)(?=了|倒|晕|昏|,|，|。|!|！| |$|[^,，。]{0,4}(?:倒|晕|不动|躺))|被电(?:到|了|击|倒|打)|电倒(?:了|在)/gu,
      // Fainted, lying there.
      /(?:晕|昏)(?:倒|过去|迷|厥)(?:了|在|,|，|。|!|！| |$)|(?:人|师傅|工|员|客|他|她|伊|个|友|电工|焊工)[^,，。]{0,8}(?:倒在(?:地|里|血|那|配电|车间|舱|池|路)|倒地|倒下了?|瘫在(?:地|那|机))|头晕.{0,10}(?:站不|倒|抽|吐)|(?:人|他|她|伊)(?:都|好像)?(?:快|要)+不行了/gu,
      // Fallen from a height.
      /(?:摔|跌|掉|坠|滚|翻)(?:落|了|得)*(?:下来|下去|落来|落去|来|去|到|进|下)[^;；\n]{0,16}(?:不会?动|没反应|血|昏|晕|叫[他她伊]?不|骨头|爬不)|从[^,，。]{0,8}(?:脚手架|屋顶|楼上|梯子|塔|架子|杆子|吊篮|高处|吊车)[^,，。]{0,4}(?:摔|跌|掉|坠|滑)(?:落|下)/gu,
      // Struck, cut, not moving.
      anyOf(
        // Struck by something.
        /(?:人|工|员|师傅|他|她|同事|孩)(?:被|给|让)[^,，。]{0,6}(?:压|砸|撞|电|咬|轧|夹)(?:了|倒|到|打了?)(?=$|[ ,，。!！])/gu,
        // Acid or oil in the face.
        /(?:酸|碱|油|液|药水)溅[^,，。]{0,4}(?:眼|脸|身)/gu,
        // A part of the body is hurt or cut off.
        /(?:(?:砸|撞)(?:到|中)|(?:砸|撞|压|轧|夹|切|锯|割|绞|烫|扎)(?:伤|断|穿|烂|倒))(?:了)?[^,，。]{0,4}(?:人|手|脚|腿|头(?!上)|臂|胳膊|眼|[一两三几0-9]个)(?!的|证|家)|(?:手指|手|脚|腿|胳膊)(?:都)?(?:被)?[^,，。]{0,4}(?:压|切|锯|绞|轧|砍|夹|砸)断/gu,
        // Not moving.
        /(?:他|她|伊|工友|师傅|工人)[^,，。]{0,10}(?<![点拉推拖搬卖打走干做磨])(?:不会?动了|不动弹|没知觉)|(?:躺|趴|倒)(?:在)?(?:地上|地|着)[^,，。]{0,4}不(?:会)?动/gu,
      ),
      // An ambulance is called for.
      /救护车[^,，。]{0,4}还没|快(?:点)?(?:叫|打|拨|喊)[^,，。]{0,3}(?:120|救护)|(?:要不要|帮我|帮忙|赶紧|马上)[^,，。]{0,3}(?:打|拨|叫)(?:个)?(?:120|救护车)|羊水破|(?:误食|误喝|吃错|喝错)(?:了)?[^,，。]{0,8}(?:农药|甲醇|毒|药水|清洗剂)/gu,
      // In English.
      anyOf(
        // Not conscious, not breathing.
        /unconscious|passed out|(?:has |just |workers? |she |he |cooks? |people )fainted|not breathing|(?:can'?t|cannot|isn'?t|unable to) breathe?|no pulse/gu,
        // Heart, blood, current.
        /heart attack|having a (?:stroke|seizure)|bleeding(?! (?:money|cash))|electrocut|choking/gu,
        // Dizzy, hurt, poisoned.
        /won'?t wake|feel(?:s|ing)? (?:very |so )?(?:dizzy|faint)|badly (?:hurt|burn\w*|injured)|(?:been|got) poisoned/gu,
        // An ambulance is called for.
        /call (?:an |the )?ambulance|call 120/gu,
      ),
      anyOf(
        // Not moving, down.
        /\b(?:he|she|driver|worker|man|woman|diver|welder|colleague|operator|guy|sailor|cook)\b[^.!?]{0,30}(?:not|n'?t|stopped) (?:mov\w*|respond\w*|answer\w*|breath\w*|wak\w*)(?! (?:to )?(?:my|our|the) )|\b(?:he|she|worker|man|woman|colleague|guy|welder|cook|sailor)s?\b(?: has| have)?(?: just)? collapsed/gu,
        // Blood, blows, falls.
        /lots of blood|cut (?:his|her|my) .{0,12}(?:off|open)|hit by (?:a|the) (?:truck|car|forklift|crane|lorry|beam)|fell (?:off|from) .{0,20}(?:ladder|scaffold\w*|roof|crane|height)/gu,
        // A cry.
        /help us now/gu,
      ),
    ],
  },
]
