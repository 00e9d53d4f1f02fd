// Outside data becomes finished types here, or the request is refused with what is wrong.
import type { Context } from 'hono'
import type { z } from 'zod'
import { DomainError } from '../kernel/errors.ts'

/** The JSON body as `schema` describes it. @throws DomainError `bad_request` or `invalid` */
export async function jsonBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.infer<S>> {
  let body: unknown
  try {
    body = JSON.parse(await c.req.text(), (_key, value) => storable(value))
  } catch {
    throw new DomainError('bad_request')
  }
  return checked(body, schema)
}

/** The query string as `schema` describes it. @throws DomainError `invalid` */
export function queryOf<S extends z.ZodType>(c: Context, schema: S): z.infer<S> {
  const query = c.req.query()
  if (Object.values(query).some(hasNul)) throw new DomainError('invalid')
  return checked(query, schema)
}

const NAME_MAX = 200

/** The name of an uploaded file: one line, no folder, no character that steers a screen. */
export function cleanFileName(name: string): string {
  const bare = name.split(/[\\/]/).at(-1) ?? ''
  return bare.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '').slice(-NAME_MAX)
}

const hasNul = (text: string): boolean => text.includes('\0')

/** No store takes a NUL character, and nobody types one. */
function storable(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value
}

function checked<S extends z.ZodType>(value: unknown, schema: S): z.infer<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const show = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    reason: issue.message,
  }))
  throw new DomainError('invalid', { show })
}
