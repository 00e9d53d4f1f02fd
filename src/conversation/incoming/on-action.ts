// A button or a form. What it carries came back from the outside, so it is read as carefully as
// anything typed; what we do not understand is answered, never dropped.
import { DomainError } from '../../kernel/errors.ts'
import { asId, type ItemCode, type TurnId } from '../../kernel/ids.ts'
import type { Incoming, IncomingContent } from '../../kernel/incoming.ts'
import { plainMessage } from '../../kernel/message.ts'
import { TICKET_REASONS } from '../../knowledge/reply.ts'
import { OWN_TICKET_ACTS } from '../../retrieval/acts/own-act-rows.ts'
import { FIELDS, type Field, type TicketReason } from '../decision.ts'
import { onColleagueDecision, onLeaveEnterprise } from './bindings.ts'
import { vote } from './feedback.ts'
import type { Commit, HandleDeps, Handling } from './handling.ts'
import { ABOUT_NOTHING, owedInPrivate } from './in-private.ts'
import { askQuestion } from './on-text.ts'
import { ownTicketAct } from './own-tickets.ts'
import { showForm } from './prefilled-form.ts'
import { LEVELS, ratingForm, SOLVED } from './rating-form.ts'
import { leaveRelay } from './relay.ts'
import { submitTicket } from './submit-ticket.ts'
import { tell } from './tell.ts'

type ActionContent = Extract<IncomingContent, { kind: 'action' }>

type Clicked = Handling &
  Readonly<{
    /** The action's arguments and the form's values as texts; what is missing is empty. */
    arg: (name: string) => string
    form: Readonly<Record<string, string>>
    messageRef: string | null
  }>

const HANDLERS: Readonly<Record<string, (clicked: Clicked) => Promise<Commit>>> = {
  ask: (c) =>
    askQuestion(c, { kind: 'text', text: c.arg('q') }, { anew: c.arg('anew') === 'true' }),
  choose,
  none_of_these: (c) => askQuestion(c, { kind: 'none_of_these' }),
  feedback: async (c) =>
    vote(c, {
      turn: asId<TurnId>(c.arg('turn')),
      up: c.arg('up') === 'true',
      reason: c.form['reason']?.trim() || null,
    }),
  person: async (c) => showForm(c, { reason: 'person_wanted', code: c.arg('code') || null }),
  ticket_form: async (c) =>
    showForm(c, { reason: reasonOf(c.arg('reason')), code: c.arg('code') || null }),
  ticket_submit: async (c) =>
    submitTicket(c, {
      reason: reasonOf(c.arg('reason')),
      code: c.arg('code'),
      from: c.arg('from'),
      values: c.form,
      messageRef: c.messageRef,
    }),
  own_ticket: async (c) => ownTicket(c),
  rate: async (c) => rate(c),
  leave_relay: async (c) => leaveRelay(c.conversation),
  binding: async (c) => async (stores) => {
    const isConfirmed = c.arg('confirmed') === 'true'
    const { contact } = c.conversation
    return tell(c, stores, await onColleagueDecision(stores, contact, c.arg('id'), isConfirmed))
  },
  leave_enterprise: async (c) => async (stores) =>
    tell(c, stores, await onLeaveEnterprise(stores, c.conversation.contact, c.arg('code'))),
}

/** An act that is not known, as on the card of an older version, is answered. */
export async function onAction(
  deps: HandleDeps,
  event: Incoming,
  content: ActionContent,
): Promise<Commit> {
  const conversation = await deps.conversations.open(event)
  const name = textOf(content.action['a'])
  const handler = Object.hasOwn(HANDLERS, name) ? HANDLERS[name] : undefined
  if (!handler) return stale(event)
  const arg = (key: string) => textOf(content.action[key])
  const { form, messageRef } = content
  return handler({ deps, event, conversation, arg, form, messageRef })
}

async function choose(c: Clicked): Promise<Commit> {
  try {
    return await askQuestion(c, {
      kind: 'chosen',
      code: asId<ItemCode>(c.arg('code')),
      field: fieldOf(c.arg('field')),
    })
  } catch (error) {
    // An old card may offer what has left the knowledge base since.
    if (error instanceof DomainError && error.code === 'unknown_item') return stale(c.event)
    throw error
  }
}

function ownTicket(c: Clicked): Commit {
  if (c.arg('act') === 'rate') return showRating(c)
  const act = OWN_TICKET_ACTS.find((one) => one === c.arg('act'))
  if (!act) return stale(c.event)
  return (stores) =>
    ownTicketAct(c, stores, {
      act,
      ticketNumber: c.arg('number') || null,
      text: c.form['text'] ?? c.arg('text'),
      pressed: c.arg('picked') !== 'true',
      corrected: c.arg('corrected') || null,
      isDraft: c.arg('draft') === 'true',
    })
}

function showRating(c: Clicked): Commit {
  return async (stores) => {
    const message = ratingForm(c.arg('number'))
    await stores.enqueue(owedInPrivate(c, message))
    return { text: '请在下方评价', tone: 'info' }
  }
}

function rate(c: Clicked): Commit {
  const level = LEVELS.find((one) => String(one) === c.form['level'])
  const solved = SOLVED.find((one) => one === c.form['solved'])
  return async (stores) => {
    if (level === undefined || solved === undefined) {
      return tell(c, stores, { text: '请选择满意程度和是否解决', tone: 'error' })
    }
    const done = await stores.tickets.perform(c.conversation.contact, c.arg('number'), {
      kind: 'rate',
      level,
      solved,
      comment: c.form['comment']?.trim() || null,
    })
    return done.ok
      ? tell(c, stores, { text: '感谢您的评价', tone: 'success' })
      : tell(c, stores, { text: '这件诉求当前不能评价', tone: 'error' })
  }
}

function stale(event: Incoming): Commit {
  return async (stores) => {
    await stores.enqueue([
      {
        address: event.replyAddress,
        purpose: 'answer',
        message: plainMessage(
          '这个按钮已经失效。请直接输入您的问题，或输入「我的诉求」查看办理进展。',
        ),
        ...ABOUT_NOTHING,
      },
    ])
    return { text: '这个按钮已经失效', tone: 'error' }
  }
}

function reasonOf(text: string): TicketReason {
  return TICKET_REASONS.find((reason) => reason === text) ?? 'person_wanted'
}

function fieldOf(text: string): Field | null {
  return FIELDS.find((field) => field === text) ?? null
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}
