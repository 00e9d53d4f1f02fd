// What answered before the program was upgraded, for the new one to build anew.
import { readDraft } from '../../files/item-draft.ts'
import { toItemFile, toServiceItem } from '../../files/item-schema.ts'
import type { Log } from '../../kernel/log.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'

/**
 * The stored items of a version with all else from the files, which ship with the program. An item
 * that this program does not accept is the one of the files, or left out where they have none: that
 * the others answer matters more, and the log names it.
 */
export function rebuiltFrom(
  files: KnowledgeBase,
  stored: readonly ServiceItem[],
  log: Log,
): KnowledgeBase {
  const filed = new Map(files.items.map((item) => [item.code, item]))
  const items = stored.flatMap((item) => {
    const accepted = asAccepted(item)
    if (accepted !== null) return [accepted]
    log.error({ code: item.code }, 'a published item is not valid any more; the files have it now')
    return filed.get(item.code) ?? []
  })
  return { ...files, items }
}

function asAccepted(item: ServiceItem): ServiceItem | null {
  try {
    const read = readDraft(toItemFile(item), item.code)
    return read.ok ? toServiceItem(read.item) : null
  } catch {
    // An older program may have stored it without a whole field.
    return null
  }
}
