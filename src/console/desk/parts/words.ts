// Words of the screens that are not the ticket's own.
import type { Decision, DecisionKind, Field } from '../../../conversation/decision.ts'
import type { StaffRole } from '../../../staff/permissions.ts'

export const ROLE_WORDS: Readonly<Record<StaffRole, string>> = {
  specialist: '服务专员',
  dispatcher: '调度员',
  reviewer: '审核员',
  supervisor: '督办员',
  administrator: '管理员',
  auditor: '审计员',
}

export const DECISION_WORDS: Readonly<Record<DecisionKind, string>> = {
  answer: '解答',
  clarify: '追问',
  ticket: '转人工',
  status: '查询诉求',
  redirect: '引导其他渠道',
  refuse: '不予提供',
  emergency: '紧急提示',
  smalltalk: '寒暄',
}

export const DECISION_COLOURS: Readonly<Record<DecisionKind, string>> = {
  answer: 'green',
  clarify: 'gold',
  ticket: 'blue',
  status: 'cyan',
  redirect: 'purple',
  refuse: 'default',
  emergency: 'red',
  smalltalk: 'default',
}

export const FIELD_WORDS: Readonly<Record<Field, string>> = {
  overview: '概况',
  conditions: '办理条件',
  materials: '申请材料',
  process: '办理流程',
  time_limit: '办理时限',
  fee: '收费',
  channel: '办理渠道',
  department: '办理部门',
  legal_basis: '法律依据',
  result: '办理结果',
}

type Reason = Extract<Decision, { reason: string }>['reason']

/** A reason that an older version kept may have no word. */
export const REASON_WORDS: Readonly<Record<string, string>> = {
  complaint: '投诉',
  stuck_case: '具体办件受阻',
  coordination: '需要协调',
  not_covered: '事项库未覆盖',
  below_threshold: '把握不足',
  clarified_twice: '追问两次未明确',
  missed_twice: '连续两次未解答',
  person_wanted: '要求人工',
  not_solved: '办理结果未解决',
  upset: '情绪激烈',
  tip_off: '举报线索',
  asked_for: '要求登记诉求',
  how_soon: '询问答复时限',
  other_office: '其他渠道的诉求',
  confidential: '询问是否保密',
  fill_in: '要求填写诉求',
  office_phone: '询问部门电话',
  several_fit: '多个事项相近',
  near_miss: '接近但不确定',
  channels_disagree: '判断不一致',
  nothing_near: '没有相近的事项',
  broad: '问题较宽泛',
  reply_unclear: '答复未明确选项',
  several_asked: '一次询问多件事',
  none_fits: '所列事项都不是',
  matter_missing: '未说明要办的事',
  matter_before: '追问前一件未列事项',
  number_named: '提供诉求编号',
  own_ticket: '询问本人诉求',
  promise: '要求承诺结果',
  inside_information: '内部信息',
  favour: '请托送礼',
  forgery: '材料造假',
  improper: '不合规要求',
  privacy: '他人信息',
  injection: '指令干扰',
  personal_matter: '个人事项',
  elsewhere: '其他地区',
  greeting: '问候',
  thanks: '致谢或应答',
  farewell: '道别',
  identity: '询问助手身份',
  opener: '仅有开场白',
  centre: '询问中心情况',
  language: '希望使用其他语言',
  chat: '闲聊',
  empty: '没有文字',
  counter: '要求窗口办理',
  taken_back: '收回刚才的话',
  fire: '火情、爆炸或泄漏',
  sea: '海上遇险',
  trapped: '人员被困',
  medical: '人身伤病',
  self_harm: '轻生',
  violence: '暴力伤害',
  unclear: '险情不明',
} satisfies Readonly<Record<Reason, string>>

export const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  lark: '飞书',
  web: '网页',
  exchange: '平台交换',
}
