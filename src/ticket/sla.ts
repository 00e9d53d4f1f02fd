import type { Instant } from './ticket.ts'

/** A due instant, or the year whose calendar is missing; null where no limit runs. */
export type Due = Readonly<{ at: Instant }> | Readonly<{ uncoveredYear: number }> | null
