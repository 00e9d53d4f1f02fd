// A draft against the schema of the files, with what is wrong said to people.
import type { z } from 'zod'
import type { ItemDraft } from '../knowledge/change/fields.ts'
import { type ItemFile, itemSchema } from './item-schema.ts'

type DraftProblem = Readonly<{
  /** `materials.2.name` */
  path: string
  reason: string
}>

export type ReadDraft =
  | Readonly<{ ok: true; item: ItemFile }>
  | Readonly<{ ok: false; problems: readonly DraftProblem[] }>

/** The item that a draft stands for; the code of an item never changes. */
export function readDraft(draft: ItemDraft, code: string): ReadDraft {
  const read = itemSchema.safeParse(draft, { reportInput: true })
  if (!read.success) {
    const problems = read.error.issues.flatMap(problemsOf)
    return { ok: false, problems }
  }
  if (read.data.code === code) return { ok: true, item: read.data }
  return { ok: false, problems: [{ path: 'code', reason: `编号不得改变，应为 ${code}` }] }
}

type Issue = z.core.$ZodIssue

function problemsOf(issue: Issue): DraftProblem[] {
  const path = issue.path.join('.')
  if (issue.code !== 'unrecognized_keys') return [{ path, reason: reasonOf(issue) }]
  const prefix = path === '' ? '' : `${path}.`
  return issue.keys.map((key) => ({ path: `${prefix}${key}`, reason: `没有「${key}」这个字段` }))
}

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'number') return `不得小于 ${Number(issue.minimum)}`
      return issue.origin === 'array' ? `至少 ${Number(issue.minimum)} 项` : '不能为空'
    case 'too_big': {
      const unit = { string: '字', array: '项' }[issue.origin as string] ?? ''
      return `不得超过 ${Number(issue.maximum)} ${unit}`.trim()
    }
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? '请填写'
        : `内容类型有误，应为${TYPE_WORDS[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `应为下列之一：${issue.values.map(String).join('、')}`
    case 'invalid_format':
      return issue.format === 'date' ? '日期应形如 2026-01-31' : issue.message
    case 'invalid_union':
      return '内容类型有误'
    default:
      return issue.message
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  array: '列表',
  object: '一组字段',
}
