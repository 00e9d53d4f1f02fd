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
  /** How it is worded, as `hurried` or `near_miss`: the report tells each style apart. */
  style: z.string().optional(),
  note: z.string().optional(),
}

export const labelsSchema = z.object(labels)

const single = z.looseObject({ id: z.coerce.string(), q: z.string(), ...labels })
const dialogue = z.looseObject({
  id: z.coerce.string(),
  turns: z.array(z.looseObject({ user: z.string(), ...labels })).min(1),
})

export const evalLine = z.union([dialogue, single])
export type EvalLine = z.infer<typeof evalLine>
export type DialogueLine = z.infer<typeof dialogue>

export const isDialogue = (line: EvalLine): line is DialogueLine => 'turns' in line
type Labels = Readonly<z.infer<typeof labelsSchema>>

const turnResult = z.object({
  decision: z.string(),
  items: z.array(z.string()),
  field: z.string().nullable(),
  act: z.string().nullable(),
  text: z.string(),
  citations: z.array(z.object({ code: z.string(), field: z.string(), version: z.string() })),
  options: z.array(z.string()),
  confidence: z.number(),
  ms: z.number(),
})
export type TurnResult = Readonly<z.infer<typeof turnResult>>

const id = z.string()
export const lineResult = z.union([
  z.object({ id, turns: z.array(turnResult) }),
  turnResult.extend({ id }),
])
export type LineResult = Readonly<z.infer<typeof lineResult>>

/** A turn with its labels, if it has any, and what came of it. */
export type Judged = Readonly<{
  id: string
  file: string
  question: string
  labels: Labels
  result: TurnResult
}>

/** The turns of a line with what came of each. */
export function judge(line: EvalLine, result: LineResult, file: string): Judged[] {
  if (isDialogue(line) && 'turns' in result) {
    return line.turns.flatMap((turn, n) => {
      const came = result.turns[n]
      if (came === undefined) return []
      return [{ id: `${line.id}.${n + 1}`, file, question: turn.user, labels: turn, result: came }]
    })
  }
  if (isDialogue(line) || 'turns' in result) return []
  return [{ id: line.id, file, question: line.q, labels: line, result }]
}
