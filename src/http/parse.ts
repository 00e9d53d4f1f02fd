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
  const query = Object.entries(c.req.query()).map(([name, value]) => [name, storable(value)])
  return checked(Object.fromEntries(query), schema)
}

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
