// One incoming event, from what was said to what is owed. `prepare` thinks without a transaction
// and returns what writes: the turn, the dialogue, ticket changes and owed messages go into one
// transaction with the end of the inbox entry, so that a crash answers either not yet or once.
import type { Incoming } from '../../kernel/incoming.ts'
import type { Commit, HandleDeps } from './handling.ts'
import { onAction } from './on-action.ts'
import { onArrival } from './on-arrival.ts'
import { onAttachment } from './on-attachment.ts'
import { onText } from './on-text.ts'

const NOTHING: Commit = async () => null

/** @param events one event, or several texts that one person sent in one breath */
export async function prepareIncoming(
  deps: HandleDeps,
  events: readonly [Incoming, ...Incoming[]],
): Promise<Commit> {
  const [first] = events
  switch (first.content.kind) {
    case 'text': {
      const said = events.map((event) => (event.content.kind === 'text' ? event.content.text : ''))
      return onText(deps, inOneBreath(events), said.join('\n'))
    }
    case 'action':
      return onAction(deps, first, first.content)
    case 'attachment':
      return onAttachment(deps, first, first.content)
    case 'entered':
    case 'menu':
    case 'bot_added':
      return onArrival(deps, first)
    case 'read': {
      const { messageRefs } = first.content
      return async (stores) => {
        await stores.markRead(messageRefs, new Date(first.occurredAt))
        return null
      }
    }
    // A recalled question may have been read and answered already; the record stays.
    case 'recalled':
    case 'bot_removed':
      return NOTHING
  }
}

/** Texts taken together are the first event, whatever joins it, answered where the last was said. */
function inOneBreath(events: readonly [Incoming, ...Incoming[]]): Incoming {
  const [first] = events
  const last = events.at(-1) ?? first
  return { ...last, eventId: first.eventId, occurredAt: first.occurredAt }
}
