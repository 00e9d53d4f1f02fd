// Which of the person's tickets an act is about that names none: the only one that it can be about.
import { folded } from '../../kernel/folded.ts'
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

const DIGITS = '一二三四五六七八九'
const ORDINAL = /(?:^|第|选)\s*([1-9一二三四五六七八九])(?:个|件|条|张|$|[,，。.])/u
const OLDEST = /最[早先]|最后(?:一|面)?[个件条]/u
const NEWEST = /最[新近]|刚(?:才|刚)?(?:提|报|登|交|说)?(?:的|那)/u
/** 「码头灯那个」 */
const BY_MATTER = /([^,，。;；!！?？\s]{1,10}?)(?:的)?[那这](?:一)?[个件条张]/u
const PAIR = 2

/** The one of these that is pointed at, by its place as they were shown or by its matter; or null. */
export function pointedAt(tickets: readonly Ticket[], said: string): Ticket | null {
  const text = folded(said).trim()
  const ordinal = ORDINAL.exec(text)?.[1]
  if (ordinal !== undefined) {
    const place = DIGITS.includes(ordinal) ? DIGITS.indexOf(ordinal) + 1 : Number(ordinal)
    return tickets[place - 1] ?? null
  }
  if (OLDEST.test(text)) return tickets.at(-1) ?? null
  if (NEWEST.test(text)) return tickets[0] ?? null
  const named = BY_MATTER.exec(text)?.[1]
  return named === undefined ? null : alike(tickets, named)
}

/** The only one that shares most of these words; single characters count where nothing longer is said. */
function alike(tickets: readonly Ticket[], words: string): Ticket | null {
  const chars = [...words]
  const pieces = chars.length < PAIR ? chars : chars.slice(1).map((char, n) => `${chars[n]}${char}`)
  const shared = tickets.map(({ title, description }) => {
    const about = folded(`${title} ${description}`)
    return pieces.filter((piece) => about.includes(piece)).length
  })
  const most = Math.max(0, ...shared)
  const best = tickets.filter((_, n) => shared[n] === most)
  return most > 0 && best.length === 1 ? (best[0] ?? null) : null
}
