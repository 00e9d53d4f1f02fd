// Calls of the console's API. A refusal is an error that carries words for the person.
import type { RefusalWire } from '../../http/console-api/wire.ts'
import { withId } from '../shared/with-id.ts'

const BASE = '/api/console'

export type Query = Readonly<Record<string, string | number | undefined>>

export class ApiError extends Error {
  readonly code: string
  readonly status: number

  constructor(status: number, code: string, text: string) {
    super(text)
    this.code = code
    this.status = status
  }
}

const url = (path: string, query: Query = {}): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return `${BASE}${path}${given.length > 0 ? `?${search}` : ''}`
}

export async function get<T>(path: string, query: Query = {}): Promise<T> {
  return read(await reach(url(path, query), {}))
}

export async function send<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: unknown = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const request = {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
  return read(await reach(url(path), request))
}

/** A refusal is an answer as well; what got lost on its way, or broke, leaves us unsure. */
const isRefusal = (error: unknown) =>
  error instanceof ApiError && error.status >= 400 && error.status < 500

/** Hands a form in; `place` is the form's own. Handed in again because no answer came, it is done once. */
export function submit<T>(place: string, path: string, body: unknown): Promise<T> {
  return withId(place, (id) => send<T>('POST', path, body, { 'idempotency-key': id }), isRefusal)
}

/** Hands a file in as it is. */
export async function hand<T>(path: string, query: Query, file: Blob): Promise<T> {
  const headers = { 'content-type': 'application/octet-stream' }
  return read(await reach(url(path, query), { method: 'POST', headers, body: file }))
}

/** Fetches a file and hands it to the browser to save; a refusal is told, not saved. */
export async function save(path: string, query: Query = {}): Promise<void> {
  const response = await reach(url(path, query), {})
  if (!response.ok) await read(response)
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = named?.[1] ? decodeURIComponent(named[1]) : '附件'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request)
  } catch {
    throw new ApiError(0, 'offline', '网络连接中断，请检查后重试。')
  }
}

async function read<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body as T
  const { error } = (body ?? {}) as Partial<RefusalWire>
  const text = error?.text ?? '系统暂时没有响应，请稍候再试。'
  throw new ApiError(response.status, error?.code ?? 'unknown', text + reasons(error?.details))
}

/** What exactly was not accepted, where the server says so. */
function reasons(details: unknown): string {
  if (!Array.isArray(details)) return ''
  const given = details
    .map((one: { reason?: unknown }) => one.reason)
    .filter((reason) => typeof reason === 'string' && /[\u4e00-\u9fff]/.test(reason))
  return given.length > 0 ? `（${given.join('；')}）` : ''
}

export const textOf = (error: unknown): string =>
  error instanceof Error ? error.message : '操作没有成功，请重试。'
