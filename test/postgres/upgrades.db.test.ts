// What an upgrade makes of rows that are there already: the file is applied to them once more.
import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asId, type ContactId } from '../../src/kernel/ids.ts'
import { askBinding, waitingBindings } from '../../src/postgres/bindings.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { aRoster, aWorld } from '../builders/world.ts'
import { onEachEngine } from '../database.ts'
import { openedTicket } from './opened-ticket.ts'

const CODE = '91330900MA2A00007H'

onEachEngine('an upgrade', (open) => {
  let database: OpenDatabase
  beforeEach(async () => {
    database = await open()
  })
  afterEach(() => database.close())

  const applyAgain = async (name: string) => {
    const file = `${import.meta.dirname}/../../migrations/${name}.sql`
    await sql.raw(await readFile(file, 'utf8')).execute(database.db)
  }

  async function aContact(name: string): Promise<ContactId> {
    const { rows } = await sql<{ id: string }>`
      insert into contact (channel, external_id, name) values ('lark', ${name}, ${name}) returning id`.execute(
      database.db,
    )
    return asId<ContactId>(rows[0]!.id)
  }

  test('takes back the bindings that only a report has asked for', async () => {
    const { db } = database
    const world = aWorld(aRoster([]))
    const [reporter, both, asker] = [
      await aContact('举报'),
      await aContact('都有'),
      await aContact('求助'),
    ]
    for (const contactId of [reporter, both, asker]) {
      await askBinding(db, {
        contactId,
        creditCode: CODE,
        enterpriseName: '示例贸易有限公司',
        personName: '示例',
      })
    }
    for (const contactId of [reporter, both]) {
      await openedTicket(db, world, { kind: 'report', contactId, creditCode: CODE })
    }
    for (const contactId of [both, asker]) {
      await openedTicket(db, world, { contactId, creditCode: CODE })
    }
    await applyAgain('0016_no_binding_from_reports')
    const waiting = await waitingBindings(db)
    expect(waiting.map((one) => one.contactId)).toEqual([both, asker])
  })
})
