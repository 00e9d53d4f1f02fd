// The same matter elsewhere: open tickets to merge with, and how it was answered before.
import { useQuery } from '@tanstack/react-query'
import { Card, Flex } from 'antd'
import { Link } from 'react-router'
import type { SimilarWire } from '../../../../http/console-api/wire.ts'
import { get } from '../../api.ts'
import { StateTag } from '../../parts/tags.tsx'

export function SimilarView({ number }: Readonly<{ number: string }>) {
  const { data } = useQuery({
    queryKey: ['similar', number],
    queryFn: () => get<SimilarWire>(`/tickets/${number}/similar`),
    staleTime: 120_000,
  })
  if (!data || (data.open.length === 0 && data.resolved.length === 0)) return null
  return (
    <Card title="相似诉求">
      <Flex vertical gap={12}>
        {data.open.map(({ line, reason }) => (
          <div key={line.number}>
            <Link to={`/tickets/${line.number}`}>{line.title}</Link>
            <div className="quiet">
              <StateTag state={line.state} /> {reason}
            </div>
          </div>
        ))}
        {data.resolved.map((one) => (
          <div key={one.number}>
            <Link to={`/tickets/${one.number}`}>{one.title}</Link>
            <div className="quiet keep-lines">既往答复：{one.answer ?? '—'}</div>
          </div>
        ))}
      </Flex>
    </Card>
  )
}
