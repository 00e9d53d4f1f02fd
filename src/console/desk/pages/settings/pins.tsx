// What is said above the answers about some items for a while, as after many enterprises asked the same.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, DatePicker, Flex, Form, Input, Popconfirm, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import type { Named, PinsWire, PinWire } from '../../../../http/console-api/wire.ts'
import { get, send, textOf } from '../../api.ts'
import { useMay } from '../../parts/session.tsx'
import { Loaded, Nothing } from '../../parts/states.tsx'
import { lastDayOf } from '../../parts/time.ts'

type PinForm = Readonly<{ items: string[]; text: string; until: Dayjs }>

export function PinsTab() {
  const query = useQuery({ queryKey: ['pins'], queryFn: () => get<PinsWire>('/pins') })
  const may = useMay('answer.pin')
  return (
    <Flex vertical gap={16}>
      {may && <NewPin />}
      <Card title="正在显示的临时提示">
        <Loaded query={query}>
          {({ rows }) => (
            <Flex vertical gap={16}>
              {rows.length === 0 && <Nothing text="没有正在显示的提示" />}
              {rows.map((pin) => (
                <ShownPin key={pin.id} pin={pin} may={may} />
              ))}
            </Flex>
          )}
        </Loaded>
      </Card>
    </Flex>
  )
}

function NewPin() {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<PinForm>()
  const items = useQuery({
    queryKey: ['pin-items'],
    queryFn: () => get<{ rows: readonly Named[] }>('/pins/items'),
  })
  const publish = useMutation({
    mutationFn: ({ items, text, until }: PinForm) =>
      send('POST', '/pins', { items, text, until: until.format('YYYY-MM-DD') }),
    onSuccess: () => {
      void message.success('已发布，即刻显示在相关解答上方')
      form.resetFields()
    },
    onError: (error) => void message.error(textOf(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['pins'] }),
  })
  return (
    <Card title="发布临时提示">
      <Form form={form} layout="vertical" onFinish={(values) => publish.mutate(values)}>
        <Form.Item
          name="items"
          label="相关事项"
          rules={[{ required: true, message: '请选择事项' }]}
        >
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="显示在这些事项的解答上方"
            options={[...(items.data?.rows ?? [])]}
          />
        </Form.Item>
        <Form.Item
          name="text"
          label="提示内容（企业可见）"
          rules={[{ required: true, min: 5, message: '请填写提示内容，至少 5 字' }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        <Form.Item
          name="until"
          label="显示至（含当日）"
          rules={[{ required: true, message: '请选择日期' }]}
        >
          <DatePicker />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={publish.isPending}>
          发布
        </Button>
      </Form>
    </Card>
  )
}

function ShownPin({ pin, may }: Readonly<{ pin: PinWire; may: boolean }>) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const remove = useMutation({
    mutationFn: () => send('DELETE', `/pins/${pin.id}`),
    onSuccess: () => void message.success('已撤下'),
    onError: (error) => void message.error(textOf(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['pins'] }),
  })
  return (
    <Flex gap={12} align="center" justify="space-between" wrap>
      <div>
        <div className="keep-lines">{pin.text}</div>
        <div className="quiet">
          {pin.items.map((one) => one.label).join('、')} · 显示至 {lastDayOf(pin.until)}（含当日）
        </div>
      </div>
      {may && (
        <Popconfirm title="撤下这条提示？" onConfirm={() => remove.mutate()}>
          <Button size="small" loading={remove.isPending}>
            撤下
          </Button>
        </Popconfirm>
      )}
    </Flex>
  )
}
