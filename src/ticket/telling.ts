// Whom each act is told to. Neutral: `notices.ts` words it, the adapter finds the people.
import type { Command, CommandKind } from './command.ts'
import type { Notice } from './notice.ts'
import { TELL_HANDLING } from './telling-handling.ts'
import type { Telling, TellingTable, Transition } from './telling-parts.ts'
import { TELL_RESULT } from './telling-result.ts'

const TELL: TellingTable<CommandKind> = { ...TELL_HANDLING, ...TELL_RESULT }

export function noticesOf(command: Command, change: Transition): readonly Notice[] {
  // The table pairs each kind with its own command, which the compiler cannot follow through the key.
  const telling = TELL[command.kind] as Telling<CommandKind>
  return telling(command, change)
}
