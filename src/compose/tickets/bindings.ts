// Who speaks for an enterprise: asked with a ticket that is no report, told to those who can confirm
// it, decided by a confirmed colleague or by staff, and told to the one who asked.

import type { Contact } from '../../conversation/conversation.ts'
import {
  type AskedBinding,
  bindingDecided,
  bindingEnded,
  bindingToConfirm,
} from '../../conversation/incoming/bindings.ts'
import type { BindingStore } from '../../conversation/ports.ts'
import type { Address } from '../../kernel/incoming.ts'
import type { Message } from '../../kernel/message.ts'
import type { Owed } from '../../kernel/outgoing.ts'
import {
  askBinding,
  bindingOf,
  boundEnterprisesOf,
  confirmedColleagues,
  decideBinding,
  endBinding,
  leaveEnterprise,
} from '../../postgres/bindings.ts'
import type { Db, Tx } from '../../postgres/database.ts'
import { writeAudit } from '../../postgres/desk/audit.ts'
import { enqueueOwed } from '../../postgres/outbox.ts'
import { may } from '../../staff/permissions.ts'
import { auditName, type StaffMember } from '../../staff/staff.ts'

type Receiver = Readonly<{ channel: Contact['channel']; externalId: string }>

/** To the person alone, never into a group where they happened to ask. */
export const personAddress = ({ channel, externalId }: Receiver): Address => ({
  channel,
  to: externalId,
  toKind: 'person',
  replyTo: null,
})

const owed = (address: Address, message: Message, purpose: Owed['purpose']): Owed => ({
  address,
  purpose,
  message,
  turnId: null,
  ticketId: null,
})

export type BindingAsk = Readonly<{
  contact: Contact
  creditCode: string
  enterpriseName: string
  personName: string
}>

/** Asks once; whoever is refused may ask again only after a while. */
export async function requestBinding(
  db: Db,
  { contact, creditCode, enterpriseName, personName }: BindingAsk,
  staff: readonly StaffMember[],
): Promise<void> {
  const id = await askBinding(db, {
    contactId: contact.id,
    creditCode,
    enterpriseName,
    personName,
  })
  const binding = id === null ? null : await bindingOf(db, id)
  if (binding === null) return
  const asked: AskedBinding = { ...binding, personName }
  const colleagues = await confirmedColleagues(db, creditCode, contact.id)
  const confirmers = staff.filter(
    (one) => one.active && one.roles.includes('dispatcher') && one.larkOpenId !== null,
  )
  await enqueueOwed(db, [
    ...colleagues.map((one) =>
      owed(personAddress(one), bindingToConfirm(asked, 'colleague'), 'answer'),
    ),
    // Without Lark, staff find it on the console's page.
    ...(contact.channel === 'lark' || colleagues.length === 0 ? confirmers : []).map((one) =>
      owed(
        personAddress({ channel: 'lark', externalId: one.larkOpenId ?? '' }),
        bindingToConfirm(asked, 'staff'),
        'ticket_card',
      ),
    ),
  ])
}

/** @returns false when it no longer waits */
export async function settleBinding(
  db: Db,
  { id, confirmed, by }: Readonly<{ id: string; confirmed: boolean; by: string }>,
): Promise<boolean> {
  const decided = await decideBinding(db, id, confirmed ? 'confirmed' : 'refused', by)
  if (decided === null) return false
  const { channel, externalId, enterpriseName } = decided
  await enqueueOwed(db, [
    owed(
      personAddress({ channel, externalId }),
      bindingDecided(enterpriseName, confirmed),
      'answer',
    ),
  ])
  return true
}

/** @returns false when it no longer stands */
export async function takeBinding(db: Db, id: string, by: string): Promise<boolean> {
  const ended = await endBinding(db, id, by)
  if (ended === null) return false
  const { channel, externalId, enterpriseName } = ended
  await enqueueOwed(db, [
    owed(personAddress({ channel, externalId }), bindingEnded(enterpriseName), 'answer'),
  ])
  return true
}

/** What a contact may do: confirm a colleague of an enterprise they speak for, or stop speaking for it. */
export function bindingStore(tx: Tx): BindingStore {
  return {
    decide: async (contact, id, confirmed) => {
      const binding = await bindingOf(tx, id)
      if (binding === null) return 'gone'
      const own = await boundEnterprisesOf(tx, contact.id)
      const speaks = own.some((one) => one.creditCode === binding.creditCode)
      if (!speaks || binding.contactId === contact.id) return 'not_yours'
      const done = await settleBinding(tx, { id, confirmed, by: `contact:${contact.id}` })
      return done ? 'decided' : 'gone'
    },
    leave: (contact, creditCode) => leaveEnterprise(tx, contact.id, creditCode),
    of: (contact) => boundEnterprisesOf(tx, contact.id),
  }
}

/** A member of staff decides by card, which stands in the audit as what is decided at the console does. */
export async function settleByStaff(
  tx: Tx,
  staff: StaffMember,
  id: string,
  confirmed: boolean,
): Promise<'decided' | 'not_yours' | 'gone'> {
  if (!may(staff.roles, 'binding.confirm')) return 'not_yours'
  const by = auditName(staff.id)
  if (!(await settleBinding(tx, { id, confirmed, by }))) return 'gone'
  await writeAudit(tx, { actor: by, action: 'binding.decide', subject: `binding:${id}` })
  return 'decided'
}
