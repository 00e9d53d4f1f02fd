// Who speaks for which enterprise: confirmed, refused and ended by staff.
import { Hono } from 'hono'
import { z } from 'zod'
import { DomainError } from '../../kernel/errors.ts'
import type { PageAsk } from '../../ticket/desk-list.ts'
import { jsonBody, queryOf } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import { type AuditEntry, entryOf, need, refuse, searchQuery } from './parts.ts'
import type { BindingWire, Paged } from './wire.ts'

export type BindingsDeps = Readonly<{
  waiting: () => Promise<readonly BindingWire[]>
  confirmed: (text: string | null, page: PageAsk) => Promise<Paged<BindingWire>>
  /** @returns false when it no longer waits */
  decide: (id: string, confirmed: boolean, entry: AuditEntry) => Promise<boolean>
  /** @returns false when it no longer stands */
  end: (id: string, entry: AuditEntry) => Promise<boolean>
}>

const decisionBody = z.strictObject({ confirmed: z.boolean() })

export function bindingsApi(deps: BindingsDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.get('/', async (c) => {
    need(c, 'binding.confirm')
    return c.json({ rows: await deps.waiting() })
  })

  app.get('/confirmed', async (c) => {
    need(c, 'binding.end')
    const { q, ...page } = queryOf(c, searchQuery)
    return c.json(await deps.confirmed(q, page))
  })

  app.post('/:id', async (c) => {
    const staff = need(c, 'binding.confirm')
    const id = z.uuid().safeParse(c.req.param('id'))
    const { confirmed } = await jsonBody(c, decisionBody)
    if (!id.success) throw new DomainError('not_found')
    const entry = entryOf(staff, 'binding.decide', `binding:${id.data}`)
    if (!(await deps.decide(id.data, confirmed, entry))) {
      return refuse(c, 'conflict', '该申请已被处理，请刷新后查看。')
    }
    return c.json({ ok: true })
  })

  app.delete('/:id', async (c) => {
    const staff = need(c, 'binding.end')
    const id = z.uuid().safeParse(c.req.param('id'))
    if (!id.success) throw new DomainError('not_found')
    if (!(await deps.end(id.data, entryOf(staff, 'binding.end', `binding:${id.data}`)))) {
      return refuse(c, 'conflict', '该绑定已解除，请刷新后查看。')
    }
    return c.json({ ok: true })
  })
  return app
}
