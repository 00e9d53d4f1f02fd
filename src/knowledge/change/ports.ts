// What is asked of changes, and what comes of it.
import type { ChangeRefusal } from './change.ts'
import type { ItemDraft } from './fields.ts'

export type CodedDraft = Readonly<{ code: string; item: ItemDraft }>

/** A change as somebody saw it. */
export type SeenChange = Readonly<{ id: string; revision: number }>

/** What is wrong in the draft of an item: at a field, or at a value in it (`materials.2.name`). */
export type Problem = Readonly<{ code: string; path: string; reason: string }>

export type ChecksOut = Readonly<{
  /** None of this may be handed in. */
  problems: readonly Problem[]
  /** What was wrong before. */
  notes: readonly Problem[]
}>

export type ChangesPerformed =
  | Readonly<{ ok: true; revisions: readonly number[] }>
  | Readonly<{
      ok: false
      refusals: readonly Readonly<{ id: string; code: ChangeRefusal | 'not_found' | 'conflict' }>[]
      problems: readonly Problem[]
    }>
