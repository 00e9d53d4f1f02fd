// Which of the person's tickets an act is about that names none: the only one that it can be about.
import { type Phase, phaseOf } from '../../ticket/phase.ts'
import type { Ticket } from '../../ticket/ticket.ts'

type Phases = readonly Phase[]

const OPEN: Phases = ['at_work', 'answered', 'confirmed']

/** What may still be added to; what is solved only where there is nothing else. */
export const UNSOLVED_FIRST: readonly Phases[] = [['at_work', 'answered'], OPEN]
/** What an answer is judged of: the one that waits for it, else one that was solved. */
export const ANSWERED_FIRST: readonly Phases[] = [['answered'], ['confirmed'], OPEN]

/** Of the likeliest that there are; `none` has ended, `unclear` are several. */
export function likeliest(
  tickets: readonly Ticket[],
  likely: readonly Phases[],
): Ticket | 'none' | 'unclear' {
  const [first, ...others] =
    likely
      .map((phases) => tickets.filter(({ state }) => phases.includes(phaseOf(state))))
      .find((some) => some.length > 0) ?? []
  if (first === undefined) return 'none'
  return others.length === 0 ? first : 'unclear'
}
