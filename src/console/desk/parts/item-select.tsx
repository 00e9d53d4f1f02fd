// A choice of one item.
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { ItemLineWire, Paged } from '../../../http/console-api/wire.ts'
import { get } from '../api.ts'

/** Items are found on the server by what is typed. */
export function ItemSelect({
  value,
  onChange,
  placeholder = '按名称或编码查找，可不选',
  ...rest
}: Readonly<{
  value?: string
  onChange?: (value: string | undefined) => void
  placeholder?: string
  'aria-label'?: string
}>) {
  const [text, setText] = useState(value ?? '')
  const { data, isFetching } = useQuery({
    queryKey: ['items', 'select', text],
    queryFn: () => get<Paged<ItemLineWire>>('/knowledge/items', { q: text, size: 30 }),
    staleTime: 60_000,
  })
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={isFetching}
      placeholder={placeholder}
      className="item-select"
      value={value ?? null}
      options={(data?.rows ?? []).map((row) => ({
        value: row.code,
        label: `${row.code} ${row.name}`,
      }))}
      onChange={(code) => onChange?.(code ?? undefined)}
    />
  )
}
