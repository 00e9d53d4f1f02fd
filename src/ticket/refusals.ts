// Why something cannot be done now, as people read it. A stale button explains itself with these.
import type { RefusalCode } from './rules-parts.ts'
import type { Ticket } from './ticket.ts'
import { STATE_WORDS } from './words.ts'

const TEXT: Readonly<Record<RefusalCode, string>> = {
  not_allowed: '您没有办理此操作的权限。',
  wrong_state: '本件当前状态下不能进行此操作。',
  text_required: '请填写内容。',
  reason_required: '请说明原因。',
  basis_required: '请填写依据（三定规定、法律法规或者事实）。',
  department_required: '请填写承办单位。',
  proposed_owner_required: '请填写建议承办单位。',
  lawful_channel_required: '不予受理须告知企业可以办理的法定途径。',
  body_required: '请写明转往的机关。',
  return_too_late: '已超过退单期限，请继续办理，或联系中心调度员。',
  return_barred: '本件经中心裁定承办，不得再次退单。',
  dispute_open: '本件处于退单争议，请先裁定承办单位。',
  no_dispute: '本件没有待裁定的退单争议。',
  same_person: '该人员即为现承办人，请选择其他人员。',
  barred_person: '该人员此前办理过本件，重新办理应由其他人员承办。',
  unfit_person: '请选择在岗的服务专员。',
  not_of_department:
    '该人员不属于所选承办单位。企业会看到承办单位，请选择承办人本人的单位；单位登记有误的，请管理员在「人员」中更正。',
  own_work: '本人经办的事项须由他人审批或者回访。',
  extension_pending: '已有延期申请待审批。',
  extension_used_up: '本件延期次数已用完。',
  extension_days_invalid: '延期天数不在允许范围内。',
  extension_too_late: '延期须在期限届满一个工作日前申请。',
  no_extension_pending: '没有待审批的延期申请。',
  already_co_handler: '该人员已是本件协办人。',
  not_co_handler: '该人员没有待反馈的协办任务。',
  co_handlers_open: '尚有协办单位未反馈，请待其反馈或者取消协办后再答复。',
  review_required: '本板块的答复须先提交审核。',
  no_review_required: '本件无需审核，可直接答复企业。',
  no_review_pending: '本件没有待审核的答复。',
  nothing_corrected: '更正后的内容与已发出的答复相同。',
  corrected_meanwhile: '答复在此期间已更正，请查看最新的答复后再操作。',
  correction_in_review: '本件有更正答复待审核，请待审核后再操作。',
  objection_undecided: '企业的异议待督办决定，暂不能更正答复；需要说明的，请用「回复企业」。',
  already_delivered: '办理结果已确认送达。',
  not_delivered: '办理结果尚未确认送达。',
  too_early: '尚未到期。',
  objection_open: '已收到您的意见，正在由督办人员研究。',
  no_objection: '本件没有待决定的异议。',
  urged_today: '今天已催办过，请您稍候。',
  urged_too_often: '催办次数已用完；期限届满未答复的将自动督办。',
  sealed_report: '举报件身份保密，不与其他工单并案。',
  same_ticket: '不能与自身并案。',
  lead_unfit: '牵头件须为尚未答复的在办工单，不是举报件，且本身不跟随其他工单。',
  leads_others: '本件已是其他工单的牵头件，不能再加入另一牵头件。',
  no_lead: '本件没有牵头件。',
  stale_alarm: '提醒已过时。',
}

/** What can be said better of a ticket as it stands, with the limits that it was registered under. */
const OF_TICKET: Readonly<Partial<Record<RefusalCode, (ticket: Ticket) => string>>> = {
  wrong_state: ({ number, state }) => `工单 ${number} 目前${STATE_WORDS[state]}，不能进行此操作。`,
  extension_days_invalid: ({ extension, limits }) =>
    extension?.decision === 'pending'
      ? `同意延长的工作日数应为 1 至 ${extension.days} 的整数，不超过申请的天数。`
      : `延长的工作日数应为 1 至 ${limits.extension.daysMax} 的整数。`,
  extension_too_late: ({ limits }) =>
    `延期须在办理期限届满 ${limits.extension.askBefore} 个工作日前申请，本件已过申请时间；请抓紧办理，或联系中心。`,
  extension_used_up: ({ limits }) => `每件可延期 ${limits.extension.times} 次，本件已用完。`,
}

/** @param ticket as it stands now, so that a button on an old card tells what has become of it */
export function refusalText(code: RefusalCode | 'unknown', ticket: Ticket | null = null): string {
  if (code === 'unknown') return '未找到该工单，请核对编号。'
  return ticket === null ? TEXT[code] : (OF_TICKET[code]?.(ticket) ?? TEXT[code])
}
