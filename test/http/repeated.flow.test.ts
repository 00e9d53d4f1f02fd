// A browser whose answer got lost hands its form in again: it is done once and answered as before.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenedWire, TicketWire } from '../../src/http/console-api/wire.ts'
import { forgetRequests } from '../../src/postgres/desk/requests.ts'
import { HOUSING, MARKET } from '../builders/world.ts'
import { type Flow, onOneEngine, startFlow } from '../flow/harness.ts'
import { A_DESK_OPENING, aPerson, aTicketOf, type Caller, callerOf, signedIn } from './console.ts'

const DONE = { status: 200, body: { ok: true } }
const OPENING = { ...A_DESK_OPENING, externalNumber: '' }

onOneEngine('what is handed in again', (engine) => {
  let flow: Flow
  let dispatcher: Caller
  let specialist: Caller

  beforeAll(async () => {
    flow = await startFlow(engine)
    dispatcher = await signedIn(flow, aPerson({ roles: ['dispatcher'], districts: ['city'] }))
    const holder = aPerson({ districts: ['dinghai'], departments: [HOUSING] })
    specialist = await signedIn(flow, holder)
  })
  afterAll(() => flow.stop())

  const under = (key: string, { cookie }: Caller) =>
    callerOf(flow, { cookie, 'idempotency-key': key })
  const opens = (who: Caller, overrides: object = {}) =>
    who.post<OpenedWire>('/openings', { ...OPENING, ...overrides })

  test('opens one ticket, and each time its number is told', async () => {
    const form = under(randomUUID(), dispatcher)
    const [first, atOnce] = await Promise.all([opens(form), opens(form)])
    expect([first.status, atOnce.status]).toEqual([201, 201])
    expect(atOnce.body).toEqual(first.body)
    expect(await opens(form)).toMatchObject({ status: 201, body: first.body })
    const another = await opens(under(randomUUID(), dispatcher))
    expect(another.body.similar.map((one) => one.number)).toEqual([first.body.number])
  })

  test('sends one reply; another text under its id is told that the first has gone out', async () => {
    const { number } = await aTicketOf(flow)
    const path = `/tickets/${number}/acts`
    await specialist.post(path, { act: 'accept' })
    const replies = async () =>
      (await specialist.get<TicketWire>(`/tickets/${number}`)).body.timeline.filter(
        (entry) => entry.title === '回复企业',
      ).length
    const form = under(randomUUID(), specialist)
    const says = (text: string) => form.post(path, { act: 'reply', form: { text } })
    expect(await says('已联系供电公司。')).toMatchObject(DONE)
    expect(await says('已联系供电公司。')).toMatchObject(DONE)
    expect(await replies()).toBe(1)
    expect(await says('明日上门。')).toMatchObject({
      status: 409,
      body: { error: { code: 'already_done' } },
    })
    expect(await replies()).toBe(1)
  })

  test('is answered as before where the act ended what allowed it', async () => {
    const { number } = await aTicketOf(flow)
    const path = `/tickets/${number}/acts`
    const colleague = aPerson({ departments: [MARKET] })
    await flow.employ(colleague)
    const accepts = under(randomUUID(), specialist)
    const transfers = under(randomUUID(), specialist)
    const form = { to: colleague.id, department: MARKET, reason: '分工调整' }
    expect(await accepts.post(path, { act: 'accept' })).toMatchObject(DONE)
    expect(await accepts.post(path, { act: 'accept' })).toMatchObject(DONE)
    expect(await transfers.post(path, { act: 'transfer', form })).toMatchObject(DONE)
    expect(await specialist.post(path, { act: 'transfer', form })).toMatchObject({ status: 404 })
    expect(await transfers.post(path, { act: 'transfer', form })).toMatchObject(DONE)
    expect(await accepts.post(path, { act: 'accept' })).toMatchObject(DONE)
  })

  test('may be corrected under the same id while nothing was done', async () => {
    const form = under(randomUUID(), dispatcher)
    expect((await opens(form, { phone: '12' })).status).toBe(422)
    expect((await opens(form)).status).toBe(201)
  })

  test('is something new once its id is forgotten, and an id that is none is refused', async () => {
    const form = under(randomUUID(), dispatcher)
    const first = await opens(form)
    await forgetRequests(flow.database.db, new Date(0))
    expect((await opens(form)).body.number).toBe(first.body.number)
    await forgetRequests(flow.database.db, new Date('2100-01-01'))
    expect((await opens(form)).body.number).not.toBe(first.body.number)
    expect((await opens(under('?', dispatcher))).status).toBe(400)
  })
})
