// Why a turn was decided as it was, and which items it was decided between.
import { Descriptions, Flex, Table } from 'antd'
import { Link } from 'react-router'
import type { TurnTrace } from '../../../conversation/turn-log.ts'
import { refusedRows, type TraceRow, traceRows } from './trace-rows.ts'

type Hit = Readonly<{ code: string }> &
  Pick<NonNullable<TurnTrace['hits']>[number], 'score' | 'channels'>

const CHANNELS = [
  ['a', '事项词面'],
  ['b', '段落词面'],
  ['l', '分类'],
  ['e', '向量'],
] as const

/** The table, and below it what the model wrote in vain, and everything as it is stored. */
export function Trace({ trace }: Readonly<{ trace: TurnTrace }>) {
  const refused = refusedRows(trace)
  return (
    <Flex vertical gap={8}>
      <Rows rows={traceRows(trace)} />
      {refused.length > 0 && (
        <details>
          <summary>大模型未采用的内容</summary>
          <Rows rows={refused} />
        </details>
      )}
      <details>
        <summary>原始记录</summary>
        <pre className="trace">{JSON.stringify(trace, null, 2)}</pre>
      </details>
    </Flex>
  )
}

const Rows = ({ rows }: Readonly<{ rows: readonly TraceRow[] }>) => (
  <Descriptions
    column={1}
    size="small"
    bordered
    items={rows.map(([label, text], n) => ({
      key: `${n}`,
      label,
      children: <span className="keep-lines">{text}</span>,
    }))}
  />
)

export function Candidates({
  hits,
  nameOf,
}: Readonly<{ hits: readonly Hit[]; nameOf: (code: string) => string }>) {
  return (
    <Table
      size="small"
      rowKey="code"
      pagination={false}
      dataSource={[...hits]}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: '候选事项',
          render: (_, hit) => (
            <Link to={`/knowledge/items/${hit.code}`}>
              {hit.code} {nameOf(hit.code)}
            </Link>
          ),
        },
        { title: '得分', align: 'end', render: (_, hit) => hit.score.toFixed(3) },
        ...CHANNELS.map(([channel, title]) => ({
          title,
          align: 'end' as const,
          render: (_: unknown, hit: Hit) => hit.channels[channel].toFixed(2),
        })),
      ]}
    />
  )
}
