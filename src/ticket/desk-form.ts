// A desk form handed in at the console: done, or told why not.
import { DomainError } from '../kernel/errors.ts'
import type { CommandKind } from './command.ts'
import type { DeskClickDeps } from './desk-click.ts'
import { type Form, readCommand } from './read-command.ts'
import { refusalText } from './refusals.ts'
import { mayOn } from './relation.ts'
import type { RefusalCode } from './rules-parts.ts'
import type { Actor } from './ticket.ts'

export type DeskForm = Readonly<{ number: string; act: CommandKind; form: Form }>

/** `invalid`: something is not filled in, or not understood. `text` is for the person who sent it. */
export type DeskFormOutcome =
  | Readonly<{ ok: true }>
  | Readonly<{ ok: false; code: RefusalCode | 'unknown' | 'invalid'; text: string }>

/**
 * Checks a form and does what it asks; what is refused changes nothing.
 * @throws DomainError `not_found` when the ticket is not theirs to see, `not_permitted` when the act
 * is not theirs to do
 */
export async function handInForm(
  deps: Pick<DeskClickDeps, 'look' | 'facts' | 'perform'>,
  actor: Actor,
  { number, act, form }: DeskForm,
): Promise<DeskFormOutcome> {
  const seen = await deps.look(number)
  if (seen === null) throw new DomainError('not_found')
  const { ticket, kinds } = seen
  if (!mayOn(ticket, actor, act)) throw new DomainError('not_permitted')
  if (!kinds.includes(act)) {
    return { ok: false, code: 'wrong_state', text: refusalText('wrong_state', ticket) }
  }
  const read = readCommand(act, form, await deps.facts(ticket, form))
  if (!read.ok) {
    return { ok: false, code: 'invalid', text: '有内容没有填写或填写有误，请检查后再提交。' }
  }
  const done = await deps.perform(ticket, read.command)
  return done.ok ? done : { ...done, text: refusalText(done.code, ticket) }
}
