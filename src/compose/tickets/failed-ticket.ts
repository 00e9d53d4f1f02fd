import { causeForLog } from '../../kernel/cause.ts'
import type { TicketId } from '../../kernel/ids.ts'
import type { Log } from '../../kernel/log.ts'

/** Logs that a job which goes through many tickets has failed at one of them. */
export const failedTicket =
  (log: Log) =>
  (id: TicketId, cause: unknown): void =>
    log.error({ ticket: id, error: causeForLog(cause) }, 'a ticket was passed over')
