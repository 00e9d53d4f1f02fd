// Money that is not the fee of doing the item, and time that is not the authority's for deciding: to
// answer either with 「免费」 or with the time for the decision would mislead. Pure.
import { folded } from '../../kernel/folded.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { scoreFields } from '../../retrieval/field-cues.ts'
import type { Field } from '../decision.ts'
import type { Lead } from './faq/faq-index.ts'

export type OtherMeasure = Readonly<{
  of: 'money' | 'time'
  /** As the question that a sentence of the record answers. */
  label: string
  /** How people ask for it, within one clause. */
  asks: RegExp
  /** What is said about it. */
  says: RegExp
  /** What makes an answer of that; by default a figure or who sets it. */
  figure?: RegExp
  /** Said where nothing in the record answers; by default that the department publishes it. */
  unsaid?: string
}>

const MUCH =
  '(?:多少(?!份|页|张|个工作日|天)|几(?:万|千|百|块|元|个点)|咋算|(?:怎么|如何)(?:计?算|定))'
const BETWEEN = '(?:的|要|得|该|能|会|可以|给|有|是|到|到手|一般|大概|最多|最高|一个人|每人|标准)*'
/** A thing with a price, and a word for how much of it: 「利息高不高」, 「租金大概多少」. */
const priced = (thing: string, english: string): RegExp =>
  new RegExp(
    `(?:${thing}).{0,6}(?:${MUCH}|怎么收|多高|[贵高低]不[贵高低]|[贵高低](?:吗|么|伐))|多少(?:钱)?(?:的)?(?:${thing})|(?:what|how (?:much|high)).{0,24}\\b(?:${english})\\b|\\b(?:${english})\\b.{0,12}how much`,
    'u',
  )

const MONEY: readonly OtherMeasure[] = [
  {
    of: 'money',
    label: '代办、代理费用是多少？',
    asks: /(?:代办|代理(?!商|人)|代账|记账|中介)(?:公司|机构)?[^许登备证]{0,6}(?:多少(?!份|天|个)|费用|收费|几(?:百|千|块)|贵)|\bagen(?:t|cy)(?:'s)? fees?\b/u,
    says: /代[办理]费|代理机构|中介/u,
    unsaid: '代办、代理费用由代办机构自行定价，事项记录未列明；需要核实的，可转人工。',
  },
  {
    of: 'money',
    label: '要交多少税？',
    asks: new RegExp(
      `(?:关税|税率|税额|税金|税(?=[要得该是])).{0,6}${MUCH}|多少(?:个点|钱)?的?(?:关)?税(?!务)|[交缴征]${BETWEEN}几个点|按几个点|税(?:怎么|咋|如何)(?:计?算|征)|[专普]票.{0,8}[交缴](?:多少|几)|\\b(?:what|how much)\\b.{0,20}\\b(?:tax|tariff|dut(?:y|ies)|vat)\\b|\\b(?:tax|duty) rate`,
      'u',
    ),
    says: /税率|税额|减按|征收率|[按减免]征/u,
    figure: /\d%|百分之/u,
  },
  {
    of: 'money',
    label: '能补多少、奖多少？',
    asks: new RegExp(
      `(?:补(?:贴|助|偿)?|奖(?:励|金|补)?|返还?|资助|扶持)(?:金|钱|金额|额度)?${BETWEEN}${MUCH}|(?:能|可以?|一共|总共|到底)(?:拿|领|得|享受|省|退|补|返|奖)(?:到|回来?|下来)?(?:多少(?!份|页|张|天)|几(?:万|千|百))|多少(?:钱)?的?(?:补贴|补助|奖励|奖金|返还)|\\bhow much.{0,16}\\b(?:subsid\\w+|grants?|bonus|reward|refund|(?:can|do|will) (?:we|i) (?:get|receive))\\b`,
      'u',
    ),
    says: /补贴|补助|奖励|奖补|资助|返还/u,
  },
  {
    of: 'money',
    label: '赔偿、补偿多少？',
    asks: new RegExp(
      `赔(?:偿|付)?(?:金|款|钱)?${BETWEEN}${MUCH}|(?:补偿|违约|抚恤|补助)金${BETWEEN}${MUCH}|赔几|n ?[+＋] ?1|\\b(?:severance|compensation)\\b`,
      'u',
    ),
    says: /赔偿|补偿|赔付|待遇/u,
  },
  {
    of: 'money',
    label: '工资、加班费多少？',
    asks: priced(
      '加班费|加班工资|工资(?!保证金|专户)|薪水|薪资',
      'salar(?:y|ies)|wages?|overtime(?: pay)?',
    ),
    says: /加班|工资|薪/u,
  },
  {
    of: 'money',
    label: '利息、利率是多少？',
    asks: priced('利息|利率|年化', 'interest(?: rates?)?'),
    says: /利[息率]|贴息/u,
  },
  {
    of: 'money',
    label: '电价、水价、气价是多少？',
    asks: priced('电价|水价|气价|电费|水费|气费|燃气费', 'electricity price|power price|tariff'),
    says: /[电水气]价|[电水气]费/u,
  },
  {
    of: 'money',
    label: '租金、价格是多少？',
    asks: priced('租金|房租|厂租|地价|房价|冷藏费|仓储费|运费', 'rents?|freight'),
    says: /租金|价格|地价|仓储费|运费/u,
  },
  {
    of: 'money',
    label: '保费是多少？',
    asks: priced('(?<!担)保费|保险费(?!申报)', 'premiums?'),
    says: /(?<!担)保费|保险费/u,
  },
  {
    of: 'money',
    label: '保证金、押金是多少？',
    asks: priced('保证金|质保金|押金|备用金', 'deposits?'),
    says: /保证金|质保金|押金|备用金|存储/u,
  },
  {
    of: 'money',
    label: '罚多少？',
    asks: new RegExp(
      `罚(?:款|金|钱)?${BETWEEN}${MUCH}|罚几|滞纳金.{0,4}${MUCH}|\\b(?:the|any|what|how (?:much|high)).{0,8}\\bfines?\\b|\\bfined\\b|\\bpenalt(?:y|ies)\\b`,
      'u',
    ),
    says: /罚款|处罚|滞纳金/u,
  },
]

const LONG =
  '(?:多久|多长时间|几(?:个)?(?:工作日|天|日|月|年|小时)|多少(?:个)?(?:工作日|天|日|月|年|小时))'

const TIME: readonly OtherMeasure[] = [
  {
    of: 'time',
    label: '整改期限多长？',
    asks: new RegExp(
      `(?:整改|改正)(?!完|好|了|后|过).{0,6}(?:${LONG}|期限)|${LONG}.{0,2}(?:整改|改正)|\\brectif`,
      'u',
    ),
    says: /整改|改正/u,
  },
  {
    of: 'time',
    label: '要提前多久？',
    asks: new RegExp(`提前.{0,4}(?:${LONG}|多少|几)|how (?:long|many days) in advance`, 'u'),
    says: /提前(?!退休|时间|解除|还)|届满.{0,8}前|期满前|\d+\s?(?:个工作日|日|天|小时|个月)(?:以)?前/u,
    figure: /\d|可以?提前|为准/u,
  },
  {
    of: 'time',
    label: '多久之内要办？',
    asks: new RegExp(
      `${LONG}[之以]?内(?:就|一定|必须|应当|应该|需要|要|得|去|来)+(?!批|答复|办结|办好|办完|审|出|还|退|给)|(?:要|得|必须|应当)在?${LONG}[之以]?内(?:办|报|申|提|交|登|备|变)`,
      'u',
    ),
    says: /\d+\s?(?:个工作日|日|天|小时|个月)(?:之|以)?内.{0,12}(?:申请|申报|报|登记|备案|提出|提交|办理|缴纳|存储|送|补|开工|变更)/u,
  },
  {
    of: 'time',
    label: '最长能缓多久？',
    asks: new RegExp(`缓(?:缴|交|办|刑)?(?:得|能|可以|到|最长|最多)*${LONG}`, 'u'),
    says: /缓[缴交]/u,
  },
  {
    of: 'time',
    label: '有效期多长？',
    asks: new RegExp(
      `有效(?:期|时间)?(?:限)?(?:是|有|为|到)?(?:${LONG}|多长)|${LONG}(?:的)?有效|how long.{0,24}\\bvalid\\b|\\bvalid for how\\b`,
      'u',
    ),
    says: /有效期(?:限)?(?!届满|满|内).{0,8}(?:\d|证载|为准)|有效(?!期(?:届|满|内)).{0,4}\d+\s?(?:年|个月)|长期有效|每\d+年复审/u,
  },
  {
    of: 'time',
    label: '多久复审、检验一次？',
    asks: new RegExp(
      `${LONG}(?:要|得|需要)?(?:复审|年审|年检|检验?|审|换|报|评|体检).{0,2}一?次|${LONG}一次`,
      'u',
    ),
    says: /复审|年审|年检|每.{0,4}(?:年|月|季)|一次/u,
  },
]

const CLAUSE = /[,，。.!！?？;；\n~…]+|\band\b|(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/u
/** 「不是办事收费」, 「只会说免费」: what was said before, and not asked again. */
const NOT_ASKED =
  /(?:不是|没问|[别不]要说|只会说|老说)[^多几怎]{0,6}(?:收费|费用|免费|时限|审批?)/gu

const OTHERS = [...MONEY, ...TIME]
const clausesOf = (question: string): readonly string[] =>
  folded(question).replace(NOT_ASKED, ' ').split(CLAUSE)

const measureOf = (clause: string): OtherMeasure | undefined =>
  OTHERS.find(({ asks }) => asks.test(clause))

/** The measure asked for last that is not the item's own; null for all others. */
export const otherMeasure = (question: string): OtherMeasure | null =>
  clausesOf(question)
    .flatMap((clause) => measureOf(clause) ?? [])
    .at(-1) ?? null

const OWN = { money: 'fee', time: 'time_limit' } as const

/** The parts to show without the item's own figure, unless that is asked for besides. */
export function withoutOwn(
  fields: readonly Field[],
  question: string,
  measure: OtherMeasure,
): readonly Field[] {
  const own = OWN[measure.of]
  const clauses = clausesOf(question).filter((clause) => measureOf(clause) === undefined)
  const asked = new Set(clauses.map((clause) => scoreFields(clause)[0]?.field))
  const isOverview = fields.includes('overview')
  return fields.filter(
    (field) => asked.has(field) || (field !== own && (isOverview || BEARING.includes(field))),
  )
}

/** These may bear on any measure; others are shown when they are asked for. */
const BEARING: readonly Field[] = ['conditions', 'result']

/** A figure, or who sets it. */
const FIGURE = {
  money: /\d\s?(?:元|万|%|倍)|百分之|为准|约定|公布|定价|自行/u,
  time: /\d|为准|证载|长期/u,
} as const

const SAID_MAX = 2

/** What the record says of it, as the answer to what was asked; a step only where no rule does. */
export function saidOf(item: ServiceItem, measure: OtherMeasure): Lead | null {
  const inRules = answersIn(rulesOf(item), measure)
  const said = inRules.length > 0 ? inRules : answersIn(stepsOf(item), measure)
  if (said.length === 0) return null
  const sources = new Set(said.map(({ source }) => source))
  const [source] = sources.size === 1 ? sources : [null]
  return {
    q: measure.label,
    a: `${said.map(({ text }) => text).join('；')}。`,
    source: source ?? null,
  }
}

const answersIn = (texts: readonly Text[], measure: OtherMeasure): readonly Text[] =>
  texts
    .map(({ text, source }) => ({
      text: text
        .split(/[。；]/u)
        .filter((sentence) => isAnswer(sentence, measure))
        .join('；'),
      source,
    }))
    .filter(({ text }, n, all) => text !== '' && !all.some((other, m) => holds(other, text, m < n)))
    .slice(0, SAID_MAX)

/** Conditions and notes say some things twice: the fuller is kept, or the first of two alike. */
const holds = ({ text }: Text, other: string, isBefore: boolean): boolean =>
  text.includes(other) && (text !== other || isBefore)

const AUTHORITYS = /受理|收到|作出|审批|办结|答复/u

/** Times of several kinds stand in one sentence, sums seldom. */
function isAnswer(sentence: string, { of, says, figure }: OtherMeasure): boolean {
  const parts = of === 'time' ? sentence.split(/[，：]/u) : [sentence]
  return parts.some(
    (part) =>
      says.test(part) &&
      (figure ?? FIGURE[of]).test(part) &&
      !(of === 'time' && AUTHORITYS.test(part)),
  )
}

type Text = Readonly<{ text: string; source: string | null }>

const rulesOf = ({ conditions, result, fee, timeLimit }: ServiceItem): readonly Text[] => [
  ...conditions,
  { text: result ?? '', source: null },
  { text: fee.note ?? '', source: fee.source },
  { text: timeLimit.note ?? '', source: null },
]

const stepsOf = ({ steps }: ServiceItem): readonly Text[] =>
  steps.map(({ text }) => ({ text, source: null }))

const ASKED = { money: '金额', time: '时间' } as const

/** Said where neither a frequent question nor the record answers. */
export const unsaidLine = ({ department }: ServiceItem, { of, unsaid }: OtherMeasure): string =>
  unsaid ?? `事项记录未列明您问的${ASKED[of]}，以${department}公布的为准；需要核实的，可转人工。`
