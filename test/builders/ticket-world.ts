import { makeDeliver } from '../../src/compose/tickets/deliver.ts'
import type { TicketWorld } from '../../src/compose/tickets/tickets.ts'
import { openWorkRules } from '../../src/compose/tickets/work-rules.ts'
import { loadKnowledgeFolder } from '../../src/files/knowledge-folder.ts'
import type { Connection } from '../../src/postgres/database.ts'
import { smallRoot } from '../flow/start.ts'

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** What a command works with on this store, with a small knowledge folder and without Lark. */
export async function aTicketWorld(db: Connection, now: () => Date): Promise<TicketWorld> {
  const dir = `${smallRoot()}/knowledge`
  const loaded = await loadKnowledgeFolder(dir)
  if (loaded.kind !== 'ok') throw new Error(JSON.stringify(loaded.problems[0]))
  return {
    base: () => loaded.base,
    work: await openWorkRules(db, dir),
    deliver: makeDeliver({ lark: null, now, log }),
    now,
    reviewedSections: () => new Set(),
  }
}
