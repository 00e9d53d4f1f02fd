// Which item a submitted form is about. It was offered beside an answer, but people write in it what
// troubles them: a ticket that keeps the answer's item would be sent to the wrong office.
import type { ItemCode } from '../../kernel/ids.ts'
import type { Handling } from './handling.ts'

/** The item of the form while what is written may be about it; else what is written is sure of, or null. */
export async function itemWrittenOf(
  { deps, event }: Handling,
  { code, description }: Readonly<{ code: ItemCode; description: string }>,
): Promise<ItemCode | null> {
  const read = await deps
    .answerWithoutModel({
      turnId: deps.turnIdOf(event),
      said: { kind: 'text', text: description },
      dialogue: null,
    })
    // Nothing can be looked up just now: what was offered stands.
    .catch(() => null)
  const hits = read?.trace.hits
  if (!hits || hits.some((hit) => hit.code === code)) return code
  return read.decision.kind === 'answer' ? read.decision.code : null
}
