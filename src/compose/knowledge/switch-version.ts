// Switching to a version that has answered before, with what that means for changes.
import { readDraft } from '../../files/item-draft.ts'
import { toServiceItem } from '../../files/item-schema.ts'
import { afterSwitch } from '../../knowledge/change/switched.ts'
import type { Tx } from '../../postgres/database.ts'
import { makeKnowledgeStore } from '../../postgres/knowledge.ts'
import { lockSettledChanges, writeSwitch } from '../../postgres/knowledge-changes.ts'

/** @param by as the audit names people */
export async function switchVersion(tx: Tx, id: string, by: string): Promise<void> {
  const store = makeKnowledgeStore(tx)
  await store.activate(id)
  const answering = new Map((await store.items(id)).map((item) => [item.code as string, item]))
  const settled = (await lockSettledChanges(tx)).map(({ id, code, state, item }) => {
    const read = readDraft(item, code)
    return { id, code, state, item: read.ok ? toServiceItem(read.item) : null }
  })
  await writeSwitch(tx, afterSwitch(settled, answering), { version: id, by })
}
