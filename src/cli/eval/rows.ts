// The lines that `eval` reads and writes (contract: design §8).
import { z } from 'zod'
import { FIELDS } from '../../conversation/decision.ts'

const labels = {
  expect: z.string().optional(),
  items: z.array(z.string()).optional(),
  also: z.array(z.string()).optional(),
  field: z.enum(FIELDS).nullable().optional(),
  /** What is done to a ticket of one's own, beside `expect: status`. */
  act: z.string().optional(),
  note: z.string().optional(),
}

const single = z.looseObject({ id: z.coerce.string(), q: z.string(), ...labels })
const dialogue = z.looseObject({
  id: z.coerce.string(),
  turns: z.array(z.looseObject({ user: z.string(), ...labels })).min(1),
})

export const evalLine = z.union([dialogue, single])
export type EvalLine = z.infer<typeof evalLine>
export type DialogueLine = z.infer<typeof dialogue>

export const isDialogue = (line: EvalLine): line is DialogueLine => 'turns' in line
type Labels = Readonly<{
  expect?: string | undefined
  items?: readonly string[] | undefined
  also?: readonly string[] | undefined
  field?: string | null | undefined
  act?: string | undefined
  note?: string | undefined
}>

export type TurnResult = Readonly<{
  decision: string
  items: readonly string[]
  field: string | null
  act: string | null
  text: string
  citations: readonly Readonly<{ code: string; field: string; version: string }>[]
  options: readonly string[]
  confidence: number
  ms: number
}>

export type LineResult =
  | (Readonly<{ id: string }> & TurnResult)
  | Readonly<{ id: string; turns: readonly TurnResult[] }>

/** A labelled turn with what came of it. */
export type Judged = Readonly<{
  id: string
  file: string
  question: string
  labels: Labels
  result: TurnResult
  inDialogue: boolean
}>
