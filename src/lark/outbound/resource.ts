// Fetching what a person sent in a message: a stream, or an error whose code hides in a stream.
import type { Readable } from 'node:stream'
import type { Client } from '@larksuiteoapi/node-sdk'
import { larkId, type ResourceRef, resourceKey } from '../ids.ts'
import { LarkError, toLarkError } from './errors.ts'

export type Resource = Readonly<{ stream: Readable; contentType: string | null }>

/** Asks for the bytes; rejects with the code Lark gives. */
export async function fetchResource(lark: Client, ref: ResourceRef): Promise<Resource> {
  const path = { message_id: larkId(ref.messageId), file_key: resourceKey(ref.key) }
  try {
    const answer = await lark.im.v1.messageResource.get({
      path,
      params: { type: ref.type },
    })
    const headers = answer.headers as Readonly<Record<string, unknown>> | undefined
    const contentType = headers?.['content-type']
    return {
      stream: answer.getReadableStream() as Readable,
      contentType: typeof contentType === 'string' ? contentType : null,
    }
  } catch (error) {
    throw await withStreamedCode(error)
  }
}

/** A refused download carries its code in a stream, where the general conversion cannot see it. */
async function withStreamedCode(error: unknown): Promise<unknown> {
  const response = (error as { response?: { status: number; data?: unknown } } | null)?.response
  const data = response?.data as AsyncIterable<Uint8Array> | undefined
  if (response === undefined || typeof data?.[Symbol.asyncIterator] !== 'function') return error
  const { code, msg } = await readJson(data)
  if (typeof code !== 'number') return toLarkError({ response: { ...response, data: undefined } })
  return new LarkError({ http: response.status, code, msg: String(msg ?? '') })
}

async function readJson(
  data: AsyncIterable<Uint8Array>,
): Promise<{ code?: unknown; msg?: unknown }> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of data) {
      chunks.push(chunk)
      size += chunk.length
      if (size > 64 * 1024) break
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as { code?: unknown; msg?: unknown }
  } catch {
    return {}
  }
}
