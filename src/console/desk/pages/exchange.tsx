// What the other platform has not yet been told, and why.
import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Flex, type TableProps, Tag } from 'antd'
import { Link } from 'react-router'
import type { ExchangeLineWire, ExchangeWire } from '../../../http/console-api/wire.ts'
import { get } from '../api.ts'
import { Page } from '../parts/page.tsx'
import { PagedList } from '../parts/paged.tsx'
import { when } from '../parts/time.ts'
import { useUrlState } from '../parts/url-state.ts'

export function ExchangePage() {
  const filter = useUrlState()
  const query = useQuery({
    queryKey: ['exchange', filter.page, filter.size],
    queryFn: () => get<ExchangeWire>('/exchange', { page: filter.page, size: filter.size }),
  })
  return (
    <Page title="平台交换">
      {query.data?.connected === false && (
        <Alert
          type="warning"
          showIcon
          title="尚未接通舟到助企。接通前请在「诉求工单」导出 Excel 转录，并在工单上登记外部单号。"
        />
      )}
      <Card>
        <PagedList
          query={query}
          paging={filter}
          rowKey={(row) => row.id}
          columns={COLUMNS}
          card={(row) => <LineCard row={row} />}
          empty="没有待同步的内容"
        />
      </Card>
    </Page>
  )
}

const COLUMNS: NonNullable<TableProps<ExchangeLineWire>['columns']> = [
  { title: '状态', render: (_, row) => <Standing row={row} /> },
  { title: '工单', render: (_, row) => <TicketLink row={row} /> },
  { title: '外部单号', render: (_, row) => row.externalNumber ?? '尚无' },
  { title: '内容', render: (_, row) => contentOf(row) },
  { title: '原因', width: 220, render: (_, row) => <Cause row={row} /> },
  { title: '次数', dataIndex: 'attempts' },
  { title: '产生时间', render: (_, row) => when(row.createdAt) },
  { title: '下次尝试', render: (_, row) => (row.dead ? '—' : when(row.nextTryAt)) },
]

/** The ticket stands in its own column; what follows the colon is what is told of it. */
const contentOf = ({ summary }: ExchangeLineWire) =>
  summary.split('：').slice(1).join('：') || summary

type Row = Readonly<{ row: ExchangeLineWire }>

const Standing = ({ row }: Row) =>
  row.dead ? (
    <Link to="/dead-letters?box=outbox">
      <Tag color="error">未成功，待处理</Tag>
    </Link>
  ) : (
    <Tag color="processing">待同步</Tag>
  )

const TicketLink = ({ row }: Row) =>
  row.ticketNumber === null ? (
    '—'
  ) : (
    <Link to={`/tickets/${row.ticketNumber}`}>{row.ticketNumber}</Link>
  )

const Cause = ({ row }: Row) => <span className="late">{row.cause ?? ''}</span>

function LineCard({ row }: Row) {
  return (
    <Flex vertical gap={6} align="start">
      <Flex gap={6} wrap>
        <Standing row={row} />
        <TicketLink row={row} />
      </Flex>
      <div>{contentOf(row)}</div>
      <Cause row={row} />
      <div className="quiet">
        试过 {row.attempts} 次 · {when(row.createdAt)}
      </div>
    </Flex>
  )
}
