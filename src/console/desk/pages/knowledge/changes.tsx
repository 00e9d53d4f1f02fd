// All changes; several are handed in, approved or taken back together.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Flex, Popconfirm, Select, type TableProps, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Paged } from '../../../../http/console-api/wire.ts'
import type { ChangeLineWire } from '../../../../http/console-api/wire-changes.ts'
import { CHANGE_STATES, type ChangeAct } from '../../../../knowledge/change/change.ts'
import { get, send, textOf } from '../../api.ts'
import {
  CHANGE_ACT_WORDS,
  CHANGE_STATE_COLOURS,
  CHANGE_STATE_WORDS,
} from '../../parts/change-words.ts'
import { PagedList } from '../../parts/paged.tsx'
import { useMay } from '../../parts/session.tsx'
import { when } from '../../parts/time.ts'
import { useUrlState } from '../../parts/url-state.ts'

export function ChangesTab() {
  const filter = useUrlState()
  const [chosen, setChosen] = useState<readonly ChangeLineWire[]>([])
  const asked = { state: filter.value('state'), mine: filter.value('mine') }
  const query = useQuery({
    queryKey: ['changes', asked, filter.page, filter.size],
    queryFn: () =>
      get<Paged<ChangeLineWire>>('/knowledge/changes', {
        ...asked,
        page: filter.page,
        size: filter.size,
      }),
    placeholderData: keepPreviousData,
  })
  return (
    <Flex vertical gap={16}>
      <Card size="small">
        <Flex gap={8} wrap>
          <Select
            mode="multiple"
            allowClear
            className="filter-wide"
            aria-label="状态"
            placeholder="状态"
            value={filter.values('state')}
            options={CHANGE_STATES.map((value) => ({ value, label: CHANGE_STATE_WORDS[value] }))}
            onChange={(states) => filter.set({ state: states.join(',') })}
          />
          <Button
            type={asked.mine ? 'primary' : 'default'}
            aria-pressed={asked.mine !== undefined}
            onClick={() => filter.set({ mine: asked.mine ? undefined : '1' })}
          >
            我起草的
          </Button>
          {filter.isFiltered && (
            <Button onClick={() => filter.set({ state: undefined, mine: undefined })}>
              清除条件
            </Button>
          )}
        </Flex>
      </Card>
      {chosen.length > 0 && <Together chosen={chosen} onDone={() => setChosen([])} />}
      <Card>
        <PagedList
          query={query}
          paging={filter}
          rowKey={(row) => row.id}
          columns={COLUMNS}
          card={(row) => <ChangeCard row={row} />}
          empty={filter.isFiltered ? '没有符合条件的改动' : '还没有改动，可在事项页面点“编辑”起草'}
          chosen={{ rows: chosen, onChange: setChosen }}
        />
      </Card>
    </Flex>
  )
}

/** What the chosen ones can all be; the server decides each, and does all of them or none. */
function Together({
  chosen,
  onDone,
}: Readonly<{ chosen: readonly ChangeLineWire[]; onDone: () => void }>) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const mayDraft = useMay('knowledge.draft')
  const mayApprove = useMay('knowledge.approve')
  const acting = useMutation({
    mutationFn: (act: ChangeAct) =>
      send('POST', '/knowledge/changes/acts', {
        act,
        changes: chosen.map(({ id, revision }) => ({ id, revision })),
      }),
    onSuccess: (_, act) => {
      void message.success(`${CHANGE_ACT_WORDS[act]}：已完成 ${chosen.length} 项`)
      onDone()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['changes'] }),
  })
  const areAll = (...states: ChangeLineWire['state'][]) =>
    chosen.every((one) => states.includes(one.state))
  const acts: ChangeAct[] = [
    ...(mayDraft && areAll('editing', 'sent_back') ? (['submit'] as const) : []),
    ...(mayApprove && areAll('submitted') ? (['approve'] as const) : []),
    ...(mayDraft && areAll('editing', 'sent_back', 'submitted') ? (['withdraw'] as const) : []),
  ]
  return (
    <Card size="small">
      {acting.error && (
        <Alert type="error" showIcon title={textOf(acting.error)} className="form-problem" />
      )}
      <Flex gap={8} wrap align="center">
        <span>已选 {chosen.length} 项</span>
        {acts.length === 0 && <span className="quiet">所选改动状态不同，请选择同一状态的</span>}
        {acts.map((act) => (
          <Popconfirm
            key={act}
            title={`${CHANGE_ACT_WORDS[act]} ${chosen.length} 项？`}
            onConfirm={() => acting.mutate(act)}
          >
            <Button type={act === 'withdraw' ? 'default' : 'primary'} loading={acting.isPending}>
              {CHANGE_ACT_WORDS[act]}
            </Button>
          </Popconfirm>
        ))}
        <Button type="text" onClick={onDone}>
          取消选择
        </Button>
      </Flex>
    </Card>
  )
}

const StateTags = ({ row }: Readonly<{ row: ChangeLineWire }>) => (
  <>
    <Tag color={CHANGE_STATE_COLOURS[row.state]}>{CHANGE_STATE_WORDS[row.state]}</Tag>
    {row.movedOn && <Tag color="red">原内容已更新</Tag>}
  </>
)

const COLUMNS: NonNullable<TableProps<ChangeLineWire>['columns']> = [
  {
    title: '事项',
    render: (_, row) => (
      <Link to={`/knowledge/changes/${row.id}`}>
        {row.code} {row.name}
      </Link>
    ),
  },
  { title: '状态', render: (_, row) => <StateTags row={row} /> },
  { title: '改动', render: (_, row) => row.fields.join('、') || '—', width: 260, ellipsis: true },
  { title: '说明', dataIndex: 'reason', width: 260, ellipsis: true },
  { title: '起草人', dataIndex: 'author' },
  { title: '更新时间', render: (_, row) => when(row.updatedAt) },
]

function ChangeCard({ row }: Readonly<{ row: ChangeLineWire }>) {
  return (
    <Flex vertical gap={4}>
      <Link to={`/knowledge/changes/${row.id}`}>{row.name}</Link>
      <div>
        <StateTags row={row} />
      </div>
      <span>{row.fields.join('、')}</span>
      <span className="quiet">
        {row.author} · {when(row.updatedAt)} · {row.reason}
      </span>
    </Flex>
  )
}
