// Sums that people ask for beside the fee of an item, whatever the item is.
import { anyOf } from '../../../retrieval/patterns.ts'
import { AMOUNT_SAID, LOAN_SAID, LOAN_UNSAID } from './amounts.ts'
import { type MeasureRow, pattern } from './measure.ts'

const MUCH =
  '(?:多少(?!份|页|张|个工作日|天)|几(?:万|千|百|块|元|个点)|咋算|(?:怎么|如何)(?:计?算|定))'
const BETWEEN = '(?:的|要|得|该|能|会|可以|给|有|是|到|到手|一般|大概|最多|最高|一个人|每人|标准)*'

/** A thing with a price, and a word for how much of it: 「利息高不高」, 「租金大概多少」. */
const priced = (thing: string, english: string): RegExp =>
  anyOf(
    pattern(`(?:${thing}).{0,6}(?:${MUCH}|怎么收|多高|[贵高低]不[贵高低]|[贵高低](?:吗|么|伐))`),
    pattern(`多少(?:钱)?(?:的)?(?:${thing})`),
    pattern(`(?:what|how (?:much|high)).{0,24}\\b(?:${english})\\b`),
    pattern(`\\b(?:${english})\\b.{0,12}how much`),
  )

export const MONEY: readonly MeasureRow[] = [
  {
    label: '费用由谁承担？',
    asks: anyOf(
      /(?:钱|费用?|药费|铜钿).{0,3}(?:由|归)?(?:谁|啥人)(?:来)?(?:出|付|掏|承担|负担)/u,
      /(?:谁|啥人)(?:来)?(?:出钱|掏钱|买单|(?:出|付|掏)$)/u,
      /(?:厂里|公司|单位|政府|供电局|供水公司|自己|自家).{0,3}出(?:钱|铜钿)?(?:还是|吗|么|伐|$)|还是.{1,8}出(?:钱)?$/u,
    ),
    says: /费.{0,14}(?:承担|负担)|(?:承担|负担).{0,8}(?:费|款)|出资|自理|自付|由.{1,12}(?:支付|缴纳)/u,
    figure: /./u,
    unsaid: '事项记录未列明费用由谁承担；需要核实的，可转人工。',
  },
  {
    label: '代办、代理费用是多少？',
    asks: anyOf(
      /(?:代办|代理(?!商|人)|代账|记账|中介)(?:公司|机构)?[^许登备证]{0,6}(?:多少(?!份|天|个)|费用|收费|几(?:百|千|块)|贵)/u,
      /\bagen(?:t|cy)(?:'s)? fees?\b/u,
    ),
    says: /代[办理]费|代理机构|中介/u,
    unsaid: '代办、代理费用由代办机构自行定价，事项记录未列明；需要核实的，可转人工。',
  },
  {
    label: '能减、能扣多少？',
    asks: anyOf(
      pattern(`(?:减|扣|免|抵)[^，。；不没]{0,4}${MUCH}(?!年|天|个月)`),
      /打?几折|打(?:多少|什么)折/u,
    ),
    says: /[减扣抵免折].{0,24}\d|\d.{0,12}[减扣抵免折]/u,
    ofItems: /税|扣|减|免|抵|优惠/u,
  },
  {
    label: '上限是多少？',
    asks: /上限|封顶|最高(?:限额|额度|金额)|多少(?:钱|万|元)?(?:以内|以下)/u,
    says: /不超过|上限|最高|以内|封顶/u,
    ofItems: /税|扣除/u,
  },
  {
    label: '要交多少税？',
    asks: anyOf(
      pattern(`(?:关税|税率|税额|税金|税(?=[要得该是])).{0,6}${MUCH}`),
      // 「多少个点的税」, 「交几个点」
      /多少(?:个点|钱)?的?(?:关)?税(?!务)/u,
      pattern(`[交缴征]${BETWEEN}几个点|按几个点|税.{0,4}(?:几个点|百分之几)`),
      /税(?:怎么|咋|如何)(?:计?算|征)/u,
      /[专普]票.{0,8}[交缴](?:多少|几)/u,
      /\b(?:what|how much)\b.{0,20}\b(?:tax|tariff|dut(?:y|ies)|vat)\b|\b(?:tax|duty) rate/u,
      /\b(?:what|how many|which|the) percent(?:age)?\b/u,
    ),
    says: /税率|税额|减按|征收率|[按减免]征/u,
    figure: /\d%|百分之/u,
  },
  {
    label: '能补多少、奖多少？',
    asks: anyOf(
      pattern(
        `(?:补(?:贴|助|偿)?|奖(?:励|金|补)?|返还?|资助|扶持)(?:金|钱|金额|额度)?${BETWEEN}${MUCH}`,
      ),
      // 「一共能拿到几万」
      /(?:能|可以?|一共|总共|到底)(?:拿|领|得|享受|省|退|补|返|奖)(?:到|回来?|下来)?(?:多少(?!份|页|张|天)|几(?:万|千|百))/u,
      /多少(?:钱)?的?(?:补贴|补助|奖励|奖金|返还)/u,
      /\bhow much.{0,16}\b(?:subsid\w+|grants?|bonus|reward|refund|(?:can|do|will) (?:we|i) (?:get|receive))\b/u,
    ),
    says: /补贴|补助|奖励|奖补|资助|返还/u,
    figure: AMOUNT_SAID,
  },
  {
    label: '能贷多少？',
    asks: pattern(
      `(?:贷(?:款)?|借)(?:给)?(?:我们?|公司)?(?:到|得到|出来|下来)?(?:${MUCH})(?!算)|(?:贷款|授信)额度${BETWEEN}${MUCH}`,
    ),
    says: LOAN_SAID,
    unsaid: LOAN_UNSAID,
  },
  {
    label: '赔偿、补偿多少？',
    asks: anyOf(
      pattern(`赔(?:偿|付)?(?:金|款|钱)?${BETWEEN}${MUCH}`),
      pattern(`(?:补偿|违约|抚恤|补助)金${BETWEEN}${MUCH}|多少(?:经济)?(?:补偿|赔偿)`),
      // 「N+1」: a month's wages for each year, and one more.
      /赔几|n ?[+＋] ?1|\b(?:severance|compensation)\b/u,
    ),
    says: /赔偿|补偿|赔付|待遇/u,
  },
  {
    label: '工资、加班费多少？',
    asks: priced(
      '加班费|加班工资|工资(?!保证金|专户)|薪水|薪资',
      'salar(?:y|ies)|wages?|overtime(?: pay)?',
    ),
    says: /加班|工资|薪/u,
  },
  {
    label: '利息、利率是多少？',
    asks: priced('利息|利率|年化', 'interest(?: rates?)?'),
    says: /利[息率]|贴息/u,
  },
  {
    label: '电价、水价、气价是多少？',
    asks: priced('电价|水价|气价|电费|水费|气费|燃气费', 'electricity price|power price|tariff'),
    says: /[电水气]价|[电水气]费/u,
  },
  {
    label: '租金、价格是多少？',
    asks: priced('租金|房租|厂租|地价|房价|冷藏费|仓储费|运费', 'rents?|freight'),
    says: /租金|价格|地价|仓储费|运费/u,
  },
  {
    label: '保费是多少？',
    asks: priced('(?<!担)保费|保险费(?!申报)', 'premiums?'),
    says: /(?<!担)保费|保险费/u,
  },
  {
    label: '保证金、押金是多少？',
    asks: priced('保证金|质保金|押金|备用金', 'deposits?'),
    says: /保证金|质保金|押金|备用金|存储/u,
  },
  {
    label: '罚多少？',
    asks: anyOf(
      pattern(`罚(?:款|金|钱)?${BETWEEN}${MUCH}|罚几|滞纳金.{0,4}${MUCH}`),
      /\b(?:the|any|what|how (?:much|high)).{0,8}\bfines?\b|\bfined\b|\bpenalt(?:y|ies)\b/u,
    ),
    says: /罚款|处罚|滞纳金/u,
  },
]
