// A handled ticket or an answered question as the draft of a frequent question, for a person to
// finish: without a source it cannot be handed in.
import { Hono } from 'hono'
import { z } from 'zod'
import { tellsOfReport } from '../../conversation/dialogue/report.ts'
import type { TurnDetail } from '../../conversation/turn-log.ts'
import { DomainError } from '../../kernel/errors.ts'
import { rowsOf } from '../../knowledge/change/cells.ts'
import { mayOn } from '../../ticket/relation.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import { jsonBody } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import { type ChangesDeps, changeActorOf, creationBy } from './change-wires.ts'
import { masked } from './masked.ts'
import { actorOf, need, refuse, type StaffContext } from './parts.ts'

export type ChangeFromDeps = ChangesDeps &
  Readonly<{
    ticket: (number: string) => Promise<Ticket | null>
    turn: (id: string) => Promise<TurnDetail | null>
  }>

const QUESTION_MAX = 150
const ANSWER_MAX = 400

const body = z.strictObject({
  code: z.string().max(20),
  from: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ticket'), number: z.string().max(40) }),
    z.strictObject({ kind: z.literal('turn'), id: z.uuid() }),
  ]),
})
type From = z.infer<typeof body>['from']
type Row = Readonly<{ q: string; a: string; source: string }>

export function changeFromApi(deps: ChangeFromDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.post('/', async (c) => {
    const staff = need(c, 'knowledge.draft')
    const { code, from } = await jsonBody(c, body)
    const current = await deps.current(code)
    if (current === null) throw new DomainError('not_found')
    const row = from.kind === 'ticket' ? await ofTicket(deps, c, from) : await ofTurn(deps, c, from)
    const open = await deps.list(
      { states: ['editing', 'sent_back'], code, author: staff.id },
      { page: 1, size: 1 },
    )
    const [mine] = open.rows
    const before = mine?.item ?? current
    const item = { ...before, faq: [...rowsOf({ name: 'faq' }, before), row] }
    const reason = mine?.reason || reasonOf(from)
    if (mine === undefined) {
      const baseDigest = deps.digestOf(current)
      const change = { code, item, base: current, baseDigest, reason, author: staff.id }
      await deps.add(change, creationBy(staff))
    } else {
      const done = await deps.save(mine, { item, reason }, await changeActorOf(deps, staff))
      if (!done.ok) return refuse(c, 'conflict', '您的草稿刚被更新，请刷新后重试。')
    }
    return c.json({ ok: true }, 201)
  })
  return app
}

const reasonOf = (from: From): string =>
  from.kind === 'ticket' ? `来自工单 ${from.number}` : '来自问答日志'

/** Of what the reader may see, and of nothing under seal. */
async function ofTicket(
  deps: ChangeFromDeps,
  c: StaffContext,
  { number }: Extract<From, { kind: 'ticket' }>,
): Promise<Row> {
  const ticket = await deps.ticket(number)
  const actor = actorOf(c.get('staff'))
  if (ticket === null || !mayOn(ticket, actor, 'ticket.read') || ticket.sealed) {
    throw new DomainError('not_found')
  }
  if (ticket.resolution === null) throw new DomainError('wrong_state')
  const { enterpriseName } = ticket
  const nameless = (text: string) =>
    enterpriseName === null || enterpriseName === ''
      ? text
      : text.replaceAll(enterpriseName, '企业')
  return rowOf(nameless(ticket.title), nameless(ticket.resolution.text))
}

async function ofTurn(
  deps: ChangeFromDeps,
  c: StaffContext,
  { id }: Extract<From, { kind: 'turn' }>,
): Promise<Row> {
  need(c, 'turn.read')
  const turn = await deps.turn(id)
  if (turn === null || tellsOfReport(turn)) throw new DomainError('not_found')
  return rowOf(turn.question, turn.decisionKind === 'answer' ? (turn.message?.summary ?? '') : '')
}

/** Masked before it is cut: half a number would not be known as one. */
const rowOf = (question: string, answer: string): Row => ({
  q: masked(question).slice(0, QUESTION_MAX),
  a: masked(answer).slice(0, ANSWER_MAX),
  source: '',
})
