// Anger: abuse and threats, which are meant for us as a rule, and fury at whatever it may be.
import { anyIn, anyOf, inOrder, without } from '../patterns.ts'

// Words of anger that are also parts of ordinary ones (操作, 滚装, 建筑垃圾, 妈祖) count where they stand
// alone or are said of us.
const US = inOrder(
  /你们?|系统|机器人?|客服|助手|平台|网站|小舟|中心|服务|回答|答复|ai/u,
  /(?:们|这(?:个|帮|群)|都|就|还|全|真|太|也|简直|纯粹?|是|一(?:群|帮|堆)|些|什么|个|的)*/u,
)
const BAD = anyOf(
  // Worth nothing.
  /垃圾|废物|差劲|太?差(?!异|别|额|价|旅|不多|一)|太?烂|没(?:什么|啥)?用(?!过|完)/u,
  // Stupid, false, idle.
  /笨|蠢|傻|摆设|骗子|骗人的|废话|扯淡|吃干饭|一塌糊涂|过分/u,
)

const ABUSE: readonly RegExp[] = [
  anyOf(
    // Oaths.
    /他妈的|(?:我|你们?|真|太|这|都|怎么|什么)他妈(?!妈|祖)/u,
    /(?:^|[,，。.!！?？\s])(?:妈的|操|滚(?:蛋|开|远点)?)(?=$|[,，。.!！?？\s])/u,
    // Their short forms.
    /(?<![a-z])tmd(?![a-z])|卧槽|我操(?!作)|操(?:蛋|你)/u,
    // Names for fools.
    /傻(?:逼|b)|狗屁|放屁|王八蛋|混蛋/u,
    // Out of one's mind.
    /脑子(?:有病|进水|坏|不好使)|神经病(?:吧|啊|$|[!！])|有(?:毛)?病吧/u,
    // Curses.
    /吃干饭|(?:有|顶)(?:个|什么|啥)?(?:屁|鸟|毛线)用|去死吧|人工智障|岂有此理|欺人太甚/u,
  ),
  anyOf(
    // Oaths.
    /\bfuck|\b(?:bull)?shit\b|\bwtf\b|\bidiots?\b/u,
    // How bad a thing it is.
    /you .{0,24}(?:useless|stupid|garbage|a joke)/u,
    /(?:useless|stupid|damn) (?:bot|robot|system|machine|website|service|app|thing)|what a (?:joke|mess)/u,
  ),
  // A verdict on us.
  inOrder(US, BAD),
  inOrder(
    /(?:^|[,，。.!！?？\s])(?:真|太|就|都|全|是|一群|一帮|一堆|什么)*/u,
    /垃圾|废物|差劲|骗子|废话/u,
    /(?=$|[,，。.!！~\s了啊呀吧]|系统|机器|客服|助手|平台|玩意|东西|网站|连篇)/u,
  ),
  anyOf(
    // What a thing is that.
    /什么(?:破(?!产|损|坏|碎|拆|冰)|烂(?!尾)|狗屁|(?:鬼|垃圾)(?:系统|东西|玩意|机器|网站|平台|服务|客服))/u,
    // What a thing this is.
    /(?:这|你们)(?:个|种)?破(?:系统|网站|机器|平台|软件|助手|客服|东西|服务|玩意)/u,
    // What manners.
    /什么玩意|什么态度/u,
    // How bad.
    /(?:太|真)差劲|(?:^|[,，。.!！\s]|你们?|真是)没用的东西|(?:服务|态度|效率|水平|体验).{0,3}太差/u,
    // How stupid.
    /(?:怎么|咋|为什么)(?:就|都)?这么(?:笨|蠢|傻|烂|难用|垃圾|没用|差劲)/u,
  ),
  anyOf(
    // Taking one for a fool.
    /敷衍(?:谁|人|我|了事|老百姓)|糊弄(?:谁|人|我|鬼|老百姓)|忽悠(?:谁|人|我|鬼)|耍(?:我|人|猴)/u,
    // Saying nothing.
    /(?:说|讲|问)了?(?:等于|也是|跟)(?:没说|没讲|没问|白)|全是废话/u,
    // Are you able to.
    /你们?(?:到底|究竟)?(?:行不行|还行不行|有没有用|是不是傻|好意思|对得起|有没有良心|是?干什么吃|搞什么鬼)/u,
  ),
  anyOf(
    // A threat.
    /(?:再|还)(?:要)?拖[^,，。]{0,6}(?:我|我们)就(?:去|要|找|告|投诉|举报|曝光)|再不.{1,12}(?:我|我们)?就(?:去|要|给你|发|上|找|告|投诉|举报|曝光)|(?:就|要|去|给你们?).{0,8}曝光/u,
    // A complaint about the assistant itself.
    /投诉你们?(?:这个?)?(?:助手|机器人|系统|平台|客服|小舟)/u,
  ),
]

const FURY: readonly RegExp[] = [
  anyOf(
    // Out of patience.
    /气死|气炸|烦死|烦透|受够|受不了你们|忍无可忍|忍不(?:了|下去)/u,
    // How angry one is.
    /气人(?=$|[,，。.!！~\s])|抓狂|窝火/u,
    // By the word for it.
    /(?:我|好|很|真|太|非常|实在|都)(?:是)?(?:生气|恼火|气愤|愤怒|火大|来气)/u,
    // Driven mad.
    /(?:我|人|心态)(?:真的|都|快|要)*(?:崩溃|疯了)|被你们?.{0,3}疯/u,
    // That it never ends.
    /有完没完|没完没了/u,
  ),
  /(?:am|so|very|really|getting) (?:angry|furious|frustrated)|fed up|sick of/u,
]

/** Whether the message abuses or threatens: us, as a rule. */
export const isAbusive = (normalized: string): boolean => anyIn(ABUSE, normalized)

/** Whether the message is angry, at us or at something else. */
export const isUpset = (normalized: string): boolean =>
  isAbusive(normalized) || anyIn(FURY, normalized)

/** What the message says beside the words of anger. */
export const withoutAnger = (normalized: string): string => without([...ABUSE, ...FURY], normalized)
