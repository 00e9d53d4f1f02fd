// Reads `knowledge/laws.yaml`.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Law } from '../knowledge/law.ts'
import { type Parsed, parseYaml } from './yaml.ts'

const FILE = 'laws.yaml'

const lawSchema: z.ZodType<Law> = z
  .strictObject({
    title: z.string().trim().min(2),
    from: z.iso.date().nullable().default(null),
    to: z.iso.date().nullable().default(null),
    kind: z.enum(['law', 'local', 'custom']).default('law'),
  })
  .transform((row) => ({
    title: row.title,
    inForceFrom: row.from,
    inForceTo: row.to,
    kind: row.kind,
  }))

/** The laws of a knowledge folder, or what is wrong with the file. Rejects when there is none. */
export async function loadLaws(dir: string): Promise<Parsed<Law[]>> {
  return parseYaml(FILE, await readFile(join(dir, FILE), 'utf8'), z.array(lawSchema))
}
