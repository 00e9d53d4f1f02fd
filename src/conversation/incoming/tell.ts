// What came of a click and is said nowhere else: Lark shows it above the card, the web chat has no
// place for it and says it as a message.
import { plainMessage } from '../../kernel/message.ts'
import type { Reply, TurnStores } from '../ports.ts'
import type { Handling } from './handling.ts'
import { ABOUT_NOTHING } from './in-private.ts'

export async function tell(
  { event }: Pick<Handling, 'event'>,
  stores: Pick<TurnStores, 'enqueue'>,
  reply: Reply,
): Promise<Reply> {
  if (event.channel === 'web') {
    const message = plainMessage(`${reply.text}。`, reply.tone === 'error' ? 'warning' : 'plain')
    await stores.enqueue([
      { address: event.replyAddress, purpose: 'answer', message, ...ABOUT_NOTHING },
    ])
  }
  return reply
}
