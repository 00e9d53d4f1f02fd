// By when something must be applied for. The time the office takes, read as the time that is left, is
// too late: whoever asks is told the applicant's own limit, from wherever the record says it.

import { folded } from '../../../kernel/folded.ts'
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { anyOf, inOrder } from '../../../retrieval/patterns.ts'
import { LONG } from '../measure/spans.ts'
import { areContrary } from './contrary.ts'
import type { Lead } from './faq-index.ts'
import { meaningsIn } from './faq-meanings.ts'
import { isUnspoken } from './other-case.ts'
import { type InDialogue, nearnessWithin } from './within-item.ts'

/** What an office does within a time; whoever asks for that does not ask for the own limit. */
const OFFICE_DOES = '批|答复|办结|办好|办完|办下|审|出|还|退|给|能|可以|拿|下来|作出|结'
/** What somebody does who applies. */
const DONE = '(?:办|报|备|申|提|交|登|补|送|改|变|缴|续)'
const ASKS: readonly RegExp[] = [
  /(?<![不没])来得及|来不来得及|赶得上|赶不赶得上/u,
  /截止|最晚|最迟|有(?:没有|什么|啥)?期限|(?:什么|啥)(?:时候|辰光)之?前/u,
  new RegExp(
    `(?:提前|早)(?:要|得|个)?(?:多少|几|多久)|${LONG}[之以]?内.{0,4}(?:一定|必须|要|得)`,
    'u',
  ),
  anyOf(
    // 「多少天之内」, 「几天内去报」
    new RegExp(`${LONG}[之以]?内(?:[呢啊呀？?\\s]*$|(?:就|去|来)?(?!${OFFICE_DOES})${DONE})`, 'u'),
    // 「过了多久就不能提了」, 「拖几天就不收了」
    new RegExp(
      `(?:过了|超过|超|拖|晚)了?${LONG}.{0,4}(?:不(?:能|行|给|收|算|让|可以)|[提办报续]不了|没用|作废|违规|罚)`,
      'u',
    ),
  ),
  anyOf(
    // So long ago.
    inOrder(
      /(?:\d+|[一二三六十]+)个?(?:天|日|个月|月|年|期限?|时间)(?:已经|都)?/u,
      /过了.{0,6}(?:怎么|咋|还能|还可以|会)/u,
    ),
    // Too late.
    /过了(?:期|时间|期限).{0,6}(?:怎么|咋|还能|还可以)|(?:晚|迟)了.{0,6}(?:怎么|咋|还能|还可以|会)/u,
  ),
  anyOf(
    // When.
    /\bwhen (?:should|must|do|can) (?:i|we|he|she) (?:apply|renew|submit|file|start)\b/u,
    // At the latest.
    /\b(?:apply|renew|submit|file)\b.{0,20}\b(?:deadline|latest|how early)\b|\bhow early\b/u,
  ),
]

export const asksDeadline = (question: string): boolean =>
  ASKS.some((pattern) => pattern.test(folded(question)))

const UNIT = '(?:个工作日|工作日|日|天|个月|月|年|小时)'
/** 「届满30日前」, 「期满前3个月」, 「有效期届满前90个工作日至15个工作日期间」 */
const BEFORE_THE_END = /(?:届满|期满|到期)(?:前[^。；]{0,6}\d|[^。；前后]{0,6}\d[^。；后]{0,6}前)/u
const WITHIN = new RegExp(`\\d+\\s?${UNIT}(?:之|以)?[内前]|之日起${UNIT}|截止|申请期限|申报期`, 'u')
const APPLICANTS =
  /申请|申报|提出|报检|报告|报送|报批|登记|备案|缴纳|续展|延续|起诉|申领|领取|提交|办理|认定/u
/** What the office does in that time. */
const OFFICES =
  /受理之日|受理后|收到(?:申请|材料|.{0,6}申请之日)|作出(?:决定|答复|是否)(?!之日)|办结|答复|审结|审查完|内(?:审查|决定|核[对查实]|送达|颁|签发|反馈|裁)|发给|颁发|核发|予以/u

/** 「受理部门在5个工作日内核对」: what the office does, whatever it is called. */
const BY_OFFICE =
  /(?:^|[，：、])(?:由|经)?[^，。：、向到在]{0,8}(?:部门|机关|机构|局|海关|中心|法院|委员会|银行|海事|边检)(?:在|于|自|应当|将|会|收到|受理|\d)/u

/** 「仲裁时效为一年」: after that nothing can be asked for. */
const TIME_BAR = /时效(?:期间)?[为是]/u

const AFTER_THE_END = /(?:届满|期满)(?:之)?(?:后|日起)/u

const saysDeadline = (sentence: string): boolean =>
  BEFORE_THE_END.test(sentence) ||
  TIME_BAR.test(sentence) ||
  (!AFTER_THE_END.test(sentence) &&
    WITHIN.test(sentence) &&
    APPLICANTS.test(sentence) &&
    !OFFICES.test(sentence) &&
    !BY_OFFICE.test(sentence))

const sentencesIn = (text: string): readonly string[] =>
  text.split(/[。；]/u).filter((one) => one.trim() !== '')

/** A frequent question says it best; a line of the record where it says more of what was asked. */
const ROW_LEAD = 0.3

/** The frequent question, or else the line, that says by when; null where the record does not. */
export function deadlineOf(
  item: ServiceItem,
  asked: InDialogue,
  { linesToo }: Readonly<{ linesToo: boolean }>,
): Lead | null {
  const said = `${asked.question}，${asked.before ?? ''}`
  const meant = meaningsIn(said)
  const isRenewal = ['延续', '逾期', '有效期'].some((token) => meant.has(token)) || ENDS.test(said)
  const near = nearnessWithin(item, asked)
  const fits = (lead: Lead) =>
    (isRenewal || !isOfRenewalOnly(lead.a)) && !areContrary(asked.question, `${lead.q}${lead.a}`)
  const rank = (lead: Lead): number =>
    near(lead) +
    (isRenewal && BEFORE_THE_END.test(lead.a) ? 1 : 0) +
    (CUT_OFF.test(said) && CUT_OFF.test(lead.a) ? 1 : 0)
  const rows = rowsOf(item, asked).filter(fits)
  const lines = linesToo
    ? linesOf(item).filter(
        (line) => fits(line) && (!OF_A_CASE.test(line.a) || near(line) >= CASE_MIN),
      )
    : []
  return best([...rows, ...lines], (lead) => rank(lead) + (rows.includes(lead) ? ROW_LEAD : 0))
}

/** A permit that ends, in English. */
const ENDS = /\b(?:expir\w*|renew\w*|runs? out)\b/iu
const CASE_MIN = 0.2
const CUT_OFF = /截止(?!于)/u

/** When to renew is no answer to whoever has nothing yet. */
const isOfRenewalOnly = (text: string): boolean =>
  sentencesIn(text)
    .filter(saysDeadline)
    .every((one) => BEFORE_THE_END.test(one))

const best = (leads: readonly Lead[], rank: (lead: Lead) => number): Lead | null =>
  leads.reduce<Lead | null>(
    (first, lead) => (first === null || rank(lead) > rank(first) ? lead : first),
    null,
  )

/** A question about a time, or about what follows when it has passed. */
const OF_TIME = /何时|多久|逾期|延续|有效期/u
/** However the row asks for a time, it is meant. */
const TIMES = '什么时候，有效期几年'

const rowsOf = ({ faq, name }: ServiceItem, { question, before }: InDialogue): readonly Lead[] =>
  faq.filter(
    ({ q, a }) =>
      sentencesIn(a).some(saysDeadline) &&
      [...meaningsIn(q)].some((token) => OF_TIME.test(token)) &&
      !isUnspoken(q, { said: `${question}，${before ?? ''}，${TIMES}`, name }),
  )

const LABEL = '什么时候申请？'
const LABEL_OF_RENEWAL = '什么时候申请延续？'

/** In a note the office's own time is usual, so it must say whose limit it is. */
const ASKERS = /申请|申报|提出|报检|报送/u

function linesOf({ conditions, timeLimit }: ServiceItem): readonly Lead[] {
  const rules = conditions.filter(({ text }) => sentencesIn(text).some(saysDeadline))
  const notes = sentencesIn(timeLimit.note ?? '')
    .filter((text) => CUT_OFF.test(text) || (saysDeadline(text) && ASKERS.test(text)))
    .map((text) => ({ text, source: null }))
  return [...rules, ...notes].map(({ text, source }) => ({
    q: BEFORE_THE_END.test(text) ? LABEL_OF_RENEWAL : LABEL,
    a: text,
    source,
  }))
}

/** 「拟停用1年以上的，……」: a limit in a case that must have been spoken of. */
const OF_A_CASE = /^[^，。；]{2,40}的，/u
