// The working calendar of a year, and the days declared closed.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  Alert,
  App,
  Button,
  Card,
  DatePicker,
  Flex,
  Form,
  Input,
  Popconfirm,
  Segmented,
} from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import type {
  CalendarDayWire,
  CalendarWire,
  SettingsWire,
} from '../../../../http/console-api/wire.ts'
import { get, send, textOf } from '../../api.ts'
import { useMay } from '../../parts/session.tsx'
import { Loaded } from '../../parts/states.tsx'
import { dayOf } from '../../parts/time.ts'
import { NoticeButton } from './calendar-notice.tsx'
import { useSettings } from './use-settings.ts'

export function CalendarTab() {
  return <Loaded query={useSettings()}>{(settings) => <CalendarView settings={settings} />}</Loaded>
}

function CalendarView({ settings }: Readonly<{ settings: SettingsWire }>) {
  const { coveredYears } = settings
  const may = useMay('settings.manage')
  const thisYear = Number(dayOf(new Date()).slice(0, 4))
  const [year, setYear] = useState(
    coveredYears.includes(thisYear) ? thisYear : (coveredYears.at(-1) ?? thisYear),
  )
  const missing = [thisYear, thisYear + 1].filter((one) => !coveredYears.includes(one))
  return (
    <Flex vertical gap={16}>
      {missing.length > 0 && (
        <Alert
          type={missing.includes(thisYear) ? 'error' : 'warning'}
          showIcon
          title={`${missing.join('、')} 年放假安排未导入`}
          description="跨入未导入年份的期限不显示具体日期。请在国务院办公厅通知公布后，由管理员录入。"
          action={may && <NoticeButton year={missing[0] ?? thisYear} covered={false} />}
        />
      )}
      <ClosedDays settings={settings} />
      <Card
        title={`上班时间 ${settings.periods.join('，')}`}
        extra={
          <Flex gap={12} wrap>
            {may && coveredYears.includes(year) && <NoticeButton key={year} year={year} covered />}
            <Segmented
              value={year}
              options={coveredYears.map((one) => ({ value: one, label: `${one} 年` }))}
              onChange={setYear}
            />
          </Flex>
        }
      >
        <Year year={year} />
      </Card>
    </Flex>
  )
}

function Year({ year }: Readonly<{ year: number }>) {
  const query = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => get<CalendarWire>(`/calendar/${year}`),
  })
  return (
    <Loaded query={query}>
      {({ days, notice }) => (
        <Flex vertical gap={16}>
          <span className="quiet">依据：{notice.source}</span>
          <Flex gap={12} wrap>
            {LEGEND.map(([kind, label]) => (
              <span key={kind}>
                <span className={`day day-${kind} legend`}>1</span> {label}
              </span>
            ))}
          </Flex>
          <div className="year">
            {Array.from({ length: 12 }, (_, month) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the months of a year
              <Month key={month} month={month + 1} days={days} />
            ))}
          </div>
        </Flex>
      )}
    </Loaded>
  )
}

const LEGEND = [
  ['holiday', '法定放假'],
  ['extra_work', '调休上班'],
  ['rest', '周末'],
  ['closed', '临时非工作日'],
] as const

function Month({ month, days }: Readonly<{ month: number; days: readonly CalendarDayWire[] }>) {
  const own = days.filter((day) => Number(day.date.slice(5, 7)) === month)
  const [first] = own
  // Weeks begin on Monday.
  const column = first ? ((new Date(first.date).getUTCDay() + 6) % 7) + 1 : 1
  return (
    <section className="month">
      <h3 className="month-name">{month} 月</h3>
      {['一', '二', '三', '四', '五', '六', '日'].map((name) => (
        <span key={name} className="quiet">
          {name}
        </span>
      ))}
      {own.map((day, i) => (
        <span
          key={day.date}
          className={`day day-${day.kind}`}
          style={i === 0 ? { gridColumnStart: column } : undefined}
        >
          {Number(day.date.slice(8))}
        </span>
      ))}
    </section>
  )
}

function ClosedDays({ settings }: Readonly<{ settings: SettingsWire }>) {
  const may = useMay('settings.manage')
  const change = useClosedDay()
  return (
    <Card title="临时非工作日">
      <Flex vertical gap={12}>
        {settings.closedDays.length === 0 && (
          <span className="quiet">没有临时非工作日。台风等停工时在此登记，期限自动顺延。</span>
        )}
        {settings.closedDays.map(({ day, reason }) => (
          <Flex key={day} gap={12} align="center">
            <strong>{day}</strong> {reason}
            {may && (
              <Popconfirm
                title={`取消 ${day} 的临时停工？`}
                onConfirm={() => change.mutate({ day, reason: null })}
              >
                <Button size="small">取消</Button>
              </Popconfirm>
            )}
          </Flex>
        ))}
        {may && (
          <Form<{ day: Dayjs; reason: string }>
            layout="inline"
            onFinish={({ day, reason }) =>
              change.mutate({ day: day.format('YYYY-MM-DD'), reason: reason.trim() })
            }
          >
            <Form.Item name="day" rules={[{ required: true, message: '请选择日期' }]}>
              <DatePicker placeholder="日期" />
            </Form.Item>
            <Form.Item
              name="reason"
              rules={[{ required: true, whitespace: true, min: 2, message: '请写明事由' }]}
            >
              <Input maxLength={100} placeholder="事由，如台风停工" />
            </Form.Item>
            <Button htmlType="submit" loading={change.isPending}>
              设为非工作日
            </Button>
          </Form>
        )}
      </Flex>
    </Card>
  )
}

function useClosedDay() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (given: Readonly<{ day: string; reason: string | null }>) =>
      send('POST', '/settings/closed-days', given),
    onSuccess: async () => {
      void message.success('已保存，期限按新日历计算')
      await client.invalidateQueries({ queryKey: ['settings'] })
      await client.invalidateQueries({ queryKey: ['calendar'] })
    },
    onError: (error) => void message.error(textOf(error)),
  })
}
