// The cases behind a figure.
import { useQuery } from '@tanstack/react-query'
import { Drawer, Flex, Segmented, Table, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { FigureCaseWire, FiguresWire, Paged } from '../../../../http/console-api/wire.ts'
import type { RateName } from '../../../../ticket/figures.ts'
import { KIND_WORDS } from '../../../../ticket/words.ts'
import { get, type Query } from '../../api.ts'
import { Loaded } from '../../parts/states.tsx'
import { StateTag } from '../../parts/tags.tsx'

/** `key` null: all of the period. */
export type Cases = Readonly<{ rate: RateName; key: string | null }>

const SIZE = 20
const WHICH = [
  { value: 'all', label: '全部' },
  { value: 'hit', label: '计入' },
  { value: 'missed', label: '未计入' },
]

export function CasesDrawer({
  asked,
  cases,
  figures,
  onClose,
}: Readonly<{ asked: Query; cases: Cases; figures: FiguresWire; onClose: () => void }>) {
  const [which, setWhich] = useState('all')
  const [page, setPage] = useState(1)
  const wanted = { ...asked, rate: cases.rate, which, page, size: SIZE, ...keyOf(cases) }
  const query = useQuery({
    queryKey: ['cases', wanted],
    queryFn: () => get<Paged<FigureCaseWire>>('/figures/cases', wanted),
  })
  const rate = figures.rates.find((one) => one.name === cases.rate)
  const group = figures.groups.find((one) => one.key === cases.key)
  return (
    <Drawer
      open
      size={640}
      title={`${rate?.label ?? ''}${group ? ` · ${group.label}` : ''}`}
      onClose={onClose}
    >
      <Flex vertical gap={12}>
        <span className="quiet">{rate?.meaning}</span>
        <Segmented
          value={which}
          options={WHICH}
          onChange={(value) => {
            setWhich(value)
            setPage(1)
          }}
        />
        <Loaded query={query}>
          {({ rows, total }) => (
            <Table
              size="small"
              rowKey="number"
              dataSource={rows}
              scroll={{ x: 'max-content' }}
              pagination={{ current: page, pageSize: SIZE, total, onChange: setPage }}
              columns={[
                {
                  title: '编号',
                  render: (_, row) => <Link to={`/tickets/${row.number}`}>{row.number}</Link>,
                },
                { title: '状态', render: (_, row) => <StateTag state={row.state} /> },
                { title: '类别', render: (_, row) => KIND_WORDS[row.kind] },
                { title: '承办单位', render: (_, row) => row.department ?? '—' },
                {
                  title: '计入',
                  render: (_, row) => (row.hit ? <Tag color="green">计入</Tag> : <Tag>未计入</Tag>),
                },
              ]}
            />
          )}
        </Loaded>
      </Flex>
    </Drawer>
  )
}

const keyOf = ({ key }: Cases) => (key === null ? {} : { key })
