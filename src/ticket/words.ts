// The Chinese terms for the words of the code: the only place where they are paired.
import type { CommandKind, DeclineReason, ExternalNews, ReturnReason } from './command.ts'
import type { Complexity, OutcomeCode, TicketKind, TicketSource, Timer, Urgency } from './kinds.ts'
import type { Rating, TicketState } from './ticket.ts'

export const STATE_WORDS: Readonly<Record<TicketState, string>> = {
  created: '已登记，待派单',
  dispatched: '已派单，待签收',
  accepted: '已签收',
  in_progress: '办理中',
  waiting_requester: '待补充材料',
  in_review: '办理结果审核中',
  returned: '重新分派中',
  resolved: '已答复，待确认',
  reopened: '重新办理，待派单',
  confirmed: '已确认办结',
  closed: '已归档',
  withdrawn: '已撤回',
  merged: '已并案',
  declined: '不予受理',
  transferred_out: '已转其他机关',
}

/** What was done, as the ledger and the state diagram name it. */
export const COMMAND_WORDS: Readonly<Record<CommandKind, string>> = {
  dispatch: '派单',
  decide_dispute: '争议裁定',
  accept: '签收',
  start: '开始办理',
  return: '退单',
  transfer: '转派',
  request_info: '要求补充材料',
  supplement: '补充材料',
  resume: '恢复办理',
  reply: '回复企业',
  ask_extension: '申请延期',
  approve_extension: '批准延期',
  refuse_extension: '不批准延期',
  add_co_handler: '增加协办',
  co_reply: '协办反馈',
  release_co_handler: '取消协办',
  submit_review: '提交审核',
  approve_review: '审核通过',
  send_back: '审核退回',
  resolve: '办结答复',
  resolve_with_lead: '随牵头件办结',
  correct: '更正答复',
  submit_correction: '更正答复提交审核',
  record_delivery: '确认送达',
  confirm: '企业确认',
  auto_confirm: '逾期自动确认',
  dissatisfied: '企业不满意',
  decide_objection: '督办决定',
  follow_up: '回访',
  rate: '评价',
  urge: '企业催办',
  withdraw: '企业撤回',
  merge: '并案',
  absorb: '并入他件',
  follow: '同类集中办理',
  decline: '不予受理',
  transfer_out: '转其他机关',
  close: '归档',
  reclassify: '调整分类',
  note: '内部批注',
  link_external: '关联外部单号',
  hear_external: '外部平台反馈',
  remind: '到期提醒',
  supervise: '督办',
}

export const KIND_WORDS: Readonly<Record<TicketKind, string>> = {
  consultation: '咨询',
  help: '求助',
  complaint: '投诉',
  report: '举报',
  suggestion: '建议',
}

export const URGENCY_WORDS: Readonly<Record<Urgency, string>> = {
  urgent_now: '特急',
  urgent: '紧急',
  normal: '一般',
}

export const COMPLEXITY_WORDS: Readonly<Record<Complexity, string>> = {
  simple: '一般件',
  complex: '复杂件',
  joint: '疑难会商件',
}

export const SOURCE_WORDS: Readonly<Record<TicketSource, string>> = {
  lark: '飞书会话',
  web: '网页会话',
  hotline: '热线',
  window: '窗口',
  station: '产业服务驿站',
  visit: '走访',
  exchange: '平台转入',
}

export const OUTCOME_WORDS: Readonly<Record<OutcomeCode, string>> = {
  solved: '已解决',
  partly_solved: '部分解决',
  not_lawful: '依法不能办理',
  other_body: '转其他机关',
  withdrawn: '企业撤回',
  duplicate: '重复并案',
  declined: '不予受理',
}

export const RETURN_WORDS: Readonly<Record<ReturnReason, string>> = {
  not_our_duty: '不属于本单位职责',
  not_our_district: '不属于本辖区',
  duplicate: '重复诉求',
  incomplete: '信息不全',
  not_acceptable: '不符合受理条件',
}

export const EXTERNAL_NEWS_WORDS: Readonly<Record<ExternalNews, string>> = {
  status: '办理进展',
  resolution: '办理结果',
  return: '退回',
}

export const DECLINE_WORDS: Readonly<Record<DeclineReason, string>> = {
  legal_procedure: '依法应当通过诉讼、仲裁、行政复议等法定程序解决',
  petition: '已进入信访渠道办理',
  secret_or_privacy: '涉及国家秘密、商业秘密或者个人隐私',
  public_order: '违反法律法规或者公序良俗',
  not_enterprise: '不属于涉企服务范围',
}

export const RATING_WORDS: Readonly<Record<Rating['level'], string>> = {
  5: '很满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '很不满意',
}

export const SOLVED_WORDS: Readonly<Record<Rating['solved'], string>> = {
  yes: '已解决',
  partly: '部分解决',
  no: '未解决',
}

/** What a limit is about, as staff read it. */
export const TIMER_WORDS: Readonly<Record<Timer, string>> = {
  dispatch: '派单',
  sign_for: '签收',
  handling: '办理',
  co_handling: '协办',
  review: '审核',
  extension: '延期审批',
  waiting: '企业补充材料',
  delivery: '结果送达',
  follow_up: '回访',
  objection: '异议处理',
  auto_confirm: '企业确认',
  close: '归档',
}
