// The form for a year's notice of the State Council: holidays, and the weekends that are worked.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Flex, Form, Input, InputNumber, Modal } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import type { CalendarNoticeWire, CalendarWire } from '../../../../http/console-api/wire.ts'
import { get, send, textOf } from '../../api.ts'

type Entered = Readonly<{
  year: number
  source: string
  holidays: readonly Readonly<{ name: string; days: [Dayjs, Dayjs] }>[]
  workdays?: Dayjs[]
}>

const DAY = 'YYYY-MM-DD'
const NAMES = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']

export function NoticeButton({ year, covered }: Readonly<{ year: number; covered: boolean }>) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type={covered ? 'default' : 'primary'} onClick={() => setOpen(true)}>
        {covered ? `修改 ${year} 年安排` : `录入 ${year} 年安排`}
      </Button>
      <Modal
        open={open}
        title="放假和调休安排"
        footer={null}
        width={640}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <NoticeForm year={year} covered={covered} done={() => setOpen(false)} />
      </Modal>
    </>
  )
}

type FormProps = Readonly<{ year: number; covered: boolean; done: () => void }>

function NoticeForm({ year, covered, done }: FormProps) {
  const known = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => get<CalendarWire>(`/calendar/${year}`),
    enabled: covered,
  })
  const save = useSave(done)
  if (covered && known.data === undefined) return null
  return (
    <Form<Entered>
      layout="vertical"
      initialValues={known.data ? enteredOf(known.data.notice) : blank(year)}
      onFinish={(entered) => save.mutate(noticeOf(entered))}
    >
      <Flex gap={12} wrap>
        <Form.Item name="year" label="年份" rules={[{ required: true, message: '请填写年份' }]}>
          <InputNumber min={2020} max={2100} disabled={covered} />
        </Form.Item>
        <Form.Item
          name="source"
          label="依据（通知名称和日期）"
          className="grows"
          rules={[{ required: true, whitespace: true, message: '请填写通知名称和日期' }]}
        >
          <Input maxLength={200} placeholder="国务院办公厅关于部分节假日安排的通知" />
        </Form.Item>
      </Flex>
      <Holidays />
      <Form.Item name="workdays" label="调休上班日（周六、周日）">
        <DatePicker multiple placeholder="可选多天" className="wide" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        保存
      </Button>
    </Form>
  )
}

function Holidays() {
  return (
    <Form.List name="holidays">
      {(fields, { add, remove }) => (
        <Form.Item label="放假">
          <Flex vertical gap={8}>
            {fields.map(({ key, name }) => (
              <Flex key={key} gap={8} wrap>
                <Form.Item
                  noStyle
                  name={[name, 'name']}
                  rules={[{ required: true, whitespace: true, message: '请填写节日' }]}
                >
                  <Input className="holiday-name" maxLength={20} placeholder="节日" />
                </Form.Item>
                <Form.Item
                  noStyle
                  name={[name, 'days']}
                  rules={[{ required: true, message: '请选择起止日期' }]}
                >
                  <DatePicker.RangePicker placeholder={['第一天', '最后一天']} />
                </Form.Item>
                <Button onClick={() => remove(name)}>删除</Button>
              </Flex>
            ))}
            <div>
              <Button onClick={() => add()}>增加一个节日</Button>
            </div>
          </Flex>
        </Form.Item>
      )}
    </Form.List>
  )
}

function useSave(done: () => void) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (notice: CalendarNoticeWire) => send('PUT', '/settings/calendar', notice),
    onSuccess: () => {
      void message.success('已保存，期限按新日历计算')
      done()
    },
    onError: (error) => void message.error(textOf(error)),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['settings'] })
      await client.invalidateQueries({ queryKey: ['calendar'] })
    },
  })
}

const blank = (year: number) => ({ year, holidays: NAMES.map((name) => ({ name })) })

const enteredOf = ({ year, source, holidays, workdays }: CalendarNoticeWire): Entered => ({
  year,
  source,
  holidays: holidays.map(({ name, from, to }) => ({ name, days: [dayjs(from), dayjs(to)] })),
  workdays: workdays.map((day) => dayjs(day)),
})

const noticeOf = ({ year, source, holidays, workdays = [] }: Entered): CalendarNoticeWire => ({
  year,
  source: source.trim(),
  holidays: holidays.map(({ name, days: [from, to] }) => ({
    name: name.trim(),
    from: from.format(DAY),
    to: to.format(DAY),
  })),
  workdays: workdays.map((day) => day.format(DAY)).toSorted(),
})
