// What the enterprise reads. Dates only after somebody has signed for the ticket; no dispatch is
// claimed that has not been recorded; no word on whose fault it was.
import { isWorkingInstant, nextWorkingInstant } from '../kernel/working-time.ts'
import { dateTimeWords } from './dates.ts'
import type { SayTable, Wording } from './notices-parts.ts'
import type { Attachment, Resolution, Ticket } from './ticket.ts'
import { DECLINE_WORDS, OUTCOME_WORDS } from './words.ts'

const attached = (attachments: readonly Attachment[]) =>
  attachments.length === 0 ? [] : [{ label: '附件', lines: attachments.map((one) => one.name) }]

const stationLines = ({ station }: Ticket) =>
  station === null ? [] : [`${station}可提供线下咨询和帮办，地址以中心公布为准。`]

const unit = (ticket: Ticket) => ticket.department ?? '承办单位'

const resultFields = ({ outcome, text, basis }: Resolution) => [
  { label: '办理结果', lines: [OUTCOME_WORDS[outcome]] },
  { label: '答复', lines: text.split('\n') },
  { label: '依据', lines: basis === null ? [] : [basis] },
]

const IF_UNSOLVED = '如未解决，请点「未解决」并说明原因，将由其他人员重新办理。'

function hoursNotes({ urgency }: Ticket, wording: Wording): readonly string[] {
  const { calendar, now } = wording
  const at = new Date(now)
  if (isWorkingInstant(calendar, at)) return []
  const next = nextWorkingInstant(calendar, at)
  const from = next.ok ? dateTimeWords(next.at.toISOString()) : '下一工作日'
  const note = `现为非工作时间，将于${from}起处理。`
  return urgency === 'normal' ? [note] : [note, ...helpNow(wording)]
}

/** Goods that spoil do not wait for office hours. */
function helpNow({ hotlineAlwaysOpen }: Wording): readonly string[] {
  const hotline = hotlineAlwaysOpen()
  return [
    ...(hotline === null ? [] : [`等不到上班的，请现在拨打人工热线 ${hotline}。`]),
    '停电、停水、设备故障等，请同时联系供应单位或者维修单位抢修。',
  ]
}

export const SAY_TO_REQUESTER: SayTable = {
  registered: (_notice, ticket, wording) => ({
    tone: 'success',
    heading: '已登记',
    text: `您的诉求已登记，编号 ${ticket.number}。中心将按属地和事项确定承办单位，承办人员签收后告知您办理期限。`,
    fields: [
      { label: '诉求', lines: [ticket.title] },
      { label: '属地', lines: [wording.districtName(ticket.district)] },
      { label: '产业服务驿站', lines: stationLines(ticket) },
    ],
    notes: [...hoursNotes(ticket, wording), '可凭编号随时查询、补充、催办或者撤回。'],
  }),
  needs_dispatch: null,
  wave_found: null,
  dispatched: (_notice, ticket) => ({
    tone: 'info',
    heading: '已派单',
    text: `您的诉求已派给${unit(ticket)}的服务专员，待签收后告知您办理期限。`,
  }),
  handed_on: (_notice, ticket) => ({
    tone: 'info',
    heading: '已转办',
    text: `您的诉求现由${unit(ticket)}的服务专员承办${ticket.state === 'dispatched' ? '，待签收后继续办理' : ''}。您无需重复提交。`,
    // The clock runs on; after the answer there is none.
    notes: ticket.resolvedAt === null ? ['办理期限不因转办而延长。'] : [],
  }),
  taken_away: null,
  accepted: (_notice, ticket) => ({
    tone: 'info',
    heading: '已签收',
    text: `${unit(ticket)}的服务专员已签收您的诉求，开始按期限办理。`,
    limit: true,
  }),
  started: ({ plan }, ticket) => ({
    tone: 'info',
    heading: '办理中',
    text: `${unit(ticket)}正在办理您的诉求。`,
    fields: [{ label: '办理安排', lines: plan === null ? [] : [plan] }],
    limit: true,
  }),
  returned: null,
  dispute_opened: null,
  dispute_decided: null,
  handler_changed: () => ({
    tone: 'info',
    heading: '正在重新分派',
    text: '中心正在为您的诉求重新确定承办单位和承办人员。您无需重复提交，承办人员签收后告知您办理期限。',
  }),
  info_requested: ({ text }) => ({
    tone: 'warning',
    heading: '请您补充材料',
    text: '为继续办理，需要您补充以下内容。收到之前暂停计算办理时间。',
    fields: [{ label: '需要补充', lines: text.split('\n') }],
    notes: ['可直接回复文字、图片或者文件，也可点「补充材料」填写。'],
  }),
  supplemented: null,
  resumed: () => ({
    tone: 'info',
    heading: '恢复办理',
    text: '暂未收到您补充的材料，承办人员将根据现有材料继续办理；您仍可随时补充。',
    limit: true,
  }),
  reply: ({ text, attachments }, ticket, wording) => ({
    tone: 'info',
    heading: '承办人员回复',
    text,
    fields: attached(attachments),
    notes: [
      `${unit(ticket)}${ticket.ownerId === null ? '' : ` ${wording.staffName(ticket.ownerId)}`}。直接回复即可转给承办人员。`,
    ],
  }),
  extension_asked: null,
  extension_approved: ({ days, reason }) => ({
    tone: 'warning',
    heading: '办理延期',
    text: `您的诉求经中心批准延期${days}个工作日。`,
    fields: [{ label: '延期原因', lines: [reason] }],
    limit: true,
  }),
  extension_refused: null,
  co_handling_asked: null,
  co_replied: null,
  co_released: null,
  review_asked: null,
  sent_back: null,
  resolved: ({ resolution }) => ({
    tone: 'success',
    heading: '已答复，请您确认',
    text: '您的诉求已有办理结果。请您看过后确认是否解决。',
    fields: resultFields(resolution),
    notes: [IF_UNSOLVED],
  }),
  corrected: ({ resolution, reason }) => ({
    tone: 'warning',
    heading: '答复更正，请您确认',
    text: '【更正】此前发给您的答复有误，现予更正，请以本次答复为准，并确认是否解决。此前已确认的，请重新确认。给您带来不便，敬请谅解。',
    fields: [{ label: '更正说明', lines: reason.split('\n') }, ...resultFields(resolution)],
    notes: [IF_UNSOLVED],
  }),
  confirmed: ({ by }, ticket) => ({
    tone: 'success',
    heading: '已确认办结',
    text: CONFIRMED_TEXT[by],
    notes: ticket.rating === null ? ['欢迎您对本次办理作出评价，评价自愿。'] : [],
  }),
  reopened: ({ reason }) => ({
    tone: 'warning',
    heading: '重新办理',
    text: '已收到您的意见，本件将由其他人员重新办理，签收后告知您新的办理期限。给您带来不便，敬请谅解。',
    fields: [{ label: '您的意见', lines: [reason] }],
  }),
  objection: ({ reason }) => ({
    tone: 'warning',
    heading: '已提请督办',
    text: '已收到您的意见。本件已重新办理过，现提请督办人员研究，处理决定将在本会话告知您。',
    fields: [{ label: '您的意见', lines: [reason] }],
  }),
  objection_decided: ({ decision, reason }) => ({
    tone: decision === 'joint' ? 'info' : 'warning',
    heading: decision === 'joint' ? '会商办理' : '督办结论',
    text:
      decision === 'joint'
        ? '您的诉求将由相关单位会商办理，承办人员签收后告知您办理期限。'
        : '经研究，本件按现有答复结案，说明如下。',
    fields: [{ label: '说明', lines: [reason] }],
    notes:
      decision === 'close'
        ? ['如不服有关行政行为，可依法申请行政复议或者提起行政诉讼，请注意法定期限。']
        : [],
  }),
  rated: null,
  urged: null,
  withdrawn: () => ({
    tone: 'plain',
    heading: '已撤回',
    text: '您的诉求已撤回，不再办理。如仍需办理，可重新提交。',
  }),
  merged: ({ intoNumber, reason }) => ({
    tone: 'info',
    heading: '已并案',
    text: `本件与 ${intoNumber} 为同一诉求，合并办理，请凭 ${intoNumber} 查询进度。`,
    fields: [{ label: '说明', lines: [reason] }],
  }),
  absorbed: ({ fromNumber }, ticket) => ({
    tone: 'info',
    heading: '已并案',
    text: `${fromNumber} 已并入本件 ${ticket.number} 一并办理。`,
  }),
  joined_wave: ({ leadNumber }) => ({
    tone: 'info',
    heading: '同类诉求集中办理',
    text: `多家企业反映了同类问题，中心已集中办理（牵头件 ${leadNumber}），有结果时在本会话告知您。`,
  }),
  left_wave: null,
  declined: ({ reason, basis, lawfulChannel }) => ({
    tone: 'warning',
    heading: '不予受理',
    text: `您反映的事项${DECLINE_WORDS[reason]}，中心依规不予受理。请通过以下途径办理。`,
    fields: [
      { label: '办理途径', lines: [lawfulChannel] },
      { label: '依据', lines: [basis] },
    ],
    notes: ['行政复议、仲裁、诉讼等均有法定期限，请及时办理。'],
  }),
  transferred_out: ({ body, reason, contact }) => ({
    tone: 'info',
    heading: '已转其他机关',
    text: `您反映的事项由${body}负责，请向该机关办理。`,
    fields: [
      { label: '说明', lines: [reason] },
      { label: '联系渠道', lines: contact === null ? [] : [contact] },
    ],
  }),
  external_news: null,
  closed: () => ({
    tone: 'plain',
    heading: '已归档',
    text: '本件已归档。如有新的情况，可重新提交诉求。',
  }),
  reclassified: null,
  reminder: ({ timer, due }) =>
    timer === 'waiting'
      ? {
          tone: 'warning',
          heading: '请您补充材料',
          text: `尚未收到您补充的材料。请于${dateTimeWords(due)}前补充，逾期将根据现有材料继续办理。`,
        }
      : {
          tone: 'warning',
          heading: '请您确认是否解决',
          text: `您的诉求已答复，请确认是否解决。至${dateTimeWords(due)}未收到您的意见的，将自动确认办结并注明「未经企业答复」。`,
        },
  supervision: null,
}

const CONFIRMED_TEXT = {
  requester: '感谢您的确认，本件办结。',
  follow_up: '经回访，您表示问题已解决，本件办结。如有不符，请点「问题仍未解决」。',
  timeout:
    '在期限内未收到您的意见，本件自动确认办结（未经企业答复）。如问题仍未解决，请点下方按钮，归档前均可提出。',
} as const
