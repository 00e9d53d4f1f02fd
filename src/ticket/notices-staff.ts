// What the centre's people read. The requester's name and number are never in a message: the handler
// sees them in the ticket itself, where reading is recorded.
import { dateTimeWords } from './dates.ts'
import type { SayTable } from './notices-parts.ts'
import { isUnreachable } from './sla.ts'
import {
  EXTERNAL_NEWS_WORDS,
  OUTCOME_WORDS,
  RATING_WORDS,
  RETURN_WORDS,
  SOLVED_WORDS,
  TIMER_WORDS,
} from './words.ts'

const field = (label: string, ...lines: readonly (string | null)[]) => ({
  label,
  lines: lines.filter((line) => line !== null),
})

export const SAY_TO_STAFF: SayTable = {
  registered: null,
  needs_dispatch: ({ why, reasons }) => ({
    tone: 'warning',
    heading: why === 'reopened' ? '重办件待派单' : '待人工派单',
    text:
      why === 'reopened'
        ? '企业不满意，请派给其他人员重新办理。'
        : '未能按规则确定承办人，请人工派单。',
    fields: [field(why === 'reopened' ? '企业意见' : '分派过程', ...reasons)],
  }),
  wave_found: ({ leadNumber, enterprises, numbers }) => ({
    tone: 'warning',
    heading: '多家企业反映同类问题',
    text: `近期已有 ${enterprises} 家企业反映同类问题，可以 ${leadNumber} 为牵头件集中办理、统一答复。`,
    fields: [field('相关工单', ...numbers)],
  }),
  dispatched: ({ explanation }) => ({
    tone: 'info',
    heading: '新派单',
    text: '有一件诉求派给您，请按时签收。',
    fields: [field('分派依据', ...explanation)],
  }),
  handed_on: null,
  taken_away: ({ why }) => ({
    tone: 'plain',
    heading: why === 'transferred' ? '已转派他人' : '已结束',
    text:
      why === 'transferred' ? '本件已转派他人，您无需继续办理。' : '本件已结束，您无需继续办理。',
  }),
  accepted: null,
  started: null,
  returned: ({ reason, basis, proposedOwner }) => ({
    tone: 'warning',
    heading: '退单，待重新派单',
    text: `承办人退单：${RETURN_WORDS[reason]}。`,
    fields: [field('依据', basis), field('建议承办', proposedOwner)],
  }),
  dispute_opened: ({ reason, basis }, ticket) => ({
    tone: 'danger',
    heading: '退单争议，待裁定',
    text: `本件已退单 ${ticket.returns} 次（${RETURN_WORDS[reason]}），请中心裁定承办单位；裁定后不得再退。`,
    fields: [field('依据', basis)],
  }),
  dispute_decided: ({ basis }) => ({
    tone: 'warning',
    heading: '争议裁定派单',
    text: '经中心裁定由您单位承办，不得再次退单，请按时签收。',
    fields: [field('裁定依据', basis)],
  }),
  handler_changed: null,
  info_requested: null,
  supplemented: ({ text, attachments }) => ({
    tone: 'info',
    heading: '企业补充',
    text: text === '' ? '企业补充了附件。' : text,
    fields: [field('附件', ...attachments.map((one) => one.name))],
  }),
  resumed: ({ reason }) => ({
    tone: 'info',
    heading: '恢复办理',
    text: `停表结束，继续计时：${reason}。`,
  }),
  reply: null,
  extension_asked: ({ days, reason }) => ({
    tone: 'warning',
    heading: '延期申请',
    text: `承办人申请延期 ${days} 个工作日，请审批。`,
    fields: [field('理由', reason)],
  }),
  extension_approved: ({ days }) => ({
    tone: 'success',
    heading: '延期已批准',
    text: `延期 ${days} 个工作日已批准，并已告知企业。`,
    limit: true,
  }),
  extension_refused: ({ reason }) => ({
    tone: 'warning',
    heading: '延期未批准',
    text: `延期未获批准：${reason}。请按原期限办理。`,
    limit: true,
  }),
  co_handling_asked: ({ task }) => ({
    tone: 'info',
    heading: '协办任务',
    text: '请在协办期限内向主办人反馈，由主办人统一答复企业。',
    fields: [field('协办事项', task)],
  }),
  co_replied: ({ text, department }) => ({
    tone: 'info',
    heading: '协办反馈',
    text,
    fields: [field('协办单位', department)],
  }),
  co_released: ({ reason }) => ({
    tone: 'plain',
    heading: '协办取消',
    text: `您的协办任务已取消：${reason}。`,
  }),
  review_asked: ({ resolution, correctionReason }) => ({
    tone: 'info',
    heading: correctionReason === null ? '答复待审核' : '更正答复待审核',
    text:
      correctionReason === null
        ? '请审核拟答复企业的内容，审核通过后企业可见。'
        : '请审核拟更正的答复，审核通过后发给企业，替代此前的答复。',
    fields: [
      field('更正说明', correctionReason),
      field('办理结果', OUTCOME_WORDS[resolution.outcome]),
      field('拟答复', ...resolution.text.split('\n')),
      field('依据', resolution.basis),
    ],
  }),
  sent_back: ({ reason }) => ({
    tone: 'warning',
    heading: '答复退回修改',
    text: `审核未通过：${reason}。请修改后重新提交。`,
  }),
  resolved: () => ({
    tone: 'success',
    heading: '答复已发出',
    text: '审核通过，答复已发给企业，待企业确认。',
  }),
  corrected: () => ({
    tone: 'success',
    heading: '更正答复已发出',
    text: '审核通过，更正后的答复已发给企业，待企业确认。',
  }),
  confirmed: ({ by }, ticket) => ({
    tone: 'success',
    heading: '已确认办结',
    text: {
      requester: '企业已确认解决。',
      follow_up: '回访确认解决。',
      timeout: isUnreachable(ticket)
        ? '匿名件无法告知和回访，期满自动确认。'
        : '企业逾期未答复，自动确认。',
    }[by],
  }),
  reopened: ({ reason }) => ({
    tone: 'warning',
    heading: '企业不满意，重新办理',
    text: '本件将由其他人员重新办理。',
    fields: [field('企业意见', reason)],
  }),
  objection: ({ reason }) => ({
    tone: 'danger',
    heading: '重办后仍不满意，待督办决定',
    text: '请决定转会商办理，或者说明理由结案。决定之前不会自动确认。',
    fields: [field('企业意见', reason)],
  }),
  objection_decided: ({ decision, reason }) => ({
    tone: 'info',
    heading: '督办决定',
    text: `${decision === 'joint' ? '转会商办理' : '说明理由结案'}：${reason}。`,
  }),
  rated: ({ rating }) => ({
    tone: 'warning',
    heading: '差评待核实',
    text: `企业评价「${RATING_WORDS[rating.level]}」，${SOLVED_WORDS[rating.solved]}。请核实、整改并反馈。`,
    fields: [field('企业意见', rating.comment)],
  }),
  urged: ({ text, count }) => ({
    tone: 'warning',
    heading: '企业催办',
    text: `企业第 ${count} 次催办，请尽快回复进展。`,
    fields: [field('企业留言', text)],
  }),
  withdrawn: null,
  merged: null,
  absorbed: ({ fromNumber, text }) => ({
    tone: 'info',
    heading: '并入一件',
    text: `${fromNumber} 已并入本件，一并办理。`,
    fields: [field('并入内容', text)],
  }),
  joined_wave: null,
  left_wave: () => ({
    tone: 'warning',
    heading: '不再随牵头件办理',
    text: '牵头件的答复不再发给本件的企业，请单独办理并答复企业。',
    limit: true,
  }),
  declined: null,
  transferred_out: null,
  external_news: ({ system, news, text }) => ({
    tone: news === 'return' ? 'warning' : 'info',
    heading: `${system}反馈${EXTERNAL_NEWS_WORDS[news]}`,
    text:
      news === 'resolution'
        ? '以下为外部平台反馈的办理结果，请核实后答复企业；企业尚未看到。'
        : '以下为外部平台反馈，企业尚未看到。',
    fields: [field(EXTERNAL_NEWS_WORDS[news], ...text.split('\n'))],
  }),
  closed: null,
  reclassified: ({ reason }) => ({
    tone: 'info',
    heading: '分类已调整',
    text: `中心调整了本件的分类：${reason}。期限随之变化，请留意。`,
    limit: true,
  }),
  reminder: ({ timer, due, stage }) => {
    if (timer === 'delivery') {
      return {
        tone: 'warning',
        heading: '请电话告知企业',
        text: '办理结果发出后企业尚未读到，请电话告知，并点「已电话告知」记录。',
      }
    }
    return {
      tone: 'warning',
      heading: stage >= 2 ? `${TIMER_WORDS[timer]}到期` : `${TIMER_WORDS[timer]}即将到期`,
      text: `${TIMER_WORDS[timer]}期限为${dateTimeWords(due)}，请按时完成。`,
    }
  },
  supervision: ({ timer, due, level, text }) => ({
    tone: 'danger',
    heading: timer === null ? '督办' : `${TIMER_WORDS[timer]}逾期 · ${level} 级督办`,
    text:
      timer === null || due === null
        ? (text ?? '请抓紧办理并反馈。')
        : `${TIMER_WORDS[timer]}期限${dateTimeWords(due)}已过，请立即处理并说明原因。`,
  }),
}
