// What is told of somebody of one's own, such as whose insurance was paid late, is part of a case. It
// becomes a wish for other people's data only where the data themselves are asked for.
import { anyOf, inOrder } from '../patterns.ts'

const PERSON =
  /[他她](?!们)|(?:员工|职工|工人|同事|股东|法人|经理|师傅|业主|负责人)(?!的?(?:名单|名册))|\b(?:he|she|his|her)\b/u
const PAPERS =
  /身份证|居住证|社保|医保|公积金|养老保险|工伤保险|保险|材料|资料|信息|学历|证书|工资|合同/u

/** Whoever is no staff of one's own is not told of, but asked after. */
const STRANGER =
  /他们|人家|别人|别家|那家|隔壁|同行|对手|对方|前东家|举报|投诉人|科长|局长|处长|主任|科员|专员|领导|评委|专家/u
const WANTS_TO_KNOW = anyOf(
  // To look up, to be told.
  /[查调搜](?:一?下|查|询|出|取|到|个)?|告诉|透露|打听/u,
  // To be sent, to be shown.
  /发(?:一?下|个)?(?:给)?我|(?:给|让)我(?:看|一?[份个下])|看看(?:他|她)/u,
  // The data themselves.
  /名单|名册|号码|(?:身份)?证号|帐号|账号/u,
  /手机|电话|微信|住址|地址|住(?:在)?哪|银行卡|流水|欠税|账户/u,
  // Who.
  /谁(?!来|给|去|该|能|报|交|出|付|办|承担|负责)/u,
  // How much it is.
  inOrder(
    PAPERS,
    /(?:一共|到底|每个?月|现在)?(?:是|有|交|缴|拿|领|发)?了?(?:多少|几)(?!钱?(?:才|就|以上|能))/u,
  ),
  // Whether it was paid.
  inOrder(
    PAPERS,
    /[^,，。能可会要该才]{0,4}[交缴](?:过|齐|了)?(?:没有?|了没有?|了吗|吗|不)(?=$|[,，。?？\s])/u,
  ),
  // In English.
  /\b(?:look(?:ing)? up|tell me|find out|send me|show me|give me|list of|number|phone|address|who)\b/u,
)

/** Whether the message tells of papers or insurance of somebody of one's own, and asks for no data. */
export const tellsOfStaff = (normalized: string): boolean =>
  PERSON.test(normalized) &&
  PAPERS.test(normalized) &&
  !STRANGER.test(normalized) &&
  !WANTS_TO_KNOW.test(normalized)

const OWES = anyOf(
  // They owe us.
  /欠(?:了|着)?(?:我们|我(?!们)|咱们?|阿拉)(?!的?(?:材料|手续|证))/u,
  // They do not pay what they owe.
  /(?:欠|拖)[^,，。]{0,6}(?:款|钱|账)[^,，。]{0,6}(?:不还|不给|不付)/u,
  // They do not pay.
  /不(?:还|付|给)(?:我们?)?(?:钱|款|货款)/u,
)

/** Whether the message tells of somebody who owes money, and asks for no data. */
export const tellsOfDebt = (normalized: string): boolean =>
  OWES.test(normalized) && !WANTS_TO_KNOW.test(normalized)
