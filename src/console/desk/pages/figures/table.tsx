// Every rate of every group, closed and solved side by side.
import { Button, Card, Table, type TableProps, Tooltip } from 'antd'
import type { FiguresWire } from '../../../../http/console-api/wire.ts'
import type { RateName } from '../../../../ticket/figures.ts'

/** What a hint over a head says is also to be read where nothing hovers, and on paper. */
const Meanings = ({ rates }: Readonly<Pick<FiguresWire, 'rates'>>) => (
  <ul className="plain-list quiet">
    <li>
      登记：这段时间登记的诉求。按单位时计在现承办（或最后承办）的单位；几个单位先后承办的，各项指标计在当时承办的单位。
    </li>
    {rates.map(({ name, label, meaning }) => (
      <li key={name}>
        {label}：{meaning}
      </li>
    ))}
  </ul>
)

type Group = FiguresWire['groups'][number]

export function FiguresTable({
  figures,
  onOpen,
}: Readonly<{ figures: FiguresWire; onOpen: (rate: RateName, key: string) => void }>) {
  const columns: NonNullable<TableProps<Group>['columns']> = [
    { title: '范围', dataIndex: 'label', fixed: 'start' },
    { title: '登记', align: 'end', render: (_, group) => group.figures.registered },
    ...figures.rates.map(({ name, label, meaning }) => ({
      title: <Tooltip title={meaning}>{label}</Tooltip>,
      key: name,
      align: 'end' as const,
      render: (_: unknown, group: Group) => {
        const { hit, of, share } = group.figures[name]
        if (share === null) return <span className="quiet">—</span>
        return (
          <Button
            type="link"
            size="small"
            className="flush"
            title={`${hit} ÷ ${of}`}
            onClick={() => onOpen(name, group.key)}
          >
            {(share * 100).toFixed(1)}%
          </Button>
        )
      },
    })),
  ]
  return (
    <Card title="明细">
      <Table<Group>
        size="small"
        rowKey="key"
        dataSource={figures.groups}
        columns={columns}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      <Meanings rates={figures.rates} />
    </Card>
  )
}
