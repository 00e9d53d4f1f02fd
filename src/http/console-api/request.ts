// How the console's pages name what they hand in, so that a repeat is known as one.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { DomainError } from '../../kernel/errors.ts'
import type { StaffContext } from './parts.ts'

export type DeskRequest = Readonly<{
  id: string
  /** Who handed in what, and where. */
  content: unknown
}>

const requestId = z.string().regex(/^[\w-]{16,64}$/)

/** By the header `Idempotency-Key`; what has none is never a repeat. @throws DomainError `bad_request` */
export function deskRequest(c: StaffContext, body: unknown): DeskRequest {
  const id = requestId.safeParse(c.req.header('idempotency-key') ?? randomUUID())
  if (!id.success) throw new DomainError('bad_request')
  return { id: id.data, content: [c.get('staff').id, c.req.path, body] }
}
