// A module that works in a thread of its own: it is asked for one piece of work after the other.
import { on } from 'node:events'
import path from 'node:path'
import { parentPort, Worker } from 'node:worker_threads'

/** The thread could not begin, or is no more: its work is to be done elsewhere. */
export class ThreadLost extends Error {
  override name = 'ThreadLost'
}

/** Plain data; the memory of `moved` crosses over without being copied. */
type Answer<T> = Readonly<{ value: T; moved?: readonly ArrayBuffer[] }>

/** What a thread can be asked for: its input by the name of the task, and what it answers. */
export type Tasks = Readonly<Record<string, Readonly<{ input: unknown; answer: unknown }>>>

type Ask = Readonly<{ id: number; task: string; input: unknown }>
type Said =
  | Readonly<{ kind: 'answer'; id: number; value: unknown }>
  | Readonly<{ kind: 'failure'; id: number; error: unknown }>
  | Readonly<{ kind: 'note'; note: unknown }>

export type Thread<T extends Tasks> = Readonly<{
  /** Rejects with the task's own error, and with `ThreadLost` where the thread is no more. */
  ask: <K extends keyof T & string>(task: K, input: T[K]['input']) => Promise<T[K]['answer']>
  /** Stops it at once, whatever it does, and all threads that it began. */
  end: () => void
}>

/**
 * Begins a thread. `name` is of a module beside this one that calls `serve`; `hear` is told what it
 * tells while it works.
 */
export function beginThread<T extends Tasks>(
  name: string,
  data: unknown,
  hear: (note: unknown) => void = () => {},
): Thread<T> {
  const waiting = new Map<number, Waiting>()
  let lost: ThreadLost | null = null
  let asked = 0
  const lose = (cause: unknown) => {
    lost ??= new ThreadLost('the thread is lost', { cause })
    for (const { reject } of waiting.values()) reject(lost)
    waiting.clear()
  }
  const settle = (said: Said) => {
    if (said.kind === 'note') return hear(said.note)
    const one = waiting.get(said.id)
    waiting.delete(said.id)
    if (said.kind === 'answer') one?.resolve(said.value)
    else one?.reject(said.error)
  }
  const worker = startWorker(name, data, lose)
  worker?.on('message', settle)
  worker?.on('error', lose)
  worker?.on('messageerror', lose)
  worker?.on('exit', () => lose(new Error('it has ended')))
  return {
    ask: (task, input) =>
      new Promise((resolve, reject) => {
        if (lost !== null) return reject(lost)
        asked += 1
        waiting.set(asked, { resolve, reject })
        worker?.postMessage({ id: asked, task, input } satisfies Ask)
      }),
    end: () => void worker?.terminate(),
  }
}

type Waiting = Readonly<{
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}>

function startWorker(name: string, data: unknown, lose: (cause: unknown) => void): Worker | null {
  const extension = path.extname(import.meta.filename)
  const entry = new URL(`${name}${extension}`, import.meta.url)
  try {
    // What this process was started with is not the thread's: a loader given there fails in it.
    const options = { workerData: data, execArgv: [] }
    if (extension === '.js') return new Worker(entry, options)
    return new Worker(fromSource(entry), { ...options, eval: true })
  } catch (error) {
    lose(error)
    return null
  }
}

/** Not every Node reads TypeScript, nor takes a loader for the entry of a thread: this one loads it. */
const fromSource = (entry: URL) => `
import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => {
  register()
  return import(${JSON.stringify(entry.href)})
})`

/** What the tasks of a module do. */
type Served<T extends Tasks> = Readonly<{
  [K in keyof T]: (input: T[K]['input']) => Promise<Answer<T[K]['answer']>>
}>

/** Answers in this thread until it is ended. */
export async function serve<T extends Tasks>(tasks: Served<T>): Promise<void> {
  for await (const [{ id, task, input }] of on(parentPort!, 'message') as AsyncIterable<[Ask]>) {
    try {
      const { value, moved } = await tasks[task]!(input)
      say({ kind: 'answer', id, value }, moved)
    } catch (error) {
      say({ kind: 'failure', id, error })
    }
  }
}

/** Tells whoever began this thread something meanwhile. */
export const tell = (note: unknown): void => say({ kind: 'note', note })

const say = (said: Said, moved: readonly ArrayBuffer[] = []) =>
  parentPort!.postMessage(said, [...moved])
