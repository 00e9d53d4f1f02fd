// Messages that could not be handled: why, and once more.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Flex, Segmented, type TableProps, Tag } from 'antd'
import { Link } from 'react-router'
import type { DeadLetterWire, Paged } from '../../../http/console-api/wire.ts'
import { get, send, textOf } from '../api.ts'
import { Page } from '../parts/page.tsx'
import { PagedList } from '../parts/paged.tsx'
import { useMay } from '../parts/session.tsx'
import { when } from '../parts/time.ts'
import { useUrlState } from '../parts/url-state.ts'
import { CHANNEL_WORDS } from '../parts/words.ts'

const BOX_WORDS = { inbox: '收到的消息', outbox: '要发的消息' } as const
const PURPOSE_WORDS: Readonly<Record<string, string>> = {
  text: '文字',
  action: '点击',
  attachment: '附件',
  answer: '答复',
  greeting: '欢迎',
  ticket_notice: '诉求进展',
  ticket_card: '工单卡片',
  relay: '转达',
  reminder: '提醒',
  card_update: '卡片更新',
  exchange_create: '平台登记',
  exchange_status: '平台进展',
  exchange_supplement: '平台补充',
  exchange_resolution: '平台办理结果',
  exchange_return: '平台退回',
}

export function DeadLettersPage() {
  const filter = useUrlState()
  const box = filter.value('box')
  const query = useQuery({
    queryKey: ['dead-letters', box, filter.page, filter.size],
    queryFn: () =>
      get<Paged<DeadLetterWire>>('/dead-letters', { box, page: filter.page, size: filter.size }),
  })
  return (
    <Page
      title="死信"
      extra={
        <Segmented
          value={box ?? ''}
          options={[
            { value: '', label: '全部' },
            { value: 'inbox', label: BOX_WORDS.inbox },
            { value: 'outbox', label: BOX_WORDS.outbox },
          ]}
          onChange={(value) => filter.set({ box: value })}
        />
      }
    >
      <Alert
        type="info"
        showIcon
        title="系统多次尝试仍未能处理的消息在此等待人工查看。排除原因后点「重试」，会按原来的顺序重新处理。"
      />
      <Card>
        <PagedList
          query={query}
          paging={filter}
          rowKey={(row) => `${row.box}${row.id}`}
          columns={COLUMNS}
          card={(row) => <LetterCard row={row} />}
          empty="没有死信，消息都已处理"
        />
      </Card>
    </Page>
  )
}

const COLUMNS: NonNullable<TableProps<DeadLetterWire>['columns']> = [
  { title: '方向', render: (_, row) => <Tag>{BOX_WORDS[row.box]}</Tag> },
  { title: '渠道', render: (_, row) => CHANNEL_WORDS[row.channel] ?? row.channel },
  { title: '类型', render: (_, row) => PURPOSE_WORDS[row.purpose] ?? row.purpose },
  { title: '内容', width: 260, render: (_, row) => <Preview row={row} /> },
  { title: '原因', width: 320, render: (_, row) => <span className="late">{row.cause}</span> },
  { title: '次数', dataIndex: 'attempts' },
  { title: '放弃时间', render: (_, row) => when(row.deadAt) },
  { title: '操作', fixed: 'end', render: (_, row) => <Retry row={row} /> },
]

function Preview({ row }: Readonly<{ row: DeadLetterWire }>) {
  return (
    <>
      {row.preview}
      {row.ticketNumber && (
        <div>
          <Link to={`/tickets/${row.ticketNumber}`}>{row.ticketNumber}</Link>
        </div>
      )}
    </>
  )
}

function LetterCard({ row }: Readonly<{ row: DeadLetterWire }>) {
  return (
    <Flex vertical gap={6} align="start">
      <Flex gap={6} wrap>
        <Tag>{BOX_WORDS[row.box]}</Tag>
        {CHANNEL_WORDS[row.channel] ?? row.channel} · {PURPOSE_WORDS[row.purpose] ?? row.purpose}
      </Flex>
      <div>
        <Preview row={row} />
      </div>
      <div className="late keep-lines">{row.cause}</div>
      <div className="quiet">
        试过 {row.attempts} 次 · {when(row.deadAt)}
      </div>
      <Retry row={row} />
    </Flex>
  )
}

function Retry({ row }: Readonly<{ row: DeadLetterWire }>) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const may = useMay('dead_letter.retry')
  const retry = useMutation({
    mutationFn: () => send('POST', `/dead-letters/${row.box}/${row.id}/retry`),
    onSuccess: () => void message.success('已重新排队处理'),
    onError: (error) => void message.error(textOf(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['dead-letters'] }),
  })
  if (!may) return <span className="quiet">无重试权限</span>
  return (
    <Button size="small" loading={retry.isPending} onClick={() => retry.mutate()}>
      重试
    </Button>
  )
}
