// How people say that something terrible is happening: what happens, to whom, and that it goes on.
// A bare noun is no row: 起火, 渗漏 and 跳楼 also stand in certificates, tests and prices.
import { AT_SEA } from './danger-at-sea.ts'
import { BY_HAND } from './danger-by-hand.ts'
import { OF_FIRE } from './danger-of-fire.ts'
import type { DangerRow } from './danger-row.ts'
import { TO_LIFE } from './danger-to-life.ts'
import { TRAPPED } from './danger-trapped.ts'

/** In the order in which what to do first is chosen, where several fit. */
export const DANGER_ROWS: readonly DangerRow[] = [AT_SEA, ...BY_HAND, OF_FIRE, TRAPPED, TO_LIFE]
