// The fields and choices of which the forms at the desk are made.
import type { FormField } from '../kernel/message.ts'

type Choice = Readonly<{ value: string; label: string }>

/** The lists that some forms choose from. */
export type DeskLists = Readonly<{
  staff: readonly Choice[]
  departments: readonly Choice[]
  items: readonly Choice[]
}>

const TEXT_MAX = 1000

export const long = (name: string, label: string, required = true): FormField => ({
  kind: 'text',
  name,
  label,
  required,
  maxLength: TEXT_MAX,
  multiline: true,
})
export const short = (
  name: string,
  label: string,
  required = true,
  placeholder?: string,
): FormField => ({
  kind: 'text',
  name,
  label,
  required,
  maxLength: 120,
  ...(placeholder ? { placeholder } : {}),
})
export const oneOf = (
  name: string,
  label: string,
  options: readonly Choice[],
  required = true,
): FormField => ({ kind: 'select', name, label, required, options })

export const RETURN_REASON_CHOICES: readonly Choice[] = [
  { value: 'not_our_duty', label: '非本单位职责' },
  { value: 'not_our_district', label: '非本辖区' },
  { value: 'duplicate', label: '重复诉求' },
  { value: 'incomplete', label: '信息不全，无法办理' },
  { value: 'not_acceptable', label: '依法不予受理' },
]
const OUTCOMES: readonly Choice[] = [
  { value: 'solved', label: '已解决' },
  { value: 'partly_solved', label: '部分解决' },
  { value: 'not_lawful', label: '依法不能办理（须写明依据）' },
]
export const DECLINE_REASON_CHOICES: readonly Choice[] = [
  { value: 'legal_procedure', label: '须通过诉讼、仲裁、复议等法定程序解决' },
  { value: 'petition', label: '已进入信访渠道' },
  { value: 'secret_or_privacy', label: '涉及国家秘密、商业秘密或个人隐私' },
  { value: 'public_order', label: '违反公序良俗' },
  { value: 'not_enterprise', label: '不属于涉企事项' },
]
export const FOLLOW_UP_WAY_CHOICES: readonly Choice[] = [
  { value: 'phone', label: '电话' },
  { value: 'visit', label: '上门' },
  { value: 'message', label: '消息' },
]
export const FOLLOW_UP_RESULT_CHOICES: readonly Choice[] = [
  { value: 'solved', label: '企业表示已解决' },
  { value: 'unsolved', label: '企业表示未解决' },
  { value: 'unreached', label: '未联系上' },
]
export const KIND_CHOICES: readonly Choice[] = [
  { value: 'consultation', label: '咨询' },
  { value: 'help', label: '求助' },
  { value: 'complaint', label: '投诉' },
  { value: 'report', label: '举报' },
  { value: 'suggestion', label: '建议' },
]
export const URGENCY_CHOICES: readonly Choice[] = [
  { value: 'urgent_now', label: '特急' },
  { value: 'urgent', label: '紧急' },
  { value: 'normal', label: '一般' },
]
export const COMPLEXITY_CHOICES: readonly Choice[] = [
  { value: 'simple', label: '一般件' },
  { value: 'complex', label: '复杂件' },
  { value: 'joint', label: '疑难会商件' },
]

export const resolution = (): readonly FormField[] => [
  oneOf('outcome', '办理结果', OUTCOMES),
  long('text', '答复内容（企业可见）'),
  short('basis', '政策或法律依据', false),
]
export const correction = (): readonly FormField[] => [
  ...resolution(),
  short('reason', '更正说明（企业可见）'),
]
export const handlerFields = (lists: DeskLists): readonly FormField[] => [
  oneOf('to', '承办人', lists.staff),
  oneOf('department', '承办单位', lists.departments),
]
