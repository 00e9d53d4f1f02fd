// What must be right before a ticket can be registered. Every problem is told at once, by field.

import type { ContactId, ConversationId, ItemCode } from '../kernel/ids.ts'
import { DESCRIPTION_MAX } from './background.ts'
import { hideIdentityNumbers, maskNumbersIn, parseCreditCode, parsePhone } from './enterprise.ts'
import type { TicketKind, TicketSource, Urgency } from './kinds.ts'
import type { Person } from './ports.ts'
import type { Attachment } from './ticket.ts'

/** What a requester, or staff for one, hands in. */
export type Opening = Readonly<{
  kind: TicketKind
  urgency: Urgency
  source: TicketSource
  title: string
  description: string
  attachments: readonly Attachment[]
  item: Readonly<{ code: ItemCode; name: string; department: string }> | null
  section: Readonly<{ code: string; name: string; reviewRequired: boolean }> | null
  district: Readonly<{ code: string; name: string }>
  station: string | null
  enterpriseName: string | null
  creditCode: string | null
  contactId: ContactId | null
  conversationId: ConversationId | null
  person: Person | null
  anonymous: boolean
  /** The time at which the requester agreed to the notice on personal data; null when not. */
  consentAt: string | null
  previousNumber: string | null
  /** What another platform calls it, when it came from there. */
  external: Readonly<{ system: string; number: string }> | null
}>

type OpeningField =
  | 'title'
  | 'description'
  | 'enterpriseName'
  | 'creditCode'
  | 'name'
  | 'phone'
  | 'consent'

export type OpeningProblem = Readonly<{ field: OpeningField; text: string }>

export const TITLE_MAX = 60
const DESCRIPTION_MIN = 5
const NAME_MAX = 60

type Checked =
  | Readonly<{ ok: true; opening: Opening }>
  | Readonly<{ ok: false; problems: readonly OpeningProblem[] }>

/** The opening in canonical form, identity and bank numbers taken out; or all that is wrong with it. */
export function checkOpening(opening: Opening): Checked {
  // Titles are read by many: on lists, in exports, in the triage chat.
  const title = maskNumbersIn(opening.title.trim())
  const description = hideIdentityNumbers(opening.description.trim())
  const enterpriseName = opening.enterpriseName?.trim() || null
  const givenCode = opening.creditCode?.trim() || null
  const creditCode = givenCode === null ? null : parseCreditCode(givenCode)
  const phone = opening.person === null ? null : parsePhone(opening.person.phone)
  const problems: OpeningProblem[] = []
  const need = (right: boolean, field: OpeningField, text: string) => {
    if (!right) problems.push({ field, text })
  }
  need(within(title, 1, TITLE_MAX), 'title', `请填写标题，不超过 ${TITLE_MAX} 字。`)
  need(
    within(description, DESCRIPTION_MIN, DESCRIPTION_MAX),
    'description',
    `请说明诉求，${DESCRIPTION_MIN} 至 ${DESCRIPTION_MAX} 字。`,
  )
  // A platform may hand over a person without an enterprise, or keep the person's data to itself.
  const handedOver = opening.source === 'exchange'
  const withoutEnterprise = opening.anonymous || (handedOver && enterpriseName === null)
  need(
    withoutEnterprise || within(enterpriseName ?? '', 2, NAME_MAX),
    'enterpriseName',
    '请填写企业名称。',
  )
  need(
    (givenCode === null) === (creditCode === null),
    'creditCode',
    '统一社会信用代码应为 18 位且校验位正确，请核对；没有代码的可不填。',
  )
  const withoutPerson = opening.anonymous || (handedOver && opening.person === null)
  if (!withoutPerson) {
    need(within(opening.person?.name.trim() ?? '', 1, 30), 'name', '请填写联系人。')
    need(phone !== null, 'phone', '请填写正确的手机号码或者固定电话（含区号）。')
    need(opening.consentAt !== null, 'consent', '请阅读并同意个人信息处理告知后提交。')
  }
  if (problems.length > 0) return { ok: false, problems }
  const person =
    opening.person === null || phone === null ? null : { name: opening.person.name.trim(), phone }
  return {
    ok: true,
    opening: { ...opening, title, description, enterpriseName, creditCode, person },
  }
}

function within(text: string, min: number, max: number): boolean {
  const length = [...text].length
  return min <= length && length <= max
}
