// What a reply can be written from: the records that fit, and where a model is configured a draft.
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Typography } from 'antd'
import { Link } from 'react-router'
import type { ReplyDraftWire } from '../../../../http/console-api/wire.ts'
import { send, textOf } from '../../api.ts'

export function DraftView({ number }: Readonly<{ number: string }>) {
  const drafting = useMutation({
    mutationFn: () =>
      send<ReplyDraftWire>('POST', `/tickets/${encodeURIComponent(number)}/reply-draft`),
  })
  const { data, error, isPending } = drafting
  return (
    <Card
      title="答复参考"
      extra={
        <Button loading={isPending} onClick={() => drafting.mutate()}>
          {data ? '重新查找' : '查找依据并起草'}
        </Button>
      }
    >
      <Flex vertical gap={12}>
        {!data && !error && (
          <span className="quiet">查找适用的事项记录；已配置大模型时同时起草答复。</span>
        )}
        {error && <Alert type="error" showIcon title={textOf(error)} />}
        {data && <Alert type={data.text === null ? 'info' : 'success'} title={data.note} />}
        {data?.text && (
          <Typography.Paragraph className="keep-lines" copyable={{ text: data.text }}>
            {data.text}
          </Typography.Paragraph>
        )}
        {data?.items.map((item) => (
          <div key={item.code}>
            <Link to={`/knowledge/items/${item.code}`}>
              {item.code} {item.name}
            </Link>
            <div className="quiet">{item.summary}</div>
          </div>
        ))}
      </Flex>
    </Card>
  )
}
