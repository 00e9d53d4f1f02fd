import { expect, test } from 'vitest'
import { turnIdOf } from '../../../src/compose/chat/turn-id.ts'
import { anIncoming } from '../../builders/incoming.ts'

test('a turn has one id however often its event is handled, and no other event has it', () => {
  const event = anIncoming()
  const id = turnIdOf(event)
  expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect(turnIdOf({ ...event, senderName: '张示例' })).toBe(id)
  const others = [
    turnIdOf({ ...event, eventId: `${event.eventId}1` }),
    turnIdOf({ ...event, channel: event.channel === 'web' ? 'lark' : 'web' }),
    turnIdOf({ ...event, occurredAt: '2026-11-26T00:00:00.000Z' }),
  ]
  expect(new Set([id, ...others]).size).toBe(4)
})
