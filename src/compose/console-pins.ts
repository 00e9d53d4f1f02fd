// Pinned answers at the console.
import { randomUUID } from 'node:crypto'
import type { PinsDeps } from '../http/console-api/pins.ts'
import type { Audit, ConsoleParts } from './console-parts.ts'

export function composePins({ world, switches }: ConsoleParts, audit: Audit): PinsDeps {
  const list = () => switches.pins(world.now())
  return {
    list,
    add: (pin, by) => switches.savePins([...list(), pin], by),
    remove: async (id, by) => {
      const rest = list().filter((pin) => pin.id !== id)
      if (rest.length === list().length) return false
      await switches.savePins(rest, by)
      return true
    },
    itemName: (code) => world.base().items.find((one) => one.code === code)?.name ?? null,
    items: () =>
      world.base().items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
    newId: randomUUID,
    now: world.now,
    audit,
  }
}
