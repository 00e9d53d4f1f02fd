// Named blocks of bytes in one file: a first line that names them and tells the digest of all, then
// the bytes. A file that is not whole reads as none.
import { createHash } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { SnapshotPart } from '../knowledge/ports.ts'
import { replaceFile } from './replace-file.ts'

const headSchema = z.object({
  digest: z.string(),
  parts: z.array(z.tuple([z.string(), z.number().int().nonnegative()])),
})

export async function readParts(file: string): Promise<readonly SnapshotPart[] | null> {
  try {
    return partsOf(await readFile(file))
  } catch {
    // Missing, unreadable or no such file at all: it is made again.
    return null
  }
}

function partsOf(content: Buffer): readonly SnapshotPart[] | null {
  const end = content.indexOf('\n')
  const head = headSchema.parse(JSON.parse(content.subarray(0, end).toString('utf8')))
  const body = content.subarray(end + 1)
  if (digestOf([body]) !== head.digest) return null
  let at = 0
  return head.parts.map(([name, length]) => {
    const bytes = body.subarray(at, at + length)
    at += length
    return { name, bytes }
  })
}

export async function writeParts(file: string, parts: readonly SnapshotPart[]): Promise<void> {
  const bytes = parts.map((part) => part.bytes)
  const head = {
    digest: digestOf(bytes),
    parts: parts.map((part) => [part.name, part.bytes.byteLength]),
  }
  await mkdir(path.dirname(file), { recursive: true })
  await replaceFile(file, async (beside) => {
    const handle = await open(beside, 'w')
    try {
      await handle.writev([Buffer.from(`${JSON.stringify(head)}\n`), ...bytes])
    } finally {
      await handle.close()
    }
  })
}

function digestOf(blocks: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const block of blocks) hash.update(block)
  return hash.digest('hex')
}
