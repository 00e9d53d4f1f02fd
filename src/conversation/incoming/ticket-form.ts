// The form by which a conversation becomes a ticket: prefilled with what is known, parsed with
// every fault named at once, so that nobody types anything twice.
import type { FormField, Message } from '../../kernel/message.ts'
import type { FormWords } from '../compose/ticket-channels.ts'
import type { TicketReason } from '../decision.ts'

export type TicketForm = Readonly<{
  enterpriseName: string
  creditCode: string
  contactName: string
  phone: string
  district: string
  kind: string
  description: string
}>

export type FormOption = Readonly<{ value: string; label: string }>

/** In characters. */
export const FORM_DESCRIPTION_MAX = 1000

/** 投诉 and 举报 are different procedures, so the person says which it is; the reason suggests one. */
const KIND_OPTIONS: readonly FormOption[] = [
  { value: 'help', label: '求助（需要帮助解决）' },
  { value: 'consultation', label: '咨询（问规定或流程）' },
  { value: 'complaint', label: '投诉（对服务或行为不满意）' },
  { value: 'report', label: '举报（反映他人违法线索，身份保密）' },
  { value: 'suggestion', label: '建议（改进意见）' },
]

const KIND_FOR: Readonly<Partial<Record<TicketReason, string>>> = {
  complaint: 'complaint',
  tip_off: 'report',
  confidential: 'report',
  coordination: 'help',
  stuck_case: 'help',
  not_covered: 'consultation',
  below_threshold: 'consultation',
  clarified_twice: 'consultation',
}

const FILL_IN = '请填写下表，提交后即登记为诉求，由服务专员为您办理。'

const CONSENT_NOTICE = [
  '隐私告知：所填姓名和手机号仅用于办理和回访本诉求，仅承办人员可见，办结后按规定期限删除或匿名化。',
  '为免您重复说明，近 24 小时内您与本助手的对话摘要会一并提交，已随其他诉求提交的除外；',
  '举报类对话仅随举报提交。请勿填写身份证、银行卡号码。',
  '点击「同意并提交」即表示您同意上述处理。',
].join('')

/** `code` is the item it is about, null without one; it comes back with the form. */
export function ticketFormMessage(
  input: Readonly<{
    reason: TicketReason
    code: string | null
    /** The conversation that led to the form, which may be sent where another one is. */
    from: string
    known: Partial<TicketForm>
    districts: readonly FormOption[]
    /** What is wrong with the values given, in words; shown above the form. */
    problems: readonly string[]
    words: FormWords
  }>,
): Message {
  const { known, districts, problems, reason, code, from, words } = input
  return {
    title: '提交诉求',
    tone: problems.length > 0 ? 'warning' : 'info',
    summary: '请填写诉求信息，由服务专员为您办理',
    blocks: [
      { kind: 'text', text: words.reply },
      ...words.channels.map((text) => ({ kind: 'note', text }) as const),
      { kind: 'text', text: FILL_IN },
      ...(problems.length > 0 ? [{ kind: 'list', ordered: false, items: problems } as const] : []),
      {
        kind: 'form',
        name: 'ticket',
        fields: fields(known, districts, reason),
        submit: {
          label: '同意并提交',
          style: 'primary',
          value: { a: 'ticket_submit', reason, code: code ?? '', from },
        },
      },
      { kind: 'note', text: CONSENT_NOTICE },
    ],
  }
}

function fields(
  known: Partial<TicketForm>,
  districts: readonly FormOption[],
  reason: TicketReason,
): FormField[] {
  const text = (name: keyof TicketForm, label: string, maxLength: number) => ({
    kind: 'text' as const,
    name,
    label,
    maxLength,
    required: true,
    ...(known[name] ? { value: known[name] } : {}),
  })
  return [
    text('enterpriseName', '企业名称', 100),
    {
      ...text('creditCode', '统一社会信用代码', 18),
      required: false,
      placeholder: '18 位；没有可不填',
    },
    text('contactName', '联系人', 30),
    text('phone', '联系电话', 20),
    {
      kind: 'select',
      name: 'district',
      label: '所在地',
      required: true,
      options: districts,
      ...(known.district ? { value: known.district } : {}),
    },
    {
      kind: 'select',
      name: 'kind',
      label: '诉求类别',
      required: true,
      options: KIND_OPTIONS,
      value: known.kind ?? KIND_FOR[reason] ?? 'help',
    },
    { ...text('description', '诉求内容', FORM_DESCRIPTION_MAX), multiline: true },
  ]
}

/** Form values as typed, trimmed; what a channel left out is empty. */
export function readTicketForm(values: Readonly<Record<string, string>>): TicketForm {
  const value = (name: keyof TicketForm) => (values[name] ?? '').trim()
  const code = (name: keyof TicketForm) => value(name).normalize('NFKC').replace(/[\s-]/g, '')
  return {
    enterpriseName: value('enterpriseName'),
    creditCode: code('creditCode').toUpperCase(),
    contactName: value('contactName'),
    phone: code('phone'),
    district: value('district'),
    kind: value('kind'),
    description: value('description').slice(0, FORM_DESCRIPTION_MAX),
  }
}
