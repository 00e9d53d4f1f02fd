// Why a turn was decided as it was, in words. Old turns tell less: what is not there has no row.

import type { Rule } from '../../../conversation/outcome.ts'
import type { TurnTrace } from '../../../conversation/turn-log.ts'
import type { Act } from '../../../retrieval/acts/speech-acts.ts'
import { REASON_WORDS } from './words.ts'

export type TraceRow = readonly [label: string, text: string]

export function traceRows(trace: TurnTrace): readonly TraceRow[] {
  const { by, rule, dependence, reading, acts, intents, withVectors, model } = trace
  const rows: readonly (TraceRow | null)[] = [
    ['判定方式', isPicked(rule) ? BY_OPTIONS : BY[by]],
    given(rule ?? undefined, (one) => ['适用规则', wordFor(RULES, one)]),
    ['与上文关系', DEPENDENCE[dependence]],
    given(reading, (one) => ['采用的读法', READING[one]]),
    ...levels(trace),
    given(intents, (one) => ['意图', shares(one)]),
    given(acts, (one) => ['语句特征', one.map((act) => wordFor(ACTS, act)).join('、') || '无']),
    given(withVectors, (one) => ['向量检索', one ? '参与' : '未参与']),
    given(model, (uses) => ['大模型', uses.map(useWords).join('、')]),
  ]
  return rows.filter((row) => row !== null)
}

/** What the model wrote that was not used, by what it was for; of a draft each place with its fault. */
export function refusedRows({ model = [] }: TurnTrace): readonly TraceRow[] {
  return model.flatMap(({ use, refused = [] }) =>
    refused.length === 0
      ? []
      : [[wordFor(USES, use), refused.map(refusedWords).join('\n')] as const],
  )
}

const useWords = ({ use, outcome, prompt, ms }: NonNullable<TurnTrace['model']>[number]) =>
  `${wordFor(USES, use)}（${outcomeWords(use, outcome)}，提示词 ${prompt}，用时 ${ms} 毫秒）`

function outcomeWords(use: string, outcome: string): string {
  if (outcome === 'used') return '已采用'
  if (outcome === 'nothing') return '无补充'
  const isNoOption = use === 'choose' && outcome === 'unreadable'
  return `未采用：${isNoOption ? '无此选项' : wordFor(MISSES, outcome)}`
}

/** `figure: 3 个工作日`, as the check of a draft keeps it; a rewrite is kept as it was written. */
function refusedWords(kept: string): string {
  const [kind = ''] = kept.split(': ', 1)
  const words = MISSES[kind]
  return words === undefined ? kept : `${words}：${kept.slice(kind.length + 2)}`
}

/** How sure it was, against what it was measured. */
function levels({ confidence, bar, targetError, care, doubt }: TurnTrace) {
  return [
    given(confidence, (one) => ['首位事项把握', percent(one)] as const),
    given(bar, (one) => ['直接解答门槛', percent(one)] as const),
    given(targetError, (one) => ['容许的误答率', percent(one)] as const),
    given(care, (one) => ['表述仓促或绕弯的程度', percent(one)] as const),
    given(doubt, (one) => ['存疑之处', one === null ? '无' : (REASON_WORDS[one] ?? one)] as const),
  ]
}

/** What was kept by an older or a newer version may have no word. */
const wordFor = (words: Readonly<Record<string, string | undefined>>, name: string): string =>
  words[name] ?? name

const given = <T>(value: T | undefined, row: (value: T) => TraceRow): TraceRow | null =>
  value === undefined ? null : row(value)

const percent = (share: number) => `${(share * 100).toFixed(1)}%`

const shares = (intents: Readonly<Record<string, number>>) =>
  Object.entries(intents)
    .sort(([, a], [, b]) => b - a)
    .map(([name, share]) => `${INTENTS[name] ?? name} ${percent(share)}`)
    .join('、')

const BY: Readonly<Record<TurnTrace['by'], string>> = {
  guard: '按规则直接判定，未检索',
  retrieval: '检索后判定',
}

const BY_OPTIONS = '按对选项的答复判定，未检索'
/** Rules that read a reply to options. */
const PICKED: ReadonlySet<string> = new Set<Rule>([
  'chosen',
  'none_of_these',
  'reply_unclear',
  'several_picked',
])
const isPicked = (rule: string | null | undefined) =>
  rule !== undefined && rule !== null && PICKED.has(rule)

const RULES: Readonly<Record<Rule, string>> = {
  alarm: '报警信号',
  danger: '危险警示',
  smalltalk: '寒暄',
  denied_guess: '否认上一轮判断',
  other_office: '其他渠道的诉求',
  how_soon: '询问答复时限',
  filing: '要求登记诉求',
  centre: '询问中心情况',
  language: '希望使用其他语言',
  pressed: '事情紧急、请求催办',
  grumbling: '笼统表达不满',
  ticket_number: '写有诉求编号',
  person: '要求人工',
  anger: '情绪激烈',
  unhelped: '反映解答没有帮助',
  number: '只有数字或符号',
  known: '询问是否保密',
  taken_back: '收回刚才的话',
  own_ticket: '承接本人诉求',
  office_phone: '询问部门电话',
  tip_off: '举报他人',
  counter: '要求窗口办理',
  where_exactly: '询问办理地点或者电话',
  step_done: '告知其中一步已经办好',
  which_step: '询问其中一步',
  chosen: '选择了选项',
  none_of_these: '选项都不是',
  reply_unclear: '答复未明确选项',
  several_picked: '选择了多个事项',
  several_asked: '一次询问多件事',
  next_matter: '接着答下一件事',
  more_of_it: '请求就上一答复再作说明',
  denied: '说明不是所指事项',
  missed_twice: '连续两次未解答',
  after_danger: '紧急情况后的追问',
}

const DEPENDENCE: Readonly<Record<TurnTrace['dependence'], string>> = {
  new: '独立的问题',
  leaning: '承接上文',
  dependent: '须结合上文才能理解',
}

const READING: Readonly<Record<NonNullable<TurnTrace['reading']>, string>> = {
  whole: '按全句',
  end: '按末句',
  joined: '结合上文',
}

const INTENTS: Readonly<Record<string, string>> = {
  question: '咨询',
  broad: '宽泛咨询',
  ticket: '诉求',
  redirect: '其他渠道',
  refuse: '不当请求',
  status: '查询诉求',
  emergency: '紧急情况',
  smalltalk: '寒暄',
}

const ACTS: Readonly<Record<Act, string>> = {
  step_in: '请求出面协调',
  chase: '催问',
  late: '反映拖延',
  fault: '反映系统故障',
  accuse: '投诉指责',
  grieved: '陈述不满并要求投诉',
  urgent: '表示紧急',
  tip_off: '举报线索',
  suggest: '提出建议',
  buck: '反映推诿',
  reopen: '不认可办理结果',
  call_me: '要求联系',
  promise: '要求承诺',
  inside: '打听内部信息',
  forge: '涉及造假',
  bribe: '涉及请托',
  others: '打听他人信息',
  borrowed: '借用他人材料',
  padded: '虚增数据或人数',
  gift: '送礼请托',
  dodge: '规避检查',
  forewarned: '打听检查安排',
  strangers: '打听他人办件',
  private: '个人事务',
  consumer: '消费纠纷',
  elsewhere: '外地事务',
  nice: '客套',
  filed: '已提交办理',
  harm: '人身伤害',
  hazard: '险情',
  caught: '人员被困',
  adrift: '水上遇险',
  own_list: '查看本人诉求',
  own_progress: '查询诉求进度',
  own_supplement: '补充诉求',
  own_withdraw: '撤回诉求',
  own_urge: '催办诉求',
  own_confirm: '确认办结',
  own_dissatisfied: '对办结不满意',
  refusal_promise: '要求承诺结果',
  refusal_inside_information: '索要内部信息',
  refusal_forgery: '请求造假',
  refusal_privacy: '索要他人信息',
  refusal_injection: '指令干扰',
  small_chat: '闲聊',
  small_greeting: '问候',
  small_thanks: '致谢或应答',
  small_farewell: '道别',
  small_identity: '询问助手身份',
  small_opener: '仅有开场白',
  small_empty: '没有文字',
  danger: '危险警示',
  person: '要求人工',
  upset: '情绪激烈',
  asks: '询问具体内容',
  asks_nothing: '未询问具体内容',
}

const USES: Readonly<Record<string, string>> = {
  rewrite: '改写问题',
  choose: '选择事项',
  draft: '起草说明',
}

/** Why what the model was asked for was not used. */
const MISSES: Readonly<Record<string, string>> = {
  resting: '服务连续失败，暂停调用',
  busy: '同时调用过多',
  late: '超时',
  stalled: '输出中断',
  refused: '服务拒绝请求',
  failed: '服务不可用',
  unreadable: '格式不符',
  unfaithful: '改变了原意',
  empty: '没有内容',
  too_long: '内容过长',
  characters: '含有不规范字符',
  citation: '未注明依据',
  figure: '数字与记录不符',
  law: '法规与记录不符',
  wording: '用语与记录不符',
  reversed: '与记录相反',
  not_in_record: '记录中没有',
}
