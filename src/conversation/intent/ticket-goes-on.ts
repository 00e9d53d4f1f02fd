// What goes on about a ticket of one's own that has just been shown, or about the form that has just been
// offered, without naming it: 「就是加一句」, 「号码留了」. Looked up, it would find items at random.
import { ownTicketIn } from '../../retrieval/acts/own-ticket.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import { anyIn, anyOf, inOrder, without } from '../../retrieval/patterns.ts'

/** Whose it is, and of which kind. */
const MINE = anyOf(
  // What I handed in.
  /我(?:们)?(?:自己|本人)?(?:提|报|登记|反映|写|交)?的(?:那[个张件份条])?(?:单子?|诉求|工单)/u,
  // The ticket.
  /(?:诉求|工单|单子)(?:号|的事|那个|里)?/u,
  // Mine.
  /我(?:们)?自己的(?=$|[,，。!！?？\s啊呀])/u,
  // In English.
  /\bmy (?:own )?(?:ticket|request|case)\b/u,
)
/** Something is to be written into it. */
const ADDS = anyOf(
  // Something to be added.
  inOrder(
    /(?:再|还|就是|想|要|帮我|给我|麻烦)*(?:加|补|添|写|说)(?:上)?/u,
    /[一两几][句条点个段]|进去|上去|在里面|充(?!医疗|养老|耕地|保险|协议|申报)/u,
  ),
  // How to add it.
  /(?:怎么|哪里|在哪|如何|咋)(?:可以|能)?(?:补充|补|加(?!工|盟|油|入|班|装)|写|填)/u,
  // No place for it; pictures.
  /(?:里面|那里|这里)没(?:有)?地方(?:写|填|加|补)|(?:加|补|传|发)(?:[一两几]?[张个份])?(?:照片|图片?|截图|视频)/u,
)
/** It is to end. */
const ENDS =
  /撤(?:回|销|掉|了|单)|不用(?:办|管|处理)了|取消(?:掉|吧|了)?(?=$|[,，。!！?？\s吧啊呀])/u
/** Another matter's withdrawal or supplement. */
const OF_OTHERS = anyOf(
  // What is withdrawn or amended elsewhere.
  /(?:复议|诉讼|起诉|商标|专利|登记|备案|许可|处罚|公司|分公司|项目|合同|申报|行政)[^,，。]{0,6}(?:撤|补充|取消)/u,
  // The same, the other way about.
  /(?:撤|补充|取消)[^,，。]{0,4}(?:复议|诉讼|商标|专利|登记|备案|许可|处罚|公司|项目|合同|申报)/u,
)
const DENIED = /不是[^,，。\s]{1,8}(?=$|[,，。\s])/gu

/** Whether a message goes on with the ticket that has just been shown. */
export function ofTicketShown(normalized: string): boolean {
  const meant = normalized.replace(DENIED, ' ')
  if (ownTicketIn(meant) !== null || MINE.test(meant)) return true
  return (ADDS.test(meant) || ENDS.test(meant)) && !OF_OTHERS.test(meant)
}

/** Particulars that were given in words, and whether somebody will call. */
const LEFT_NUMBER = anyOf(
  // Something of mine was left.
  /(?:号码|电话|手机号?|名字|姓名|联系方式)(?:我)?(?:已经?|都|就|也)*(?:留|填|写|给|发|报)(?:了|好|过|给你)/u,
  // The same, the other way about.
  /(?:留|填|写|报)(?:了|好|过)(?:我的)?(?:号码|电话|手机号?|名字|联系方式)/u,
)
const CALLS_ME = inOrder(
  /(?:现在|马上|今天|立刻)?(?:能|会|可以|可不可以|能不能|会不会)(?:马上|现在|今天)?/u,
  /打(?:个)?(?:电话)?给我|联系我|回(?:个)?电话|来个?电话/u,
)
/** It is to be written for them, or once more. */
const WRITES_FOR_ME = anyOf(
  // You write it.
  /(?:你|侬)?(?:帮|替|给)(?:我|忙|阿拉)?(?:写|填|记(?!了))(?!申请|合同|材料|报告|答辩|方案|章程)/u,
  // I register it.
  /(?<![给帮替不别])我(?:来|就|要)?登记(?:吧|了)?(?=$|[,，。!！\s])/u,
  // Once more.
  inOrder(
    /(?:重新|再)(?:提|登记|写|交|报)(?:一)?(?:个|件|份|次)/u,
    /(?=$|[,，。!！?？\s]|诉求|投诉|举报|求助|单|工单|吧|行|可以|上去|新的|别的|给)/u,
  ),
  // Two in one.
  /(?:两|几)(?:个|件)(?:合|并)(?:在)?(?:一起|一个)/u,
)

/** 「岱山窗口的」: whom it is about, and nothing else. */
const WHICH_OFFICE =
  /^(?:就是|是|在|我们?|那){0,2}(?:舟山|定海|普陀|岱山|嵊泗|新城|临城|六横|衢山|金塘)(?:市|区|县)?(?:那[边里]|这[边里])?的?(?:\p{Script=Han}{0,4}(?:窗口|大厅|中心|局|所))?的?$/u

/** What may come to be asks for a rule, and what is not wanted for nothing. */
const SUPPOSES = /要是|如果|万一|不满意|(?:不要|不用|别)(?:你)?(?:再)?(?:给|帮|替)我/u

/** Whether a message goes on with the form that has just been offered. */
export const ofTicketOffered = (normalized: string): boolean =>
  !SUPPOSES.test(normalized) &&
  anyIn([LEFT_NUMBER, CALLS_ME, WRITES_FOR_ME, WHICH_OFFICE], normalized)

/** Whether it stands, and under which number: 「登上了没，号码报给我」. */
const REGISTERED =
  /(?:(?:登|记|报|提|交)(?:记|交)?(?:上|进|好)(?:去)?了?|(?:登记?|记)了)(?:没有?|吗|伐|么)(?=$|[,，。.!！?？\s])/u
const NUMBER_WANTED = /(?:单号|编号|号码?)(?:是)?(?:多少|(?:报|发|告诉|说)(?:给)?(?:我|一下)|给我)/u
/** A number of ours, and no other paper's. */
const OWN_NUMBER = /(?<![报关运提订收货])单号(?:是|到底|呢)?(?:多少|几|忘|没记|不记得)/u

/** Whether a message asks for the number of a request of one's own, whatever was talked of. */
export const asksForNumber = (normalized: string): boolean => OWN_NUMBER.test(normalized)

/** 「刚登的这个」 */
const JUST_FILED = /刚(?:才|刚)?(?:登记?|报|提|记|反映|投诉|举报|说)的[这那][个件张条]/u
/** When somebody will call, and whom the number is for: they go with it. */
const WHEN_CALLED =
  /(?:几时|什么时候|啥时候|何时|多久)[^,，。?？]{0,4}(?:联系|回复|答复|回|找|理|打给)(?:我|阿拉)?/u
const FOR_WHOM = /(?:我)?(?:要|好|得)?(?:跟|向|给|让)[^,，。?？]{1,4}(?:交代|讲|说|汇报|看|报)/u
/** Whether it came, and who has it. */
const WHOSE =
  /你们?收到(?:了)?(?:没有?|吗|伐)|(?:现在)?(?:归谁|谁|哪个|哪位)(?:在)?(?:管|办|处理|负责|跟)/u
/** What is said beside it is none of another matter's. */
const BESIDES_MAX = 2

const AFTER_IT = [REGISTERED, NUMBER_WANTED, JUST_FILED]

/** Whether a message asks after the request that was offered or handed in, and nothing else. */
export function afterTicketOffered(normalized: string): boolean {
  if (!anyIn(AFTER_IT, normalized)) return false
  const besides = ownSubject(without([...AFTER_IT, WHEN_CALLED, FOR_WHOM, WHOSE], normalized))
  return besides <= (anyIn([REGISTERED, NUMBER_WANTED], normalized) ? BESIDES_MAX : 0)
}
