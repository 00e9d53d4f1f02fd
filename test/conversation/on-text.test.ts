import { expect, test } from 'vitest'
import type { Decision } from '../../src/conversation/decision.ts'
import type { HandleDeps } from '../../src/conversation/incoming/handling.ts'
import { onText } from '../../src/conversation/incoming/on-text.ts'
import type { Answered, TurnStores } from '../../src/conversation/ports.ts'
import type { Message } from '../../src/kernel/message.ts'
import { plainMessage } from '../../src/kernel/message.ts'
import { local } from '../builders/calendar.ts'
import { anIncoming } from '../builders/incoming.ts'

const NOW = local('2026-11-26 10:00')
const RELAY = { ticketId: 't1', ticketNumber: 'SQ-1', since: NOW.toISOString() }
const DANGER = { kind: 'emergency' } as unknown as Decision
const CHAT: Decision = { kind: 'smalltalk', reason: 'thanks' }

/** What happens to a text, in turn, while a specialist is talked with or not. */
async function happensTo({ decision, relay }: { decision: Decision; relay: typeof RELAY | null }) {
  const events: string[] = []
  const answered = { decision, message: plainMessage('答复') } as unknown as Answered
  const deps = {
    conversations: {
      open: async () => ({ id: 'c1', contact: { id: 'p1' }, dialogue: null, flow: { relay } }),
    },
    ownTickets: async () => [],
    turnIdOf: () => 'turn-1',
    openLive: () => {
      events.push('live')
      return { show: () => {}, end: () => events.push('live ends') }
    },
    answer: async () => {
      events.push('answer')
      return answered
    },
    answerWithoutModel: async () => {
      events.push('answer without model')
      return answered
    },
    now: () => NOW,
  } as unknown as HandleDeps
  const stores = {
    turns: { save: async () => events.push('turn') },
    conversations: { save: async () => {} },
    tickets: { perform: async () => ({ ok: true, ticket: { id: 't1' } }) },
    enqueue: async (owed: readonly Readonly<{ message: Message; purpose: string }>[]) => {
      events.push(...owed.map(({ purpose }) => purpose))
    },
  } as unknown as TurnStores
  const commit = await onText(deps, anIncoming(), '船舱里着火了')
  await commit(stores)
  return events
}

test('a question is answered where it grows, and its turn is recorded', async () => {
  const events = await happensTo({ decision: CHAT, relay: null })
  expect(events).toEqual(['live', 'answer', 'live ends', 'turn', 'answer'])
})

test('what goes to a specialist is watched for danger alone: no answer is shown growing', async () => {
  const events = await happensTo({ decision: CHAT, relay: RELAY })
  expect(events).toEqual(['answer without model', 'relay'])
})

test('somebody in danger is warned before it goes on to the specialist', async () => {
  const events = await happensTo({ decision: DANGER, relay: RELAY })
  expect(events).toEqual(['answer without model', 'turn', 'answer', 'relay'])
})
