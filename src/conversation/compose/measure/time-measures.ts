// Times that people ask for beside the time for the decision: how long something lasts, by when it is due.
import { anyOf, inOrder } from '../../../retrieval/patterns.ts'
import { type MeasureRow, pattern } from './measure.ts'
import { LONG, SOME_TIME, SOME_YEARS, WHEN, YEARS } from './spans.ts'

/** How one says that a paper is renewed. */
const RENEWED = '(?:换|续|延续|更换|重新(?:办|评|申请|认定|申报))'
/** 「多久内批」 asks for the authority's time, 「多久内要报」 for one's own. */
const WITHIN = `${LONG}[之以]?内`

export const TIME: readonly MeasureRow[] = [
  {
    label: '要停多久？',
    asks: pattern(`停(?:电|机|梯|产|工|水|气|用)?(?:要|得|需要)?停?(?:掉)?${LONG}`),
    says: /停[电机梯产水气用].{0,12}(?:\d|约定|通知|协商)/u,
    figure: /\d|约定|通知|协商/u,
    unsaid: '事项记录未列明停用多久，请在申请时与办理机构约定；需要核实的，可转人工。',
  },
  {
    label: '整改期限多长？',
    asks: anyOf(
      pattern(`(?:整改|改正)(?!完|好|了|后|过).{0,6}(?:${LONG}|期限)`),
      pattern(`${LONG}.{0,2}(?:整改|改正)`),
      /\brectif/u,
    ),
    says: /整改|改正/u,
  },
  {
    label: '要提前多久？',
    asks: anyOf(pattern(`提前.{0,4}(?:${LONG}|多少|几)`), /how (?:long|many days) in advance/u),
    says: /提前(?!退休|时间|解除|还)|届满.{0,8}前|期满前|\d+\s?(?:个工作日|日|天|小时|个月)(?:以)?前/u,
    figure: /\d|可以?提前|为准/u,
  },
  {
    label: '多久之内要办？',
    asks: anyOf(
      pattern(
        `${WITHIN}(?:就|一定|必须|应当|应该|需要|要|得|去|来)+(?!批|答复|办结|办好|办完|审|出|还|退|给)`,
      ),
      pattern(`(?:要|得|必须|应当)在?${WITHIN}(?:办|报|申|提|交|登|备|变)`),
    ),
    says: anyOf(
      inOrder(
        /\d+\s?(?:个工作日|日|天|小时|个月)(?:之|以)?内.{0,12}/u,
        /申请|申报|报|登记|备案|提出|提交|办理|缴纳|存储|送(?!达)|补|开工|变更/u,
      ),
      /时效(?:期间)?[为是]/u,
    ),
    figure: /\d|为准|[一二三四五六]年/u,
  },
  {
    label: '最长能缓多久？',
    asks: pattern(`缓(?:缴|交|办|刑)?(?:得|能|可以|到|最长|最多)*${LONG}`),
    says: /缓[缴交]/u,
  },
  {
    label: '公示、公告期多长？',
    asks: anyOf(
      pattern(`公[示告](?:期|时间)?(?:要|得|需要|是|有|登|发|挂|满|够)*(?:${LONG}|多长)`),
      pattern(`${LONG}(?:的)?公[示告]`),
    ),
    says: /公[示告](?:期|时间)?(?:不少于|不得少于|最短|至少|为|是|一般)?\s?\d/u,
  },
  {
    label: '有效期多长？',
    asks: anyOf(
      pattern(`有效(?:期|时间)?(?:限)?(?:是|有|为|到)?(?:${LONG}|多长)|${LONG}(?:的)?有效`),
      // 「能用几年」「管多久」「保护多少年」
      pattern(
        `(?:能用|可以用|好用|用得了|管|保护?)(?:${LONG}|到${WHEN})|(?:用|批|抵|享受?)(?:${YEARS}|到${WHEN})`,
      ),
      // 「什么时候过期」「几年到期」
      pattern(`(?:${WHEN}|${LONG})(?:就|会|才|要|算)?(?:过期|到期|期满|失效|作废)`),
      // 「几年一换」「几年要重新评一次」
      pattern(
        `${LONG}(?:就|要|得|需要)?${RENEWED}(?:证)?(?:一?次|证|$|[呢啊呀？?])|${YEARS}一(?:换|续|评|认定)`,
      ),
      pattern(`^(?:那|是|一般|有|能|批|最长|最多)*${YEARS}[呢啊呀？?]*$`),
      /how long.{0,24}\bvalid\b|\bvalid for how\b|\bwhen does it expire\b/u,
    ),
    says: anyOf(
      pattern(`有效期(?:限)?(?!届满|满|内).{0,8}(?:${SOME_TIME}|证载|为准|长期)`),
      pattern(`有效(?!期(?:届|满|内)).{0,4}${SOME_TIME}`),
      pattern(
        `(?:使用权|保护|使用|停留|入境|歇业|享受)[^。；，]{0,4}期限?[^。；，]{0,8}${SOME_TIME}`,
      ),
      // 「最长不得超过3年」, 「自签订合同起3年内」
      pattern(
        `(?:最长|一般|最多|原则上)(?:管|为)?(?:不(?:得)?超过)?\\s?${SOME_YEARS}|起${SOME_YEARS}内|顺延${SOME_YEARS}`,
      ),
      /长期有效|每\d+年复审|编号失效/u,
    ),
    figure: /\d|为准|证载|长期|失效|[一二三四五六七八九十](?:年|个月)/u,
    unsaid:
      '事项记录未列明有效期，以证照、批准文件载明的或者办理部门公布的为准；需要核实的，可转人工。',
  },
  {
    label: '多久复审、检验一次？',
    asks: pattern(
      `${LONG}(?:要|得|需要|就|会|来)?(?:复审|复核|复评|年审|年检|检验?|审|报|评|查|体检).{0,2}一?次|${LONG}(?:复审|复核|复评|年审)|${LONG}一(?:次|检|审)`,
    ),
    says: /复审|复核|年审|年检|每.{0,4}(?:年|月|季)|一次/u,
    figure: /\d|为准|证载|长期|执行/u,
  },
]
