import type { Cue } from '../patterns.ts'

/** What shows one act. */
export type ActRow = Cue & Readonly<{ act: string }>
