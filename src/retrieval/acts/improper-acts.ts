// What nobody may be helped with: promises and secrets that are asked for, papers that are false,
// officials who are to be won over, checks to be got round, data of others.
import { anyOf, inOrder } from '../patterns.ts'
import type { ActRow } from './act-row.ts'
import { OF_NAMED_PERSON, PAID_TO_ERASE, PAID_TO_SPEED } from './improper-words.ts'

/** Papers that prove something, and only as somebody's own. */
const OTHERS_PAPER = /合同|报告|证|资质|业绩|章|图纸|方案|预案|发票|学历|社保/u
const FALSE_PAPER = /证|报告|合同|协议|章|发票|文凭|执照/u
const BOUGHT = /(?:买|定做|定制)一?[个份本张套]/u
const SOMEBODY_ELSE = inOrder(
  /别人|别家|人家|他们|隔壁|朋友|亲戚|兄弟|表[哥弟姐妹]|同学|同行|熟人|另一家/u,
  /(?:家|公司|厂|单位|那[家边个])*/u,
)
/** Handed in as if it were one's own. */
const PASSED_OFF = anyOf(
  /投|充|顶|冒|应付|[交报]上去/u,
  /改(?:个|成|一|抬|名)|换成|扫|凑|混|过关|算(?:我|成)|当(?:成|我|作)|挂/u,
)

const GIVEN = anyOf(
  // Money and what is as good.
  /购物卡|礼品?卡|红包|信封|好处|回扣/u,
  // So much of what is eaten, drunk and smoked.
  /[两几一点些](?:条|瓶|盒|箱|桶|桌|顿|斤)(?:好?烟|酒|海鲜|茶|水果|特产|饭|蟹)?/u,
  /中华|茅台|烟酒|海鲜|搓一顿/u,
)
/** What a gift is to bring about. */
const IN_RETURN = anyOf(
  // To be faster or first.
  /快(?:点|一|些|批|办)|优先|先(?:给|帮|批|办)/u,
  // To pass, to be spared.
  /[能会]过|过(?:关|了|吧|不)|关照|照顾|通融|少罚|不查/u,
  // By when.
  /当天(?:就|能)|就(?:能|会|出|下|批|办)|第二天/u,
)
const OFFICIAL = anyOf(
  /窗口|审批|科长|局长|处长|主任|领导|评委|专家/u,
  /验收|检查|安检|执法|经办|办事员|验船师|队长|站长|科室/u,
)
const GIVEN_TO_OFFICIAL = anyOf(
  /购物卡|礼品?卡|红包|信封|好处/u,
  /[两几一](?:条|瓶|盒|箱|桶)(?:好?烟|酒|海鲜|茶|水果|特产|中华|茅台|蟹)|烟酒|搓一顿/u,
)
const MOVED_FORWARD = anyOf(
  /[挪排插提调][到在]?[^,，。]{0,3}(?:最?前|头)/u,
  /先(?:给|帮|替)?我?们?(?:办|批|审|看)/u,
)
const OFFICIAL_IN_ENGLISH = /officer|inspector|official|clerk|reviewer/u

/** Money, an insurance or a person that stands for something is a thing, no promise. */
const PROMISED =
  /(?<!质量|品质|连带(?:责任)?)保证(?![金人书函期]|保险|担保|责任|方式|合同|贷款|质量)/u

export const IMPROPER_ACTS = [
  {
    act: 'promise',
    pattern: anyOf(
      // Guaranteed.
      PROMISED,
      /打包票|交(?:个|一?下)?底|包(?:过|你|我|批|拿|成)/u,
      // Surely.
      /一定(?:能|会|下得来|过|批|让)|准话|百分之?百|肯定(?:能|会|的|批|过)|拍胸脯/u,
      // Said and written.
      /说好了|出了(?:问题|事).{0,4}(?:找你|你负责)|写(?:个|张)?(?:保证|承诺|字据)(?![金书人])|保准/u,
    ),
  },
  {
    act: 'inside',
    pattern: anyOf(
      // To be told beforehand.
      /透(?:个|点|露|漏)?(?:底|风|口风|消息)|提前(?:知会|通知|告诉|讲|说|打)/u,
      // First, and us.
      /先偷偷|先(?:跟|给|告诉)我们?[^,，。]{0,8}(?:名单|结果|消息|分数|评分|打分|检查|底(?!稿)|题|专家|评委|风声)/u,
      // What is to be told.
      /(?:名单|结果|分数|评分|题目)[^,，。]{0,4}先(?:给|发|让)我/u,
      // Of the reviewers.
      /(?:专家|评委|评审).{0,8}(?:哪几|是谁|名单|几位|认识|牵|线|电话|都有谁)/u,
      // Marks and prices that are secret.
      /几分才过|标底|底价|报了多少价/u,
      // What is to be inspected.
      /布控了?(?:哪|谁|几|什么|啥)/u,
      // Lists and dates that are not yet public, and what is kept back for one.
      /内部(?:先)?(?:给|帮|替)(?:我|阿拉)(?:们|忙)?(?:先)?(?:留|定|排|安排)|没公布|名单.{0,6}(?:发我|看看)|哪天来(?:查)?/u,
    ),
  },
  {
    act: 'forge',
    pattern: anyOf(
      // False papers.
      /(?<!真的)假(?:的|社保|合同|章|证|发票|流水|报告)|编(?:一份|个|几份|点)|伪造|倒签/u,
      // Made to look right.
      /(?:改|润色|调|做)(?:一下|成).{0,8}(?:日期|数据|达标|合格)|看着像真|混过|蒙混|糊弄/u,
      // People and names that are not there.
      /凑(?:个|几|人|够).{0,4}(?:社保|人头|数)|挂(?:个|几)?.{0,4}(?:社保|名)/u,
      // Money on false grounds.
      /虚(?:开|报|假)|套(?:补贴|钱|现)|代开/u,
    ),
  },
  {
    act: 'bribe',
    pattern: anyOf(
      // To treat, to give.
      /请(?!客户|客人|员工).{0,10}(?:吃饭|吃个饭|喝茶|坐坐|喝酒)|土特产/u,
      // Advantages, red envelopes.
      /好处费|(?:给|拿|送)(?:你|您|他|点).{0,4}好处|红包/u,
      // In other words for it.
      /打点|意思意思|费用好商量/u,
      // Through acquaintances.
      /少不了|熟人|(?:托|找|走|靠)(?:个|点)?关系|打(?:个|声)?招呼/u,
      // To be put in touch with who decides.
      /(?:评委|专家|领导|科长|局长|处长|主任|熟人).{0,14}(?:牵|搭).{0,3}线|(?:牵|搭).{0,3}(?:评委|专家|领导|科长).{0,6}线/u,
      // To pay for a place further ahead.
      /(?:加|出|多给)(?:点|些)?钱.{0,12}(?:插队|[插排挪提]到?.{0,3}前)/u,
      // To be rid of it for money.
      /(?:多少钱|花(?:点)?钱|出(?:点)?钱|塞(?:点)?钱).{0,10}(?:摆平|摆得平|搞定|抹掉|消掉)|摆平.{0,8}(?:罚单|处罚|检查|多少)/u,
      // To look away.
      /后门|松一松|通融|睁.{0,3}闭/u,
    ),
  },
  {
    act: 'others',
    pattern: anyOf(
      // Somebody else's affairs.
      inOrder(
        /(?:他|她|他们|那家|隔壁|对[面门]|人家|别家|对手|举报人|同行|前东家|前[妻夫])[^,，。]{0,14}/u,
        /电话|地址|身份证|材料|问了|报了多少|交了多少|是谁|信息|社保|欠税|流水/u,
      ),
      // Who reported us.
      /谁(?:举报|告|投诉)(?:的)?(?:我|我们)/u,
    ),
  },
  {
    act: 'borrowed',
    pattern: anyOf(
      // Somebody else's paper.
      inOrder(
        /(?:拿|用|借|抄|套|搬)(?:一下|来|用)?.{0,4}/u,
        SOMEBODY_ELSE,
        /的?.{0,8}/u,
        OTHERS_PAPER,
        /.{0,14}/u,
        PASSED_OFF,
      ),
      // A paper that is bought.
      inOrder(/(?:网上|某宝|淘宝|黑市).{0,6}/u, BOUGHT, /[^,，。险]{0,6}/u, FALSE_PAPER),
      inOrder(FALSE_PAPER, /.{0,8}(?:网上|某宝|淘宝|黑市).{0,4}/u, BOUGHT),
      /(?:外面|黑市|路边)(?:弄|搞|买)一?[个份本张套].{0,8}(?:证|报告|合同|章|发票|文凭)/u,
      // A person who is only on paper.
      /(?:社保|证|人).{0,10}挂(?:在|到|靠)?(?:我们?|你们?|公司|咱).{0,4}(?:名下|这里?|公司).{0,6}(?:报|申|充|凑|算|领|投)/u,
      // Somebody else's name.
      /(?:签|盖|p)(?:一?个|上)?(?:房东|老板|股东|别人|他|她|法人|会计)(?:的)?(?:名字|签名|章)/u,
      // Somebody else at the examination.
      /(?:替|代|帮)(?:我|他|人|别人)?(?:去)?考(?!虑|察|核|评)|枪手/u,
    ),
  },
  {
    act: 'padded',
    pattern: anyOf(
      // More people than there are.
      /充(?:人)?(?:数|人?头)|凑(?:人头|人数|数(?!据))|差.{1,4}[,，]?.{0,4}(?:帮|给)我凑/u,
      // More or less of it on paper.
      /(?<!最)多(?:写|列|报)几个(?:人|头)|票.{0,8}(?<!最)多开(?:一?点|一?些)|少(?:写|报|填)(?:几|两|一?点|一?些)/u,
      // What is not there.
      /虚(?:构|增|列)/u,
      // Figures that are moved.
      inOrder(
        /(?:数据|数字|小数点|产值|数值|读数|日期|能耗|里程).{0,8}/u,
        /挪|往[前后](?!延)|动一?动|做[高低]|吹大|调[高低]|[改写](?:大|小|高|低)一?点/u,
      ),
      // Dates that are moved.
      /(?:日期|时间).{0,3}[写签填落].{0,3}(?:去年|前年|往前|早(?:一|几|点))/u,
      // Made up.
      /(?:随便|瞎|乱|凭空)(?:编|填|造)|编(?:几|点|一)[行条组段]/u,
      // Another place of origin.
      /(?:原产地|产地)[^。!！?？]{0,12}(?:改|换|贴|标)成[^。!！?？]{0,16}(?:不会|查不|看不|混|瞒|糊弄|不被|别[让被])/u,
      // Two contracts, two sets of books.
      /阴阳合同|两[套本]账/u,
      // In English.
      /made[- ]up|ready[- ]made .{0,20}(?:report|certificate)|backdate/u,
    ),
  },
  {
    act: 'gift',
    pattern: anyOf(
      // A gift for something.
      inOrder(/(?:送|塞|拎|提|给|带|请|孝敬|寄|弄|发|转|捎).{0,12}/u, GIVEN, /.{0,20}/u, IN_RETURN),
      // A gift to an official.
      inOrder(/(?:给|请|塞|送).{0,5}/u, OFFICIAL, /.{0,10}/u, GIVEN_TO_OFFICIAL),
      // Money, for being first or through, or for a record that is to be gone.
      PAID_TO_SPEED,
      PAID_TO_ERASE,
      // A word from somebody who knows one.
      /(?:认得|认识).{0,6}(?:科长|局长|处长|主任|领导|队长).{0,8}(?:递|说|讲)[句个]?话/u,
      /好处.{0,3}少(?:不了|你|您)/u,
      // In English: given to whom.
      inOrder(
        /(?:pay|give|slip|offer|send) (?:the |an? )?/u,
        anyOf(OFFICIAL_IN_ENGLISH, /you/u),
        /.{0,6}(?:a |some|extra|money|cash|gift|red|\d).{0,60}/u,
      ),
      // For a place further ahead.
      inOrder(/(?:红包|购物卡|好处费?|信封|辛苦费|[一两几]条烟)[^。!！?？]{0,16}/u, MOVED_FORWARD),
      // In other words for it.
      /(?:出|给|拿|表示)(?:点|些|一点)(?:赞助|心意|意思)[^。!！?？]{0,10}(?:快|先|优先|能?过|关照)/u,
      // In English: what is given.
      inOrder(/(?:cash|money|gift|red envelope).{0,30}/u, OFFICIAL_IN_ENGLISH),
    ),
    unless: /条文|法条|条款|员工|职工|客户|抵扣|个税|入账|开票/u,
  },
  {
    act: 'dodge',
    pattern: anyOf(
      // To pay for not being checked.
      /花.{0,4}钱.{0,10}(?:跳过|不来|能过|过(?:关|了)|搞定|疏通|摆平|买通)|花.{0,4}钱.{0,6}(?:路子|门道)/u,
      // To get round a check.
      /(?:跳过|绕过|绕开|躲过|躲开|逃过).{0,8}(?:现场|核查|检查|验收|审批|评审|安检|抽查|监管)/u,
      // Not to be found out.
      /(?:怎么|咋|如何|才).{0,14}(?:不(?:会)?被(?:查|发现|抓|逮)|查不出|看不[出穿]|不留痕)/u,
      // Whether it shows.
      /(?:查|看|发现|核)得?[出穿](?:来)?(?:不|伐)$|(?:查|看)不出来?(?:吧|的吧)$|瞒过|(?:躲|蒙|糊弄)得?过去|露馅/u,
      // To sign away what is theirs.
      inOrder(
        /(?:签|写|立|按)[^。!！?？]{0,16}(?:他们?|她|工人|员工|人家)[^。!！?？]{0,6}/u,
        /(?:没法|不能|别想|不许|不敢)再?(?:去)?(?:告|闹|仲裁|追究|索赔|举报|报工伤)/u,
      ),
      // Nobody looks.
      /(?:没人|不会有人)(?:查|看|知道)(?:吧|的吧)|without (?:being|getting) (?:caught|found|noticed|inspected)/u,
    ),
  },
  {
    act: 'forewarned',
    pattern: anyOf(
      // When they come, so that things can be put away.
      /(?:哪(?:天|个?月|周|几?家)|什么时候|啥时候|几号).{0,6}(?:查|突击|飞检).{0,14}(?:[关停藏躲避]|挪走|收起来)/u,
      // To be told when they come.
      /(?:查|检查|突击|飞检).{0,10}(?:给我|先|提前|偷偷).{0,4}(?:漏|透|通(?:风|个)|报个信|知会|递个|[讲说]一声)/u,
      // To be told of it in secret.
      /(?:漏|透)(?:个|一下)?(?:名单|口风|消息|底)|(?:悄悄|偷偷|私下里?)(?:告诉|讲|说|透|给我|拜访)/u,
      // To meet the reviewers beforehand.
      /(?:打分|评审|评委|专家).{0,12}(?:先|提前)(?:去)?(?:拜访|见|约|认识)/u,
    ),
  },
  {
    act: 'strangers',
    pattern: anyOf(
      // Of a competitor.
      /(?:competitor|rival|neighbou?r).{0,40}(?:phone|address|application|submit|filed|tax|data|paid|register)/u,
      // Who filed or reported.
      /which company.{0,10}(?:filed|reported|complained|submitted|paid|applied)|who (?:filed|reported|complained)/u,
      // Of one person, by name.
      OF_NAMED_PERSON,
      // Many people's data at once.
      /(?:名册|通讯录).{0,6}(?:电话|手机|联系方式)|(?:调取|导出|打包).{0,8}(?:全部|所有|其他|全市).{0,6}(?:工单|诉求|名单|记录)/u,
      // What somebody has handed in.
      /(?:那个|一个)(?:叫|姓).{1,6}(?:递|交|报|办|申请)的?是?(?:什么|啥)/u,
      // Who has complained of us.
      /(?:举报|投诉|告(?!诉))(?:了)?(?:我们?|咱).{0,10}(?:是谁|(?:是|的)哪个|名字)/u,
    ),
  },
] as const satisfies readonly ActRow[]
