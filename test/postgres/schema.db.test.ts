// The schema that all migrations together make, kept as a file for whoever reads the code. Once it is
// to be another: npm test -- --project db test/postgres/schema.db.test.ts -u
import { expect, test } from 'vitest'
import { onEachEngine } from '../database.ts'
import { schemaOf } from '../schema.ts'

onEachEngine('the schema', (open) => {
  test('is the one in test/schema.sql', async () => {
    const database = await open()
    try {
      await expect(await schemaOf(database.db)).toMatchFileSnapshot('../schema.sql')
    } finally {
      await database.close()
    }
  })
})
