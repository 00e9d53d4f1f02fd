// The console's API as a browser calls it, and people of the centre to call it.
import { randomUUID } from 'node:crypto'
import { ticketDeps } from '../../src/compose/tickets/tickets.ts'
import { makeSignInLink } from '../../src/postgres/sessions.ts'
import type { StaffMember } from '../../src/staff/staff.ts'
import { openTicket } from '../../src/ticket/open.ts'
import type { Opening } from '../../src/ticket/opening.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import { aMember, anOpening } from '../builders/world.ts'
import type { Flow } from '../flow/harness.ts'

type Answer<T> = Readonly<{ status: number; body: T; headers: Headers }>
type Read = <T = unknown>(path: string) => Promise<Answer<T>>
type Write = <T = unknown>(path: string, body?: unknown) => Promise<Answer<T>>
export type Caller = Readonly<{
  get: Read
  post: Write
  put: Write
  delete: Write
  /** What signs it in, for a request of another kind. */
  cookie: string
}>

/** What a form of the desk hands in for a call that the hotline passed on. */
export const A_DESK_OPENING = {
  source: 'hotline',
  kind: 'help',
  urgency: 'normal',
  title: '来电反映用电增容',
  description: '企业来电,请协调用电增容事宜。',
  district: 'dinghai',
  itemCode: null,
  enterpriseName: '示例船舶修造有限公司',
  creditCode: '',
  contactName: '钱示例',
  phone: '13800000002',
  externalNumber: 'DH-1',
  anonymous: false,
  consent: true,
}

/** Calls with these headers; a page of our own unless told otherwise. */
export function callerOf(
  flow: Pick<Flow, 'url'>,
  headers: Readonly<Record<string, string>> = {},
): Caller {
  const call =
    (method: string) =>
    async <T>(path: string, body?: unknown): Promise<Answer<T>> => {
      const response = await fetch(`${flow.url}/api/console${path}`, {
        method,
        redirect: 'manual',
        headers: {
          'sec-fetch-site': 'same-origin',
          ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
      })
      const text = await response.text()
      return { status: response.status, body: parsed(text) as T, headers: response.headers }
    }
  return {
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    delete: call('DELETE'),
    cookie: headers['cookie'] ?? '',
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Responsible for nothing, so that no ticket finds its way to them by itself. */
export function aPerson(overrides: Partial<StaffMember> = {}): StaffMember {
  return aMember(randomUUID(), {
    name: '孙示例',
    districts: ['shengsi'],
    departments: [],
    sections: [],
    ...overrides,
  })
}

/** Somebody of the centre, signed in. */
export async function signedIn(flow: Flow, member: StaffMember): Promise<Caller> {
  await flow.employ(member)
  const token = await makeSignInLink(flow.database.db, member.id)
  const { headers, status } = await callerOf(flow).post('/session', { token })
  if (status !== 200) throw new Error(`not signed in: ${status}`)
  const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return callerOf(flow, { cookie })
}

/** A ticket registered for a fictitious enterprise, in the hands of whom the rules find. */
export async function aTicketOf(flow: Flow, overrides: Partial<Opening> = {}): Promise<Ticket> {
  const { world, database } = flow.app.parts
  const opened = await openTicket(ticketDeps(world, database.db), anOpening(overrides), {
    kind: 'system',
  })
  if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened.problems))
  return opened.ticket
}
