// Every rate of every group, closed and solved side by side.
import { Button, Card, Table, type TableProps, Tooltip } from 'antd'
import type { FiguresWire } from '../../../../http/console-api/wire.ts'
import type { RateName } from '../../../../ticket/figures.ts'

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
    </Card>
  )
}
