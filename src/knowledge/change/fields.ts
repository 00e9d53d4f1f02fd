// The fields of an item as people edit them: one table for the form, the comparison and the workbook,
// in the order of the YAML file.
import {
  CHANNEL_KINDS,
  FEE_KINDS,
  ITEM_KINDS,
  ITEM_LEVELS,
  ITEM_TAGS,
  LIMIT_UNITS,
  MATERIAL_FORMS,
  SECTION_CODES,
} from '../service-item.ts'

/**
 * An item in the shape of its YAML file, perhaps unfinished: what is saved half way must not be lost.
 * Whoever relies on its content has it checked by the files' schema first.
 */
export type ItemDraft = Readonly<Record<string, unknown>>

/**
 * One value of an item or of a row in it. `line` and `text` differ in length only; `when` is true
 * (always) or a situation; `words` is a list of words in one cell, `lines` one of sentences.
 */
export type Column = Readonly<{
  /** Where it stands: `fee.note`; empty for a row that is itself the value. */
  path: string
  label: string
  kind: 'line' | 'text' | 'number' | 'date' | 'choice' | 'when' | 'words' | 'lines'
  /** Empty means null. */
  optional?: true
  options?: readonly string[]
  /** The record that this is part of, and that is null when all of it is empty. */
  within?: string
}>

/** Several rows of one kind; the first column says which row is which. */
export type ListField = Readonly<{ name: string; label: string; columns: readonly Column[] }>

const line = (path: string, label: string): Column => ({ path, label, kind: 'line' })
const text = (path: string, label: string): Column => ({ path, label, kind: 'text' })
const choice = (path: string, label: string, options: readonly string[]): Column => ({
  path,
  label,
  kind: 'choice',
  options,
})
const optional = (column: Column): Column => ({ ...column, optional: true })
const source = line('source', '依据')

const limit = (within: string, label: string): Column[] =>
  [
    { path: `${within}.days`, label: `${label}（数）`, kind: 'number' } as const,
    choice(`${within}.unit`, `${label}（单位）`, LIMIT_UNITS),
    line(`${within}.source`, `${label}依据`),
  ].map((column) => ({ ...optional(column), within }))

export const VALUES: readonly Column[] = [
  line('name', '事项名称'),
  choice('section', '服务板块', SECTION_CODES),
  choice('kind', '事项类型', ITEM_KINDS),
  line('department', '办理部门'),
  choice('level', '办理层级', ITEM_LEVELS),
  choice('status', '核定状态', ['draft', 'verified']),
  optional(line('verified_by', '核定人')),
  optional({ path: 'verified_at', label: '核定日期', kind: 'date' }),
  { path: 'effective_from', label: '生效日期', kind: 'date' },
  optional({ path: 'effective_to', label: '失效日期', kind: 'date' }),
  text('summary', '摘要'),
  optional(line('materials_note', '材料说明')),
  ...limit('time_limit.statutory', '法定时限'),
  ...limit('time_limit.promised', '承诺时限'),
  optional(text('time_limit.note', '时限说明')),
  choice('fee.kind', '收费', FEE_KINDS),
  optional(text('fee.note', '收费说明')),
  optional(line('fee.source', '收费依据')),
  optional(line('result', '办理结果')),
]

const texts = (name: string, label: string, column: Partial<Column> = {}): ListField => ({
  name,
  label,
  columns: [{ path: '', label, kind: 'line', ...column }],
})

export const LISTS: readonly ListField[] = [
  texts('applicants', '办理对象'),
  { name: 'conditions', label: '办理条件', columns: [text('text', '条件'), source] },
  {
    name: 'materials',
    label: '申请材料',
    columns: [
      line('name', '材料名称'),
      choice('form', '形式', MATERIAL_FORMS),
      optional({ path: 'copies', label: '份数', kind: 'number' }),
      { path: 'required', label: '何时需要（空为必需）', kind: 'when' },
      source,
    ],
  },
  {
    name: 'steps',
    label: '办理流程',
    columns: [line('title', '步骤'), text('text', '说明'), line('who', '由谁办理')],
  },
  {
    name: 'channels',
    label: '办理渠道',
    columns: [
      line('name', '渠道名称'),
      choice('kind', '方式', CHANNEL_KINDS),
      optional(line('note', '说明')),
    ],
  },
  {
    name: 'legal_basis',
    label: '法律依据',
    columns: [
      line('title', '名称'),
      optional(line('article', '条款')),
      optional(line('source', '文号')),
    ],
  },
  {
    name: 'faq',
    label: '常见问题',
    columns: [
      line('q', '问题'),
      text('a', '答复'),
      source,
      { path: 'wordings', label: '其他问法（每行一句）', kind: 'lines' },
    ],
  },
  texts('aliases', '别名'),
  texts('questions', '企业问法'),
  texts('related', '相关事项'),
  texts('parts', '组成事项'),
  texts('tags', '标签', { kind: 'choice', options: ITEM_TAGS }),
  {
    name: 'not_this',
    label: '易混淆事项',
    columns: [
      line('code', '对方编号'),
      text('fact', '区别'),
      { path: 'words_here', label: '指本事项的词', kind: 'words' },
      { path: 'words_there', label: '指对方的词', kind: 'words' },
    ],
  },
]

/** The top-level keys, in the order of the files. */
export const FIELD_ORDER = [
  'code',
  'name',
  'section',
  'kind',
  'department',
  'level',
  'status',
  'verified_by',
  'verified_at',
  'effective_from',
  'effective_to',
  'summary',
  'applicants',
  'conditions',
  'materials',
  'materials_note',
  'steps',
  'time_limit',
  'fee',
  'channels',
  'result',
  'legal_basis',
  'aliases',
  'questions',
  'faq',
  'related',
  'parts',
  'tags',
  'not_this',
] as const

/** What people call the field that a path such as `materials.2.name` leads into. */
export function fieldLabel(path: string): string {
  const [name = ''] = path.split('.')
  const column = VALUES.find((one) => one.path === path)
  const list = LISTS.find((one) => one.name === name)
  return column?.label ?? list?.label ?? RECORD_LABELS[name] ?? path
}

const RECORD_LABELS: Readonly<Record<string, string>> = {
  time_limit: '办理时限',
  fee: '收费',
  code: '编号',
}

/** The keys of rows and of records within, as the files have them. */
const INNER_ORDER = [
  'form',
  'copies',
  'required',
  'statutory',
  'promised',
  'days',
  'unit',
  'title',
  'text',
  'who',
  'article',
  'q',
  'a',
  'fact',
  'words_here',
  'words_there',
  'note',
  'source',
]
const ORDER: readonly string[] = [...FIELD_ORDER, ...INNER_ORDER]
const placeOf = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length)

/** The same with its keys in the order of the files; a store keeps none. */
export function inFileOrder<T>(value: T): T {
  if (Array.isArray(value)) return value.map(inFileOrder) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => placeOf(a) - placeOf(b))
  return Object.fromEntries(entries.map(([key, one]) => [key, inFileOrder(one)])) as T
}

/** What people call the words that the files use. */
export const OPTION_WORDS: Readonly<Record<string, string>> = {
  draft: '示范内容，待核定',
  verified: '已核定',
  online: '网上',
  window: '窗口',
  phone: '电话',
  onsite: '上门',
}
