// What a member of staff may do to a ticket, as labels and fields: the one source for the buttons
// and forms on Lark cards and in the console. State and role come from `commandsFor`.
import type { FormField } from '../kernel/message.ts'
import type { CommandKind } from './command.ts'
import {
  COMPLEXITY_CHOICES,
  correction,
  DECLINE_REASON_CHOICES,
  type DeskLists,
  FOLLOW_UP_RESULT_CHOICES,
  FOLLOW_UP_WAY_CHOICES,
  handlerFields,
  KIND_CHOICES,
  long,
  oneOf,
  RETURN_REASON_CHOICES,
  resolution,
  short,
  URGENCY_CHOICES,
} from './desk-fields.ts'

export type DeskAct = Readonly<{
  kind: CommandKind
  label: string
  style: 'primary' | 'default' | 'danger'
  /** Empty: one click does it. */
  fields: readonly FormField[]
  /** Asked back before the click counts, or said above the form. */
  confirm: string | null
}>

type Shape = Readonly<{
  label: string
  style?: DeskAct['style']
  confirm?: string
  fields?: (lists: DeskLists) => readonly FormField[]
}>

/** What a lead ticket means, said before one is made or answered. */
export const FOLLOW_WARNING =
  '牵头件办结时，答复将原文发给加入的各企业。请确认反映的是同一问题，答复中不写个别企业的信息。'

const leadWarning = (followers: number) =>
  `有 ${followers} 件诉求以本件为牵头件，办结答复将原文发给这些企业，请不要写个别企业的信息。`

const CORRECTION_WARNING =
  '更正后的答复以「更正」字样发给企业，替代此前的答复，由企业重新确认；原答复保留在办理记录中，办结时间不变。'

/** The acts whose text reaches the followers of a lead ticket. */
const SPREADS: readonly CommandKind[] = [
  'resolve',
  'submit_review',
  'approve_review',
  'correct',
  'submit_correction',
]

/** In the order in which they are offered; what is not here is not done at the desk. */
const SHAPES: Readonly<Partial<Record<CommandKind, Shape>>> = {
  accept: { label: '签收', style: 'primary' },
  start: {
    label: '开始办理',
    style: 'primary',
    fields: () => [long('plan', '办理打算（企业可见，可不填）', false)],
  },
  reply: { label: '回复企业', fields: () => [long('text', '回复内容')] },
  request_info: { label: '要求补充', fields: () => [long('text', '需要企业补充什么')] },
  resume: { label: '恢复办理', fields: () => [short('reason', '说明')] },
  resolve: { label: '办结答复', style: 'primary', fields: resolution },
  submit_review: { label: '提交审核', style: 'primary', fields: resolution },
  correct: { label: '更正答复', confirm: CORRECTION_WARNING, fields: correction },
  submit_correction: {
    label: '更正答复（提交审核）',
    confirm: CORRECTION_WARNING,
    fields: correction,
  },
  approve_review: {
    label: '审核通过',
    style: 'primary',
    confirm: '审核通过后答复即发给企业，确认吗？',
  },
  send_back: { label: '退回修改', fields: () => [long('reason', '修改意见')] },
  dispatch: { label: '派单', style: 'primary', fields: handlerFields },
  decide_dispute: {
    label: '裁定承办',
    style: 'primary',
    fields: (lists) => [...handlerFields(lists), long('basis', '裁定依据')],
  },
  return: {
    label: '退单',
    fields: (lists) => [
      oneOf('reason', '退单理由', RETURN_REASON_CHOICES),
      long('basis', '职责或法规依据'),
      oneOf('proposedOwner', '建议承办单位', lists.departments, false),
    ],
  },
  transfer: {
    label: '转派',
    fields: (lists) => [...handlerFields(lists), short('reason', '转派原因')],
  },
  add_co_handler: {
    label: '增加协办',
    fields: (lists) => [
      oneOf('staffId', '协办人', lists.staff),
      oneOf('department', '协办单位', lists.departments),
      long('task', '协办内容'),
    ],
  },
  co_reply: { label: '协办答复', style: 'primary', fields: () => [long('text', '协办意见')] },
  release_co_handler: {
    label: '解除协办',
    fields: (lists) => [oneOf('staffId', '协办人', lists.staff), short('reason', '原因')],
  },
  ask_extension: {
    label: '申请延期',
    fields: () => [
      short('days', '延长工作日数（整数）', true, '如 5'),
      long('reason', '延期理由（将告知企业）'),
    ],
  },
  approve_extension: {
    label: '同意延期',
    style: 'primary',
    fields: () => [short('days', '同意延长的工作日数')],
  },
  refuse_extension: { label: '不同意延期', fields: () => [short('reason', '理由')] },
  record_delivery: { label: '已电话告知结果', confirm: '确认已电话告知企业办理结果？' },
  follow_up: {
    label: '登记回访',
    fields: () => [
      oneOf('by', '回访方式', FOLLOW_UP_WAY_CHOICES),
      oneOf('result', '回访结果', FOLLOW_UP_RESULT_CHOICES),
      long('text', '回访记录'),
    ],
  },
  decide_objection: {
    label: '异议处理',
    fields: () => [
      oneOf('decision', '处理方式', [
        { value: 'joint', label: '会商后再办一次' },
        { value: 'close', label: '说明理由后结案' },
      ]),
      long('reason', '理由（企业可见）'),
    ],
  },
  decline: {
    label: '不予受理',
    style: 'danger',
    fields: () => [
      oneOf('reason', '理由', DECLINE_REASON_CHOICES),
      long('basis', '依据'),
      short('lawfulChannel', '法定渠道（企业可见）'),
    ],
  },
  transfer_out: {
    label: '转其他机关',
    fields: () => [
      short('body', '接收机关'),
      long('reason', '说明'),
      short('contact', '公开联系渠道', false),
    ],
  },
  merge: {
    label: '并入其他诉求',
    fields: () => [
      short('into', '主单编号', true, 'ZSQS-20260101-0001'),
      short('reason', '并单原因'),
    ],
  },
  follow: {
    label: '加入牵头件',
    confirm: FOLLOW_WARNING,
    fields: () => [short('into', '牵头件编号（不填则退出牵头件）', false, 'ZSQS-20260101-0001')],
  },
  reclassify: {
    label: '更改类别',
    fields: (lists) => [
      oneOf('ticketKind', '类别', KIND_CHOICES),
      oneOf('urgency', '紧急程度', URGENCY_CHOICES),
      oneOf('complexity', '难易', COMPLEXITY_CHOICES),
      oneOf('itemCode', '关联事项', lists.items, false),
      short('reason', '原因'),
    ],
  },
  supplement: { label: '代录企业补充', fields: () => [long('text', '企业补充的内容')] },
  note: { label: '内部批注', fields: () => [long('text', '批注（企业不可见）')] },
  link_external: {
    label: '登记外部单号',
    fields: () => [short('system', '外部平台', true, '如 12345'), short('number', '外部单号')],
  },
  supervise: { label: '督办', fields: () => [long('text', '督办意见')] },
  close: { label: '归档', confirm: '归档后不能再变更，确认吗？' },
}

/**
 * The acts to offer for these commands, each with its form.
 * @param followers how many tickets will get this one's resolution
 */
export function deskActs(
  kinds: readonly CommandKind[],
  lists: DeskLists,
  followers = 0,
): readonly DeskAct[] {
  const offered = new Set(kinds)
  return (Object.entries(SHAPES) as [CommandKind, Shape][])
    .filter(([kind]) => offered.has(kind))
    .map(([kind, shape]) => ({
      kind,
      label: shape.label,
      style: shape.style ?? 'default',
      fields: shape.fields?.(lists) ?? [],
      confirm:
        followers > 0 && SPREADS.includes(kind) ? leadWarning(followers) : (shape.confirm ?? null),
    }))
}

/** Whether a command is given at the desk at all. */
export function isDeskAct(kind: string): kind is CommandKind {
  return Object.hasOwn(SHAPES, kind)
}
