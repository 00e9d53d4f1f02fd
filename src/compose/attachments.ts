// Fetches from Lark what people sent with a ticket, while Lark still gives it out.

import { fileTypeOf } from '../http/file-type.ts'
import type { Log } from '../kernel/log.ts'
import { attachmentsToFetch, keepBytes, noteFetchFailure } from '../postgres/attachments.ts'
import type { Connection } from '../postgres/database.ts'
import type { LarkSide } from './lark.ts'
import { every } from './timers.ts'

const FETCH_MS = 5_000
const BATCH = 5

export function startAttachmentFetcher(
  deps: Readonly<{ db: Connection; download: LarkSide['download']; log: Log }>,
): () => Promise<void> {
  const { db, download, log } = deps
  return every(FETCH_MS, log, async () => {
    for (const one of await attachmentsToFetch(db, BATCH)) {
      const got = await download(one.channelRef)
      if (got.kind === 'bytes') {
        const known = fileTypeOf(got.bytes, one.name ?? '')
        if (known) await keepBytes(db, one.id, { bytes: got.bytes, mediaType: known.mediaType })
        else await noteFetchFailure(db, one.id, '不支持的文件类型，未保存')
      } else {
        await noteFetchFailure(
          db,
          one.id,
          got.kind === 'too_large' ? '文件过大，未保存' : '文件已失效，请企业重新发送',
        )
      }
    }
  })
}
