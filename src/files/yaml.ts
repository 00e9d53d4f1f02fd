// One YAML text to a checked value, or everything that is wrong with it.
import { parseDocument } from 'yaml'
import type { z } from 'zod'

type FileProblem = Readonly<{ file: string; path: string; reason: string }>

/** `path` is a field (`holidays.0.from`), or a line where the text is no YAML. */
export type Parsed<T> =
  | Readonly<{ ok: true; value: T }>
  | Readonly<{ ok: false; problems: readonly FileProblem[] }>

/** @param file named in the problems; nothing is read from it */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  const document = parseDocument(text, { uniqueKeys: true })
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      path: `第 ${error.linePos?.[0].line ?? '?'} 行`,
      // The parser's own words are English.
      reason: `不符合 YAML 格式，请检查缩进、冒号和引号（${error.code}）`,
    }))
    return { ok: false, problems }
  }
  const checked = schema.safeParse(document.toJS())
  if (checked.success) return { ok: true, value: checked.data }
  const problems = checked.error.issues.map((issue) => ({
    file,
    path: issue.path.join('.'),
    reason: issue.message,
  }))
  return { ok: false, problems }
}
