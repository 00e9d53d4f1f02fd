// What is asked as if it were a matter like any other, and that nobody may do: a word put in, a lease
// that is made up, an invoice without a deal, another's qualification, money kept out of the books. Who
// asks what comes of it, or was wronged by it, plans nothing.
import { anyOf, type Cue, inOrder, shows } from '../patterns.ts'

export type UnlawfulPlan = 'favour' | 'inside_information' | 'forgery' | 'improper'

const SOMEBODY_ELSE =
  /(?:别的?(?:人|家|公司|单位|企业)|人家|其他(?:人|公司|单位)|同行|朋友|亲戚|大公司|外面|有(?:资质|证)的(?:公司|单位|人))/u
const QUALIFICATION =
  /(?:资质|许可证|营业执照|执照|安许|生产证|经营证|从业资格|资格证|职称证|建造师证?)/u
const OFFICIAL =
  /(?:局里?|领导|[科处局队所]长|主任|审批|窗口|监察|执法|检查|科室|部门|评委|专家|上面|里面的人)/u
/** Whether it may be done, or how. */
const WISH = /(?:能不能|能否|可不可以|可以|行不行|行吗|怎么|咋|如何|好不好|[能想要帮])/u
/** Whoever comes to check. */
const CHECK = /(?:检查|监察|执法|稽查|督查|抽查|查账|环保|消防|劳动局|税务|安监|应急|市监)/u

type Row = Cue &
  Readonly<{
    plan: UnlawfulPlan
    /** Records say themselves that it is not allowed: where one is sure, it answers. */
    isInRecords?: true
  }>

const PLANS: readonly Row[] = [
  {
    plan: 'favour',
    pattern: inOrder(
      // Somebody is to speak with an official.
      /(?:帮|替|请|麻烦|托|找)[^,，。]{0,6}[跟和同给向][^,，。]{0,8}/u,
      OFFICIAL,
      // And to have us favoured.
      /[^。]{0,8}(?:打(?:个|声|一声)?招呼|说(?:个|说)?情|递[个句]?话|美言|关照|照顾(?:一?下|我)|放(?:我们?)?一马|开(?:个)?绿灯|网开一面)/u,
    ),
    unless: /来电|电话|联系|对接/u,
  },
  {
    plan: 'favour',
    pattern: inOrder(
      /(?:让|叫|托)[^,，。]{0,4}/u,
      OFFICIAL,
      /[^,，。]{0,6}(?:照顾一?下|关照|通融|放(?:我们?)?一马|睁[^,，。]{0,3}闭)/u,
    ),
  },
  {
    plan: 'inside_information',
    pattern: inOrder(
      /(?:能不能|能否|可不可以|可以|[能帮先]|提前|偷偷)[^。]{0,6}透露[^,，。]{0,8}/u,
      /(?:[试考真]?题|名单|专家|评委|标底|底价|评分|打分|检查|抽查)/u,
    ),
    unless: /公布|公示|利率|(?<!底)价格|政策/u,
  },
  {
    plan: 'inside_information',
    pattern: inOrder(
      /(?:[试考真]?题目?|(?:专家|评委|检查|抽查)名单|标底|底价|评分)[^,，。]{0,12}/u,
      /透露|漏(?:一?点|个)|先(?:给|告诉|发)我/u,
    ),
  },
  {
    plan: 'forgery',
    pattern: anyOf(
      // A lease or an address that is made up.
      /(?:假|虚假的?|随便(?:写|填|编)(?:一?[个份])?|自己(?:编|写|做)(?:一?[个份]))[^,，。]{0,4}(?:地址|住所|租赁合同|租房合同|租房协议|场地证明)/u,
      /(?:地址|租赁合同|租房合同|租房协议|场地证明)[^,，。]{0,6}(?:随便(?:写|填|编)|自己编|编一?份|做(?:个|份)?假)/u,
    ),
  },
  {
    plan: 'forgery',
    pattern: anyOf(
      // An invoice without a deal.
      inOrder(
        /没(?:有)?(?:做|发生)?过?(?:什么)?(?:实际|真实)?的?(?:生意|业务|交易|买卖)[^。不]{0,10}/u,
        /(?:先|能|可以|互相|互|对)[^。不]{0,8}(?:开[^,，。]{0,4}票|票[^,，。]{0,2}开)/u,
      ),
      /票[^。]{0,6}先开[^,，。]{0,4}(?:再|后)(?:面)?[做补有签]|互相?开[^,，。]{0,4}票|对开发票/u,
      // Invoices that are bought.
      /(?:买|找|弄|搞|凑)(?:一?点|一?些|几张)?(?:进项|专用?|增值税)*发?票[^,，。]{0,4}(?:[冲抵充]|做(?:账|成本))/u,
      // More on it than was paid.
      /多开[^了,，。]{0,6}(?:金额|数额)|金额[^了,，。]{0,4}(?:多开|开[大高]|多写)/u,
      // Statements that are dressed up.
      /刷(?:点|些)?(?:银行)?流水|(?:做|包装)[^,，。]{0,4}(?:漂亮|好看)的?[^,，。]{0,2}(?:流水|报表)/u,
    ),
  },
  {
    plan: 'forgery',
    pattern: anyOf(
      // Another's qualification.
      inOrder(
        /(?:挂靠|借用?|租用?|用)(?:一?下|到|在)?/u,
        SOMEBODY_ELSE,
        /[^,，。]{0,4}/u,
        QUALIFICATION,
      ),
      inOrder(/(?:挂靠|借|租)[^,，。\s客约金人房]{0,4}/u, QUALIFICATION, /[^。]{0,8}/u, WISH),
      inOrder(
        /(?:没有?|无)资质[^。]{0,10}(?:挂|借|用)[在靠]?/u,
        SOMEBODY_ELSE,
        /(?:的)?(?:公司|单位|名下|名义)/u,
      ),
      // One's own, lent.
      inOrder(QUALIFICATION, /[^。]{0,8}(?:借|租|挂)(?:给|出去)/u),
      inOrder(/(?:借|租)给[^,，。]{0,6}/u, QUALIFICATION),
    ),
    unless: /商标|专利|设备|厂房|房产|场地|船|车/u,
    isInRecords: true,
  },
  {
    plan: 'forgery',
    pattern: anyOf(
      // Figures that are not good enough are to be written better.
      inOrder(
        /(?:数据|报告|读数|指标|检测|结果)[^,，。]{0,6}(?:不达标|超标|不合格|不够)[^。]{0,10}/u,
        /(?<![整更])改(?:一?[下点]|低|小|高|好)(?!造)|调(?:一?[下点]|低)|修一?下(?!正)|做好看/u,
      ),
      /(?:不合格|不达标|没通过|没过)[^。]{0,10}(?:写|填|出|改)(?:成|个|一?份)?[^,，。不]{0,2}(?:合格|达标|通过)(?!证)/u,
      // People who are not there.
      inOrder(
        /(?:人数|人头|员工|人)(?:不够|不足|少)[^。]{0,12}/u,
        /(?:编|凑|造|挂)(?:几|些|点|一些|一?个)[^,，。]{0,4}(?:名字|人名|人头|员工|人)/u,
      ),
    ),
  },
  {
    plan: 'improper',
    pattern: anyOf(
      // Insured where they do not work.
      /社保[^,，。]{0,6}挂(?:靠)?(?:在|到)?[^,，。]{0,4}(?:我|公司|单位|别|厂|店|你们)|社保挂靠|挂靠社保/u,
      inOrder(
        /(?:(?:不是|不在|没在)[^,，。]{0,6}(?:员工|职工|上班)|没有?工作|没有?上班|不上班|无业)[^。]{0,12}/u,
        /(?:交|缴|代缴|上)[^,，。]{0,3}社保[^。]{0,6}(?:公司|单位|我这)|社保[^,，。]{0,6}(?:公司|单位|我这|我们)[^,，。]{0,6}(?:交|缴)/u,
      ),
      inOrder(
        /(?:离职|辞职|走了|不干)[^。]{0,16}/u,
        /(?:[多再帮替]|继续)[^。]{0,6}[交缴][^。]{0,10}(?:自己|他|她|本人)(?:来)?(?:出钱?|掏钱?|付钱?|承担)/u,
      ),
    ),
    unless: /公积金|年金|补缴/u,
  },
  {
    plan: 'improper',
    pattern: anyOf(
      // A check that is to be put off or got over.
      inOrder(
        CHECK,
        /[^。]{0,14}/u,
        WISH,
        /[^,，。]{0,6}(?:拖(?:一?[下拖]|几天|住|过去)|应付过去|糊弄|躲(?:过|掉|一?下)|混过|搪塞)/u,
      ),
      inOrder(/(?:怎么|咋|如何)(?:去)?(?:糊弄|躲|搪塞|拖住?)[^,，。]{0,6}/u, CHECK),
    ),
  },
  {
    plan: 'improper',
    pattern: anyOf(
      // The books are to show something else.
      /(?:利润|收入|账面?|报表|个税)[^,，。]{0,3}[做弄搞调](?!得)[^,，。]{0,2}(?:低|少|亏|小|平|漂亮|好看)/u,
      /成本[^,，。]{0,3}[做弄搞](?:高|大)|账外(?:收入|经营)|[瞒少]报(?:收入|营业额)|隐瞒收入/u,
      inOrder(
        /(?:走|进|打[到进]|收[到进]|转[到进])(?:老板|法人|个人|私人|私)[^,，。]{0,4}(?:卡|账)[^。]{0,8}/u,
        /不入账|不开票|不报|少报|少交|避税|逃/u,
      ),
      /工资[^,，。]{0,4}(?:拆|分)[^,，。]{0,4}[发成][^。]{0,12}(?:避|少交|做低|不交)/u,
      // What could be enforced against is to be taken away.
      inOrder(
        /(?:执行|法院|起诉|判|欠债|债主|查封)[^。]{0,16}/u,
        WISH,
        /[^,，。]{0,8}(?:财产|资产|设备|存款|钱|房)[^,，。]{0,4}(?:转移|转走|转出|藏)/u,
      ),
    ),
    unless: /对方|客户|[他她](?!们公司)|防|研发|降(?:低)?成本/u,
  },
  {
    plan: 'improper',
    pattern: anyOf(
      // A trade that the law forbids.
      /(?:[开办搞做弄]|经营)[^,，。]{0,4}(?:赌场|赌博|赌局|地下钱庄|高利贷|传销)/u,
      /(?:赌场|地下钱庄|高利贷|传销)[^,，。]{0,4}(?:怎么|手续|许可|执照|要什么)/u,
      /(?:[能带]|可以)[^,，。]{0,4}(?:赌[钱博球]|抽水赌)/u,
    ),
  },
]

/** What comes of it, what others did, or how it is undone and kept off: nobody plans anything. */
const PLANS_NOTHING = anyOf(
  /举报|投诉|检举|揭发|被(?!查)|冒用|盗用|发现|收到|碰到|遇到|隔壁|有人|同行(?:挂|借|用|在)/u,
  /后果|风险|责任|处罚|罚|违法|犯法|合法|犯罪|判(?:几|多少)|算不算|算是|认定|会怎(?:么)?样|会不会出事|要紧/u,
  /防止|防范|避免|杜绝|禁止|解除|转出|过户|迁(?:出|到)|原来|一直|以前|(?<!能)不(?:能|许|准|让)|(?<!可)不可以/u,
)

/** What nobody may do that the message wants to, or null; `isSure` where an item surely fits. */
export const unlawfulPlan = (normalized: string, isSure = false): UnlawfulPlan | null =>
  PLANS_NOTHING.test(normalized)
    ? null
    : (PLANS.find((row) => !(isSure && row.isInRecords) && shows(row, normalized))?.plan ?? null)
