// What staff record for an enterprise, as an opening; and the check of a ticket's ledger.
import type { LedgersDeps } from '../../http/console-api/ledgers.ts'
import type { DeskOpening, OpeningsDeps } from '../../http/console-api/openings.ts'
import { actorOf } from '../../ticket/actor.ts'
import { typedWords } from '../../ticket/background.ts'
import { verifyLedger } from '../../ticket/ledger.ts'
import { openTicket } from '../../ticket/open.ts'
import type { Opening } from '../../ticket/opening.ts'
import { mayOn } from '../../ticket/relation.ts'
import { isSealedFor } from '../../ticket/sealed.ts'
import { aboutItem, sha256, stationFor, type TicketWorld, ticketDeps } from '../tickets/tickets.ts'
import { oncePerRequest } from './once.ts'
import type { ConsoleParts } from './parts.ts'

export function composeOpenings({ db, world }: ConsoleParts): OpeningsDeps {
  return {
    open: (staff, given, request) => {
      const actor = actorOf(staff)
      return oncePerRequest(db, request, async (tx) => {
        const opening = openingOf(world, given)
        if (opening === null) {
          const problem = { field: 'district', text: '请选择属地，并从列表中选择事项。' }
          return { ok: false, problems: [problem] }
        }
        const opened = await openTicket(ticketDeps(world, tx), opening, actor)
        if (opened.kind === 'invalid') return { ok: false, problems: opened.problems }
        const similar = opened.similar
          .filter(
            ({ ticket }) => mayOn(ticket, actor, 'ticket.read') && !isSealedFor(ticket, staff.id),
          )
          .map(({ ticket: { number, title }, reason }) => ({ number, title, reason }))
        return { ok: true, opened: { number: opened.ticket.number, similar } }
      })
    },
  }
}

/** Null when district or item are none of ours. */
function openingOf(world: TicketWorld, given: DeskOpening): Opening | null {
  const { districts } = world.base()
  const district = districts.find((one) => one.code === given.district)
  const about = aboutItem(world, given.itemCode)
  if (!district || (given.itemCode !== null && about.item === null)) return null
  return {
    kind: given.kind,
    urgency: given.urgency,
    source: given.source,
    title: given.title,
    description: typedWords(given.description),
    attachments: [],
    ...about,
    district,
    station: stationFor(
      world.base(),
      `${given.enterpriseName}${given.description}`,
      given.district,
    ),
    enterpriseName: given.enterpriseName || null,
    creditCode: given.creditCode || null,
    contactId: null,
    conversationId: null,
    person: given.anonymous ? null : { name: given.contactName, phone: given.phone },
    anonymous: given.anonymous,
    consentAt: given.consent ? world.now().toISOString() : null,
    previousNumber: null,
    external: given.externalNumber ? { system: '12345', number: given.externalNumber } : null,
  }
}

export function composeLedgers({ db, world }: ConsoleParts): LedgersDeps {
  const { reads } = ticketDeps(world, db)
  return {
    byNumber: async (number) => (await reads.byNumber(number))?.ticket ?? null,
    verify: async (ticket) => verifyLedger(await reads.ledger(ticket.id), sha256),
  }
}
