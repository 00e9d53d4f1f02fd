// A scripted stand-in for an OpenAI-compatible server. What the client side does with it is real
// HTTP; what it says is nobody's model.
import http from 'node:http'
import type { AddressInfo } from 'node:net'

type Body = Readonly<{
  model?: string
  stream?: boolean
  input?: readonly string[]
  tools?: readonly Readonly<{ function: { name: string } }>[]
  messages?: readonly Readonly<{ role: string; content: string }>[]
  [field: string]: unknown
}>

type Asked = Readonly<{ path: string; authorization: string | null; body: Body }>

/** One answer to one chat request. */
export type Say =
  /** Prose, or the arguments of the tool that was offered, or JSON: as the request asks. */
  | Readonly<{
      kind: 'text'
      text: string
      pauseMs?: number
      /** In a stream it says no more before this resolves, but is heard to be there; `said` is what it has said. */
      waitFor?: (said: string) => Promise<void>
    }>
  /** Calls of tools of an agent. */
  | Readonly<{ kind: 'tools'; calls: readonly Readonly<{ name: string; args: unknown }>[] }>
  | Readonly<{ kind: 'status'; status: number; headers?: Readonly<Record<string, string>> }>
  /** Begins to answer, then says nothing more and keeps the connection. */
  | Readonly<{ kind: 'stall'; text: string }>
  /** Begins to answer, then breaks the connection. */
  | Readonly<{ kind: 'drop'; text: string }>
  | Readonly<{ kind: 'hang' }>

export type EmbeddingManner =
  | 'floats'
  | 'base64'
  | 'shuffled'
  | 'wrong_dim'
  | 'one_short'
  | 'doubled_index'
  | 'zeros'
  | 'not_json'
  | 'refuses_encoding_format'
  | 'refuses'
  | 'ten_at_most'
  | 'busy_once'
  | 'down'
  | 'slow'
  | 'hang'

export type FakeLlm = Readonly<{
  /** The base address, with `/v1`. */
  url: string
  asked: Asked[]
  /** What is said next, in order; the last is said from then on. */
  script: (...says: readonly Say[]) => void
  embeddings: (manner: EmbeddingManner) => void
  /** Refuses requests with tools, as servers without function calling do. */
  refuseTools: (on: boolean) => void
  close: () => Promise<void>
}>

export const FAKE_DIM = 8
/** The slow manner answers after so long. */
export const SLOW_MS = 60
/** Far below the silence after which a client leaves. */
const ALIVE_MS = 500

type State = { says: Say[]; manner: EmbeddingManner; noTools: boolean; busy: number }

export async function startFakeLlm(): Promise<FakeLlm> {
  const asked: Asked[] = []
  const state: State = { says: [], manner: 'floats', noTools: false, busy: 0 }
  const server = http.createServer((request, response) => {
    void answer(request, response, { asked, state })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    script: (...says) => {
      state.says = [...says]
    },
    embeddings: (manner) => {
      state.manner = manner
      state.busy = 0
    },
    refuseTools: (on) => {
      state.noTools = on
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function answer(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  { asked, state }: Readonly<{ asked: Asked[]; state: State }>,
): Promise<void> {
  let text = ''
  for await (const chunk of request) text += chunk
  const body = JSON.parse(text || '{}') as Body
  const path = request.url ?? ''
  asked.push({ path, authorization: request.headers.authorization ?? null, body })
  if (path.endsWith('/embeddings')) return embed(response, body, state)
  if (state.noTools && body.tools) {
    return json(response, 400, { error: { message: 'tools are not supported' } })
  }
  const say = state.says.length > 1 ? state.says.shift() : state.says[0]
  await chat(response, body, say ?? { kind: 'status', status: 500 })
}

function json(
  response: http.ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

let answers = 0

async function chat(response: http.ServerResponse, body: Body, say: Say): Promise<void> {
  const base = { id: `chatcmpl-${++answers}`, created: 1, model: body.model }
  switch (say.kind) {
    case 'hang':
      return
    case 'status':
      return json(response, say.status, { error: { message: `status ${say.status}` } }, say.headers)
    case 'tools':
      return json(response, 200, completion(base, null, toolCalls(say.calls)))
    case 'text': {
      if (body.stream) return stream(response, base, say)
      const [only, more] = body.tools ?? []
      const tool = more === undefined ? only?.function.name : undefined
      const message = tool
        ? completion(base, null, [call(tool, say.text)])
        : completion(base, say.text, undefined)
      return json(response, 200, message)
    }
    case 'stall':
    case 'drop':
      return stream(response, base, say)
  }
}

const call = (name: string, args: string) => ({
  id: `call_${++answers}`,
  type: 'function',
  function: { name, arguments: args },
})

const toolCalls = (calls: readonly Readonly<{ name: string; args: unknown }>[]) =>
  calls.map(({ name, args }) => call(name, JSON.stringify(args)))

const completion = (base: object, content: string | null, tool_calls: unknown) => ({
  ...base,
  object: 'chat.completion',
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content, ...(tool_calls ? { tool_calls } : {}) },
      finish_reason: tool_calls ? 'tool_calls' : 'stop',
    },
  ],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
})

async function stream(
  response: http.ServerResponse,
  base: object,
  say: Extract<Say, { text: string }>,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const send = (delta: unknown, finish_reason: string | null = null) =>
    response.write(
      `data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] })}\n\n`,
    )
  send({ role: 'assistant', content: '' })
  const hungUp = new Promise<void>((resolve) => response.once('close', resolve))
  let said = ''
  for (const part of say.text.match(/.{1,6}/gsu) ?? []) {
    if (response.destroyed) return
    send({ content: part })
    said += part
    if (say.kind === 'text' && say.pauseMs) await new Promise((go) => setTimeout(go, say.pauseMs))
    if (say.kind === 'text' && say.waitFor) {
      const signOfLife = setInterval(() => send({ content: '' }), ALIVE_MS)
      await Promise.race([say.waitFor(said), hungUp]).finally(() => clearInterval(signOfLife))
    }
  }
  if (say.kind === 'stall') return
  if (say.kind === 'drop') {
    await new Promise((go) => setTimeout(go, 20))
    response.destroy()
    return
  }
  send({}, 'stop')
  response.end('data: [DONE]\n\n')
}

/** A direction of its own for every text, the same at every call. */
export function fakeVector(text: string): number[] {
  const vector = new Array<number>(FAKE_DIM).fill(0.01)
  for (const [n, character] of [...text].entries()) {
    vector[(character.codePointAt(0)! + n) % FAKE_DIM]! += 1
  }
  return vector
}

async function embed(response: http.ServerResponse, body: Body, state: State): Promise<void> {
  const inputs = body.input ?? []
  const { manner } = state
  const refused = (message: string) => json(response, 400, { error: { message } })
  if (manner === 'hang') return
  if (manner === 'slow') await new Promise((go) => setTimeout(go, SLOW_MS))
  if (manner === 'down') return json(response, 503, { error: { message: 'overloaded' } })
  if (manner === 'busy_once' && state.busy++ === 0) {
    return json(response, 429, { error: { message: 'rate limited' } }, { 'retry-after': '0' })
  }
  if (manner === 'refuses_encoding_format' && 'encoding_format' in body) {
    return refused('unknown field encoding_format')
  }
  if (manner === 'refuses') return refused('no such model')
  if (manner === 'ten_at_most' && inputs.length > 10) return refused('batch size is invalid')
  if (manner === 'not_json') {
    response.end('<html>')
    return
  }
  let data = inputs.map((text, index) => ({
    object: 'embedding',
    index: manner === 'doubled_index' ? 0 : index,
    embedding: encoded(fakeVector(text), manner),
  }))
  if (manner === 'shuffled') data = data.reverse()
  if (manner === 'one_short') data = data.slice(1)
  json(response, 200, { object: 'list', model: body.model, data })
}

function encoded(vector: number[], manner: EmbeddingManner): number[] | string {
  if (manner === 'wrong_dim') return vector.slice(2)
  if (manner === 'zeros') return vector.map(() => 0)
  if (manner !== 'base64') return vector
  const bytes = Buffer.alloc(vector.length * 4)
  for (const [n, value] of vector.entries()) bytes.writeFloatLE(value, n * 4)
  return bytes.toString('base64')
}
