// The wish for a human being, and that none is wanted.
import { anyIn, anyOf, inOrder } from '../patterns.ts'

// Where the wish ends: another noun behind it makes it another matter (人工鱼礁, 客服外包).
const PAUSE = '$|[,，。.!！?？;；:：、~…\\s]|[吧呀啊哈哦呢吗嘛么伐了]|在(?:吗|么|不|伐|线)'
const ENDS = `(?=${PAUSE}|[来接帮处解回跟和联讲说问谈行])`
/**
 * 「不要转人工」「我不要人工」「没叫客服」 are no wish. A bare 不 denies only what the person does:
 * 「怎么不转人工」「还不给我转人工」 ask for one.
 */
const DENIAL = `(?:${
  anyOf(
    /(?:不(?:要|用|想|许|准|必|需要?)|别|勿要?|莫|甭)(?:再|给|帮|替)?(?:我|我们|阿拉)?/u,
    /(?<=^|[,，。.!！?？\s]|我|我们|阿拉|先|就|才|又)(?:不|不是(?:想|要)?)/u,
    /没(?=要|叫)/u,
  ).source
})`
const TO_PERSON = `(?:转|要|找|叫|接|来|换|给|请|有)(?:我|我们|到|一下|你们)*(?:一?个|位)?(?:人工|真人|活人|客服)`
const DESK = '(?:客服|服务|坐席|座席|热线|台)?'

const DENIES_PERSON = anyOf(
  new RegExp(`${DENIAL}${TO_PERSON}`, 'u'),
  new RegExp(`(?<!需)不(?:需要|用|必)(?:你们的?)?(?:人工|真人|客服)${DESK}${ENDS}`, 'u'),
)

// In English, of whoever wants none: not of whoever misses one (“no person answers?”).
const NO_PERSON = /(?:persons?|people|humans?|agents?|staff|operators?)(?: beings?)?/gu
const DENIES_PERSON_IN_ENGLISH = anyOf(
  // “No agent please.”
  inOrder(
    /(?:^|[,.!;]\s*|\bbut )(?:please |pls |ok |sorry )*/gu,
    /(?:no|not|without)(?: an?| any| real| live| the)* /gu,
    NO_PERSON,
    /(?=\s*(?:$|[,.!;]|please\b|pls\b|needed\b|necessary\b|i just\b|just\b))/gu,
  ),
  // “I don't want to be connected to an agent.”
  inOrder(
    /\b(?:do not|don['’]?t) (?:want|need|transfer|connect|put|give|call)[^,.!?;]{0,30}\b/gu,
    NO_PERSON,
    /\b/gu,
  ),
)
const ONLY_ASKS =
  /\b(?:i |we )?(?:just|only) (?:want to |wanna |need to |have to )?(?:ask|asking|a question|question)\b(?: you)?/gu

const PERSON: readonly RegExp[] = [
  // To be put through.
  new RegExp(`(?<!${DENIAL})${TO_PERSON}${DESK}${ENDS}`, 'u'),
  new RegExp(`(?:(?<!不)需要|可以|直接|马上)(?:人工|真人)${DESK}${ENDS}`, 'u'),
  new RegExp(`^(?:人工|真人|客服)+${DESK}(?=${PAUSE})|[,，。.!！?？\\s](?:人工|真人)${DESK}$`, 'u'),
  /别跟我(?:机器人|绕)|不(?:要|想)(?:再)?(?:跟|和|同)(?:你(?:个|这个)?)?机器人|不(?:要|想)机器人/u,
  /^(?:a |the )?(?:staff|human|person|operator)(?: please)?[.!]*$/u,
  /(?:real|human|live) (?:person|agent|being|staff)|(?:speak|talk) (?:to|with) (?:a |some)?(?:human|person|someone|agent|staff)/u,
  // Somebody of an office, or who knows the matter.
  inOrder(
    /(?:给|帮|替)(?:我们?|阿拉)(?:找|叫|派|换|安排)(?:一?个|一?位)?/u,
    /[^,，。\s]{1,10}的?(?:人|同志|师傅|专员|工作人员)/u,
    /(?=$|[,，。.!！?？~\s来跟和吧])/u,
  ),
  /(?:找|叫|换|派)(?:一?个|一?位)(?:懂|管|办)[^,，。\s]{1,8}的(?:人)?(?=$|[,，。.!！?？~\s来跟和吧给])/u,
  // To be called.
  inOrder(
    /(?:让|(?<!申)请(?!问|了|过)|叫|安排|派(?!来))个?[^,，。\s]{0,10}/u,
    /(?:回|打)(?:个|我)?电话?/u,
    // And not about a call.
    /(?!话|的|(?:通知|问|找|给|联系)?(?:谁|哪|什么|多少))/u,
  ),
  /登个?记(?:一下)?[,，\s]*(?:(?:让|叫|请)人)?(?:给|跟)?我?(?:打个?电话|回个?电话?|联系)(?:给)?我/u,
  /^(?:我的?)?(?:手机|电话)?(?:号码?)?[是:：\s]*(?:\+?86[-\s]?)?(?:1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-\s]?\d{7,8})[。.!！~\s]*$/u,
  /call me (?:back|at|on)/u,
  // To call, or to be helped without typing.
  inOrder(
    /(?:客服|人工|你们|(?<!服务|行政|政务|审批)中心|专员|工作人员|^服务)(?:这里|那里|这边)?/u,
    /的?(?:联系|服务|咨询)?(?:电话|热线)(?:号码?)?/u,
    /(?:是|打)?(?:多少|几号|哪个|有(?:吗|伐|没有)|告诉我|给我|发我|[?？]|$)/u,
  ),
  anyOf(
    inOrder(
      /(?:给|留|发)(?:我|个|我?一个)(?:你们的?)?(?:联系|客服|人工)?电话(?:号码?)?/u,
      /(?:给我)?(?:吧|呀|好吗|好伐|行吗)?[。!！?？~]*$/u,
    ),
    /^(?:联系)?电话(?:号码?)?(?:给|发|报)(?:我|一下)一?个?/u,
  ),
  inOrder(
    // A person, a telephone, what to do.
    /^(?=.*(?:[找叫让派来]个?人|电话|怎么办|咋办|帮我(?:登|填|写)|语音|口头)).*/u,
    // Typing is hard.
    anyOf(
      /不(?:太|怎么)?会打字/u,
      /打字.{0,3}(?:不会|不来|不动|不方便|慢|吃力|费劲)/u,
      /字(?:都|也)?(?:打不来|不会打|打不了|打不动)/u,
    ),
  ),
  /(?:can'?t|cannot|hard to) type|(?:what(?:'s| is)|give me|have) (?:you|the|a|an)r? ?(?:phone|telephone|hotline)(?: number)?/u,
]

/** Whether the person asks for a human being: to be put through, to be called, or whom to call. */
export const wantsPerson = (normalized: string): boolean =>
  anyIn(PERSON, normalized.replace(DENIES_PERSON_IN_ENGLISH, ' '))

/** Whether the message says that no person is wanted, and nothing in it that one is. */
export const deniesPerson = (normalized: string): boolean =>
  (DENIES_PERSON.test(normalized) || normalized.search(DENIES_PERSON_IN_ENGLISH) !== -1) &&
  !wantsPerson(normalized)

/** 「开它的人呢」 asks about somebody, 「你们的人呢」 for one of ours. */
const ANOTHER_PERSON = /(?<!你|们|客服|中心)的(?:人|师傅|工人|员工)呢[?？]?$/u

/** Whether the message goes on about somebody who has to do with the matter. */
export const isAnotherPerson = (normalized: string): boolean => ANOTHER_PERSON.test(normalized)

/** What is said beside that no person is wanted. */
export const beyondDenial = (normalized: string): string =>
  normalized
    .replace(DENIES_PERSON, ' ')
    .replace(DENIES_PERSON_IN_ENGLISH, ' ')
    .replace(ONLY_ASKS, ' ')
