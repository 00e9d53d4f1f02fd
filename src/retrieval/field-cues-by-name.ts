// Cues that name a part of the record: how many days, what it costs, which papers, which office, where, by
// which law.
import { type FieldCue, IS_SPAN, IS_WHOSE } from './field-cue.ts'
import { anyOf, inOrder } from './patterns.ts'

export const CUES_BY_NAME: readonly FieldCue[] = [
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
]
