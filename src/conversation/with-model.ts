// What a model may add to a turn that was understood without it: another reading of a question that
// was asked back, a vote for the first candidate, and prose where no part of the record was asked for.
// Where it adds nothing, is late or is wrong, the turn stays as it was.
import type { ItemCode } from '../kernel/ids.ts'
import type { ServiceItem } from '../knowledge/service-item.ts'
import { hash32 } from '../retrieval/text-hash.ts'
import type { Model, ShowDraft } from './answer-ports.ts'
import { answered } from './decide.ts'
import type { DialogueState } from './dialogue/dialogue-state.ts'
import type { Outcome } from './outcome.ts'

export type ModelHelp = Readonly<{
  model: Model
  state: DialogueState
  itemOf: (code: ItemCode) => ServiceItem | undefined
  /** The same understanding of a text that stands alone. */
  understandAlone: (text: string) => Promise<Outcome>
}>

/** The outcome, or a surer one: the model may only turn asking back into an answer. */
export async function surerWithModel(outcome: Outcome, help: ModelHelp): Promise<Outcome> {
  if (outcome.decision.kind !== 'clarify' || outcome.question === null) return outcome
  return (await rewritten(outcome, help)) ?? (await confirmed(outcome, help)) ?? outcome
}

/** The whole says what is asked; how the person said it, and what they do not mean, still holds. */
async function rewritten(
  { dependence, question, normalized, complained, denied }: Outcome,
  { model, state, itemOf, understandAlone }: ModelHelp,
): Promise<Outcome | null> {
  if (dependence === 'new' || question === null) return null
  const names = state.items.map((code) => itemOf(code)?.name ?? '')
  const before = [...names, state.clarification?.question ?? state.question ?? '']
  const whole = await model.rewrite({ text: question, before: before.filter(Boolean).join('\n') })
  if (whole === null) return null
  const again = await understandAlone(whole)
  if (again.decision.kind !== 'answer') return null
  const notMeant = [...denied, ...(state.clarification?.denied ?? [])]
  return notMeant.includes(again.decision.code)
    ? null
    : { ...again, normalized, complained, denied }
}

/**
 * How sure the evidence itself must be before a choice counts, so that no model makes an answer of
 * a question that leaves open what is meant. Of 111 such questions that were asked back, a model
 * that names whatever the evidence puts first answers 34 wrongly without a floor and one with it;
 * of 304 hard ones, 216 rightly and 78 wrongly without, 169 and 30 with it.
 */
const CONFIRMED_MIN = 0.5

/** The model's choice counts when it is what the evidence puts first, and not faintly. */
async function confirmed(outcome: Outcome, { model, itemOf }: ModelHelp): Promise<Outcome | null> {
  const { decision, question, retrieved, also } = outcome
  if (decision.kind !== 'clarify' || decision.reason === 'broad' || question === null) return null
  if (decision.options.length === 0) return null
  if ((retrieved?.confidence ?? 0) < CONFIRMED_MIN) return null
  const options = shuffled(decision.options, question).map(({ code }) => {
    const item = itemOf(code)
    return { code, about: item ? `${item.name}：${item.summary}` : code }
  })
  const code = await model.choose({ text: question, options })
  if (code === null || code !== retrieved?.hits[0]?.code) return null
  const asked = { field: decision.field, also }
  return { ...outcome, decision: answered(code, asked, false) }
}

/** In an order that says nothing of what the evidence puts first; the same for the same question. */
function shuffled<T extends Readonly<{ code: ItemCode }>>(
  options: readonly T[],
  question: string,
): readonly T[] {
  const lot = ({ code }: T) => hash32(`${question}\n${code}`)
  return [...options].sort((a, b) => lot(a) - lot(b))
}

/** Shorter messages name an item; the record's overview is what they ask for. */
const QUESTION_LENGTH_MIN = 8

/** Prose for a question that no part of the record answers by itself; null when there is none. */
export async function proseFromModel(
  { decision, field, question }: Pick<Outcome, 'decision' | 'field' | 'question'>,
  model: Model,
  show?: ShowDraft,
): Promise<string | null> {
  if (decision.kind !== 'answer' || question === null) return null
  if (field !== null && field !== 'overview') return null
  if (question.length < QUESTION_LENGTH_MIN) return null
  return model.draft({ text: question, code: decision.code, field: decision.field }, show)
}
