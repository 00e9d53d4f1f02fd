// What the console's API sends about changes to items.
import type { Message } from '../../kernel/message.ts'
import type { ChangeAct, ChangeState } from '../../knowledge/change/change.ts'
import type { BaseChange, FieldChange, ItemChange } from '../../knowledge/change/compare.ts'
import type { ItemDraft } from '../../knowledge/change/fields.ts'
import type { Problem } from '../../knowledge/change/ports.ts'
import type { SheetProblem } from '../../knowledge/change/read-sheets.ts'
import type { Named } from './wire.ts'

export type ChangeLineWire = Readonly<{
  id: string
  code: string
  name: string
  state: ChangeState
  reason: string
  author: string
  isMine: boolean
  revision: number
  updatedAt: string
  /** The item says something else by now than when the change was made from it. */
  movedOn: boolean
  /** The labels of the fields that it changes. */
  fields: readonly string[]
}>

export type ChangeWire = Readonly<{
  line: ChangeLineWire
  item: ItemDraft
  /** What the change does to what it was made from. */
  changes: readonly FieldChange[]
  /** What has been done to that since. */
  since: readonly FieldChange[]
  problems: readonly Problem[]
  notes: readonly Problem[]
  steps: readonly Readonly<{ at: string; actor: string; act: string; note: string }>[]
  acts: readonly ChangeAct[]
  /** It is this person's own, and nobody else could approve it. */
  isAlone: boolean
}>

/** What the page for editing an item begins with. */
export type EditWire = Readonly<{
  code: string
  /** As the next publish would take it. */
  current: ItemDraft
  /** This person's own draft of it. */
  mine: ChangeWire | null
  /** Drafts of others that are still open. */
  others: readonly ChangeLineWire[]
}>

export type SavedWire = Readonly<{
  id: string
  revision: number
  problems: readonly Problem[]
  notes: readonly Problem[]
}>

/** A refusal says which changes it is about, and what is wrong in them. */
export type ChangeRefusalWire = Readonly<{ problems: readonly Problem[] }>

export type CompareWire = BaseChange & Readonly<{ a: Named; b: Named }>

export type AnswersWire = Readonly<{ today: Message; changed: Message }>

export type ImportWire = Readonly<{
  changed: readonly ItemChange[]
  unchanged: number
  problems: readonly SheetProblem[]
  /** False for what was only looked through, and where something is wrong. */
  isMade: boolean
}>
