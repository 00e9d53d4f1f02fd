// Contacts who say that they speak for an enterprise; nobody sees its tickets before this is confirmed.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Flex, Popconfirm, Typography } from 'antd'
import type { BindingWire } from '../../../../http/console-api/wire.ts'
import { get, send, textOf } from '../../api.ts'
import { contactName } from '../../parts/contact-name.ts'
import { useMay } from '../../parts/session.tsx'
import { Loaded, Nothing } from '../../parts/states.tsx'
import { when } from '../../parts/time.ts'
import { ConfirmedBindings } from './confirmed-bindings.tsx'

export function BindingsTab() {
  const mayEnd = useMay('binding.end')
  return (
    <Flex vertical gap={16}>
      <WaitingBindings />
      {mayEnd && <ConfirmedBindings />}
    </Flex>
  )
}

function WaitingBindings() {
  const query = useQuery({
    queryKey: ['bindings'],
    queryFn: () => get<{ rows: readonly BindingWire[] }>('/bindings'),
  })
  return (
    <Card title="待确认的企业绑定">
      <Loaded query={query}>
        {({ rows }) => (
          <Flex vertical gap={16}>
            {rows.length === 0 && <Nothing text="没有待确认的绑定" />}
            {rows.map((one) => (
              <Binding key={one.id} binding={one} />
            ))}
          </Flex>
        )}
      </Loaded>
    </Card>
  )
}

function Binding({ binding }: Readonly<{ binding: BindingWire }>) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const decide = useMutation({
    mutationFn: (confirmed: boolean) => send('POST', `/bindings/${binding.id}`, { confirmed }),
    onSuccess: () => void message.success('已处理'),
    onError: (error) => void message.error(textOf(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['bindings'] }),
  })
  return (
    <Flex gap={12} align="center" justify="space-between" wrap>
      <div>
        <strong>{binding.enterpriseName}</strong>{' '}
        <span className="quiet">{binding.creditCode}</span>
        <div className="quiet">
          {contactName(binding)} · {when(binding.askedAt)}
        </div>
        {binding.otherNames.length > 0 && (
          <Typography.Text type="warning">
            该代码已确认的企业名称为「{binding.otherNames.join('」「')}
            」，与本次填写的不一致，请核对。
          </Typography.Text>
        )}
      </div>
      <Flex gap={8}>
        <Popconfirm
          title="确认该联系人可查看并办理该企业的诉求？"
          onConfirm={() => decide.mutate(true)}
        >
          <Button type="primary" size="small" loading={decide.isPending}>
            确认绑定
          </Button>
        </Popconfirm>
        <Popconfirm title="不予绑定？" onConfirm={() => decide.mutate(false)}>
          <Button size="small" disabled={decide.isPending}>
            不予绑定
          </Button>
        </Popconfirm>
      </Flex>
    </Flex>
  )
}
