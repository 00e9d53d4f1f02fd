// A piece of the record that an author may cite by its place in the list, from 1.
import type { Field } from './field.ts'

type RecordLine = Readonly<{ text: string; source: string | null }>

export type Chunk = Readonly<{
  /** The item whose record it is from. */
  of: string
  /** The part of the record; null for the answer to a frequent question. */
  field: Field | null
  label: string
  lines: readonly RecordLine[]
}>

/** As an author is given it. */
export const chunkText = ({ lines }: Chunk): string =>
  lines.map(({ text, source }) => (source === null ? text : `${text}〔${source}〕`)).join('\n')
