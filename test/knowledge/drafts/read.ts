// Drafts over records as they were when the drafts were written: a line `#CODE`, then its drafts.
import { readFileSync } from 'node:fs'
import type { Chunk } from '../../../src/knowledge/record-chunk.ts'

type Draft = readonly [code: string, draft: string, record: readonly Chunk[]]

const RECORDS = JSON.parse(read('records.json')) as Readonly<Record<string, readonly Chunk[]>>

/** `false`: says something else; `faithful`: says what the record says; `reworded`: in words of its own. */
export function draftsOf(name: 'false' | 'faithful' | 'reworded'): readonly Draft[] {
  let code = ''
  return read(`${name}.txt`)
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line): Draft[] => {
      if (!line.startsWith('#')) return [[code, line, RECORDS[code] ?? []]]
      code = line.slice(1)
      return []
    })
}

function read(name: string): string {
  return readFileSync(`${import.meta.dirname}/${name}`, 'utf8')
}
