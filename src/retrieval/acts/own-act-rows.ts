// What a requester may do to a ticket of their own, and how each of it is said.
import { anyOf, inOrder } from '../patterns.ts'
import { DONE, NOT_DONE, REFUSES_RESULT } from './verdicts.ts'

/** What a requester may do to a ticket of their own from the chat. */
export const OWN_TICKET_ACTS = [
  'list',
  'progress',
  'supplement',
  'withdraw',
  'urge',
  'confirm',
  'dissatisfied',
] as const
export type OwnTicketAct = (typeof OWN_TICKET_ACTS)[number]

export type OwnActRow = Readonly<{
  what: OwnTicketAct
  /** Found with all its places, so it carries the flag g. */
  pattern: RegExp
  /**
   * Which questions do it all the same: those that beg (「能帮我催一下吗」), those that ask leave as
   * well (「能撤回吗」, which is asked back before it is done), or all.
   */
  asked: 'never' | 'begging' | 'leave' | 'always'
  /** Clauses that have the words and do not mean them. */
  unless?: RegExp
}>

export const OWN_ACT_ROWS: readonly OwnActRow[] = [
  {
    what: 'withdraw',
    asked: 'leave',
    pattern: anyOf(
      // To take it back.
      /撤(?:回|掉|销|单|诉|下|了|吧)/gu,
      // It need not go on.
      /不(?:用|要|需要?|必|想)(?:再|你们|麻烦|继续)*(?:办|处理|管|弄|跟|查|解决|协调)(?:下去)?(?:了|吧|啦|$)/gu,
      // It is not to go on.
      /(?:不|别)(?:办|弄|搞|反映|投诉|追究)了/gu,
      // To have it cancelled.
      /取消|作废/gu,
      // To take back what was said.
      /当我没(?:说|提|报)/gu,
      // In English.
      /withdraw|\bcancel|call (?:it )?off|\bdrop (?:it|my|the)\b/gu,
    ),
    unless: /如果|要是|假如|万一|的话|除非|等.{0,8}(?:再|才)|\bif\b/u,
  },
  {
    what: 'dissatisfied',
    asked: 'begging',
    pattern: anyOf(
      // Not satisfied.
      /(?:不(?!是不)|没|未|谈不上|算不上|说不上|称不上|难以|无法|哪(?:里|来|能)).{0,4}满意/gu,
      /满意(?:才怪|个(?:鬼|屁|头)|不(?:了|起来))/gu,
      // Not accepted, whatever it is.
      anyOf(/不(?:认(?!识|为)|服|接受)/gu, REFUSES_RESULT),
      // Not solved.
      anyOf(/解决不了|白办|等于没/gu, NOT_DONE),
      // Do it again.
      /再(?:给|帮|替)(?:我们?|阿拉)?(?:办|处理|弄|查)一(?:次|遍)|打回重|重新?(?:给我|帮我|再)?(?:办|处理|派|打开)/gu,
      // In English: reopened.
      /re-?open/gu,
      // Not satisfied, not solved.
      inOrder(
        /(?:not|n['’]t|never)(?: been| really| yet| at all| be| get| very| quite){0,2} /gu,
        /satisf|happy|resolved|solved|fixed|settled/gu,
      ),
      // In one word.
      /unsatisf|dissatisf/gu,
      // Not solved.
      /unresolved|still (?:broken|the same|not|there)/gu,
    ),
    unless: /不接受(?:申请|材料|办理)/u,
  },
  {
    what: 'confirm',
    asked: 'never',
    pattern: anyOf(
      // It is solved.
      /确认(?:解决|办结|完成|没问题|无误)/gu,
      inOrder(anyOf(/落实/gu, DONE), /了(?!一半|一部分|部分|一点|一些|几|其中)/gu),
      // It can be closed.
      /可以(?:结|关|归档)|[结关]了吧|结(?:案|了|单|掉)|关掉/gu,
      // Satisfied, nothing more.
      /满意(?!度|率|的|为止)|没(?:什么|啥|有)?(?:问题|事)了/gu,
      // In English.
      /(?:resolved|solved|fixed|settled|sorted)\b|\bclose (?:it|this|that|my|the)\b/gu,
      /(?:^|\b(?:i|we) )confirm(?:ed)?\b|\b(?:i['’]?m|i am|we are|very|quite) (?:satisfied|happy)/gu,
    ),
    unless: anyOf(
      // On a condition.
      /如果|要是|假如|万一|的话|除非|等.{0,8}(?:再|才)|\b(?:if|once|until)\b/u,
      // What others say, or what is shown.
      /(?:显示|写着?|说|讲|通知|告诉|短信|状态|回复|标).{0,10}(?:解决|办结|结案|结了|办好|处理好|关)/u,
      /confirm (?:receipt|the|when|whether|that you)/u,
    ),
  },
  {
    what: 'supplement',
    asked: 'begging',
    pattern: anyOf(
      // To add something.
      /补(?:充|一?下|[一两几]句|个|交|传|几|给|上|点|发)|(?:加|说|讲)上?[一两几](?:句|条|点)/gu,
      // Something was left out or is wrong.
      /更正|漏(?:说|写|填|报|交|传)|漏了(?:一|个|几)|(?:写|填|打|报|输|留|传)错|改(?:一?下|个|成|为)/gu,
      // A paper comes with it.
      /附上|(?:照片|图片?|截图|附件|文件|视频|录音).{0,6}(?:传|发|补|交|给)/gu,
      // A number or an address is another.
      /(?:电话|手机|号码|联系人|地址).{0,4}(?:换|改|变)了|换(?:个|了)?(?:电话|号码|手机|联系人)/gu,
      // Something was forgotten.
      /忘(?:了|记)?(?:说|写|填|提|讲)/gu,
      // In English.
      /supplement|\badd (?:to|some|more|one|a|that)\b|\battach|typo/gu,
      /\b(?:correct|change|update) (?:the|my|our)\b|forgot to (?:mention|say|add|tell)|one more thing/gu,
    ),
  },
  {
    what: 'urge',
    asked: 'begging',
    pattern: anyOf(
      // To urge it, to make haste.
      /催(?!款|收|缴|债|化|芽)|加急|抓(?:紧|点紧)|赶(?:紧|快)|快(?:点|一点|些)|尽(?:快|早)|急死|等不及/gu,
      // In English.
      /\burg(?:e|ing|ent)\b|hurry|speed (?:it |this |things )?up|\basap\b|expedite|\bnudge\b|push (?:it|them|this)/gu,
    ),
  },
  {
    what: 'list',
    asked: 'always',
    pattern: anyOf(
      // Which are ours.
      /我们?(?:公司|厂|店|单位|企业)?(?:的|有|一共有?)?(?:哪些|哪几|几|多少|全部|所有).{0,5}(?:工单|诉求|单)/gu,
      // Ours, and how many.
      /我们?的(?:工单|诉求|单子?)$|有几个单/gu,
      // To list them.
      /列(?:出|一下|个|表|给|清)/gu,
      // All of them.
      /(?:提|报|登记|反映|提交)过?了?(?:哪些|哪几|几|多少)(?:个|件|条|张)|(?:所有|全部)的?(?:诉求|工单|单子)/gu,
      // In English.
      /\bmy (?:tickets|requests|cases)\b|(?:list|show|see) .{0,12}(?:tickets|requests|cases)/gu,
    ),
  },
  {
    what: 'progress',
    asked: 'always',
    pattern: anyOf(
      // How far it has come.
      /进度|进展|到哪|哪一步|怎么样了|咋样了/gu,
      // Whether there is an answer.
      /有(?:没有)?(?:结果|回复|回音|消息|动静|人接)|处理(?:的|得|到|好)|办(?:好|得|到|的)|回(?:话|复|信)/gu,
      // With whom it is.
      /在谁|谁(?:在|接)/gu,
      // By its number or its state.
      /登记上|编号|状态|待签收|查(?:一下|下|查|询|到)?/gu,
      // In English.
      /status|progress|update on/gu,
    ),
  },
]
