// A report (举报) is under seal: what it says, like whom it comes from, is for its handler alone. What
// others need to send it on — kind, district, section, limits — stays in sight.
import type { Ticket } from './ticket.ts'

export const SEALED_TITLE = '举报件（内容仅承办人员可见）'
export const SEALED_TEXT = '举报内容仅承办人员可见。'

export const isSealedFor = (
  ticket: Readonly<{ sealed: boolean; ownerId: string | null }>,
  reader: string,
): boolean => ticket.sealed && ticket.ownerId !== reader

/** The ticket as `reader`, who is not its handler, may read it; a co-handler reads their own task. */
export const withoutContent = (ticket: Ticket, reader: string): Ticket => ({
  ...ticket,
  title: SEALED_TITLE,
  description: SEALED_TEXT,
  coHandlers: ticket.coHandlers.map((one) =>
    one.staffId === reader
      ? one
      : { ...one, task: SEALED_TEXT, reply: one.reply === null ? null : SEALED_TEXT },
  ),
  extension: ticket.extension && { ...ticket.extension, reason: SEALED_TEXT },
})
