// Surface cues of what a message wants, as yes/no features beside the classifier. None decides
// alone; each is a row of a table.
import { dangerIn, isUpset, ownTicketIn, refusalIn, smalltalkIn, wantsPerson } from './signals.ts'

export type Cue = Readonly<{ name: string; pattern: RegExp }>

/** Patterns over the normalised text (lower case, half-width, simplified). */
export const CUES: readonly Cue[] = [
  {
    name: 'asks',
    pattern:
      /[?？]|[吗呢伐不](?:[\s,。!]|$)|怎么|咋|如何|啥|什么|哪|多少|几[天日个工]|how|what|where|which/u,
  },
  {
    name: 'asks_field',
    pattern:
      /材料|条件|流程|多久|几天|时限|费用|收费|要钱|哪里办|哪个部门|依据|资格|要求|步骤|手续/u,
  },
  { name: 'shouts', pattern: /[!！]/u },
  {
    name: 'complains',
    pattern: /投诉|举报|反映|态度|踢皮球|推诿|刁难|乱收费|说法|不公|黑幕|猫腻|欺负|凭什么|讨个/u,
  },
  {
    name: 'waits',
    pattern:
      /一直|至今|到现在|到今天|还没|还是没|迟迟|拖了|卡在|没动静|没反应|没人理|石沉大海|催一?[催下]|等了/u,
  },
  { name: 'returned', pattern: /退回|退件|退了|被退|打回|驳回|补正|不予受理|没通过|不让过|报错/u },
  {
    name: 'count_back',
    pattern: /(?:[一二两三四五六七八九十\d]+|半|几)个?(?:天|周|礼拜|星期|月|年|次|趟|回)了/u,
  },
  {
    name: 'wants_action',
    pattern: /帮(?:我|我们|忙|阿拉)|协调|出面|牵头|牵线|对接|能不能给|希望|建议|求|麻烦你们|呼吁/u,
  },
  {
    name: 'own_money',
    pattern: /欠(?:我|我们|薪|款|钱|了)|不给钱|工程款|尾款|货款|没到账|没打过来/u,
  },
  { name: 'person', pattern: /人工|真人|活人|领导|专员|回个?电话|打(?:我|个)?电话|客服/u },
  { name: 'promise', pattern: /保证|包过|准话|百分百|一定能|肯定能|打包票|承诺我|答应我/u },
  {
    name: 'inside',
    pattern:
      /内部|透露|透个|底价|评委|专家名单|名单|打听|关系|熟人|好处|意思意思|表示|红包|送礼|请.{0,4}吃饭/u,
  },
  {
    name: 'forge',
    pattern:
      /假|伪造|造一|编一|编几|凑[数够]|挂靠|ps|p图|改一?下?(?:日期|数据|报告)|润色|虚报|虚开|隐瞒|逃|偷偷/u,
  },
  {
    name: 'personal',
    pattern:
      /我(?:妈|爸|老公|老婆|儿子|女儿|孩子|奶奶|爷爷|身份证|驾照)|小孩|孩子|结婚|离婚|身份证|驾驶?[证照]|房贷|上学|看病|养老金|户口|快递/u,
  },
  {
    name: 'elsewhere',
    pattern:
      /宁波|杭州|上海|苏州|温州|台州|青岛|深圳|广州|北京|绍兴|嘉兴|金华|湖州|衢州|丽水|南京|厦门|天津|大连/u,
  },
  {
    name: 'machine',
    pattern:
      /提示词|指令|prompt|system|ignore|忽略|扮演|角色|select |<script|\{|api ?key|token|越狱|jailbreak|开发者|管理员/u,
  },
  {
    name: 'danger',
    pattern:
      /着火|起火|冒烟|爆炸|泄漏|漏[油气氨了]|落水|进水|沉|倒塌|触电|昏|倒在|卡住|压住|被困|救命|快来|跳[楼下海]|打起来/u,
  },
  { name: 'ticket_word', pattern: /zsqs|工单|单号|单子|诉求|编号|进度|办结|撤回|催办/u },
  { name: 'greets', pattern: /^(?:你好|您好|hi|hello|早|在吗|谢|辛苦|再见|拜拜|哈喽|嗨)/u },
  {
    name: 'first_person_past',
    pattern: /我们?.{0,8}(?:上周|上个?月|昨天|前天|上午|刚才|今天|去年|月初)/u,
  },
  { name: 'market', pattern: /多少钱一|行情|价格|赚钱|推荐|哪家好|靠谱|怎么写|市场/u },
  { name: 'other_party', pattern: /隔壁|边上|对面那?家|那家|同行|竞争对手|别人家|他们公司|对方/u },
]

const SIGNALS: readonly ((normalized: string) => boolean)[] = [
  (text) => dangerIn(text) !== null,
  (text) => ownTicketIn(text) !== null,
  (text) => refusalIn(text) !== null,
  (text) => refusalIn(text) === 'injection',
  (text) => refusalIn(text) === 'privacy',
  (text) => wantsPerson(text),
  (text) => smalltalkIn(text) !== null,
  (text) => isUpset(text),
  (text) => text.length <= 8,
  (text) => text.length > 40,
]

/** 1 for every cue and signal that the text shows, in the order of the tables. */
export const cuesOf = (normalized: string): number[] => [
  ...CUES.map(({ pattern }) => (pattern.test(normalized) ? 1 : 0)),
  ...SIGNALS.map((shows) => (shows(normalized) ? 1 : 0)),
]
