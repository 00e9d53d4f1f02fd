// The model on its leash: it may complete a question, pick one of given items, or pick what
// the record says. Whatever it returns is checked here; what does not pass never leaves this file.
import type { Model } from '../conversation/answer-ports.ts'
import type { ItemCode } from '../kernel/ids.ts'
import type { Chunk } from '../knowledge/record-chunk.ts'
import type { ServiceItem } from '../knowledge/service-item.ts'
import {
  DRAFT_LENGTH_MAX,
  type DraftFault,
  verifyDraft,
} from '../knowledge/verify-figures/verify-draft.ts'
import { maskNumbersIn } from '../ticket/enterprise.ts'
import type { Chat } from './chat.ts'
import { choiceOf } from './choice.ts'
import { draftChunks, numbered, withSources } from './draft-chunks.ts'
import { faultOf, type LlmFaultCode } from './fault.ts'
import { listenToDraft } from './live-draft.ts'
import type { Prompted, Prompts } from './prompts.ts'
import { isFaithfulRewrite, REWRITE_LENGTH_MAX } from './rewrite-check.ts'

export type ModelOutcome =
  | 'used'
  /** The model itself had nothing to add. */
  | 'nothing'
  /** Refused by the checks of this file. */
  | 'unfaithful'
  | DraftFault['kind']
  | LlmFaultCode

/** One use of the model and what came of it: for the answer log and the counters. */
export type ModelUse = Readonly<{
  use: keyof Model
  outcome: ModelOutcome
  prompt: string
  ms: number
  /** What was refused. */
  refused: readonly string[]
}>

export type ModelDeps = Readonly<{
  chat: Chat
  prompts: Prompts
  itemOf: (code: ItemCode) => ServiceItem | undefined
  /** Told about each use. */
  onUse: (use: ModelUse) => void
  /** For all uses of one turn together. */
  budgetMs?: number
}>

const BUDGET_MS = 8_000
/** Understanding must leave time for the answer. */
const UNDERSTAND_MS = 3_000
const NOTHING = /^(?:无|记录未载明)[。.]?$/u

type Made<T> = Readonly<{
  value: T | null
  outcome: ModelOutcome
  refused?: readonly string[]
}>

/** A model for one turn: its time begins with the first use. No method ever rejects. */
export function makeModel(deps: ModelDeps): Model {
  const use = makeUse(deps)
  return {
    rewrite: rewriteWith(deps, use),
    choose: chooseWith(deps, use),
    draft: draftWith(deps, use),
  }
}

/** Asks within the time that is left, tells what came of it, and gives null for every failure. */
type Use = <T>(
  name: keyof Model,
  prompt: Prompted,
  ask: (signal: AbortSignal) => Promise<Made<T>>,
) => Promise<T | null>

function makeUse({ budgetMs, onUse }: ModelDeps): Use {
  let budget: AbortSignal | null = null
  return async <T>(
    name: keyof Model,
    prompt: Prompted,
    ask: (signal: AbortSignal) => Promise<Made<T>>,
  ) => {
    budget ??= AbortSignal.timeout(budgetMs ?? BUDGET_MS)
    const signal =
      name === 'draft' ? budget : AbortSignal.any([budget, AbortSignal.timeout(UNDERSTAND_MS)])
    const began = performance.now()
    const made = await ask(signal).catch(
      (error: unknown): Made<T> => ({ value: null, outcome: faultOf(error, signal).code }),
    )
    onUse({
      use: name,
      outcome: made.outcome,
      prompt: prompt.version,
      ms: Math.round(performance.now() - began),
      refused: made.refused ?? [],
    })
    return made.value
  }
}

function rewriteWith({ chat, prompts }: ModelDeps, use: Use): Model['rewrite'] {
  return ({ text, before }) => {
    const data = { question: maskNumbersIn(text), before: maskNumbersIn(before) }
    const prompt = prompts.with('rewrite', data)
    return use('rewrite', prompt, async (signal) => {
      const said = await chat.say(prompt, { lengthMax: REWRITE_LENGTH_MAX, signal })
      if (NOTHING.test(said) || said === data.question) return nothing()
      return isFaithfulRewrite(said, data)
        ? { value: said, outcome: 'used' }
        : { value: null, outcome: 'unfaithful', refused: [said.slice(0, REWRITE_LENGTH_MAX)] }
    })
  }
}

function chooseWith({ chat, prompts }: ModelDeps, use: Use): Model['choose'] {
  return ({ text, options }) => {
    const prompt = prompts.with('choose', { question: maskNumbersIn(text), options })
    return use('choose', prompt, async (signal) => {
      const code = await choiceOf(chat, prompt, { options, signal })
      return code === null ? nothing() : { value: code, outcome: 'used' }
    })
  }
}

function draftWith({ chat, prompts, itemOf }: ModelDeps, use: Use): Model['draft'] {
  return ({ text, code, field }, show) => {
    const item = itemOf(code)
    const chunks = item ? draftChunks(item, field) : []
    const prompt = prompts.with('draft', {
      question: maskNumbersIn(text),
      item: { code, name: item?.name ?? '' },
      chunks: numbered(chunks),
    })
    return use('draft', prompt, async (signal) => {
      if (chunks.length === 0) return nothing()
      const hear = show && listenToDraft(chunks, show)
      const said = await chat.say(prompt, {
        lengthMax: DRAFT_LENGTH_MAX,
        signal,
        ...(hear ? { hear } : {}),
      })
      return NOTHING.test(said) ? nothing() : checkedDraft(said, chunks)
    })
  }
}

/** A draft with its sources, or what of it has no ground in the chunks. */
function checkedDraft(said: string, chunks: readonly Chunk[]): Made<string> {
  const draft = verifyDraft(said, chunks)
  if (draft.ok) return { value: withSources(draft.sentences, chunks), outcome: 'used' }
  const refused = draft.faults.map((fault) => `${fault.kind}: ${fault.found}`)
  return { value: null, outcome: draft.faults[0]?.kind ?? 'unfaithful', refused }
}

const nothing = () => ({ value: null, outcome: 'nothing' }) as const

/** Whether an outcome is a miss: the model was asked and its answer could not be used. */
export const isMiss = (
  outcome: ModelOutcome,
): outcome is Exclude<ModelOutcome, 'used' | 'nothing'> =>
  outcome !== 'used' && outcome !== 'nothing'
