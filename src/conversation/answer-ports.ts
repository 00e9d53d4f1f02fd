// What understanding and answering one turn needs from outside.
import type { ItemCode } from '../kernel/ids.ts'
import type { Embed, Language, VectorSearch } from '../retrieval/ports.ts'
import type { Snapshot } from '../retrieval/snapshot.ts'
import type { Limits } from '../ticket/limits.ts'
import type { Phase } from '../ticket/phase.ts'
import type { AskedNext } from './asked-next.ts'
import type { Field } from './decision.ts'

/** Told the verified beginning of a draft, each time it has grown by a sentence. */
export type ShowDraft = (beginning: string) => void

/** A model on a leash: it may help to understand, never decide. Every method may fail or be slow. */
export type Model = Readonly<{
  /** A dependent question in full, from the dialogue so far; null when it adds nothing. */
  rewrite(ask: Readonly<{ text: string; before: string }>): Promise<string | null>
  /** One of the given codes that the question is about; null when it cannot tell. */
  choose(
    ask: Readonly<{
      text: string
      options: readonly Readonly<{ code: ItemCode; about: string }>[]
    }>,
  ): Promise<ItemCode | null>
  /** Explanatory prose from the item's record only; null when the record does not say. */
  draft(
    ask: Readonly<{ text: string; code: ItemCode; field: Field }>,
    show?: ShowDraft,
  ): Promise<string | null>
}>

/**
 * How far the tickets of whoever asks have come; `fresh` where something happened to one that is not
 * settled so short a time ago that what is written now may well be about it.
 */
export type OwnTickets = ReadonlySet<Phase | 'fresh'>

export const NO_TICKETS: OwnTickets = new Set()

export type HandlingDays = Limits['handling']

/** How much error is accepted; an administrator sets it, calibration turns it into thresholds. */
export type AnswerPolicy = Readonly<{
  /** The share of answers that may name a wrong item, 0 to 1. */
  targetError: number
}>

export type AnswerDeps = Readonly<{
  snapshot: Snapshot
  /** The knowledge version that the snapshot was built from, as shown to people. */
  version: string
  language: Language
  embed: Embed | null
  searchVectors: VectorSearch | null
  /** The weight of the vector channel in the ranking. */
  vectorWeight: number
  model: Model | null
  policy: AnswerPolicy
  askedNext: AskedNext
  /** The limits of handling a request, as they are now. */
  handlingDays?: (() => HandlingDays) | undefined
  now: () => Date
}>
