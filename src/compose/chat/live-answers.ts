// Answers that are seen while they are written: on an open page of the web chat as a notice, in Lark
// as a card that grows, and that the owed answer then takes the place of.
import { DRAFTING } from '../../conversation/compose/drafting.ts'
import type { OpenLive } from '../../conversation/incoming/handling.ts'
import { causeForLog } from '../../kernel/cause.ts'
import type { Address } from '../../kernel/incoming.ts'
import type { Log } from '../../kernel/log.ts'
import { onlyNewest } from '../../kernel/newest.ts'
import type { LiveCards } from '../../lark/outbound/live-cards.ts'
import type { Connection } from '../../postgres/database.ts'
import { notifyDraft } from '../../postgres/draft-notice.ts'
import { type OutboxRow, outboxKey } from '../../postgres/outbox.ts'
import type { SendResult } from '../../worker/outbox.ts'

/** Null where an answer cannot be shown as it grows: Lark without live cards. */
export function makeOpenLive(
  deps: Readonly<{ db: Connection; liveCards: LiveCards | null; log: Log }>,
): OpenLive {
  return (turnId, address) => {
    const write =
      address.channel === 'web'
        ? webWriter(deps.db, address)
        : deps.liveCards?.writer({ turnId, address }, DRAFTING)
    if (write === undefined) return null
    const drafts = onlyNewest(write, (error) => {
      deps.log.warn(
        { turn: turnId, error: causeForLog(error) },
        'an answer is not shown as it grows',
      )
    })
    return { show: drafts.put, end: drafts.end }
  }
}

function webWriter(db: Connection, address: Address) {
  return async (draft: string) => {
    await notifyDraft(db, { key: outboxKey(address), draft })
    return 'go_on' as const
  }
}

/** Sends what is owed: in the place of the card on which its draft was seen, if there is one. */
export async function sendOrFinish(
  row: OutboxRow,
  lark: Readonly<{
    send: (row: OutboxRow) => Promise<SendResult>
    liveCards: LiveCards
  }>,
  log: Log,
): Promise<SendResult> {
  const { id, turn_id: turnId, address, message } = row
  if (turnId === null) return lark.send(row)
  const owed = { id, turnId, address, message }
  const finished = await lark.liveCards.finish(owed)
  switch (finished.kind) {
    case 'no_card':
      return lark.send(row)
    case 'finished':
      return { kind: 'sent', ref: finished.messageId }
    case 'given_up': {
      log.warn({ entry: id, error: causeForLog(finished.why) }, 'the answer goes out by itself')
      const sent = await lark.send(row)
      if (sent.kind === 'retry') return sent
      // Neither beside its answer nor in the place of one that cannot be sent may a draft go on standing.
      await lark.liveCards.takeBack(owed, finished.messageId).catch((error: unknown) => {
        log.warn({ entry: id, error: causeForLog(error) }, 'a draft is left standing')
      })
      return sent
    }
  }
}
