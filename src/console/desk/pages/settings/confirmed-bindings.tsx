// Who speaks for which enterprise, and the way to end it for somebody who has left.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Flex, Popconfirm, type TableProps } from 'antd'
import type { BindingWire, Paged } from '../../../../http/console-api/wire.ts'
import { get, send, textOf } from '../../api.ts'
import { contactName } from '../../parts/contact-name.ts'
import { TextFilter } from '../../parts/filters.tsx'
import { PagedList } from '../../parts/paged.tsx'
import { when } from '../../parts/time.ts'
import { useUrlState } from '../../parts/url-state.ts'

export function ConfirmedBindings() {
  const filter = useUrlState()
  const q = filter.value('q')
  const { page, size } = filter
  const query = useQuery({
    queryKey: ['bindings', 'confirmed', q, page, size],
    queryFn: () => get<Paged<BindingWire>>('/bindings/confirmed', { q, page, size }),
    placeholderData: keepPreviousData,
  })
  return (
    <Card title="已确认的企业绑定">
      <Flex vertical gap={16}>
        <div>
          <TextFilter filter={filter} placeholder="企业、代码或联系人" />
        </div>
        <PagedList
          query={query}
          paging={filter}
          rowKey={(row) => row.id}
          columns={COLUMNS}
          card={(row) => (
            <>
              <strong>{row.enterpriseName}</strong>
              <div className="quiet">
                {contactName(row)} · {when(row.decidedAt)}
              </div>
              <EndButton binding={row} />
            </>
          )}
          empty="没有已确认的绑定"
        />
      </Flex>
    </Card>
  )
}

const COLUMNS: NonNullable<TableProps<BindingWire>['columns']> = [
  { title: '企业', dataIndex: 'enterpriseName' },
  { title: '统一社会信用代码', dataIndex: 'creditCode' },
  { title: '联系人', render: (_, row) => contactName(row) },
  { title: '确认时间', render: (_, row) => when(row.decidedAt) },
  { title: '操作', render: (_, row) => <EndButton binding={row} /> },
]

function EndButton({ binding }: Readonly<{ binding: BindingWire }>) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const ending = useMutation({
    mutationFn: () => send('DELETE', `/bindings/${binding.id}`),
    onSuccess: () => void message.success('已解除'),
    onError: (error) => void message.error(textOf(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['bindings'] }),
  })
  return (
    <Popconfirm
      title="解除该联系人与企业的绑定？此后对方不能查看和办理该企业的诉求。"
      onConfirm={() => ending.mutate()}
    >
      <Button danger size="small" loading={ending.isPending}>
        解除
      </Button>
    </Popconfirm>
  )
}
