import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSwitches } from '../../../src/compose/chat/switches.ts'
import { makeAudited } from '../../../src/compose/console/audited.ts'
import type { ConsoleParts } from '../../../src/compose/console/parts.ts'
import { composePins } from '../../../src/compose/console/pins.ts'
import { PINS_MAX } from '../../../src/conversation/incoming/pinned.ts'
import type { PinsDeps } from '../../../src/http/console-api/pins.ts'
import { asId, type ItemCode } from '../../../src/kernel/ids.ts'
import type { OpenDatabase } from '../../../src/postgres/open-database.ts'
import { local } from '../../builders/calendar.ts'
import { onEachEngine } from '../../database.ts'

const aPin = (id: string, until = local('2026-11-30 00:00')) => ({
  id,
  items: [asId<ItemCode>('QYKB-002')],
  text: '登记系统今晚维护。',
  until: until.toISOString(),
})

const by = (n: number) => ({ actor: `staff:${n}`, action: 'answer.pin', subject: 'pin:x' })

onEachEngine('pins of several processes', (open) => {
  let database: OpenDatabase
  beforeEach(async () => {
    database = await open()
  })
  afterEach(() => database.close())

  /** A process that hears of no change by others. */
  async function aProcess(): Promise<PinsDeps> {
    const world = { now: () => local('2026-11-25 10:00') }
    const parts = { world, switches: await openSwitches(database.db) } as unknown as ConsoleParts
    return composePins(parts, makeAudited(database.db))
  }
  const stored = async () => (await aProcess()).list().map(({ id }) => id)

  test('what two administrators publish at once is all there', async () => {
    const [one, other] = [await aProcess(), await aProcess()]
    await Promise.all([one.add(aPin('a'), by(1)), other.add(aPin('b'), by(2))])
    expect((await stored()).sort()).toEqual(['a', 'b'])
    await Promise.all([one.add(aPin('c'), by(1)), other.add(aPin('d'), by(2))])
    expect((await stored()).sort()).toEqual(['a', 'b', 'c', 'd'])
  })

  test('taking one back leaves what another process has published', async () => {
    const [one, other] = [await aProcess(), await aProcess()]
    await one.add(aPin('a'), by(1))
    await one.add(aPin('b'), by(1))
    expect(await other.remove('a', by(2)), 'not heard of, and there').toBe(true)
    expect(await stored()).toEqual(['b'])
    expect(other.list()).toMatchObject([{ id: 'b' }])
    expect(await one.remove('a', by(1)), 'heard of, and gone').toBe(false)
    expect(await stored()).toEqual(['b'])
  })

  test('there are never more than the most, whoever publishes', async () => {
    const [one, other] = [await aProcess(), await aProcess()]
    await one.add(aPin('over', local('2026-11-25 09:59')), by(1))
    for (let n = 1; n < PINS_MAX; n++) await one.add(aPin(String(n)), by(1))
    const last = [one.add(aPin('a'), by(1)), other.add(aPin('b'), by(2))]
    expect((await Promise.all(last)).sort()).toEqual([false, true])
    expect(await stored()).toHaveLength(PINS_MAX)
  })
})
