// What is refused whatever else is said: attempts to turn the assistant against its rules, other
// people's data, promises, false papers, and what only insiders know.
import { anyOf, type Cue, inOrder, shows } from '../patterns.ts'

export type RefusalSignal = 'promise' | 'inside_information' | 'forgery' | 'privacy' | 'injection'

const LET_GO = '(?:忽略|无视|忘(?:记|掉)|抛开|绕过|跳过|解除|关闭)(?:了|掉)?'
/** Whose rules, and which of them. */
const OF_WHOM = anyOf(
  /你|您|之前|此前|前面|以上|上面|上述|先前|所有|全部|一切|任何|系统|开发者|预设|原来/u,
  /内置|内部|自己|身上|那些|这些|现有|刚才|的|和|与|[,，、\s]/u,
)

const OFFICIAL_OR_OTHER =
  '(?:老板|法人|经理|科长|局长|主任|科员|领导|负责人|业主|员工|同事|股东|人家|他|她|举报人|投诉人|专员)'
const CONTACT = '(?:手机|电话|微信|住址|家庭地址|身份证|住哪|工资|银行卡)'
const OTHERS = '(?:别人|别家|人家|他们|那家|隔壁|同行|对手|竞争对手|对方)(?:的|家|公司|厂)?'

/** The first that fits tells why. */
const REFUSALS: readonly (Cue & Readonly<{ what: RefusalSignal }>)[] = [
  {
    what: 'injection',
    pattern: anyOf(
      // The rules are to be let go.
      new RegExp(`${LET_GO}(?:(?:${OF_WHOM.source}).{0,12})?(?:规则|指令|指示|设定)`, 'u'),
      // What binds you is to be let go.
      inOrder(
        new RegExp(`${LET_GO}.{0,4}`, 'u'),
        /你|您|之前|此前|前面的|以上|上面|上述|先前|一切|所有|任何|身上/u,
        /.{0,8}(?:规定|限制|要求|提示|约束|安全|审查|过滤)/u,
      ),
      /(?:忽略|无视|忘(?:记|掉))(?:上文|前文|上下文|(?:以上|前面的?|之前的?)(?:内容|对话))/u,
      // They are to be shown.
      /系统(?:提示词|指令)|提示词|你的(?:后台)?(?:指令|设定|配置|源码|源代码|prompt)|(?:后台|内部|原始)(?:的)?(?:指令|提示|配置)/u,
      // Another part is to be played.
      /(?:扮演|假装)(?:你是|成|一个|一下)|(?:假设|模拟)(?:你|成)/u,
      // You are now somebody else.
      /(?:你(?:现在|开始)|从现在(?:开始|起).{0,3}你).{0,6}(?:是(?!不是|否|什么)|扮演|变成|叫)/u,
      // By their words.
      /开发者模式|越狱/u,
      // In English.
      /system ?prompt|jailbreak|\bdan\b/u,
      /(?:ignore|disregard|forget|override|bypass).{0,30}(?:instruction|rule|prompt|previous|above|polic|restriction|guideline)/u,
      /you are now|pretend|act as|developer mode|reveal your/u,
      // Meant for a machine: a database, a page, a message format, a key.
      /(?:drop|delete|truncate|alter) (?:table|from)|union select|select .{1,40} from|\bor 1=1|<script|"role"\s*:|\{\{|api[_ -]?key/u,
      // The rights of an administrator.
      /管理员(?:口令|密码)|(?:给我|切换|开放|进入|你的).{0,4}管理员权限|root(?:权限|密码)/u,
    ),
  },
  {
    what: 'privacy',
    pattern: anyOf(
      // Who has reported us.
      /(?:举报|投诉)(?:了)?(?:我|我们|咱).{0,14}(?:谁|名字|电话|哪个|哪家|是不是)/u,
      // The same, the other way about.
      /(?:是)?谁(?:举报|投诉|告)(?:的|了)(?:我|我们)|(?:谁|哪个|哪家).{0,6}(?:举报|投诉|告)(?:了)?(?:我|我们)/u,
      // What somebody else has talked of here.
      inOrder(
        /(?:上一个|前一个|前面那个|别的|其他)(?:人|用户|客户|公司|老板)/u,
        /(?:刚才|刚刚|都)?(?:跟|和|同|问|找)?(?:你|侬)?(?:聊|问|说|讲)(?:了|过)?(?:些)?(?:啥|什么)/u,
      ),
      // How to reach somebody, and what else is known of them.
      new RegExp(`${OFFICIAL_OR_OTHER}(?:的)?(?:私人)?${CONTACT}`, 'u'),
      // What others have handed in.
      new RegExp(
        `${OTHERS}.{0,14}(?:工单|诉求|申报材料|报税|账户|流水|征信|营业额|税交|纳税额|社保名单|客户名单)`,
        'u',
      ),
    ),
    unless: /企业信用|公示(?:信息|系统)|怎么(?:查|申请)公开/u,
  },
  {
    what: 'promise',
    pattern: anyOf(
      // A word that binds.
      /(?:给|要|求)(?:我|我们)?(?:个|一句|句)?(?:准话|准数|痛快话|保证|承诺|包票)|打包票/u,
      // A hundred per cent.
      /百分(?:之)?百.{0,6}(?:能|会|过|批)/u,
      // Promised.
      /(?:保证|承诺|担保|答应).{0,10}(?:能|过|批|拿到|下来|通过|给我|让我)|包(?:过|批|拿)/u,
      // That it will be granted.
      /一定(?:能|会)(?:批|过|给|拿)(?:.{0,4})(?:吧|不|吗|伐)|(?:肯定|铁定|稳)(?:能|会|有|可以)?.{0,6}(?:吧|对吧)/u,
      // In English.
      /guarantee(?: me| us| that)?/u,
    ),
    unless:
      /保证金|担保|履约保证|质保|承诺制|告知承诺|书面承诺|签(?:个|了|署)?承诺|质量保证|保证保险/u,
  },
  {
    what: 'forgery',
    pattern: anyOf(
      // Made falsely.
      inOrder(
        /(?:做|弄|搞|造|编|开|整|办|买|伪造|补)(?:点|个|几|份|张|一)?.{0,6}/u,
        /假(?:的|证|章|合同|社保|发票|材料|资料|流水|报告|执照|数据)/u,
      ),
      // By their words.
      /造假|伪造|假(?:社保|合同|发票|章|证明|报告|材料|流水)/u,
      // To make up.
      /编(?:一|几|个|点|造|份).{0,6}(?:合同|材料|数据|台账|报告|名单|记录)/u,
      // To touch up.
      /(?:润色|(?<!整)改(?!造|建)|修改|调|p)(?:一下|成|到)?.{0,12}(?:达标|合格(?!证)|日期|数据)/u,
      /(?:润色|(?<!整)改(?!造|建)|修改)(?:一下|成|到)?.{0,6}报告/u,
      // In the name of an authority.
      /以(?:[市区县省]|人民)*(?:政府|局|委|中心)的?名义(?:来)?(?:写|发|出|拟|起草|回)/u,
      // Through another's qualification.
      /挂靠(?:个|一|谁|哪)|(?:哪里|去哪|帮我).{0,6}挂靠/u,
      // Tax and invoices.
      /虚开|偷税|逃税|少报.{0,6}(?:收入|营业额)/u,
      // Dated back.
      /倒签/u,
      // In English.
      /fake|forge/u,
    ),
    unless:
      /打假|被假|被(?:人)?(?:冒用|伪造|虚开)|(?:收到|收了|取得|拿到)[^,，。]{0,6}(?:虚开|假)|(?:不|别)(?:能|要)?造假|举报|检举|揭发|告发|投诉|原来一直挂靠|维权/u,
  },
  {
    what: 'inside_information',
    pattern: anyOf(
      // To let out what is not public.
      /(?:透|漏|泄)(?:个|点|露|一)?(?:风|底|口风|题|消息)/u,
      // Prices and reviewers that are secret.
      /(?:底价|标底|评委|评审专家|专家).{0,10}(?:是谁|哪几|名单|多少|电话|拜访|认识)/u,
      // From inside.
      /内(?:部|幕)(?:消息|信息|名单|文件|价)/u,
      // By the back door, through acquaintances.
      /(?<!转)走(?:个|点|走)?(?:后门|关系|门路)|找(?:个|点|找)?(?:关系|熟人|门路)/u,
      // Whether one knows somebody.
      /(?:托(?:人|门路)|有门路|(?<=[局科处室里头部面])有人)(?:吗|不|么|伐)|托关系/u,
      // What is given for it.
      /(?:好处|意思|表示|孝敬|打点|红包|购物卡|回扣|茶水费|辛苦费|感谢费)(?:费|一下|少不了|给)|少不了(?:你|您)/u,
      // To treat an official.
      /(?:请|约).{0,8}(?:科长|局长|处长|主任|领导|评委|专家|审批).{0,6}(?:吃|喝|坐坐|聚)/u,
      // What they like.
      /(?:科长|局长|处长|主任|领导).{0,12}(?:喜欢|爱喝|爱好|吃饭|说话管用|搭个线)/u,
      // In English.
      /bribe|under the table|insider/u,
    ),
    unless: /举报|索要|投诉|(?:被|有人)要(?:好处|红包|回扣)/u,
  },
]

/** Why the message is refused, or null. */
export const refusalIn = (normalized: string): RefusalSignal | null =>
  REFUSALS.find((row) => shows(row, normalized))?.what ?? null
