// Pinned answers at the console.
import { randomUUID } from 'node:crypto'
import { PINS_MAX, type Pin } from '../conversation/incoming/pinned.ts'
import type { PinsDeps } from '../http/console-api/pins.ts'
import type { Audit, ConsoleParts } from './console-parts.ts'

export function composePins({ world, switches }: ConsoleParts, audit: Audit): PinsDeps {
  return {
    list: () => switches.pins(world.now()),
    add: (added, by) => {
      const withIt = (pins: readonly Pin[]) => (pins.length < PINS_MAX ? [...pins, added] : null)
      return switches.changePins(withIt, world.now(), by)
    },
    remove: (id, by) => {
      const withoutIt = (pins: readonly Pin[]) => {
        const rest = pins.filter((pin) => pin.id !== id)
        return rest.length < pins.length ? rest : null
      }
      return switches.changePins(withoutIt, world.now(), by)
    },
    itemName: (code) => world.base().items.find((one) => one.code === code)?.name ?? null,
    items: () =>
      world.base().items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
    newId: randomUUID,
    now: world.now,
    audit,
  }
}
