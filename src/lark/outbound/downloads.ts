// Fetching the files people send, within a cap: a chat accepts 100 MB, we do not.
import { DomainError } from '../../kernel/errors.ts'
import { parseRef } from '../ids.ts'
import type { LarkApi } from './client.ts'
import { LarkError } from './errors.ts'

export type Downloaded =
  | Readonly<{ kind: 'bytes'; bytes: Uint8Array; contentType: string | null }>
  | Readonly<{ kind: 'too_large'; bytesMax: number }>
  /** Recalled, expired, or inside a forwarded message, from where Lark gives nothing out. */
  | Readonly<{ kind: 'gone'; code: number }>

/**
 * Makes the function that fetches an attachment by its `ref`. It rejects with `lark_bad_ref` for a
 * handle that is not one of ours, and with `LarkError` for what passes, by itself or when an
 * administrator has set the app right.
 */
export function createDownload(
  deps: Readonly<{ api: Pick<LarkApi, 'resource'>; bytesMax: number }>,
): (ref: string) => Promise<Downloaded> {
  return async (ref) => {
    const parsed = parseRef(ref)
    if (parsed === null) throw new DomainError('lark_bad_ref', { ref: ref.slice(0, 80) })
    try {
      const { stream, contentType } = await deps.api.resource(parsed)
      const bytes = await readUpTo(stream, deps.bytesMax)
      if (bytes === null) return { kind: 'too_large', bytesMax: deps.bytesMax }
      return { kind: 'bytes', bytes, contentType }
    } catch (error) {
      if (error instanceof LarkError && isGone(error)) {
        return { kind: 'gone', code: error.code }
      }
      throw error
    }
  }
}

/** Whether no setting and no waiting can bring the file back; Lark refuses what it has not with a 4xx. */
const isGone = ({ reaction, http }: LarkError): boolean =>
  reaction === 'gone' || (reaction === 'bug' && http >= 400 && http < 500)

/** Null, and the stream destroyed, as soon as there are more bytes than allowed. */
async function readUpTo(
  stream: AsyncIterable<Uint8Array> & { destroy: () => unknown },
  bytesMax: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > bytesMax) {
      stream.destroy()
      return null
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
