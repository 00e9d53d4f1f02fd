// Recording an absence; what the person holds goes to who stands in.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, DatePicker, Form, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import type { StaffWire } from '../../../../http/console-api/wire.ts'
import { send, textOf } from '../../api.ts'
import { FormDrawer } from './form-drawer.tsx'
import { useStaff } from './use-staff.ts'

type Values = Readonly<{ days: [Dayjs, Dayjs]; substituteId?: string | null }>

export function LeaveForm({
  person,
  onClose,
}: Readonly<{ person: StaffWire; onClose: () => void }>) {
  const others = (useStaff().data?.rows ?? []).filter((one) => one.id !== person.id && one.active)
  return (
    <FormDrawer<Values>
      title={`休假：${person.name}`}
      initial={{ substituteId: person.substituteId }}
      send={({ days, substituteId }) =>
        send('POST', `/staff/${person.id}/leave`, {
          from: days[0].format('YYYY-MM-DD'),
          to: days[1].format('YYYY-MM-DD'),
          substituteId: substituteId ?? null,
        })
      }
      refresh={['staff']}
      done="已登记休假"
      onClose={onClose}
    >
      {person.leaves.map((leave) => (
        <Alert
          key={leave.from}
          className="form-problem"
          type="info"
          title={`已登记：${leave.from} 至 ${leave.to}`}
          action={<EndLeave person={person} onDone={onClose} />}
        />
      ))}
      <Form.Item name="days" label="休假日期" rules={[{ required: true, message: '请选择日期' }]}>
        <DatePicker.RangePicker />
      </Form.Item>
      <Form.Item
        name="substituteId"
        label="本次代理人"
        extra="休假期间在办诉求自动转给代理人，新诉求也派给代理人"
      >
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={others.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
    </FormDrawer>
  )
}

function EndLeave({ person, onDone }: Readonly<{ person: StaffWire; onDone: () => void }>) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const ending = useMutation({
    mutationFn: () => send('DELETE', `/staff/${person.id}/leave`),
    onSuccess: async () => {
      void message.success('已销假，自今日起在岗')
      await client.invalidateQueries({ queryKey: ['staff'] })
      onDone()
    },
    onError: (error) => void message.error(textOf(error)),
  })
  return (
    <Button size="small" loading={ending.isPending} onClick={() => ending.mutate()}>
      销假
    </Button>
  )
}
