// Reads the folder `knowledge/` into a KnowledgeBase. Everything wrong is reported at once, by
// file and path, so that an editor can mend all of it in one go.
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { z } from 'zod'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../knowledge/service-item.ts'
import { type ItemFile, itemSchema, toServiceItem } from './item-schema.ts'
import {
  asidesSchema,
  calibrationSchema,
  departmentSchema,
  districtSchema,
  fieldExampleSchema,
  glossarySchema,
  hotlineSchema,
  repliesSchema,
  routeFile,
  sectionSchema,
  stationSchema,
  uncoveredSchema,
} from './knowledge-schemas.ts'
import { parseYaml } from './yaml.ts'

type KnowledgeProblem = Readonly<{ file: string; path: string; reason: string }>

export type FolderReading =
  | Readonly<{ kind: 'ok'; base: KnowledgeBase }>
  | Readonly<{ kind: 'invalid'; problems: readonly KnowledgeProblem[] }>

const NO_GLOSSARY = { synonyms: [], dialect: [], english: [] }

/** Reads and validates the whole folder. Rejects only when the folder itself cannot be read. */
export async function loadKnowledgeFolder(dir: string): Promise<FolderReading> {
  const problems: KnowledgeProblem[] = []
  const reader = makeReader(dir, problems)
  // The checksum of a version is of its parts in this order.
  const read = {
    sections: await reader.one('sections.yaml', z.array(sectionSchema), []),
    items: (await reader.folder('items', itemSchema)).map(toServiceItem).sort(byCode),
    departments: await reader.optional('departments.yaml', z.array(departmentSchema), []),
    districts: await reader.one('districts.yaml', z.array(districtSchema), []),
    stations: await reader.one('stations.yaml', z.array(stationSchema), []),
    hotlines: await reader.one('hotlines.yaml', z.array(hotlineSchema), []),
    glossary: await reader.optional('glossary.yaml', glossarySchema, NO_GLOSSARY),
    routes: await reader.routes(),
    fields: await reader.optional('fields.yaml', z.array(fieldExampleSchema), []),
    calibration: await reader.optional('calibration.yaml', z.array(calibrationSchema), []),
    asides: await reader.optional('asides.yaml', asidesSchema, { aside: [], matter: [] }),
    replies: await reader.one('replies.yaml', repliesSchema, null),
    uncovered: await reader.optional('uncovered.yaml', z.array(uncoveredSchema), []),
  }
  const { replies } = read
  if (problems.length > 0 || replies === null) return { kind: 'invalid', problems }
  return { kind: 'ok', base: { ...read, replies } }
}

const byCode = (a: ServiceItem, b: ServiceItem) => (a.code < b.code ? -1 : 1)

function makeReader(dir: string, problems: KnowledgeProblem[]) {
  async function one<T, O = T>(file: string, schema: z.ZodType<T>, otherwise: O): Promise<T | O> {
    const text = await readFile(join(dir, file), 'utf8').catch((cause: unknown) => {
      problems.push({ file, path: '', reason: isMissing(cause) ? '文件不存在' : '文件无法读取' })
      return null
    })
    return text === null ? otherwise : parse(file, text, schema, otherwise)
  }

  function parse<T, O>(file: string, text: string, schema: z.ZodType<T>, otherwise: O): T | O {
    const parsed = parseYaml(file, text, schema)
    if (parsed.ok) return parsed.value
    problems.push(...parsed.problems)
    return otherwise
  }

  async function optional<T>(file: string, schema: z.ZodType<T>, otherwise: T): Promise<T> {
    const names = await readdir(dir)
    return names.includes(file) ? one(file, schema, otherwise) : otherwise
  }

  // One after the other: all at once would be parsed in one go, and nobody answered for seconds.
  async function each<T>(name: string, schemaOf: (file: string) => z.ZodType<T>): Promise<T[]> {
    const read: T[] = []
    for (const path of await yamlFiles(join(dir, name))) {
      const file = relative(dir, path)
      const value = await one<T | null>(file, schemaOf(file), null)
      if (value !== null) read.push(value)
    }
    return read
  }

  const folder = <T>(name: string, schema: z.ZodType<T>) => each(name, () => schema)

  async function routes() {
    const routeOf = (file: string) => routeFile(file.replace(/^.*[/\\]|\.yaml$/gu, ''))
    return (await each('routes', routeOf)).flat()
  }

  return { one, optional, folder, routes }
}

/** The file of one item; null when there is none. */
export async function findItemFile(dir: string, code: string): Promise<string | null> {
  const files = await yamlFiles(join(dir, 'items'))
  return files.find((file) => basename(file, '.yaml') === code) ?? null
}

/** One item as its file has it; null when there is none, or it is faulty. */
export async function readItemFile(dir: string, code: string): Promise<ItemFile | null> {
  const file = await findItemFile(dir, code)
  if (file === null) return null
  const read = parseYaml(file, await readFile(file, 'utf8'), itemSchema)
  return read.ok ? read.value : null
}

const isMissing = (cause: unknown) => (cause as NodeJS.ErrnoException).code === 'ENOENT'

async function yamlFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
