// Fetches from Lark what people sent with a ticket, while Lark still gives it out.

import { fileTypeOf } from '../../http/file-type.ts'
import { causeForLog } from '../../kernel/cause.ts'
import type { Log } from '../../kernel/log.ts'
import { plainMessage } from '../../kernel/message.ts'
import {
  type AttachmentToFetch,
  keepBytes,
  noteFetchFailure,
  takeAttachmentsToFetch,
} from '../../postgres/attachments.ts'
import type { Connection } from '../../postgres/database.ts'
import { enqueueOwed } from '../../postgres/outbox.ts'
import { every } from '../timers.ts'
import type { LarkSide } from './lark.ts'

const FETCH_MS = 5_000
const BATCH = 5

export type FetchDeps = Readonly<{ db: Connection; download: LarkSide['download']; log: Log }>

/** @returns a function that stops and waits for what runs */
export function startAttachmentFetcher(deps: FetchDeps): () => Promise<void> {
  return every(FETCH_MS, deps.log, () => fetchAttachments(deps))
}

/** Tries what is due. A file that fails is due again later, and the others do not wait for it. */
export async function fetchAttachments(deps: FetchDeps): Promise<void> {
  for (const one of await takeAttachmentsToFetch(deps.db, BATCH)) {
    try {
      await fetchOne(deps, one)
    } catch (error) {
      const { id: attachment, tries } = one
      deps.log.error(
        { attachment, tries, error: causeForLog(error) },
        'a file cannot be fetched yet',
      )
    }
  }
}

async function fetchOne(deps: FetchDeps, one: AttachmentToFetch): Promise<void> {
  const got = await deps.download(one.channelRef)
  if (got.kind === 'too_large') return giveUp(deps, one, '文件过大')
  if (got.kind === 'gone') return giveUp(deps, one, '文件已失效')
  const known = fileTypeOf(got.bytes, one.name ?? '')
  if (!known) return giveUp(deps, one, '不支持的文件类型')
  await keepBytes(deps.db, one.id, { bytes: got.bytes, mediaType: known.mediaType })
}

/** The enterprise was told that the file is being kept, so it is told that it is not. */
async function giveUp({ db }: FetchDeps, one: AttachmentToFetch, reason: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { address, ticketId, number } = await noteFetchFailure(tx, one.id, `${reason}，未保存`)
    const file = one.name === null ? '附件' : `附件「${one.name}」`
    const text = `您补充到诉求 ${number} 的${file}未能保存：${reason}。请转为图片、PDF 或常用文档格式（20 MB 以内）后重新发送，或用文字说明。`
    const message = plainMessage(text, 'warning')
    await enqueueOwed(tx, [{ address, purpose: 'ticket_notice', message, turnId: null, ticketId }])
  })
}
