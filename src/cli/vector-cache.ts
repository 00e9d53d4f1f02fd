// Vectors kept between two evaluations in a file of the build's cache: making all of them takes
// minutes, and an evaluation touches no data directory.
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { VectorCache } from '../compose/embedding.ts'

export function fileCache(file: string): VectorCache {
  let known: Promise<Map<string, Float32Array>> | undefined
  const load = () => {
    known ??= readVectors(file)
    return known
  }
  return {
    read: async (model, hashes) => {
      const all = await load()
      return new Map(
        hashes.flatMap((hash) => {
          const vector = all.get(`${model} ${hash}`)
          return vector === undefined ? [] : [[hash, vector] as const]
        }),
      )
    },
    write: async (model, made) => {
      const all = await load()
      const lines = [...made].map(([hash, vector]) => {
        all.set(`${model} ${hash}`, vector)
        const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)
        return `${model} ${hash} ${bytes.toString('base64')}\n`
      })
      await mkdir(path.dirname(file), { recursive: true })
      await appendFile(file, lines.join(''))
    },
  }
}

async function readVectors(file: string): Promise<Map<string, Float32Array>> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const vectors = new Map<string, Float32Array>()
  for (const line of text.split('\n')) {
    const [, key, base64] = /^(.+ [0-9a-f]{64}) ([A-Za-z0-9+/=]+)$/.exec(line) ?? []
    if (key === undefined || base64 === undefined) continue
    const bytes = Buffer.from(base64, 'base64')
    vectors.set(key, new Float32Array(new Uint8Array(bytes).buffer))
  }
  return vectors
}
