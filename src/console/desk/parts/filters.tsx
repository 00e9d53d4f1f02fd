// Filters that several lists share.
import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { UrlState } from './url-state.ts'

export function TextFilter({
  filter,
  placeholder = '编号、事由、企业',
}: Readonly<{ filter: UrlState; placeholder?: string }>) {
  const given = filter.value('q') ?? ''
  const [text, setText] = useState(given)
  const [shown, setShown] = useState(given)
  if (shown !== given) {
    setShown(given)
    setText(given)
  }
  return (
    <Input.Search
      allowClear
      className="filter-wide"
      placeholder={placeholder}
      aria-label="搜索"
      maxLength={100}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onSearch={(value) => filter.set({ q: value.trim() })}
    />
  )
}

export function DayRange({ filter }: Readonly<{ filter: UrlState }>) {
  const day = (name: string) => {
    const value = filter.value(name)
    return value === undefined ? null : dayjs(value)
  }
  return (
    <DatePicker.RangePicker
      value={[day('from'), day('to')]}
      placeholder={['开始日期', '结束日期']}
      allowEmpty={[true, true]}
      onChange={(days) =>
        filter.set({
          from: days?.[0]?.format('YYYY-MM-DD'),
          to: days?.[1]?.format('YYYY-MM-DD'),
        })
      }
    />
  )
}
