// A case that somebody has: the wish to be helped with it, how it is told, and whom it accuses.
import { anyOf, inOrder } from '../patterns.ts'
import type { ActRow } from './act-row.ts'

const WRONG = anyOf(
  // Refused, sent away.
  /refus|reject|ignor|den(?:y|ied)|turned (?:us |me )?down|sent (?:us|me) (?:back|away)/u,
  // Kept waiting.
  /kept |lost |delay|returned|without|rude|twice|no (?:reply|answer|reason)|n't |never/u,
)
const WANTS_TO_COMPLAIN = inOrder(
  /\b(?:i|we)(?: want|'d like| would like| wish| need) to /u,
  /complain|(?:file|lodge|make|submit|register|raise) an? (?:formal |official )?complaint/u,
  /\b/u,
)

export const COMPLAINT_ACTS = [
  {
    act: 'step_in',
    pattern: anyOf(
      // Somebody is to step in, or to fetch what is owed.
      /出面|帮(?:我|我们|忙|阿拉)?(?:去)?(?:要|讨|追)(?:一下|一要|回|债|钱)/u,
      // All are to be brought to one table.
      /牵头.{0,4}(?:谈|开会)|(?:开个|碰个|组织).{0,3}(?:碰头|协调)?会|叫到一起|坐下来(?:谈|商量)/u,
      // A word is to be put in with others.
      /跟.{1,10}(?:讲讲|说说|谈谈|沟通|通融)/u,
      // For us.
      inOrder(
        /(?:帮|替|麻烦|求|请|给).{0,12}/u,
        /协调|沟通|说说情|推动|想想办法|想办法|管管|管一管|解决|反映|对接|撑腰|做主|评评理/u,
      ),
      // By whom.
      /(?:政府|你们|中心|领导|街道|上面).{0,8}(?:出面|组织|协调|支援|管管|发发力)/u,
      // Somebody is begged to see to it.
      /求(?:你们|协调|帮|助|求)|管管|指定一家|叫(?:他们|供电|水厂|物业).{0,8}(?:来|测|修)/u,
    ),
  },
  {
    act: 'chase',
    pattern: anyOf(
      // It is to be asked after.
      /催(?:一催|一下|催|办|了(?!我|阿拉))|(?:帮|替|给).{0,8}(?:问问|问一问|问一下|查查|查一下|看看卡|追一下|跟一下)/u,
      // Where has it come to, has it been lost?
      /到底.{0,10}(?:卡|压|什么情况|怎么回事|要拖|在谁|还要多久)|(?:是不是|怕是).{0,4}(?:漏|弄丢|忘)/u,
      // Some word is wanted.
      /给(?:个|句)(?:说法|话|交代|准信)/u,
    ),
  },
  {
    act: 'late',
    pattern: anyOf(
      // So long, so many times, and still nothing.
      /(?:\d+|[一二两三四五六七八九十几半多好]+)(?:来|多)?个?(?:天|月|礼拜|周|星期|年|钟头|小时|趟|回|次).{0,10}(?:了|没|还|又)/u,
      // No word has come.
      /石沉大海|一直(?:没|在|不|显示)|没(?:人|有)?(?:理|管|回音|回复|消息|动静|结果|下文|到账|打过来)/u,
      // It is stuck or held back.
      /卡(?:在|着|住)|拖(?:了|着|到)|至今|到今天|迟迟|压(?:在|着)|干等|不给(?:并|放|办|退|开|批|盖)|扣着|又(?:退|打)回/u,
    ),
  },
  {
    act: 'fault',
    pattern: anyOf(
      // The page or the program does not work.
      /白屏|报错|登不(?:进|上)|进不去|崩了|死活|闪退/u,
      // It reports an error.
      /(?:显示|提示).{0,8}(?:错|失败|异常|不存在|无权|超时)|系统.{0,8}(?:问题|错|坏|故障|崩|不认)/u,
      // A button or an upload does nothing.
      /打不开|点不(?:动|了)|(?:传|提交|上传|保存)不(?:上|了|进)|跳回|转圈/u,
      // The code does not come.
      /验证码.{0,6}(?:收不到|没来)/u,
      // It is misprinted; at the beginning it was mistyped.
      /印错|(?<=[^,，。\s])(?<!打错了)打错了/u,
    ),
  },
  {
    act: 'accuse',
    pattern: anyOf(
      // It complains, of how one was treated or sent about.
      /投诉|反映|态度|推(?:诿|来推去|给)|踢皮球|刁难|故意|脸色|爱理不理|不耐烦/u,
      // That is unjust.
      /凭(?:什么|啥)|受不了|算谁的|不像话|误(?:我|了|工|事)|乱(?:收|罚|查|讲)|三天两头|吃拿卡要|不讲理|不公平|欺负|冤/u,
      // Something is forced on one.
      /逼(?:我|着)|硬要|摊派|双标|说话不算/u,
      // In English.
      /complain|unfair|rude|refused .{0,30}without/u,
    ),
  },
  {
    // A wrong that was done, and the wish to complain of it: no question how complaints are made.
    act: 'grieved',
    pattern: inOrder(WRONG, /.{0,160}/u, WANTS_TO_COMPLAIN),
    unless: /\b(?:how|what|where|which)\b|\?/u,
  },
  {
    act: 'urgent',
    pattern: anyOf(
      // At once.
      /马上|立刻|立马|赶紧|赶快|急(?:死|啊|用)/u,
      // It cannot wait.
      /等不(?:及|起)|明天一早|今天(?:就)?(?:是)?最后一天|火烧眉毛|十万火急/u,
      // In English.
      /urgent|right now|asap/u,
    ),
  },
  {
    act: 'tip_off',
    pattern: anyOf(
      // It reports, with evidence.
      /举报|线索|(?:有|拍了)(?:视频|照片|证据)|别说是我/u,
      // Something is done in secret or without a permit.
      /(?:偷偷|悄悄|半夜|夜里).{0,14}(?:排|倒|卸|运|烧|干|放|埋)|没(?:有)?(?:手续|证|许可|执照).{0,8}(?:卸|卖|开|干|跑|拉)/u,
      // Fraud.
      /冒充|以次充好|换(?:了)?(?:包装|标签)|骗(?:钱|人|老)|非法集资|围标|串标|假冒/u,
    ),
  },
  {
    act: 'suggest',
    pattern:
      /建议|提(?:个|点|一个|条)?(?:意见|想法)|能不能(?:出|多|加|改|别|不要|早)(?:个|点|放|开|设)?|别老|希望(?:你们|以后|能)|要是能/u,
  },
  {
    // Each office says that it is the other's.
    act: 'buck',
    pattern: anyOf(
      // One says this, the other that.
      /(?:说|讲)(?:是|归|要找|该).{1,12}[,，。].{1,14}(?:说|讲)(?:是|归|要找|该|不)/u,
      // Whose it is.
      /到底(?:谁|归谁|哪家|听谁)|互相推/u,
      // To and fro.
      /两头(?:推|踢|都)|打架|前后不一/u,
    ),
  },
  {
    act: 'reopen',
    pattern:
      /不(?:接受|认(?!识|得)账?|服)|没解决|重(?:新)?(?:给我)?办|换个人|办结|结案|结(?:掉|了)|回访|处理结果|答复/u,
  },
  {
    act: 'call_me',
    pattern: anyOf(
      // Somebody is to call or to come.
      /(?:叫|派|安排|让|找|来)(?:个|一个|位)?(?:人|同志|专员|懂的|师傅|技术|老师).{0,10}(?:电话|联系|讲|来|回|打|看)/u,
      // To call me.
      /(?:给我|跟我|打我).{0,4}(?:回|打)?.{0,2}电话/u,
      // A mobile number.
      /1\d{10}/u,
      // In English.
      /(?:real|live) person|human|talk to|call me/u,
    ),
  },
] as const satisfies readonly ActRow[]
