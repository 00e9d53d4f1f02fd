// A chat model behind any OpenAI-compatible server, used as an unreliable service: bounded time,
// one retry, few calls at once, and left alone while it fails.
import { HumanMessage, SystemMessage } from '@langchain/core/messages'
import { OutputParserException } from '@langchain/core/output_parsers'
import { ChatOpenAI } from '@langchain/openai'
import type { z } from 'zod'
import type { BreakerOptions } from './breaker.ts'
import { faultOf, isOutage, LlmFault } from './fault.ts'
import { makeGuard } from './guard.ts'
import { withIdle } from './idle.ts'
import type { Prompted } from './prompts.ts'

export type ChatOptions = Readonly<{
  /** Of the OpenAI form, up to and including `/v1`. */
  baseUrl: string
  model: string
  /** Null for a server without keys. */
  apiKey: string | null
  /** A stream may be silent for so long. */
  idleMs?: number
  callsMax?: number
  breaker?: BreakerOptions
}>

type Saying = Readonly<{
  /** In characters; an answer several times as long is a fault. What is thought aloud is none of it. */
  lengthMax: number
  signal: AbortSignal
  /** Told all that has been said so far, each time there is more. */
  hear?: (said: string) => void
}>

/** Every method rejects with `LlmFault`; `signal` bounds the whole call, waiting and retry included. */
export type Chat = Readonly<{
  /** Prose. */
  say: (prompt: Prompted, saying: Saying) => Promise<string>
  /** An object of the given shape. */
  fill: <T extends Record<string, unknown>>(
    prompt: Prompted,
    shape: z.ZodType<T>,
    signal: AbortSignal,
  ) => Promise<T>
  /** Runs something longer with the bare model under the same protection. */
  lend: <T>(use: (model: ChatOpenAI) => Promise<T>, signal: AbortSignal) => Promise<T>
}>

const IDLE_MS = 3_000
const CALLS_MAX = 4
const WAITING_MAX = 16
const TOKENS_MAX = 1_200
/** In characters, thoughts included; for a server that does not mind the limit of tokens. */
const TEXT_MAX = TOKENS_MAX * 8
/** Some models think aloud before they speak. */
const THINKING = '<think>'
const THOUGHTS = /^\s*<think>.*?<\/think>/su

/** Opens no connection yet. One for each server and process, so that its limits are shared. */
export function makeChat(options: ChatOptions): Chat {
  const model = openModel(options)
  const guard = makeGuard({
    callsMax: options.callsMax ?? CALLS_MAX,
    waitingMax: WAITING_MAX,
    breaker: options.breaker,
    isFailure: isOutage,
  })
  const structured = makeStructured(model)
  return {
    say: (prompt, { lengthMax, signal, hear }) =>
      guard(async () => {
        const open = (bounded: AbortSignal) => model.stream(messagesOf(prompt), { signal: bounded })
        let text = ''
        for await (const part of withIdle(open, options.idleMs ?? IDLE_MS, signal)) {
          text += part.text
          const spoken = spokenSoFar(text)
          if (spoken.length > lengthMax * 4 || text.length > TEXT_MAX) {
            throw new LlmFault('unreadable', 'endless answer')
          }
          hear?.(spoken)
        }
        return text.replace(THOUGHTS, '').trim()
      }, signal),
    fill: (prompt, shape, signal) => guard(() => structured(prompt, shape, signal), signal),
    lend: (use, signal) => guard(() => use(model), signal),
  }
}

/** Without what it thinks aloud, or nothing while it may still be thinking. */
function spokenSoFar(text: string): string {
  const begun = text.trimStart()
  const mayThink = begun.startsWith(THINKING) || THINKING.startsWith(begun)
  if (mayThink && !THOUGHTS.test(text)) return ''
  return text.replace(THOUGHTS, '').trimStart()
}

function openModel({ baseUrl, model, apiKey }: ChatOptions): ChatOpenAI {
  return new ChatOpenAI({
    model,
    // The client refuses to start without one, whatever the server wants.
    apiKey: apiKey ?? 'none',
    temperature: 0,
    maxTokens: TOKENS_MAX,
    maxRetries: 1,
    streamUsage: false,
    configuration: { baseURL: baseUrl, organization: null, project: null },
  })
}

/**
 * Function calling first; where the server does not know it or answers unreadably, JSON mode. A
 * server that refused function calling outright is not asked for it again.
 */
function makeStructured(model: ChatOpenAI) {
  let callsFunctions = true
  return async <T extends Record<string, unknown>>(
    prompt: Prompted,
    shape: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T> => {
    const ask = async (method: 'functionCalling' | 'jsonMode') => {
      const asked = model.withStructuredOutput(shape, { method, name: prompt.name })
      const read = shape.safeParse(await asked.invoke(messagesOf(prompt), { signal }))
      if (!read.success) throw new LlmFault('unreadable', read.error.message.slice(0, 300))
      return read.data
    }
    if (callsFunctions) {
      try {
        return await ask('functionCalling')
      } catch (error) {
        const fault = readFault(error, signal)
        if (fault.code !== 'unreadable' && fault.code !== 'refused') throw fault
        if (fault.code === 'refused' && isUnknownFeature(error)) callsFunctions = false
      }
    }
    return ask('jsonMode').catch((error: unknown) => {
      throw readFault(error, signal)
    })
  }
}

const isUnknownFeature = (error: unknown) =>
  [400, 404, 422, 501].includes((error as { status?: number }).status ?? 0)

function readFault(error: unknown, signal: AbortSignal): LlmFault {
  return error instanceof OutputParserException || error instanceof SyntaxError
    ? new LlmFault('unreadable', error.message.slice(0, 300), error)
    : faultOf(error, signal)
}

/** Instructions are ours alone; whatever people or records say travels as one JSON value. */
const messagesOf = ({ instructions, data }: Prompted) => [
  new SystemMessage(instructions),
  new HumanMessage(JSON.stringify(data)),
]
