// Cues for the parts of an item's record. The order of the rows counts where one clause shows two parts
// equally.
import type { Field } from '../knowledge/field.ts'
import { anyOf, type Cue, inOrder } from './patterns.ts'

/** What shows that a part is asked for, and how strongly. */
export type FieldCue = Cue & Readonly<{ field: Field; weight: number }>

/** Whose these are is a rule, and no office's business. */
const PROPERTY =
  /专利|发明|著作权|版权|软件|成果|商标|知识产权|股权|股份|分红|利息|孳息|收益|财产|押金|所有权|损失/u

const IS_WHOSE = anyOf(
  inOrder(
    PROPERTY,
    /.{0,14}/u,
    /归(?:谁|哪|公司|单位|个人|我|员工|.{1,6}还是(?:个人|公司|单位|员工|自己))|[是算]谁的/u,
  ),
  /谁.{0,4}(?:责任|损失)/u,
  /(?:出事|坏|漏水?|损失|事故|问题|伤|丢|逾期不走).{0,4}谁(?:来)?(?:负责|管)/u,
)

/** How long the thing itself may stay or go on is no handling time. */
const IS_SPAN = inOrder(
  /放|存|存放|贮存|堆|保存|保管|保留|留|待|逗留|缓|缓缴|缓交|刷|欠|断|试用期?.{0,4}/u,
  /(?:得了|得|上|到)?(?:最长|最多)?/u,
  /多久|多长时间|几(?:个)?(?:年|月|天|小时)/u,
)

/** Bodies and places, one of which it may be. */
const BODY = anyOf(
  /省|市|县|区|局|厅|部|委|海关|海事|渔业|医保|社保|税务|人社|住建|交通|公安|公管|银行|集团/u,
  /派出所|分局|中心|那边|这边|你们这里|外办|经信|发改|科技|商务|消防|应急|环保|水利|水厂|电力/u,
)
const OTHER_BODY = anyOf(
  /省|市|县|区|局|厅|部|委|海关|海事|渔业|医保|社保|税务|人社|住建|交通|公安|银行|派出所|分局/u,
  /这边|那边|回|宁波|杭州|舟山|外办|经信|发改|科技|商务|消防|应急|环保|水利|水厂|哪里管|往上|逐级/u,
)

export const FIELD_CUES: readonly FieldCue[] = [
  // 时限
  {
    field: 'time_limit',
    weight: 5,
    pattern: anyOf(
      // How many days.
      /(?:几|多少)个?(?:工作日|天|日|个月|小时|钟头|礼拜|周)/u,
      // How long.
      /多久|多长(?:时间|辰光)|多少(?:时间|辰光)/u,
      // When.
      /几时|啥时候|什么时候|啥辰光|何时|哪天|几号|几月|什么日子/u,
    ),
    unless: IS_SPAN,
  },
  {
    field: 'time_limit',
    weight: 4,
    pattern:
      /时限|期限|办结|时效|最晚|最迟|提前(?:多|几)|截止|要等多|加急|当天能|当场能|(?:挂|保留|停|歇)几|最长能/u,
  },
  {
    field: 'time_limit',
    weight: 4,
    pattern: anyOf(
      // How long.
      /how (?:long|soon|many (?:days|working days|weeks|months))|deadline|time limit|processing time|turnaround/u,
      // When.
      /when (?:do|must|should|will|can)/u,
    ),
  },
  // 费用
  {
    field: 'fee',
    weight: 5,
    pattern: anyOf(
      // How much.
      /(?<!(?:奖|奖励|奖金|补|补贴|补助|补偿|资助|扶持|赔)(?:给|到|我们)?)多少(?:钱|钞票|铜钿|费)|几(?:块|钱|个点)/u,
      // Whether anything is charged.
      /要(?:不要)?(?:交)?(?:钱|钞票|铜钿|费)|收不收|收(?:费|钱|工本费)|免费/u,
      // What it costs one.
      /花钱|花多少|掏钱/u,
      // The word for it.
      /付费|(?<!前期|研发|消费)费用|价格|怎么收|什么价/u,
    ),
  },
  {
    field: 'fee',
    weight: 3,
    pattern: anyOf(
      // Fees by their names.
      /(?:工本|手续|服务|担保|公证|检测|检验|评审|考试|报名|年|官)费/u,
      // Who pays, nobody does.
      /买单|白(?:办|给)/u,
      // Money.
      /交(?:点)?钱|要钱|要交(?:多少|哪些)钱|得花|哪些(?:钱|费)|问我要(?:三|两|几|好几)?千|划算/u,
    ),
  },
  {
    field: 'fee',
    weight: 5,
    pattern: anyOf(
      /\b(?:fees?|cost|costs|charge|charged|price|free of charge|for free|how much)\b/u,
      /\b(?:is|are|be) (?:it |this |that |they )?free\b/u,
    ),
  },
  // 材料
  {
    field: 'materials',
    weight: 5,
    pattern: anyOf(
      // By the word for it.
      /材料/u,
      // Which papers.
      inOrder(
        /哪些|什么|啥|那些|几样|哪几样|哪几份|几份|多少页/u,
        /东西|资料|文件|证件|手续材料|纸头|证明|表|单据|附件|凭证|证/u,
      ),
      // What to bring.
      /资料清单|带(?:点)?(?:啥|什么|哪些|齐)|准备(?:点|些)?(?:啥|什么|哪些)|要备(?:啥|什么|哪些|齐)/u,
    ),
  },
  {
    field: 'materials',
    weight: 4,
    pattern: anyOf(
      // What is to be handed in.
      /交(?:点|些)?(?:(?:啥|什么|哪些)(?!钱|费|税|罚)|哪几|齐)/u,
      // How many pages, what is looked at, what is filled in.
      /多少(?:页|份)|几份|登轮要给|(?:要)?看(?:啥|什么)$|报些啥|填啥|附(?:啥|什么|哪些)/u,
      // What is asked for or still missing.
      /要(?:啥|什么|哪些)(?:东西|材料|文件|证|手续)|差(?:啥|什么|哪些)|还(?:要|差|缺)(?:啥|什么|哪些)/u,
      // What is provided, uploaded, filled in.
      /凑齐|提供(?:啥|什么|哪些)|上传(?:啥|什么|哪些)|填(?:啥|什么|哪)/u,
      // Originals, copies.
      /原件|复印件/u,
      // Reports, proofs.
      inOrder(
        /要.{0,8}/u,
        // Of what kind.
        anyOf(
          /证明|说明/u,
          /(?:检测|检验|评价|评估|审计|论证|鉴定|验资|监测|测绘|勘察|清算|研究|查新|体检|第三方|提交|提供|出具|附)报告/u,
        ),
        /吗|么|不|伐|之类/u,
      ),
      // What one takes along or writes.
      /拿(?:啥|什么)去|写(?:些|哪些)/u,
    ),
  },
  {
    field: 'materials',
    weight: 5,
    pattern: /\b(?:documents?|paperwork|materials?|papers|forms?)\b/u,
  },
  // 部门
  {
    field: 'department',
    weight: 5,
    pattern: anyOf(
      // Which office, whose business.
      /(?:哪|啥|什么)(?:个|些)?(?:部门|单位|局|科室|机关|衙门|所里)|哪家(?:管|批|审|办|发|受理)|归(?:谁|哪|啥|什么)/u,
      // Who decides.
      inOrder(
        /谁/u,
        /管|批|审|发|来批|来审|负责(?!修|赔|维修|更换|承担)|牵头|拍板|说了算|受理|认定|来定|核/u,
      ),
      // Whom to go to, and not who does the work.
      /找谁(?!做|检|测|编|写|评估|装|修|翻译|设计|施工)|跟谁报/u,
      // The office in charge.
      /哪(?:个|家)(?:局|部门|单位)|主管(?:是|部门)/u,
    ),
    unless: IS_WHOSE,
  },
  {
    field: 'department',
    weight: 5,
    pattern: anyOf(
      // Whose of two.
      /归.{1,8}还是(?!个人|公司|单位|员工|自己)/u,
      // Of which level.
      inOrder(
        /市里|区里|县里|省里|部里|省|市|区|县|所里|国家|北京|中央|老地方|镇上/u,
        /(?:局|应急|这边|的)?(?:管|批|审|发|办|受理)?.{0,6}还是.{0,8}/u,
        /市里|区里|县里|省里|部里|省|市局|市|县|区|局|新地方/u,
      ),
    ),
  },
  {
    field: 'department',
    weight: 3,
    pattern: anyOf(
      // Or another office.
      inOrder(
        /还是.{0,10}/u,
        /局|委|办|院|海关|海事|边检|公安|人社|住建|发改|商务|市监|应急|环保|银行/u,
        /[?？吗呢管批审办]|$/u,
      ),
      // The district, the city.
      /区里(?:能|可)|市里(?:能|可|说了算)|必须跑市里/u,
      // At which level.
      /层级|哪级|哪一级/u,
      // The body in charge.
      /(?:牵头|主管|审批|发证|登记)(?:的|机关|部门)(?:是|到底)/u,
    ),
  },
  {
    field: 'department',
    weight: 5,
    pattern: anyOf(
      // Which office.
      /which (?:department|authority|bureau|agency|office|body)/u,
      // Who decides.
      /who (?:approves|issues|is in charge|handles|is responsible)|competent authority/u,
    ),
  },
  // 渠道
  {
    field: 'channel',
    weight: 5,
    pattern: anyOf(
      // Which place.
      inOrder(/(?:哪|啥|什么)(?:个|里的?)?/u, /窗口|地方|网站?|平台|系统|口子|入口|app|渠道|软件/u),
      // The way in.
      /入口|网址/u,
      // Online.
      /网上(?:能|可|哪|申|办|报|打|传)|线上(?:能|可|办|还是)|手机(?:上)?(?:能|可|哪)|在线(?:能|可)?(?:办|申)/u,
      // In person, by post.
      /现场|邮寄|下载|公众号/u,
    ),
  },
  {
    field: 'channel',
    weight: 4,
    pattern: anyOf(
      // Where to go.
      /(?:去|到|上|在|从|往|跑)(?:哪(?!些)|啥地方|阿里|何处)(?:里|儿|块|边|家)?/u,
      // Where it is done.
      inOrder(
        /(?<![按照依])哪(?:里|儿|边|块)/u,
        /(?:能|可以|有|去|办|申|报|领|开|考|点|测|交|登|打|查|弄|备|约|盖|进|买|找|提|看)?/u,
      ),
      // Which way.
      /走哪(?!几|些|一?步)/u,
      // How to get an appointment, whether one must come.
      /怎么(?:约|预约|报名)|找哪|跑(?:一)?趟|用不用(?:跑|去)|要跑|专门跑|窗口/u,
    ),
  },
  {
    field: 'channel',
    weight: 5,
    pattern:
      /\bwhere\b|online|in person|which (?:window|website|platform|counter)|by (?:post|mail)/u,
  },
  // 依据
  {
    field: 'legal_basis',
    weight: 6,
    pattern: anyOf(
      // By the word for it.
      /依据/u,
      // Which law.
      /(?:哪|啥|什么)(?:个|条|部|份)?(?:法|法律|条例|规定|办法|文号)(?!律师)/u,
      // By which paper.
      /(?:按|依|照|据).{0,4}(?:哪|什么|啥).{0,3}(?:文件|来)|(?:哪|什么)(?:个|份)文件(?:定|规定)/u,
      // The article, the document.
      /法律上|第几条|哪一?条|法条/u,
      // What the law says at all.
      /政策(?:文件|依据)|文号|出处/u,
      // According to what.
      /(?:按|照|依)(?:哪|啥|什么)(?:个|部|条|份|一条)?(?:法|规定|办法|文件|政策|条例|章|规|依|来|办|批|执行|文|令|条款|$)/u,
      // The new one or the old one.
      /按新的|旧的来|新法|老法|新规|法典/u,
    ),
  },
  {
    field: 'legal_basis',
    weight: 6,
    pattern: /legal basis|which (?:law|regulation|rule)|what (?:law|regulation)/u,
  },
  // Whether something may, must or counts: what the conditions say.
  {
    field: 'conditions',
    weight: 2.5,
    pattern: anyOf(
      // At the end.
      /(?:吗|么|伐|不|没)$/u,
      // Also, only then.
      /还(?:用|要|能|给|算|得)|也(?:要|得|能|算)|才(?:算|能|够|行|可以)/u,
      // How many.
      /多少(?:工位|个人|员工|船龄|起|才)|几个(?:团队|专利|人|股东)/u,
      // Whether.
      /影响|会不会|罚不罚|免不免|看不看|返不|够用|得存多少|先(?:打桩|开工|弄)行/u,
    ),
  },
  // Help that is looked for: what the item is at all.
  {
    field: 'overview',
    weight: 3.6,
    pattern: anyOf(
      // Is there anybody who helps.
      /有没有(?:.{0,14})(?:帮扶|说法|人能|人上门|服务|打包|律师|辅导|懂的|房源|卡|快一点|一起|的卡)/u,
      // Can it be done in one go.
      /(?:能不能|能|可不可以)(?:.{0,8})(?:一次|合成|只填|一张|打包|一口气|一道|一起|并着|并一起|帮忙|请.{0,8}(?:来|教|讲)|找个人)/u,
      // Where one begins.
      /有没有奖|难道要|该往哪儿找|怎么(?:才)?合规|咋处理才|开始准备/u,
    ),
  },
  // Which of two bodies or places: whose it is. Which of two ways in: the channel.
  {
    field: 'department',
    weight: 5.5,
    pattern: inOrder(BODY, /.{0,14}还是.{0,18}/u, OTHER_BODY),
  },
  {
    field: 'department',
    weight: 5,
    pattern: anyOf(
      // May this office do it.
      inOrder(
        /(?:局|人社|海关|省里|市里|县里|区里|岱山|嵊泗|定海|普陀|舟山|本地|六横|衢山|北京).{0,8}/u,
        /(?:能|可以|有权|就能|给)(?:收件|收|发|批|办|登|立|审|定)/u,
      ),
      // Where it is sent.
      /往哪(?:家|边)?(?:送|报|递)|送哪(?:里|儿|家)?审|先找(?:的是)?哪/u,
      // Who does it, who issues it.
      /(?:是|算)谁的|谁(?:在|来)?(?:承办|给出|往|登|立|出具|盖章)|(?:证|证明|报告|批文|意见|函)谁(?:来)?出|哪家说了/u,
      // To which of two, at which level.
      /(?:递|交)给.{0,8}还是|最后.{0,4}(?:定|核|批)|哪级|几级/u,
    ),
    unless: IS_WHOSE,
  },
  {
    field: 'channel',
    weight: 5.5,
    pattern: anyOf(
      // This way or that way.
      /(?:网上|网银|手机|线上|app|网点|窗口|柜台|现场|跑).{0,14}还是|还是.{0,6}(?:网上|线上|跑|柜台|窗口|现场|网点)/u,
      // At what place on the net.
      /(?:全程|直接)?(?:能|可以)?在.{0,8}(?:上|里)(?:递|办|报|点|交)(?:吗|么|不|伐)|哪个模块|(?:哪|啥|别的)(?:个)?口子(?:交|递|进)/u,
      // From where.
      /从(?:什么|啥|哪)(?:途径|渠道)|从哪(?:儿|里)(?:要|点|进|报)|(?:在)?哪里?看(?:得到|到|全)|在哪(?:报|领|填|点|投|递)/u,
      // Is there one place for it, must one come.
      /有没有(?:一个|统一的?)(?:入口|地方)|不用去.{0,8}(?:中心|大厅)|只能(?:跑|去)|打到.{0,6}还是/u,
    ),
  },
  {
    field: 'fee',
    weight: 5.5,
    pattern: anyOf(
      // Is it charged.
      /要付钱|收.{0,6}(?:费|钱)(?:吗|么|不|伐|呢|$)|交不交(?:费|钱)|几钿|花不花(?:钱|铜钿)|要买票|贴不贴|(?:出|付)一截|算(?:不算)?钱/u,
      // How it is charged.
      /(?:(?<![经缴欠消])费|租金|利息|(?<![评造报])价).{0,8}(?:怎么|咋|如何|按(?:什么|啥))(?!退|弄|取|领|拨|恢复|转|办|提|交|缴|罚|处罚)/u,
      // Prices and rents.
      /电价|租金是/u,
      // What is charged for.
      /要交.{0,8}(?:费|金|钱)(?:吗|么|不|伐)|抽(?:不抽)?(?:点|成)|两笔钱/u,
      // How much it is.
      /费(?:是|要|一共|大概)?多少(?!天|时间)|我(?:就|只)?问(?:的是)?钱|要收多少|(?:预|先)交(?:一笔)?钱/u,
      // Who pays.
      /费.{0,4}(?:谁|啥人)(?:来)?(?:出|付|掏)|金.{0,3}(?:怎么|咋|如何)(?:计?算|收)|(?:交|缴|付|掏)(?:哪些|什么|啥)(?:费|钱|税)/u,
      // In English.
      /how much/u,
    ),
  },
  {
    field: 'time_limit',
    weight: 5,
    pattern: anyOf(
      // On the spot.
      /当(?:场|天)(?:就)?(?:能|可以)?(?:补|出|拿|开|办|取|领)得?/u,
      // For how many years, how many days.
      /(?:抵|挂|享)(?:受)?几年|天数|死期/u,
      // In time or too late.
      /(?:满|交满)(?:多|几)|赶(?:得上|不上|得及)|来得及|太早|才不管|才退休|等(?:这么|那么|多)(?:久|长)|要搞几/u,
      // In English.
      /by (?:which|what) (?:month|date|day)/u,
      // Before or after.
      /投产前.{0,10}还是/u,
    ),
  },
  {
    field: 'result',
    weight: 5.5,
    pattern: anyOf(
      // What it is good for.
      /管用(?:不|吗|伐)|强制力|有没有(?:章|效力)/u,
      // What stands on it.
      /(?:写|列|印)(?:些|着|明|的是)?(?:什么|啥|哪些)(?:内容)?(?:$|[,，])|上(?:都|面)?(?:列|写)|实惠/u,
      // Only paper.
      /(?:有|是)(?:啥|什么|哪些)好处|断下来|光一块牌子|认不认|废纸|一纸/u,
      // What is handed out.
      /(?:发|给)(?:个|张)?(?:证书?|牌子).{0,4}还是|开出来.{0,3}(?:一份|几份|两份)|只有个/u,
      // In one, or not at all.
      /(?:批|核准|评|办)下来(?:给|发|拿|是)|一道给|合并算|发不发(?:证|牌)/u,
    ),
  },
  {
    field: 'materials',
    weight: 5,
    pattern: anyOf(
      // What is to be got ready.
      /(?:要|去|申请)?备(?:啥|点啥|哪些)|要备的|(?:收|凑|备)齐(?:什么|啥|哪些)/u,
      // What is to be handed in.
      /要交的(?:东西|资料)|(?:资料|材料).{0,6}(?:只交|几套)|里头要有(?:啥|什么)|出示(?:什么|啥)|(?:递|报|交)上?去?(?:哪几样|哪些|啥)/u,
      // How many, how it is written.
      /要几(?:面|份|张)|写啥方案|就够了?[,，]?还是|附(?:点|些|几)?(?:啥|什么|哪|张)|列一(?:列|下)/u,
      // Is that all.
      /之外(?:还|另外|再)?(?:交|要|备)|光这些够/u,
    ),
  },
  {
    field: 'legal_basis',
    weight: 6,
    pattern: anyOf(
      // Which rule.
      /哪(?:个|号|份|部|道)(?:令|办法|法|条例|规章|公告|文)|依据的是/u,
      // According to which.
      /按(?:的是)?哪(?:个|部|条|份|项)?(?:法|规定|办法|文|条|令)|法定依据/u,
    ),
  },
  // Whose it is, said without the word.
  {
    field: 'department',
    weight: 5,
    pattern: anyOf(
      // Whose business.
      /口还是.{1,6}口|在管|归.{1,6}(?:发|管|批|审|看|收)/u,
      // Who looks at it, who decides.
      /谁来?(?:评|看|指点|指导|推荐)|(?:直接)?就能定|哪家审|找哪儿评/u,
      // May this office do it.
      /(?:区|市|县|省|所)里?(?:能|可以?)(?:收|批|办|定)|(?:也|都)是去那里/u,
    ),
  },
  // 条件
  {
    field: 'conditions',
    weight: 5,
    pattern: anyOf(
      // By the words for it.
      /条件|资格|门槛|要求|够不够|够格|符合|标准是/u,
      // Enough, fulfilled.
      /硬杠杠|硬性|够(?:得着|不着|得上)|具备|达到|满足/u,
      // Whether it counts.
      /属不属于|算不算|是不是(?:必须|一定|都得|得先|也得|也要)|有(?:啥|什么)(?:讲究|限制|规定)/u,
    ),
  },
  {
    field: 'conditions',
    weight: 3,
    pattern: anyOf(
      // How many at least.
      /(?:最少|至少|最低|最多|起码)|几(?:个人|户|家|年)(?:才|以上|起)|多少(?:人|户|家|起|平|以上)/u,
      // Which ones, who.
      /哪些(?:企业|人|项目|情况|情形|船|岗位|展|行业|地方|产品|单位)|(?:啥|什么)(?:样|情形|情况|企业|人|项目)|谁(?:能|可以)/u,
      // May one.
      /能不能|可不可以|可以(?:吗|不|伐|么)|行(?:吗|伐|不)|能(?:.{0,14})(?:吗|不|伐|么)(?:[,。?？!]|$)/u,
      // What is enough.
      /允许|得够|卡多少|要几个|占比|批得下来/u,
    ),
  },
  {
    field: 'conditions',
    weight: 2,
    pattern:
      /(?:要|得|需|用)(?:不要|不用)?(?:先|也|另外|再|单独)?办.{0,8}(?:吗|不|伐|么|\?)|也要(?:.{0,8})(?:吗|\?)|免不免|需不需要|要不要/u,
  },
  {
    field: 'conditions',
    weight: 5,
    pattern: inOrder(
      /\b/u,
      anyOf(
        // By the words for it.
        /eligible|eligibility|requirements?|qualify|qualif\w+|conditions?|criteria|allowed/u,
        // May we, must we.
        /can (?:we|i|a|an|our)|do (?:we|i) (?:need|have)|must (?:we|i)|is it (?:necessary|possible|mandatory)/u,
      ),
      /\b/u,
    ),
  },
  // What follows, what is owed, whose it is: the rule, and so what the conditions say.
  {
    field: 'conditions',
    weight: 5.5,
    pattern: anyOf(
      // What follows.
      inOrder(
        /会(?:不会)?(?:被)?/u,
        /怎样|怎么样|咋样|怎么?罚|怎么处罚|怎么处理|罚多少|罚款吗|罚吗/u,
      ),
      // The fine.
      /(?:怎么|咋|如何)(?:处)?罚|罚(?:款)?(?:多少|几|多重)/u,
      // The consequences.
      /(?:什么|啥|哪些)(?:后果|责任|处罚)/u,
      // Who has to see to it.
      /谁(?:来|负责)?(?:修|维修|更换|承担|担责)/u,
      // How much is owed.
      /(?:保证金|质保金|押金|备用金).{0,6}(?:多少|几)|要(?:不要)?交.{0,4}(?:罚款|滞纳金|税(?!证明|单))/u,
    ),
  },
  { field: 'conditions', weight: 5.5, pattern: IS_WHOSE },
  // As often a grievance as a question: no more than a hint.
  { field: 'conditions', weight: 2.4, pattern: /谁(?:来|负责)?赔/u },
  // Who bears it, and where it is paid to, is a rule.
  {
    field: 'conditions',
    weight: 5.5,
    pattern: anyOf(
      // Who bears it.
      inOrder(
        /(?<!报告|证明|证书?|批文|意见|函|费)/u,
        /(?:谁|啥人)(?:来)?(?:出(?:钱|$)|掏|付|买单|还(?=钱|$))/u,
      ),
      // Where it is paid to.
      /(?<!手续)钱(?:是)?打(?:到|给|进)|打(?:到|给|进).{0,6}(?:账|卡|还是|本人)/u,
    ),
    unless: /费.{0,4}(?:谁|啥人)/u,
  },
  // A rate is what the law says, and no fee.
  {
    field: 'result',
    weight: 5.5,
    pattern:
      /税率|百分之几|\b(?:tax rates?|(?:how many|what|which) percent(?:age)?|the percent(?:age)?)\b/u,
  },
  { field: 'conditions', weight: 5.5, pattern: IS_SPAN },
  // By what it is counted.
  {
    field: 'conditions',
    weight: 5.5,
    pattern:
      /(?:按|照|依)(?:哪|什么|啥)(?:个|里|种)?(?:的)?(?:算|基数|标准|年龄|口径|日期|$)|(?:按|照|依)哪(?:里|边|儿)/u,
  },
  // To report, to have: a deed that is due or not, and no paper to hand in.
  {
    field: 'conditions',
    weight: 4,
    pattern: inOrder(
      /(?:要|得|用|需要|应当)(?:不要)?(?:不|先|再|也|另外|重新|单独|去)*/u,
      // The deed.
      /办|领|填|报|备|做|有|申请|取得|跟.{1,6}(?:说|讲)|向.{1,8}报/u,
      /.{0,10}/u,
      /(?:证|许可|许可证|执照|登记|备案|报告|登记表|审批|手续)?/u,
      /(?:吗|么|伐)[?？]?$/u,
    ),
  },
  // 结果
  {
    field: 'result',
    weight: 5,
    pattern: anyOf(
      // How long it holds.
      /有效期?(?:是|有|为)?(?:几|多|到)|(?:几年|多久|多长时间)有效/u,
      // For how many years it can be used.
      /(?:管|能用|可以用|用得了)(?:几|多少)(?:个)?(?:年|月)|管多久/u,
      // How much one gets.
      /(?:奖励?|奖金|补贴?|补助|补偿|资助|扶持)(?:给|到|能)?(?:多少|几(?:万|千|百))/u,
    ),
  },
  {
    field: 'result',
    weight: 5.5,
    pattern: anyOf(
      // What one gets.
      /拿到(?:手)?的(?:是|证)|(?:备|批|办|发)完?(?:了)?(?:发)?的是(?:啥|什么)/u,
      // Which paper.
      /(?:发|给|领|出|拿到)(?:的)?(?:是)?(?:啥|什么|哪)(?:个|种|样)?证/u,
      // Whether one gets any.
      /给不给|发不发|还发(?:伐|吗|不)/u,
      // What it is good for.
      /有(?:啥|什么|哪些)?(?:好处|用|用处|用场)|(?:好处|作用|用处)(?:是|有)?|(?:干嘛|干啥|做啥|派啥)用|作数|管用|有效吗/u,
      // The outcome.
      /结果|批完|备完|发证还是|审批还是|备案还是/u,
      // Its form.
      /算(?:不)?(?:过|通过|成|备案)了|电子(?:证|版)|长(?:啥|什么)样/u,
    ),
  },
  {
    field: 'result',
    weight: 4,
    pattern: /what (?:do|will) (?:we|i) (?:get|receive)|benefits?|result|valid for/u,
  },
  // 流程
  {
    field: 'process',
    weight: 6,
    pattern: anyOf(
      // Which comes first.
      /先.{1,10}还是先(?!.{0,4}(?:市|省|县|区)里?)|哪(?:个|样|件|一个)(?:在|要|该)?先|先后/u,
      // Who does the work.
      /找谁(?:做|检|测|编|写|评估|装|修|翻译|设计|施工)/u,
      // How it is paid.
      /(?:钱|费|金|款|税)(?:怎么|咋|如何)(?:交|缴|付|退)/u,
    ),
  },
  {
    field: 'process',
    weight: 4,
    pattern: anyOf(
      // The word for it.
      /流程|步骤|程序|手续(?:怎么|咋|如何|有哪些|咋走)/u,
      // How it is done.
      inOrder(
        /怎么(?:个)?/u,
        anyOf(
          /办|弄|走|申请|申报|报|操作|搞|处理|改|做|注册|登记|备案|整/u,
          /转|开|拿|领|写|建|抵|接|变|修|停|消|补|推|来|签|续|弄出来|关|撤|摘|补救|评|算/u,
        ),
      ),
      // In the speech of the place.
      inOrder(
        /咋(?:个)?/u,
        anyOf(
          /办|弄|走|申请|申报|报|操作|搞|处理|改|做|注册|登记|备案|整/u,
          /转|开|拿|领|建|接|变|修|停|消|补|关|查|控|批|抵|排|安排/u,
        ),
      ),
      // Other words for how.
      /如何|怎样/u,
      // Which step.
      /哪几(?:步|道|关)|几(?:步|道)|第一步|下一步|先(?:办|做|弄|干|到)(?:什么|啥|哪)|先干嘛|要过(?:哪|几)/u,
      // Where it begins.
      /一步步|从哪(?:里|一步)?(?:开始|入手|起)|顺序|环节/u,
      // How it goes on.
      /走(?:啥|什么)(?:路|程序)|接下来|然后呢/u,
    ),
  },
  { field: 'process', weight: 2, pattern: /怎么|咋|如何|怎样|有没有一键|一条龙/u },
  {
    field: 'process',
    weight: 4,
    pattern: /how (?:do|does|can|to|should|would)|steps|procedure|process\b/u,
  },
  // 总体
  {
    field: 'overview',
    weight: 3,
    pattern: anyOf(
      // What that is.
      /是(?:搞|干|做)?(?:啥|什么)的|是什么(?:意思|东西)?|(?:叫|是)(?:啥|什么)(?:[?？,。]|$)|介绍/u,
      // Is it true.
      /真(?:有|的假)|是不是(?:真|骗)|骗子|听谁的/u,
      // Is there any help.
      inOrder(
        /有没有(?:.{0,14})/u,
        /帮扶|政策|办法|说法|人能|人上门|服务|打包|律师|辅导|懂的|房源|卡|保险|快一点|一起|一键|一口气/u,
      ),
      // Can it be done in one go.
      inOrder(
        /(?:能不能|能|可不可以|想)(?:.{0,6})/u,
        /一次|合成|只填|一张|打包|一口气|只录|一道|一起|并着|并在|帮忙|请|找个|牵/u,
      ),
      /打包|一次性/u,
      // Which of them is missing.
      /(?:缺|差|补)的?(?:到底)?是?哪(?:张|个)|该(?:领|办|走)(?:个|哪)?(?:啥|什么|哪)/u,
      // In English.
      /what is|tell me about|one[- ]stop/u,
    ),
  },
]
