// What the next publish takes: the folder's items with the approved changes over them.
import { readDraft } from '../../files/item-draft.ts'
import { toServiceItem } from '../../files/item-schema.ts'
import type { Log } from '../../kernel/log.ts'
import type { Change } from '../../knowledge/change/change.ts'
import { type Approved, type LaidOver, layOver } from '../../knowledge/change/lay-over.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Connection } from '../../postgres/database.ts'
import { changesInForce } from '../../postgres/knowledge-changes.ts'
import { readFolder } from './publish.ts'

/** @throws NotPublished that lists every problem of the folder */
export async function readLaidOver({
  db,
  dir,
  log,
}: Readonly<{ db: Connection; dir: string; log: Log }>): Promise<LaidOver> {
  return layApproved(db, await readFolder(dir), log)
}

/** The approved changes over a base that has been read. */
export async function layApproved(
  db: Connection,
  base: KnowledgeBase,
  log: Log,
): Promise<LaidOver> {
  const changes = await changesInForce(db)
  return layOver(
    base,
    changes.flatMap((change) => approvedOf(change, log)),
  )
}

/**
 * A change was checked when it was approved. One that a newer schema does not accept is left out:
 * that the others answer matters more, and the log says which to make anew.
 */
function approvedOf({ id, revision, code, item, reason }: Change, log: Log): Approved[] {
  const read = readDraft(item, code)
  if (read.ok) return [{ id, revision, reason, item: toServiceItem(read.item) }]
  log.error(
    { change: id, code, problems: read.problems },
    'an approved change is not valid any more',
  )
  return []
}
