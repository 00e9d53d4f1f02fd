// Cues for the same parts where they are not named: one of two offices, this way or that, who pays.
import { type FieldCue, IS_WHOSE } from './field-cue.ts'
import { anyOf, inOrder } from './patterns.ts'

/** Bodies and places, one of which it may be. */
const BODY = anyOf(
  /省|市|县|区|局|厅|部|委|海关|海事|渔业|医保|社保|税务|人社|住建|交通|公安|公管|银行|集团/u,
  /派出所|分局|中心|那边|这边|你们这里|外办|经信|发改|科技|商务|消防|应急|环保|水利|水厂|电力/u,
)
const OTHER_BODY = anyOf(
  /省|市|县|区|局|厅|部|委|海关|海事|渔业|医保|社保|税务|人社|住建|交通|公安|银行|派出所|分局/u,
  /这边|那边|回|宁波|杭州|舟山|外办|经信|发改|科技|商务|消防|应急|环保|水利|水厂|哪里管|往上|逐级/u,
)

export const UNNAMED_CUES: readonly FieldCue[] = [
  // Which of two bodies or places: whose it is. Which of two ways in: the channel.
  {
    field: 'department',
    weight: 5.5,
    pattern: inOrder(BODY, /.{0,14}还是.{0,18}/u, OTHER_BODY),
  },
  {
    field: 'department',
    weight: 5,
    pattern: anyOf(
      // May this office do it.
      inOrder(
        /(?:局|人社|海关|省里|市里|县里|区里|岱山|嵊泗|定海|普陀|舟山|本地|六横|衢山|北京).{0,8}/u,
        /(?:能|可以|有权|就能|给)(?:收件|收|发|批|办|登|立|审|定)/u,
      ),
      // Where it is sent.
      /往哪(?:家|边)?(?:送|报|递)|送哪(?:里|儿|家)?审|先找(?:的是)?哪/u,
      // Who does it, who issues it.
      /(?:是|算)谁的|谁(?:在|来)?(?:承办|给出|往|登|立|出具|盖章)|(?:证|证明|报告|批文|意见|函)谁(?:来)?出|哪家说了/u,
      // To which of two, at which level.
      /(?:递|交)给.{0,8}还是|最后.{0,4}(?:定|核|批)|哪级|几级/u,
    ),
    unless: IS_WHOSE,
  },
  {
    field: 'channel',
    weight: 5.5,
    pattern: anyOf(
      // This way or that way.
      /(?:网上|网银|手机|线上|app|网点|窗口|柜台|现场|跑).{0,14}还是|还是.{0,6}(?:网上|线上|跑|柜台|窗口|现场|网点)/u,
      // At what place on the net.
      /(?:全程|直接)?(?:能|可以)?在.{0,8}(?:上|里)(?:递|办|报|点|交)(?:吗|么|不|伐)|哪个模块|(?:哪|啥|别的)(?:个)?口子(?:交|递|进)/u,
      // From where.
      /从(?:什么|啥|哪)(?:途径|渠道)|从哪(?:儿|里)(?:要|点|进|报)|(?:在)?哪里?看(?:得到|到|全)|在哪(?:报|领|填|点|投|递)/u,
      // Is there one place for it, must one come.
      /有没有(?:一个|统一的?)(?:入口|地方)|不用去.{0,8}(?:中心|大厅)|只能(?:跑|去)|打到.{0,6}还是/u,
    ),
  },
  {
    field: 'fee',
    weight: 5.5,
    pattern: anyOf(
      // Is it charged.
      /要付钱|收.{0,6}(?:费|钱)(?:吗|么|不|伐|呢|$)|交不交(?:费|钱)|几钿|花不花(?:钱|铜钿)|要买票|贴不贴|(?:出|付)一截|算(?:不算)?钱/u,
      // How it is charged.
      /(?:(?<![经缴欠消])费|租金|利息|(?<![评造报])价).{0,8}(?:怎么|咋|如何|按(?:什么|啥))(?!退|弄|取|领|拨|恢复|转|办|提|交|缴|罚|处罚)/u,
      // Prices and rents.
      /电价|租金是/u,
      // What is charged for.
      /要交.{0,8}(?:费|金|钱)(?:吗|么|不|伐)|抽(?:不抽)?(?:点|成)|两笔钱/u,
      // How much it is.
      /费(?:是|要|一共|大概)?多少(?!天|时间)|我(?:就|只)?问(?:的是)?钱|要收多少|(?:预|先)交(?:一笔)?钱/u,
      // Who pays.
      /费.{0,4}(?:谁|啥人)(?:来)?(?:出|付|掏)|金.{0,3}(?:怎么|咋|如何)(?:计?算|收)|(?:交|缴|付|掏)(?:哪些|什么|啥)(?:费|钱|税)/u,
      // In English.
      /how much/u,
    ),
  },
  {
    field: 'time_limit',
    weight: 5,
    pattern: anyOf(
      // On the spot.
      /当(?:场|天)(?:就)?(?:能|可以)?(?:补|出|拿|开|办|取|领)得?/u,
      // For how many years, how many days.
      /(?:抵|挂|享)(?:受)?几年|天数|死期/u,
      // In time or too late.
      /(?:满|交满)(?:多|几)|赶(?:得上|不上|得及)|来得及|太早|才不管|才退休|等(?:这么|那么|多)(?:久|长)|要搞几/u,
      // In English.
      /by (?:which|what) (?:month|date|day)/u,
      // Before or after.
      /投产前.{0,10}还是/u,
    ),
  },
  {
    field: 'result',
    weight: 5.5,
    pattern: anyOf(
      // What it is good for.
      /管用(?:不|吗|伐)|强制力|有没有(?:章|效力)/u,
      // What stands on it.
      /(?:写|列|印)(?:些|着|明|的是)?(?:什么|啥|哪些)(?:内容)?(?:$|[,，])|上(?:都|面)?(?:列|写)|实惠/u,
      // Only paper.
      /(?:有|是)(?:啥|什么|哪些)好处|断下来|光一块牌子|认不认|废纸|一纸/u,
      // What is handed out.
      /(?:发|给)(?:个|张)?(?:证书?|牌子).{0,4}还是|开出来.{0,3}(?:一份|几份|两份)|只有个/u,
      // In one, or not at all.
      /(?:批|核准|评|办)下来(?:给|发|拿|是)|一道给|合并算|发不发(?:证|牌)/u,
    ),
  },
  {
    field: 'materials',
    weight: 5,
    pattern: anyOf(
      // What is to be got ready.
      /(?:要|去|申请)?备(?:啥|点啥|哪些)|要备的|(?:收|凑|备)齐(?:什么|啥|哪些)/u,
      // What is to be handed in.
      /要交的(?:东西|资料)|(?:资料|材料).{0,6}(?:只交|几套)|里头要有(?:啥|什么)|出示(?:什么|啥)|(?:递|报|交)上?去?(?:哪几样|哪些|啥)/u,
      // How many, how it is written.
      /要几(?:面|份|张)|写啥方案|就够了?[,，]?还是|附(?:点|些|几)?(?:啥|什么|哪|张)|列一(?:列|下)/u,
      // Is that all.
      /之外(?:还|另外|再)?(?:交|要|备)|光这些够/u,
    ),
  },
  {
    field: 'legal_basis',
    weight: 6,
    pattern: anyOf(
      // Which rule.
      /哪(?:个|号|份|部|道)(?:令|办法|法|条例|规章|公告|文)|依据的是/u,
      // According to which.
      /按(?:的是)?哪(?:个|部|条|份|项)?(?:法|规定|办法|文|条|令)|法定依据/u,
    ),
  },
  // Whose it is, said without the word.
  {
    field: 'department',
    weight: 5,
    pattern: anyOf(
      // Whose business.
      /口还是.{1,6}口|在管|归.{1,6}(?:发|管|批|审|看|收)/u,
      // Who looks at it, who decides.
      /谁来?(?:评|看|指点|指导|推荐)|(?:直接)?就能定|哪家审|找哪儿评/u,
      // May this office do it.
      /(?:区|市|县|省|所)里?(?:能|可以?)(?:收|批|办|定)|(?:也|都)是去那里/u,
    ),
  },
]
