// Pinned answers at the console.
import { randomUUID } from 'node:crypto'
import { PINS_MAX } from '../../conversation/incoming/pinned.ts'
import type { AuditEntry } from '../../http/console-api/parts.ts'
import type { PinsDeps } from '../../http/console-api/pins.ts'
import { changePins, type PinChange } from '../chat/switches.ts'
import { type Audited, isTrue } from './audited.ts'
import type { ConsoleParts } from './parts.ts'

export function composePins({ world, switches }: ConsoleParts, audited: Audited): PinsDeps {
  const { now } = world
  const changed = async (entry: AuditEntry, change: PinChange) => {
    const done = await audited(
      entry,
      (tx) => changePins(tx, change, { now: now(), by: entry.actor }),
      isTrue,
    )
    await switches.reload()
    return done
  }
  return {
    list: () => switches.pins(now()),
    add: (added, entry) =>
      changed(entry, (pins) => (pins.length < PINS_MAX ? [...pins, added] : null)),
    remove: (id, entry) =>
      changed(entry, (pins) => {
        const rest = pins.filter((pin) => pin.id !== id)
        return rest.length < pins.length ? rest : null
      }),
    itemName: (code) => world.base().items.find((one) => one.code === code)?.name ?? null,
    items: () =>
      world.base().items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
    newId: randomUUID,
    now,
  }
}
