// What could not be handled: seen, understood and tried again by a person.
import { Hono } from 'hono'
import { z } from 'zod'
import { saysReport } from '../../conversation/dialogue/report.ts'
import { DEAD_LETTER_BOXES, type DeadLetter, type DeadLetterBox } from '../../kernel/dead-letter.ts'
import { DomainError } from '../../kernel/errors.ts'
import { maskNumbersIn } from '../../ticket/enterprise.ts'
import { queryOf } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import { type AuditEntry, entryOf, need, paging } from './parts.ts'
import type { DeadLetterWire, Paged } from './wire.ts'

export type DeadLettersDeps = Readonly<{
  list: (
    box: DeadLetterBox | null,
    page: Readonly<{ page: number; size: number }>,
  ) => Promise<Readonly<{ rows: readonly DeadLetter[]; total: number }>>
  /** @returns false when it is no longer dead */
  retry: (box: DeadLetterBox, id: string, entry: AuditEntry) => Promise<boolean>
}>

const PREVIEW_MAX = 80
const SEALED = '［举报件，内容不在此显示］'
const query = z.object({ ...paging, box: z.enum(DEAD_LETTER_BOXES).optional() })

export function deadLettersApi(deps: DeadLettersDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.get('/', async (c) => {
    need(c, 'dead_letter.read')
    const { box, ...page } = queryOf(c, query)
    const { rows, total } = await deps.list(box ?? null, page)
    const body: Paged<DeadLetterWire> = { rows: rows.map(toWire), total }
    return c.json(body)
  })

  app.post('/:box/:id/retry', async (c) => {
    const staff = need(c, 'dead_letter.retry')
    const box = DEAD_LETTER_BOXES.find((one) => one === c.req.param('box'))
    const id = c.req.param('id')
    if (!box || !/^[\w-]{1,40}$/.test(id)) throw new DomainError('not_found')
    const entry = entryOf(staff, 'dead_letter.retry', `${box}:${id}`)
    if (!(await deps.retry(box, id, entry))) throw new DomainError('conflict')
    return c.json({ ok: true })
  })
  return app
}

function toWire(letter: DeadLetter): DeadLetterWire {
  const { content, message, sealed, createdAt, deadAt, cause, ...rest } = letter
  return {
    ...rest,
    preview: sealed ? SEALED : (message?.summary ?? previewOf(content)),
    createdAt: createdAt.toISOString(),
    deadAt: deadAt.toISOString(),
    cause: cause ?? '原因未记录',
  }
}

/** What somebody wrote, without what identifies them. */
function previewOf(content: DeadLetter['content']): string {
  switch (content?.kind) {
    case 'text':
      return saysReport(content.text) ? SEALED : maskNumbersIn(content.text).slice(0, PREVIEW_MAX)
    case 'attachment':
      return `［附件］${content.name ?? ''}`
    case 'action':
      return `［点击］${String(content.action['a'] ?? '')}`
    default:
      return content?.kind ?? ''
  }
}
