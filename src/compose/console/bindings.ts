// Who speaks for which enterprise, at the console.
import type { BindingsDeps } from '../../http/console-api/bindings.ts'
import { iso } from '../../http/console-api/parts.ts'
import type { BindingWire } from '../../http/console-api/wire.ts'
import { type Binding, confirmedBindings, waitingBindings } from '../../postgres/bindings.ts'
import { settleBinding, takeBinding } from '../tickets/bindings.ts'
import { type Audited, isTrue } from './audited.ts'
import type { ConsoleParts } from './parts.ts'

export function composeBindings({ db }: ConsoleParts, audited: Audited): BindingsDeps {
  return {
    waiting: async () => (await waitingBindings(db)).map(bindingWire),
    confirmed: async (text, page) => {
      const { rows, total } = await confirmedBindings(db, text, page)
      return { rows: rows.map(bindingWire), total }
    },
    decide: (id, confirmed, entry) =>
      audited(entry, (tx) => settleBinding(tx, { id, confirmed, by: entry.actor }), isTrue),
    end: (id, entry) => audited(entry, (tx) => takeBinding(tx, id, entry.actor), isTrue),
  }
}

const bindingWire = (one: Binding): BindingWire => ({
  id: one.id,
  contactName: one.contactName,
  channel: one.channel,
  enterpriseName: one.enterpriseName,
  creditCode: one.creditCode,
  otherNames: one.otherNames,
  askedAt: one.askedAt.toISOString(),
  decidedAt: iso(one.decidedAt),
})
