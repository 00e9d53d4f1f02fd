// Pinned answers: published for a while, taken back at once.
import { Hono } from 'hono'
import { z } from 'zod'
import {
  PIN_DAYS_MAX,
  PIN_TEXT_MAX,
  PINS_MAX,
  type Pin,
} from '../../conversation/incoming/pinned.ts'
import { DAY_MS } from '../../kernel/clock.ts'
import { DomainError } from '../../kernel/errors.ts'
import { asId, type ItemCode } from '../../kernel/ids.ts'
import { jsonBody } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import { type AuditEntry, entryOf, localDay, need, refuse, startOfDay } from './parts.ts'
import type { Named, PinsWire } from './wire.ts'

export type PinsDeps = Readonly<{
  /** Those whose time is not over. */
  list: () => readonly Pin[]
  /** @returns false when there are as many as there may be */
  add: (pin: Pin, entry: AuditEntry) => Promise<boolean>
  /** @returns false when there is none of that id */
  remove: (id: string, entry: AuditEntry) => Promise<boolean>
  itemName: (code: string) => string | null
  items: () => readonly Named[]
  newId: () => string
  now: () => Date
}>

const pinBody = z.strictObject({
  items: z.array(z.string().max(20)).min(1).max(20),
  text: z.string().trim().min(5).max(PIN_TEXT_MAX),
  /** The last day on which it is shown. */
  until: localDay,
})

export function pinsApi(deps: PinsDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.get('/', (c) => {
    need(c, 'knowledge.read')
    const body: PinsWire = {
      rows: deps.list().map(({ id, items, text, until }) => ({
        id,
        text,
        until,
        items: items.map((code) => ({ value: code, label: deps.itemName(code) ?? code })),
      })),
    }
    return c.json(body)
  })

  app.get('/items', (c) => {
    need(c, 'answer.pin')
    return c.json({ rows: deps.items() })
  })

  app.post('/', async (c) => {
    const admin = need(c, 'answer.pin')
    const { items, text, until } = await jsonBody(c, pinBody)
    const unknown = items.filter((code) => deps.itemName(code) === null)
    const end = startOfDay(until, 1)
    const days = end === null ? 0 : (end.getTime() - deps.now().getTime()) / DAY_MS
    if (unknown.length > 0 || end === null || days <= 0 || days > PIN_DAYS_MAX + 1) {
      const reason = `事项应存在，有效期应在今日起 ${PIN_DAYS_MAX} 日内`
      throw new DomainError('invalid', { show: [{ path: 'until', reason }] })
    }
    const codes = items.map((code) => asId<ItemCode>(code))
    const id = deps.newId()
    const pin = { id, items: codes, text, until: end.toISOString() }
    if (!(await deps.add(pin, entryOf(admin, 'answer.pin', `pin:${id}`)))) {
      return refuse(c, 'too_many', `最多同时发布 ${PINS_MAX} 条，请先撤下不再需要的。`)
    }
    return c.json({ id })
  })

  app.delete('/:id', async (c) => {
    const admin = need(c, 'answer.pin')
    const id = c.req.param('id')
    const entry = entryOf(admin, 'answer.unpin', `pin:${id.slice(0, 40)}`)
    if (!(await deps.remove(id, entry))) throw new DomainError('not_found')
    return c.json({ ok: true })
  })
  return app
}
