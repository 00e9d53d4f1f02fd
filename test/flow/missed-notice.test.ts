// What is told while a process does not listen: it looks itself as soon as it does.
import type pg from 'pg'
import { expect, test } from 'vitest'
import { breakOff } from '../database.ts'
import { onEachEngine, openFilled, startFlow, until } from './harness.ts'

onEachEngine('a process whose listening was interrupted', (engine) => {
  test('reads the settings and loads the version that it has not heard of', async () => {
    const store = await openFilled(engine)
    const connections = new Set<pg.PoolClient>()
    store.pool.on('acquire', (client) => connections.add(client))
    const flow = await startFlow(engine, { store })
    const { switches, knowledge } = flow.app.parts
    const listening = () => [...connections].find((one) => one.listenerCount('notification') > 0)
    await until(() => listening() !== undefined, 'it listens')

    const first = (await knowledge.store.active())!
    const second = await knowledge.store.stage({ ...first, items: [] })
    await knowledge.store.addParts(second, await knowledge.store.parts(first.id))
    await store.pool.query(`
      update knowledge_version set state = 'retired' where id = ${first.id};
      update knowledge_version set state = 'active' where id = ${second};
      insert into setting (key, value, updated_by) values ('target_error', '0.05', 'staff:nobody')`)
    breakOff(listening()!)
    await until(() => switches.targetError() === 0.05, 'the setting')
    await until(() => knowledge.current()?.version.id === second, 'the version')
    expect(flow.logged.map(({ text }) => text)).toContain('listening was interrupted')
    await flow.stop()
    await store.close()
  })
})
