import type { actsIn } from '../../retrieval/acts/speech-acts.ts'

type Act = ReturnType<typeof actsIn>[number]

/** What people do in a message who tell what went wrong. */
export const AGGRIEVED: ReadonlySet<string> = new Set<Act>([
  'accuse',
  'buck',
  'chase',
  'fault',
  'grieved',
  'late',
  'step_in',
  'upset',
])
