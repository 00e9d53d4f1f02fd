// Who is on duty in a stretch of days; it replaces what was arranged for exactly these days.
import { DatePicker, Form, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { send } from '../../api.ts'
import { useOptions } from '../../parts/use-options.ts'
import { FormDrawer } from './form-drawer.tsx'
import { useStaff } from './use-staff.ts'

type Values = Readonly<{ days: [Dayjs, Dayjs]; people?: string[]; district?: string }>

export function DutyForm({ onClose }: Readonly<{ onClose: () => void }>) {
  const options = useOptions()
  const specialists = (useStaff().data?.rows ?? []).filter(
    (one) => one.active && one.roles.includes('specialist'),
  )
  return (
    <FormDrawer<Values>
      title="值班安排"
      initial={{ people: [] }}
      send={({ days, people, district }) =>
        send('PUT', '/staff/duties', {
          from: days[0].format('YYYY-MM-DD'),
          to: days[1].format('YYYY-MM-DD'),
          duties: (people ?? []).map((staffId) => ({ staffId, district: district ?? null })),
        })
      }
      refresh={['staff']}
      done="值班安排已保存"
      onClose={onClose}
    >
      <Form.Item
        name="days"
        label="值班日期"
        rules={[{ required: true, message: '请选择日期' }]}
        extra="保存后替换相同起止日期的原安排；不选人员即取消"
      >
        <DatePicker.RangePicker />
      </Form.Item>
      <Form.Item name="people" label="值班专员">
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={specialists.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="district" label="值班属地" extra="不选为其负责的全部属地">
        <Select allowClear options={[...(options?.districts ?? [])]} />
      </Form.Item>
    </FormDrawer>
  )
}
