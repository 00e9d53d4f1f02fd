// The form of an item: its fields in the order in which an enterprise asks for them.
import { Alert, Button, Card, Flex } from 'antd'
import { useCallback, useMemo } from 'react'
import type { Named } from '../../../../http/console-api/wire.ts'
import { rowsOf } from '../../../../knowledge/change/cells.ts'
import { type Column, type ItemDraft, LISTS, VALUES } from '../../../../knowledge/change/fields.ts'
import type { Problem } from '../../../../knowledge/change/ports.ts'
import { useOptions } from '../../parts/use-options.ts'
import { DraftField } from './draft-field.tsx'
import { DraftList } from './draft-list.tsx'
import { reasonsElsewhere, reasonsOfList, reasonsOfValue } from './draft-reasons.ts'

const GROUPS: readonly Readonly<{ title: string; fields: readonly string[] }>[] = [
  { title: '概况', fields: ['summary', 'applicants'] },
  { title: '办理条件', fields: ['conditions'] },
  { title: '申请材料', fields: ['materials', 'materials_note'] },
  { title: '办理流程', fields: ['steps'] },
  { title: '办理时限', fields: ['time_limit'] },
  { title: '收费', fields: ['fee'] },
  { title: '渠道与结果', fields: ['channels', 'result'] },
  { title: '法律依据', fields: ['legal_basis'] },
  { title: '常见问题', fields: ['faq'] },
  { title: '别名与企业问法', fields: ['aliases', 'questions'] },
  {
    title: '基本信息',
    fields: [
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
      'tags',
    ],
  },
  { title: '相关与易混淆事项', fields: ['related', 'parts', 'not_this'] },
]
const KNOWN = GROUPS.flatMap(({ fields }) => fields)
const recordOf = ({ path }: Column) => path.split('.')[0] ?? ''

type Props = Readonly<{
  draft: ItemDraft
  problems: readonly Problem[]
  onChange: (change: (draft: ItemDraft) => ItemDraft) => void
}>

export function DraftForm(props: Props) {
  const elsewhere = reasonsElsewhere(props.problems, KNOWN)
  return (
    <div className="draft-groups">
      {elsewhere.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={elsewhere.map(({ path, reason }) => `${path} ${reason}`.trim()).join('；')}
        />
      )}
      <Jumps problems={props.problems} />
      {GROUPS.map(({ title, fields }) => (
        <Card key={title} id={title} title={title} size="small" className="draft-group">
          <div className="draft-columns">
            {VALUES.filter((column) => fields.includes(recordOf(column))).map((column) => (
              <Value key={column.path} column={column} {...props} />
            ))}
          </div>
          {LISTS.filter(({ name }) => fields.includes(name)).map((list) => (
            <List key={list.name} list={list} {...props} />
          ))}
        </Card>
      ))}
    </div>
  )
}

/** The form is long: the way to each part of it, with what is wrong there. */
function Jumps({ problems }: Readonly<Pick<Props, 'problems'>>) {
  return (
    <nav aria-label="表单栏目">
      <Flex gap={4} wrap>
        {GROUPS.map(({ title, fields }) => {
          const wrong = problems.filter(({ path }) => fields.includes(path.split('.')[0] ?? ''))
          return (
            <Button
              key={title}
              size="small"
              danger={wrong.length > 0}
              onClick={() => document.getElementById(title)?.scrollIntoView()}
            >
              {wrong.length > 0 ? `${title}（${wrong.length} 处）` : title}
            </Button>
          )
        })}
      </Flex>
    </nav>
  )
}

function Value({ column, draft, problems, onChange }: Props & Readonly<{ column: Column }>) {
  const options = useChoices(column)
  const first = VALUES.find((other) => recordOf(other) === recordOf(column))
  return (
    <DraftField
      column={column}
      row={draft}
      options={options}
      reasons={reasonsOfValue(problems, column.path, first === column)}
      onChange={(changed) => onChange(() => changed)}
    />
  )
}

/** Choices that the knowledge base knows better than the schema. */
function useChoices({ path }: Column): readonly Named[] | undefined {
  const options = useOptions()
  if (path === 'section') return options?.sections
  return path === 'department' ? options?.departments : undefined
}

function List({
  list,
  draft,
  problems,
  onChange,
}: Props & Readonly<{ list: (typeof LISTS)[number] }>) {
  const put = useCallback(
    (name: string, rows: readonly unknown[]) => onChange((now) => ({ ...now, [name]: rows })),
    [onChange],
  )
  const reasons = useMemo(() => reasonsOfList(problems, list.name), [problems, list.name])
  if (!Array.isArray(draft[list.name])) {
    return <Alert type="error" showIcon title={`${list.label}的结构有误，请在 YAML 中改正`} />
  }
  return <DraftList list={list} rows={rowsOf(list, draft)} reasons={reasons} onChange={put} />
}
