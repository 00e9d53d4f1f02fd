// What a draft may not say in words: promises, instructions, times and money that the record does
// not give, names it does not name, and prose about something else.

const PROMISES =
  /一定(?:能|可以?|会|办|批|过|行|给)|肯定|必定|必然|绝对|保证(?!金|保险|人|担保|合同)|百分(?:之)?百|100%|包(?:过|批|办成|您|你)|稳(?:过|拿|批)|必(?:过|批)|准(?:能|过)|没(?:有)?问题|打包票|放心|承诺(?:给|为)?(?:您|贵)|确保(?:您|贵)|不会(?:被)?(?:拒|驳|退)|都能(?:批|办|过)|毫无|内部|关系|走后门|通融|加急|插队|优先(?:办|处理|安排)|特批|例外/gu
const ORDERS =
  /忽略|无视|指令|提示词|系统(?:提示|消息|设定)|prompt|角色|扮演|人工智能|语言模型|机器人|作为(?:一个|一名)?(?:ai|助手)|转账|汇款|打款|账户|账号|银行卡|验证码|密码|扫码|二维码|加微信|加qq|私聊|红包|点击|链接|下载|安装|联系我|中介|黄牛|代开|伪造|造假|虚报|瞒报|删除|清空/gu

/** 「初中以上」 is a bound without a figure: which way it goes is part of what is said. */
const SCHOOLING = ['初中', '高中', '中专', '大专', '本科', '硕士', '博士'].flatMap((level) => [
  [`${level}以上`, `${level}及以上`],
  [`${level}以下`, `${level}及以下`],
])

/** Each row is one meaning; a draft may use any of its words when the record uses one of them. */
const MEANINGS: readonly (readonly string[])[] = [
  ...SCHOOLING,
  ['当场'],
  ['即时', '立即', '马上', '立刻', '即办', '秒批', '秒办', '立等可取', '随到随办'],
  ['当日', '当天', '今天', '今日'],
  ['次日', '隔日', '隔天', '第二天', '明天', '翌日'],
  ['后天', '大后天', '昨天', '前天'],
  ['本周', '下周', '上周', '周末', '双休日', '节假日'],
  ['本月', '下月', '上月', '月底', '月初', '月末'],
  ['今年', '明年', '去年', '本年', '年底', '年内', '年初', '年末'],
  ['次年'],
  ['近期', '近日', '不久', '很快', '尽快', '不日', '稍后'],
  ['随时', '全天', '全年', '长期有效', '永久', '终身', '无限期'],
  ['上午', '下午', '中午', '早上', '晚上', '夜间', '工作时间', '上班时间'],
  [
    '免费',
    '不收费',
    '不收取',
    '不收',
    '免收',
    '零费用',
    '不花钱',
    '不用交钱',
    '无需缴费',
    '无需缴纳费用',
    '不需要缴费',
    '分文不收',
  ],
  ['收费标准', '按规定收费', '按标准收费', '收取'],
  ['不低于', '不少于', '不得低于', '不得少于', '以上', '至少', '最低', '最少'],
  ['不超过', '不高于', '不得超过', '不得高于', '不多于', '以下', '至多', '最多', '最长', '最高'],
  ['押金'],
  ['保证金'],
  ['手续费'],
  ['工本费'],
  ['服务费'],
  ['代理费'],
  ['登记费'],
  ['注册费'],
  ['申请费'],
  ['年费'],
  ['罚款', '处罚', '罚金'],
  ['滞纳金'],
  ['补贴', '补助'],
  ['奖励', '奖金'],
  ['返还', '退还', '退费'],
  ['减免', '减征', '免征', '优惠'],
  ['一半', '半数', '过半', '大半', '多半', '半价'],
  ['微信', '公众号'],
  ['支付宝'],
  ['钉钉'],
  ['小程序'],
  ['浙里办'],
  ['浙政钉'],
  ['舟到办'],
  ['邮箱', '邮件', '电子邮件'],
  ['传真'],
  ['电话', '热线', '拨打', '致电', '来电'],
]
const DENIED_FEE =
  /不(?:需要?|用|必|会)?(?:再)?(?:另外|另行)?(?:收费|收取(?:任何|其他)?费用|缴费|交费|缴纳费用)|无(?:需|须)(?:缴费|交费|付费|缴纳费用)/gu
const PAYING = /(?:缴纳|缴交|支付|交付|交纳|付|交|缴|收)(?:相关|一定|相应|的)?(?:费用|费|钱|款)/gu

const NAMED =
  /\p{Unified_Ideograph}{2}(?:局|委员会|厅|署|银行|法院|检察院|支队|大队|派出所|税务所|管委会|协会|商会|大厅|大厦|大楼|广场|平台|网站|政务网|小程序|公众号|热线|大道|街道|街|路|镇|乡|村|岛|事务所)/gu
/** Acts that are not one another; a draft names those that its author was told of. */
const ACTS =
  /注销|变更|延续|延期|续期|补办|补发|换发|撤销|年检|年报|转让|抵押|质押|备案|迁移|吊销|停业|复业|歇业|许可|设立|认定|登记|审批|核准|缴存|提取|退休|招标|投标/gu
const BODIES =
  /(?:有关|相关|主管|受理|登记|办理|审批)?(\p{Unified_Ideograph}{2}(?:部门|机关|机构|单位))/gu
const STEMS =
  /交通运输|税务|公安|海关|海事|市场监管|人力社保|医保|住建|自然资源|生态环境|应急管理|商务|发改|发展改革|经信|农业农村|海洋|卫健|卫生健康|消防|边检|港航|法院|仲裁委|公证处|工商联|人民银行|金融监管|外汇|民政|司法|教育|文旅|科技局|科协|残联|工会|电力|供电|燃气|供水|不动产登记/gu
const ANY_BODY = /^(?:有关|相关|主管|受理|登记|办理|审批)/u
const RANKS = /\p{Unified_Ideograph}[级等职](?:及|或)?以[上下]/gu
const QUOTED = /[“「『"]([^”」』"]{2,})[”」』"]/gu
const HALF = /半\p{Unified_Ideograph}|[一二两三四五六七八九十\d个]半/gu

/**
 * The wordings of `draft` that need the record's word and do not have it; acts and bodies may be
 * those of `topic`, all that its author was given. All are `comparable`.
 */
export function ungroundedWords(draft: string, record: string, topic: string): readonly string[] {
  const absent = (pattern: RegExp) =>
    [...draft.matchAll(pattern)].map(([found]) => found).filter((found) => !record.includes(found))
  return [
    ...absent(PROMISES),
    ...absent(ORDERS),
    ...absent(NAMED),
    ...absent(HALF),
    ...absent(RANKS),
    ...[ACTS, STEMS]
      .flatMap((pattern) => [...draft.matchAll(pattern)].map(([found]) => found))
      .filter((found) => !topic.includes(found)),
    ...[...draft.matchAll(BODIES)]
      .map((found) => found[1]!)
      .filter((body) => !ANY_BODY.test(body) && !topic.includes(body)),
    ...[...draft.matchAll(QUOTED)]
      .map((found) => found[1]!)
      .filter((quoted) => !record.includes(quoted)),
    ...MEANINGS.flatMap((words) => ungroundedMeaning(words, draft, record)),
    ...payingMismatch(draft, record),
  ]
}

function ungroundedMeaning(words: readonly string[], draft: string, record: string): string[] {
  if (words.some((word) => record.includes(word))) return []
  return words.filter((word) => draft.includes(word))
}

function payingMismatch(draft: string, record: string): string[] {
  const denied = draft.match(DENIED_FEE) ?? []
  const isFree = /免费|不收费|不收取|免收/u.test(record)
  const refused = isFree ? [] : denied.filter((found) => !record.includes(found))
  if (refused.length > 0) return refused
  const paid = draft.replaceAll(DENIED_FEE, '').match(PAYING) ?? []
  const costs = new RegExp(PAYING.source, 'u').test(record.replaceAll(DENIED_FEE, ''))
  return costs ? [] : [...paid]
}

const STOCK =
  /如果|您好|您的|您|贵企业|贵公司|企业|可以|需要|应当|请|办理|进行|完成|提交|准备|并且|而且|因此|所以|也就是说|换句话说|具体|如下|包括|其中|以及|或者|还是|就是|同时|此外|另外|需|可|会|在|的|了|和|与|并|也|都|由|向|到|将|把|被|按|按照|根据|依据|为|是|等|即|则|时|后|前|再|还|就|才|这|那|该|本|此|有|能/gu
const NUMERALS = /(?:[千百万]?分之)?[零〇一二两三四五六七八九十百千万亿点]{2,}|分之/gu
const BIGRAMS_MIN = 6
const COVERED_MIN = 0.5
/** So many neighbouring pairs in a row that the record does not have are a thought of its own. */
const NEW_PAIRS_MAX = 4

/** Whether the sentence is made of the record's words: prose about anything else is not. */
export function isCovered(draft: string, record: string): boolean {
  const known = new Set(pairsOf(record, false))
  const runs = runsOf(draft)
  const isNew = runs.map((run) => run.map((pair) => !known.has(pair)))
  if (isNew.some((run) => longest(run) > NEW_PAIRS_MAX)) return false
  const pairs = isNew.flat()
  if (pairs.length < BIGRAMS_MIN) return true
  return pairs.filter((one) => !one).length / pairs.length >= COVERED_MIN
}

function longest(flags: readonly boolean[]): number {
  let best = 0
  let now = 0
  for (const flag of flags) {
    now = flag ? now + 1 : 0
    best = Math.max(best, now)
  }
  return best
}

/** The pairs of neighbouring characters, without numerals and words that fit anything. */
export const pairsOf = (text: string, cut = true): string[] => runsOf(text, cut).flat()

function runsOf(text: string, cut = true): string[][] {
  const kept = cut ? text.replaceAll(NUMERALS, ' ').replaceAll(STOCK, ' ') : text
  return kept.split(/[^\p{Unified_Ideograph}]+/u).map((run) => {
    const characters = [...run]
    return characters.slice(1).map((character, n) => `${characters[n]}${character}`)
  })
}
