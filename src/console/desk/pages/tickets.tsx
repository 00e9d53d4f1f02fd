// All tickets within one's sight, by whatever one looks for.
import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Card, Flex, Grid, Select, type TableProps } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { OptionsWire, Paged, TicketLineWire } from '../../../http/console-api/wire.ts'
import { TICKET_KINDS, URGENCIES } from '../../../ticket/kinds.ts'
import { TICKET_STATES } from '../../../ticket/ticket.ts'
import { KIND_WORDS, STATE_WORDS, URGENCY_WORDS } from '../../../ticket/words.ts'
import { get, type Query, save, textOf } from '../api.ts'
import { Cut } from '../parts/cut.tsx'
import { DayRange, TextFilter } from '../parts/filters.tsx'
import { Page } from '../parts/page.tsx'
import { PagedList } from '../parts/paged.tsx'
import { useMay } from '../parts/session.tsx'
import { DueText, StateTag, UrgencyTag } from '../parts/tags.tsx'
import { when } from '../parts/time.ts'
import { type UrlState, useUrlState } from '../parts/url-state.ts'
import { useOptions } from '../parts/use-options.ts'

const NAMES = [
  'stage',
  'state',
  'kind',
  'urgency',
  'district',
  'department',
  'section',
  'item',
  'owner',
  'due',
  'q',
  'from',
  'to',
  'order',
] as const

export function TicketsPage() {
  const filter = useUrlState()
  const navigate = useNavigate()
  const asked: Query = Object.fromEntries(NAMES.map((name) => [name, filter.value(name)]))
  const query = useQuery({
    queryKey: ['tickets', asked, filter.page, filter.size],
    queryFn: () =>
      get<Paged<TicketLineWire>>('/tickets', { ...asked, page: filter.page, size: filter.size }),
    placeholderData: keepPreviousData,
  })
  const options = useOptions()
  const mayOpen = useMay('ticket.open')
  return (
    <Page
      title="诉求工单"
      extra={
        <>
          <ExportButton query={asked} />
          {mayOpen && (
            <Button type="primary" onClick={() => void navigate('/tickets/new')}>
              代录诉求
            </Button>
          )}
        </>
      }
    >
      <Card size="small">
        <Filters filter={filter} options={options} />
      </Card>
      <Card>
        <PagedList
          query={query}
          paging={filter}
          rowKey={(line) => line.number}
          columns={columnsOf(options)}
          card={(line) => <TicketCard line={line} />}
          empty={filter.isFiltered ? '没有符合条件的诉求' : '还没有诉求'}
          onOpen={(line) => void navigate(`/tickets/${line.number}`)}
        />
      </Card>
    </Page>
  )
}

function columnsOf(
  options: OptionsWire | undefined,
): NonNullable<TableProps<TicketLineWire>['columns']> {
  const district = (code: string) =>
    options?.districts.find((one) => one.value === code)?.label ?? code
  return [
    {
      title: '编号',
      render: (_, line) => (
        <Link to={`/tickets/${line.number}`} onClick={(event) => event.stopPropagation()}>
          {line.number}
        </Link>
      ),
    },
    { title: '事由', render: (_, line) => <Cut text={line.title} /> },
    { title: '状态', render: (_, line) => <StateTag state={line.state} /> },
    {
      title: '类别',
      render: (_, line) => (
        <Flex gap={4}>
          {KIND_WORDS[line.kind]}
          {line.urgency !== 'normal' && <UrgencyTag urgency={line.urgency} />}
        </Flex>
      ),
    },
    { title: '办理期限', render: (_, line) => <DueText line={line} brief /> },
    { title: '企业', render: (_, line) => enterprise(line) },
    { title: '属地', render: (_, line) => district(line.district) },
    {
      title: '承办',
      render: (_, line) => (line.owner ? line.owner : <span className="late">未派单</span>),
    },
    { title: '登记时间', render: (_, line) => when(line.registeredAt) },
  ]
}

const enterprise = (line: TicketLineWire) =>
  line.enterpriseName ? (
    <Cut text={line.enterpriseName} />
  ) : (
    <span className="quiet">{line.sealed ? '身份保密' : '未填写'}</span>
  )

function TicketCard({ line }: Readonly<{ line: TicketLineWire }>) {
  return (
    <Flex vertical gap={4}>
      <Link to={`/tickets/${line.number}`}>{line.title}</Link>
      <Flex gap={4} wrap>
        <StateTag state={line.state} />
        {line.urgency !== 'normal' && <UrgencyTag urgency={line.urgency} />}
        <span className="quiet">
          {KIND_WORDS[line.kind]} · {line.number}
        </span>
      </Flex>
      <div>
        <span className="quiet">企业</span> {enterprise(line)}
      </div>
      <div>
        <span className="quiet">承办</span> {line.owner ?? '未派单'}{' '}
        <span className="quiet">期限</span> <DueText line={line} brief />
      </div>
    </Flex>
  )
}

const choices = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: words[value] }))

type Options = OptionsWire | undefined

function Filters({ filter, options }: Readonly<{ filter: UrlState; options: Options }>) {
  const several = (name: string, label: string, of: { value: string; label: string }[]) => (
    <Select
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      maxTagCount={1}
      className="filter"
      aria-label={label}
      placeholder={label}
      value={filter.values(name)}
      options={of}
      onChange={(values) => filter.set({ [name]: values.join(',') })}
    />
  )
  const one = (name: string, label: string, of: readonly { value: string; label: string }[]) => (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      className="filter"
      aria-label={label}
      placeholder={label}
      value={filter.value(name) ?? null}
      options={[...of]}
      onChange={(value) => filter.set({ [name]: value ?? undefined })}
    />
  )
  const wide = Grid.useBreakpoint().md ?? true
  const [more, setMore] = useState(false)
  return (
    <Flex gap={8} wrap>
      <TextFilter filter={filter} />
      {one('stage', '在办或已结', STAGES)}
      {one('due', '期限', DUES)}
      {(wide || more) && (
        <>
          {several('state', '状态', choices(TICKET_STATES, STATE_WORDS))}
          {several('kind', '类别', choices(TICKET_KINDS, KIND_WORDS))}
          {several('urgency', '紧急程度', choices(URGENCIES, URGENCY_WORDS))}
          {one('district', '属地', options?.districts ?? [])}
          {one('section', '板块', options?.sections ?? [])}
          {one('department', '承办单位', options?.departments ?? [])}
          {one('owner', '承办人', [...OWNERS, ...(options?.staff ?? [])])}
          <DayRange filter={filter} />
          {one('order', '排序', ORDERS)}
        </>
      )}
      {!wide && <Button onClick={() => setMore(!more)}>{more ? '收起条件' : '更多条件'}</Button>}
      {filter.isFiltered && <Button onClick={filter.clear}>清除条件</Button>}
    </Flex>
  )
}

const STAGES = [
  { value: 'open', label: '在办' },
  { value: 'ended', label: '已结' },
]
const DUES = [
  { value: 'overdue', label: '已逾期' },
  { value: 'soon', label: '24 小时内到期（含逾期）' },
]
const OWNERS = [
  { value: 'me', label: '我承办或协办' },
  { value: 'none', label: '未派单' },
]
const ORDERS = [
  { value: 'registered', label: '按登记时间' },
  { value: 'due', label: '按办理期限' },
  { value: 'acted', label: '按最近办理' },
]

function ExportButton({ query }: Readonly<{ query: Query }>) {
  const { message } = App.useApp()
  const may = useMay('ticket.export')
  const exporting = useMutation({
    mutationFn: () => save('/tickets/export.xlsx', query),
    onError: (error) => void message.error(textOf(error)),
  })
  if (!may) return null
  return (
    <Button
      icon={<DownloadOutlined />}
      loading={exporting.isPending}
      onClick={() => exporting.mutate()}
    >
      导出
    </Button>
  )
}
