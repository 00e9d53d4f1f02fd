// Commands that work on tickets: the store, the knowledge folder for names, limits and calendar. Lark
// is left out, so that nothing done here writes to anybody's chat.
import { makeLog } from '../compose/log.ts'
import { makeDeliver } from '../compose/tickets/deliver.ts'
import type { TicketWorld } from '../compose/tickets/tickets.ts'
import { openWorkRules } from '../compose/tickets/work-rules.ts'
import { loadKnowledgeFolder } from '../files/knowledge-folder.ts'
import type { OpenDatabase } from '../postgres/open-database.ts'
import { KNOWLEDGE_DIR } from './knowledge-dir.ts'
import { withStore } from './with-store.ts'

export type CliWorld = Readonly<{ database: OpenDatabase; world: TicketWorld }>

/** @param now the clock of everything that is done; the present when it is left out */
export function withTicketWorld<T>(
  work: (opened: CliWorld) => Promise<T>,
  now: () => Date = () => new Date(),
): Promise<T> {
  return withStore(async (database) => {
    const loaded = await loadKnowledgeFolder(KNOWLEDGE_DIR)
    if (loaded.kind === 'invalid') {
      throw new Error('knowledge/ 有错误，请先运行 npm run cli -- knowledge check')
    }
    const log = makeLog('error')
    const world: TicketWorld = {
      base: () => loaded.base,
      work: await openWorkRules(database.db, KNOWLEDGE_DIR),
      deliver: makeDeliver({ lark: null, now, log }),
      now,
      reviewedSections: () => new Set(),
    }
    return work({ database, world })
  })
}
