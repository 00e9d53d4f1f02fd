// What a message does besides asking: it begs, chases, accuses, offers, hints. Each act is a row; the
// route model sees the acts as features beside the words and learns what they are worth together.
import { scoreFields } from './field-cues.ts'
import { dangerIn, isUpset, ownTicketIn, refusalIn, smalltalkIn, wantsPerson } from './signals.ts'

const ACTS: readonly Readonly<{ act: string; pattern: RegExp }>[] = [
  {
    act: 'step_in',
    pattern:
      /出面|帮(?:我|我们|忙|阿拉)?(?:去)?(?:要|讨|追)(?:一下|一要|回|债|钱)|牵头.{0,4}(?:谈|开会)|(?:开个|碰个|组织).{0,3}(?:碰头|协调)?会|叫到一起|坐下来(?:谈|商量)|跟.{1,10}(?:讲讲|说说|谈谈|沟通|通融)|(?:帮|替|麻烦|求|请|给).{0,12}(?:协调|沟通|说说情|推动|想想办法|想办法|管管|管一管|解决|反映|对接|撑腰|做主|评评理)|(?:政府|你们|中心|领导|街道|上面).{0,8}(?:出面|组织|协调|支援|管管|发发力)|求(?:你们|协调|帮|助|求)|管管|指定一家|叫(?:他们|供电|水厂|物业).{0,8}(?:来|测|修)/u,
  },
  {
    act: 'chase',
    pattern:
      /催(?:一催|一下|催|办|了)|(?:帮|替|给).{0,8}(?:问问|问一问|问一下|查查|查一下|看看卡|追一下|跟一下)|到底.{0,10}(?:卡|压|什么情况|怎么回事|要拖|在谁|还要多久)|(?:是不是|怕是).{0,4}(?:漏|弄丢|忘)|给(?:个|句)(?:说法|话|交代|准信)/u,
  },
  {
    act: 'late',
    pattern:
      /(?:\d+|[一二两三四五六七八九十几半多好]+)(?:来|多)?个?(?:天|月|礼拜|周|星期|年|钟头|小时|趟|回|次).{0,10}(?:了|没|还|又)|石沉大海|一直(?:没|在|不|显示)|没(?:人|有)?(?:理|管|回音|回复|消息|动静|结果|下文|到账|打过来)|卡(?:在|着|住)|拖(?:了|着|到)|至今|到今天|迟迟|压(?:在|着)|干等|不给(?:并|放|办|退|开|批|盖)|扣着|又(?:退|打)回/u,
  },
  {
    act: 'fault',
    pattern:
      /白屏|报错|登不(?:进|上)|进不去|崩了|死活|闪退|(?:显示|提示).{0,8}(?:错|失败|异常|不存在|无权|超时)|系统.{0,8}(?:问题|错|坏|故障|崩|不认)|打不开|点不(?:动|了)|(?:传|提交|上传|保存)不(?:上|了|进)|跳回|转圈|验证码.{0,6}(?:收不到|没来)|印错|打错了/u,
  },
  {
    act: 'accuse',
    pattern:
      /投诉|反映|态度|推(?:诿|来推去|给)|踢皮球|刁难|故意|脸色|爱理不理|不耐烦|凭(?:什么|啥)|受不了|算谁的|不像话|误(?:我|了|工|事)|乱(?:收|罚|查|讲)|三天两头|吃拿卡要|不讲理|不公平|欺负|冤|逼(?:我|着)|硬要|摊派|双标|说话不算|complain|unfair|rude|refused .{0,30}without/u,
  },
  {
    act: 'urgent',
    pattern:
      /马上|立刻|立马|赶紧|赶快|急(?:死|啊|用)|等不(?:及|起)|明天一早|今天(?:就)?(?:是)?最后一天|火烧眉毛|十万火急|urgent|right now|asap/u,
  },
  {
    act: 'tip_off',
    pattern:
      /举报|线索|(?:有|拍了)(?:视频|照片|证据)|别说是我|(?:偷偷|悄悄|半夜|夜里).{0,14}(?:排|倒|卸|运|烧|干)|没(?:有)?(?:手续|证|许可|执照).{0,8}(?:卸|卖|开|干|跑|拉)|冒充|以次充好|换(?:了)?(?:包装|标签)|骗(?:钱|人|老)|非法集资|围标|串标|假冒/u,
  },
  {
    act: 'suggest',
    pattern:
      /建议|提(?:个|点|一个|条)?(?:意见|想法)|能不能(?:出|多|加|改|别|不要|早)(?:个|点|放|开|设)?|别老|希望(?:你们|以后|能)|要是能/u,
  },
  {
    act: 'buck',
    pattern:
      /(?:说|讲)(?:是|归|要找|该).{1,12}[,，。].{1,14}(?:说|讲)(?:是|归|要找|该|不)|到底(?:谁|归谁|哪家|听谁)|互相推|两头(?:推|踢|都)|打架|前后不一/u,
  },
  {
    act: 'reopen',
    pattern:
      /不(?:接受|认账?|认可|服)|没解决|重(?:新)?(?:给我)?办|换个人|办结|结案|结(?:掉|了)|回访|处理结果|答复/u,
  },
  {
    act: 'call_me',
    pattern:
      /(?:叫|派|安排|让|找|来)(?:个|一个|位)?(?:人|同志|专员|懂的|师傅|技术|老师).{0,10}(?:电话|联系|讲|来|回|打|看)|(?:给我|跟我|打我).{0,4}(?:回|打)?.{0,2}电话|1\d{10}|(?:real|live) person|human|talk to|call me/u,
  },
  {
    act: 'promise',
    pattern:
      /保证|打包票|包(?:过|你|我|批|拿|成)|一定(?:能|会|下得来|过|批|让)|准话|百分之?百|肯定(?:能|会|的|批|过)|拍胸脯|说好了|出了(?:问题|事).{0,4}(?:找你|你负责)|写(?:个|张)?(?:保证|承诺)/u,
  },
  {
    act: 'inside',
    pattern:
      /透(?:个|点|露|漏)?(?:底|风|口风|消息)|提前(?:知会|通知|告诉|讲|说|打)|先(?:跟我|给我|告诉|偷偷)|(?:专家|评委|评审).{0,8}(?:哪几|是谁|名单|几位|认识|牵|线|电话|都有谁)|几分才过|标底|底价|报了多少价|没公布|名单.{0,6}(?:发我|看看)|哪天来(?:查)?/u,
  },
  {
    act: 'forge',
    pattern:
      /假(?:的|社保|合同|章|证|发票|流水|报告)|编(?:一份|个|几份|点)|伪造|倒签|(?:改|润色|调|做)(?:一下|成).{0,8}(?:日期|数据|达标|合格)|看着像真|混过|蒙混|糊弄|凑(?:个|几|人|够).{0,4}(?:社保|人头|数)|挂(?:个|几)?.{0,4}(?:社保|名)|虚(?:开|报|假)|套(?:补贴|钱|现)|代开/u,
  },
  {
    act: 'bribe',
    pattern:
      /请.{0,10}(?:吃饭|吃个饭|喝茶|坐坐|喝酒)|土特产|好处费|(?:给|拿|送)(?:你|您|他|点).{0,4}好处|红包|打点|意思意思|费用好商量|少不了|熟人|(?:托|找|走|靠)(?:个|点)?关系|打(?:个|声)?招呼|(?:评委|专家|领导|科长|局长|处长|主任|熟人).{0,14}(?:牵|搭).{0,3}线|(?:牵|搭).{0,3}(?:评委|专家|领导|科长).{0,6}线|后门|松一松|通融|睁.{0,3}闭/u,
  },
  {
    act: 'others',
    pattern:
      /(?:他|她|他们|那家|隔壁|人家|别家|对手|举报人|同行|前东家).{0,14}(?:电话|地址|身份证|材料|问了|报了多少|交了多少|是谁|信息|社保|欠税|流水)|谁(?:举报|告|投诉)(?:的)?(?:我|我们)/u,
  },
  {
    act: 'private',
    pattern:
      /老婆|老公|小孩|孩子|儿子|女儿|爸|妈|外婆|爷爷|奶奶|孙子|离婚|结婚|驾照|驾驶证|身份证|(?<!企业人员普通)护照|狗|猫|学区|上学|幼儿园|公务员|退休金|炒股|套餐|退房|网购|淘宝|拼多多|楼上|邻居|小区|物业费|旅游|游客|自己家|私家车|户口/u,
  },
  {
    act: 'consumer',
    pattern:
      /商家|店家|不退(?:钱|款|房|货|押金)?|宰|退(?:货|款)|假货|质量差|客服|买(?:了|的).{0,12}(?:坏|假|过期|开胶|烂)/u,
  },
  {
    act: 'elsewhere',
    pattern:
      /(?:上海|杭州|宁波|北仑|苏州|温州|台州|嘉兴|湖州|绍兴|金华|义乌|丽水|衢州|南京|北京|深圳|广州|海南|福建|厦门|青岛|大连|天津|江苏|山东|广东|安徽|成都|重庆|武汉|香港|临港|外省|省外|老家)(?:市|省|那边|那里|自贸港|自贸区|当地)?(?:的|那|办|申|开|有|能|怎么|咋|给|贴|发|补|哪)/u,
  },
  {
    act: 'nice',
    pattern:
      /谢|辛苦|哈哈|嘿嘿|点赞|厉害|可以的嘛|收到|测试|真好|不错|聪明|笨|无聊|天气|台风天|吃饭了|再见|晚安/u,
  },
  {
    act: 'filed',
    pattern:
      /(?:报|交|递|提交|申请|送|传|寄)(?:上去|进去|过去|完|了|好|过).{0,12}(?:了|没|还|到)|(?:受理|公示|批|审|开庭|评审|验收|查勘)(?:都|已经|也)?(?:过|了|完)/u,
  },
]

/** How many times an act stands beside the words: their features are many, the acts few. */
const TIMES = 6

/** All acts that the normalised text shows. */
export function actsIn(normalized: string): readonly string[] {
  const acts = ACTS.filter(({ pattern }) => pattern.test(normalized)).map(({ act }) => act)
  const own = ownTicketIn(normalized)
  const refusal = refusalIn(normalized)
  const small = smalltalkIn(normalized)
  if (own !== null) acts.push(`own_${own.act}`)
  if (refusal !== null) acts.push(`refusal_${refusal}`)
  if (small !== null) acts.push(`small_${small}`)
  if (dangerIn(normalized) !== null) acts.push('danger')
  if (wantsPerson(normalized)) acts.push('person')
  if (isUpset(normalized)) acts.push('upset')
  acts.push(asksFor(normalized) ? ASKS : 'asks_nothing')
  return acts
}

/** The acts as tokens of the route model. */
export const actTokens = (normalized: string): string[] =>
  actsIn(normalized).flatMap((act) => Array.from({ length: TIMES }, () => `s${act}`))

/** The act of asking for a part of a record: how long, how much, where, may I. */
export const ASKS = 'asks'
const ASKS_MIN = 2.5

function asksFor(normalized: string): boolean {
  const [field] = scoreFields(normalized)
  return field !== undefined && field.score >= ASKS_MIN
}
