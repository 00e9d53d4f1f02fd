// A turn's id follows from the event that it answers.
import { createHash } from 'node:crypto'
import { asId, type TurnId } from '../../kernel/ids.ts'
import type { Incoming } from '../../kernel/incoming.ts'

/** A UUID of version 8 (RFC 9562): the same at every handling of an event. */
export function turnIdOf({ channel, eventId, occurredAt }: Incoming): TurnId {
  const digest = createHash('sha256')
    .update(JSON.stringify([channel, eventId, occurredAt]))
    .digest()
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6)
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = digest.toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)]
  return asId([...parts, hex.slice(20, 32)].join('-'))
}
