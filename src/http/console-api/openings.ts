// A ticket recorded by staff for an enterprise that called, came or was visited.
import { Hono } from 'hono'
import { z } from 'zod'
import type { StaffMember } from '../../staff/staff.ts'
import { TICKET_KINDS, URGENCIES } from '../../ticket/kinds.ts'
import { jsonBody } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import { need } from './parts.ts'
import { type DeskRequest, deskRequest } from './request.ts'
import type { OpenedWire, OpeningRefusalWire, RefusalWire } from './wire.ts'

const DESK_SOURCES = ['hotline', 'window', 'station', 'visit'] as const

const text = (max: number) => z.string().trim().max(max)
const openingBody = z.strictObject({
  source: z.enum(DESK_SOURCES),
  kind: z.enum(TICKET_KINDS),
  urgency: z.enum(URGENCIES),
  title: text(200),
  description: text(4_000),
  district: text(40),
  itemCode: text(20).nullable(),
  enterpriseName: text(200),
  creditCode: text(40),
  contactName: text(60),
  phone: text(40),
  anonymous: z.boolean(),
  /** The number that the hotline gave it; empty when there is none. */
  externalNumber: text(60),
  /** The person was told how their data is used, and agreed. */
  consent: z.boolean(),
})
export type DeskOpening = z.infer<typeof openingBody>

export type OpeningsDeps = Readonly<{
  open: (
    staff: StaffMember,
    opening: DeskOpening,
    request: DeskRequest,
  ) => Promise<
    | Readonly<{ ok: true; opened: OpenedWire }>
    | Readonly<{ ok: false; problems: OpeningRefusalWire['problems'] }>
  >
}>

export function openingsApi(deps: OpeningsDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.post('/', async (c) => {
    const staff = need(c, 'ticket.open')
    const opening = await jsonBody(c, openingBody)
    const opened = await deps.open(staff, opening, deskRequest(c, opening))
    if (opened.ok) return c.json(opened.opened, 201)
    const body: RefusalWire & OpeningRefusalWire = {
      error: {
        code: 'invalid',
        text: opened.problems.map((one) => one.text).join(''),
        requestId: c.get('requestId'),
      },
      problems: opened.problems,
    }
    return c.json(body, 422)
  })
  return app
}
