// What must stand in a message before it may be refused that does nothing improper in so many words:
// what is wanted, of whom, or for what show. The route model alone takes what is short, hurried or
// blunt for an attempt, and an honest person must not be told that he breaks the law.
import { anyOf } from '../../retrieval/patterns.ts'

/** Not public yet, or never. */
const SECRET = anyOf(
  /名单|明细|内[幕定]|内部(?!开会|会议|讨论|商量|培训|管理|制度|审批|控制|员工|决议)|透露?|口风|私[下底]|[偷悄]|[试考真]题|底(?![下面楼层座板])/u,
  /(?:没|未|还不)(?:公开|公布|发|定)|草稿|稿子|[先漏瞄]一(?:点|眼|看)|几家报名|报名的|分给|口令/u,
)

/** People whose favour is sought, and those whose data are. */
const PEOPLE = anyOf(
  /考官|专家|评委|法官|仲裁员|督查|检查组|队员|科员|处长|[局科市部]长|主任|审[核批件]的?人|经办|领导|小姑娘|小伙/u,
  /对[手家头门面]|同行|别[人家]|人家|他们|隔壁|顾客|前(?:妻|夫|合伙人|同事|东家)|某某?|[他她伊](?!们)|谁/u,
  /号码|手机|身份证号|微信|行程|住(?:在)?哪|家住|住址|名下|聊(?:天|的内容)|[那几]家/u,
)

/** Papers that are made, figures that are changed. */
const MADE = anyOf(
  /红头|签到|[盖红带]章|签[名字]|日期|照片|假|编|凑|[仿抄挂借冒]|[涂篡]?改(?![革善进造建名期])|(?<![a-z])p(?![a-z])/u,
  /模板|笔迹|截(?:个)?图|[像写]得?真|像(?:一点|样|真)|随便(?:起|编|写|填|弄|安)|口气|名义|落款|兑水|(?:开|弄|买|冲)[^,，。]{0,6}票/u,
  // Made for them, or shown to somebody.
  /(?:帮我|给我|替我|先|能不能|不能)[^,，。]{0,3}(?:做|造|生成|开|写|出|拟)(?:一|几|五十|三)?[张份个封句条]/u,
  /(?:拿|发|给)[^,，。]{0,4}(?:银行|客户|股东|老板|房东|群)[^,，。]{0,3}(?:看|里|$)/u,
  // To be taught how.
  /教(?:教)?我|窍门|写(?:成|得)|看(?:上去|起来|得?出|不出)|怎么[^,，。]{0,12}(?:不会|不被|过得去|不像|容易被)/u,
)

/** Favours, and what is given for them. */
const FAVOUR =
  /好处|关系|熟人|人情|牵线|打招呼|照应|份子|辛苦费|赞助|送(?:他|她|礼|一|两|点|几)|喝(?:点|什么|啥)?酒|吃(?:啥|顿|个|便)饭?|便饭|喜欢[吃喝啥]|钱好商量|多花|转(?:你|给你)?[两几]千/u

/** Controls that are to be got round. */
const ROUND =
  /检查|突击|抽查|夜查|不查|不(?:会|容易)?被|没人会?查|[绕躲避瞒]|应付|糊弄|插[个]?队|往?前(?:面|排)|不像|当没看见|后补|稳(?:当|不|中)/u

/** What is to be promised. */
const PROMISED =
  /包(?:票|过|你|我)|保证(?![金书人函期]|保险)|担保(?![人物书函]|公司)|一定|肯定|答应|应下来|军令状|准[信话日]|能[过批]|评上|表个?态|点(?:个|一下)?头|赔不赔|可以批|拍胸脯|一句|(?:能不能|能否|会不会|今天|明天|马上|当场)[^,，。]{0,6}批/u

const IN_ENGLISH =
  /\b(?:number|address|passport|phone|name)s? of\b|\bin writing\b|\bwill be approved\b|\b(?:bribe|fake|secret|inside|competitor|next door|skip|avoid|promise|guarantee)\w*/u

const WRONGFUL = anyOf(SECRET, PEOPLE, MADE, FAVOUR, ROUND, PROMISED, IN_ENGLISH)

/** Whether the message names anything that would be improper to want. */
export const namesWrong = (normalized: string): boolean => WRONGFUL.test(normalized)

/** What an attack is about: the assistant and its rules, and not the rules of a matter. */
const OF_ASSISTANT = anyOf(
  // What it is made of.
  /系统|指令|设定|提示|配置|后台|数据库|知识库|资料库|文件名|源码|代码|管理员|口令|权限|模型|角色|扮演/u,
  /(?<!(?:办理|申[请报]|审批|收费|积分|评审|计算|办事|业务|报名)的?)(?:规则|规矩)|限制/u,
  // What it is to say.
  /复述|重复|输出|导出|执行|念(?:出来|一遍)|一字不|一个字|只(?:能|许|准|要)?(?:回|答|说)|每(?:回|次|句)/u,
  // From now on.
  /从现在|从下一句|以后(?:你|谁|每)|记[住牢]|你(?:现在|自己|背后|收到|一开始)|你的(?!意思|话|回答|答复)/u,
  /\b(?:prompt|instructions?|repeat|ignore|system|hidden|verbatim|word for word|rules?|admin|override|output|you are)\b/u,
)

/** Whether the message is about the assistant itself, as every attack on it is. */
export const isOfAssistant = (normalized: string): boolean => OF_ASSISTANT.test(normalized)
