// The model as the product uses it, when one is configured: opened once, lent for one turn at a time,
// every use counted.
import path from 'node:path'
import { Counter, type Registry } from 'prom-client'
import type { Config } from '../../config/config.ts'
import { forbidTracing } from '../../config/no-tracing.ts'
import type { Secrets } from '../../config/secrets.ts'
import type { Model } from '../../conversation/answer-ports.ts'
import type { Log } from '../../kernel/log.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { CopilotDeps, ReplyDraft, TicketBrief } from '../../llm/copilot.ts'
import { isMiss, type ModelUse, makeModel } from '../../llm/model.ts'
import { loadPrompts } from '../../llm/prompts.ts'

export type Llm = Readonly<{
  /** A model for one turn over this base; told about each of its uses. */
  forTurn: (base: KnowledgeBase, onUse: (use: ModelUse) => void) => Model
  /** A reply to a ticket for its specialist to edit. Never rejects. */
  draftReply: (
    lookup: Omit<CopilotDeps, 'chat' | 'prompts'>,
    ticket: TicketBrief,
  ) => Promise<ReplyDraft>
}>

export type LlmDeps = Readonly<{
  /** The repository's root: `prompts/` is found there. */
  root: string
  registry: Registry
  log: Log
}>

/**
 * Opens the model that the settings name, or null.
 * @throws Error that lists what is wrong with the prompts
 */
export async function openLlm(
  config: Config,
  secrets: Secrets,
  { root, registry, log }: LlmDeps,
): Promise<Llm | null> {
  if (config.llm === null) return null
  forbidTracing()
  const prompts = await loadPrompts(path.join(root, 'prompts'))
  // LangChain takes half a second to load: only who uses it waits.
  const { makeChat } = await import('../../llm/chat.ts')
  const chat = makeChat({ ...config.llm, apiKey: secrets.llmApiKey })
  const uses = new Counter({
    name: 'zhuqi_model_uses_total',
    help: 'Uses of the language model, by what for and what came of it; all but used and nothing are misses',
    labelNames: ['use', 'outcome'],
    registers: [registry],
  })
  const count = ({ use, outcome, prompt, ms }: Omit<ModelUse, 'use'> & { use: string }) => {
    uses.inc({ use, outcome })
    if (!isMiss(outcome)) return
    log.warn({ use, outcome, prompt, ms }, 'the model was asked and not used')
  }
  return {
    forTurn: (base, onUse) =>
      makeModel({
        chat,
        prompts,
        itemOf: (code) => base.items.find((item) => item.code === code),
        onUse: (use) => {
          count(use)
          onUse(use)
        },
      }),
    draftReply: async (lookup, ticket) => {
      // Agents take a second to load: only the first draft waits.
      const { draftReply } = await import('../../llm/copilot.ts')
      const began = performance.now()
      const draft = await draftReply({ ...lookup, chat, prompts }, ticket)
      count({ ...draft, use: 'copilot', ms: Math.round(performance.now() - began) })
      return draft
    },
  }
}

/** Counts what became of each question's vector. */
export function countQueries(registry: Registry) {
  const queries = new Counter({
    name: 'zhuqi_embedding_queries_total',
    help: 'Questions sent to the embedding server, by outcome; all but answered were found by words alone',
    labelNames: ['outcome'],
    registers: [registry],
  })
  return (outcome: string) => queries.inc({ outcome })
}
