// Shapes shared by the tables that say whom a change is told to.
import type { CommandKind, CommandOf } from './command.ts'
import type { Audience, Notice, NoticeBody } from './notice.ts'
import type { Ticket } from './ticket.ts'

/** The ticket before and after the change. */
export type Transition = Readonly<{ before: Ticket; after: Ticket }>

export type Telling<K extends CommandKind> = (
  command: CommandOf<K>,
  change: Transition,
) => readonly Notice[]

export type TellingTable<K extends CommandKind> = Readonly<{ [One in K]: Telling<One> }>

export const nobody = () => []

export function tell(body: NoticeBody, ...audiences: readonly Audience[]): readonly Notice[] {
  return audiences.map((to) => ({ ...body, to }))
}
