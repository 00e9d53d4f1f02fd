// A draft may say what the record says and nothing else: each of its sentences consists of whole
// statements of a chunk that it cites, and a law that is named with one is the record's own for it.

import { type Chunk, chunkText } from '../record-chunk.ts'
import { comparable, sentencesOf, unwritable } from './draft-text.ts'
import { figuresIn } from './figures.ts'
import { groundsOf } from './grounds.ts'
import { unknownLaws } from './laws.ts'

export type DraftFault = Readonly<{
  kind:
    | 'empty'
    | 'too_long'
    /** Characters that read otherwise than they compare. */
    | 'characters'
    /** A sentence without a source, or a source that was not given. */
    | 'citation'
    | 'figure'
    | 'law'
    | 'not_in_record'
  /** What was refused, as the draft has it. */
  found: string
}>

export type VerifiedSentence = Readonly<{
  text: string
  /** The places of the chunks that it rests on. */
  cites: readonly number[]
}>

export type Verified =
  | Readonly<{ ok: true; sentences: readonly VerifiedSentence[] }>
  | Readonly<{ ok: false; faults: readonly DraftFault[] }>

export const DRAFT_LENGTH_MAX = 800

/** Checks a draft, cited as `…。[1][2]`, against the chunks that were given to its author. */
export function verifyDraft(draft: string, chunks: readonly Chunk[]): Verified {
  const refuse = (kind: DraftFault['kind'], found: string): Verified => ({
    ok: false,
    faults: [{ kind, found }],
  })
  if (draft.trim() === '') return refuse('empty', '')
  if (draft.length > DRAFT_LENGTH_MAX) return refuse('too_long', String(draft.length))
  const characters = unwritable(draft)
  if (characters.length > 0) return refuse('characters', characters.join(' '))
  const sentences = sentencesOf(draft)
  if (sentences === null) return refuse('citation', '[…]')
  const checked = sentences.map(({ shown, text, cites }) => {
    const cited = cites.map((n) => chunks[n - 1]).filter((chunk) => chunk !== undefined)
    if (cited.length === 0 || cited.length < cites.length || text === '') {
      return { faults: [{ kind: 'citation', found: shown } as const] }
    }
    const grounds = groundsOf(text, cited)
    if (grounds === null) return { faults: faultsOf(text, cited) }
    return {
      faults: [],
      sentence: { text: shown, cites: cites.filter((n) => grounds.includes(chunks[n - 1]!)) },
    }
  })
  const faults = checked.flatMap((one) => one.faults)
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, sentences: checked.flatMap(({ sentence }) => sentence ?? []) }
}

/** What is wrong with a sentence that is not the record's, as far as that can be told. */
function faultsOf(text: string, cited: readonly Chunk[]): readonly DraftFault[] {
  const record = comparable(cited.map(chunkText).join('\n'))
  const known = new Set(figuresIn(record).map(keyOf))
  const figures = figuresIn(withoutTitles(text)).filter(
    (figure) => !known.has(keyOf(figure)) && !record.includes(figure.found) && !isWordPart(figure),
  )
  const faults = [
    ...figures.map(({ found }) => ({ kind: 'figure', found }) as const),
    ...unknownLaws(text, record).map((found) => ({ kind: 'law', found }) as const),
  ]
  return faults.length > 0 ? faults : [{ kind: 'not_in_record', found: text }]
}

/** A title's own numbers are told with the title. */
const withoutTitles = (text: string) => text.replaceAll(/《[^《》]*》/gu, '《》')

/** 「一定」, 「万一」. */
const isWordPart = ({ kind, unit, found }: ReturnType<typeof figuresIn>[number]) =>
  kind === 'number' && unit === '' && !/\d/u.test(found)

const keyOf = ({ kind, key, unit }: ReturnType<typeof figuresIn>[number]) =>
  `${kind} ${key} ${unit}`
