// Hit test: the answer that the chat would give now, with why.
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Form, Input, Tag } from 'antd'
import type { TrialWire } from '../../../../http/console-api/wire.ts'
import { TYPED_LENGTH_MAX } from '../../../../kernel/incoming.ts'
import { MessageView } from '../../../shared/message-view.tsx'
import { send, textOf } from '../../api.ts'
import { Candidates, Trace } from '../../parts/trace.tsx'
import { DECISION_COLOURS, DECISION_WORDS, FIELD_WORDS, REASON_WORDS } from '../../parts/words.ts'

export function TryTab() {
  const [form] = Form.useForm<{ q: string }>()
  const trial = useMutation({
    mutationFn: (q: string) => send<TrialWire>('POST', '/knowledge/try', { q }),
  })
  return (
    <Flex vertical gap={16}>
      <Card size="small">
        <Form<{ q: string }>
          form={form}
          layout="inline"
          onFinish={({ q }) => trial.mutate(q)}
          initialValues={{ q: '' }}
        >
          <Form.Item
            name="q"
            rules={[{ required: true, whitespace: true, message: '请输入一句企业的问法' }]}
            className="try-question"
          >
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 8 }}
              maxLength={TYPED_LENGTH_MAX}
              placeholder="按企业的说法输入，例如：公司设立登记要几天"
              onPressEnter={(event) => {
                if (event.shiftKey || event.nativeEvent.isComposing) return
                event.preventDefault()
                form.submit()
              }}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={trial.isPending}>
            测试
          </Button>
        </Form>
      </Card>
      {trial.error && <Alert type="error" showIcon title={textOf(trial.error)} />}
      {trial.data && <Trial trial={trial.data} />}
    </Flex>
  )
}

function Trial({ trial }: Readonly<{ trial: TrialWire }>) {
  const nameOf = (code: string) => trial.hits.find((one) => one.code === code)?.name ?? ''
  return (
    <div className="detail-grid">
      <div className="detail-main">
        <Card title="会话中的答复">
          <MessageView message={trial.message} onAction={null} />
        </Card>
        <Card title="候选事项">
          <Candidates hits={trial.hits} nameOf={nameOf} />
        </Card>
      </div>
      <div className="detail-side">
        <Card title="判断">
          <Flex vertical gap={8} align="start">
            <Tag color={DECISION_COLOURS[trial.decision.kind]}>
              {DECISION_WORDS[trial.decision.kind]}
            </Tag>
            {'reason' in trial.decision && (
              <span>理由：{REASON_WORDS[trial.decision.reason] ?? trial.decision.reason}</span>
            )}
            {trial.field && <span>询问内容：{FIELD_WORDS[trial.field]}</span>}
            <span>把握：{(trial.confidence * 100).toFixed(1)}%</span>
            <span>知识库版本：{trial.version}</span>
            <span>用时：{trial.ms} 毫秒</span>
          </Flex>
        </Card>
        <Card title="判断过程">
          <Trace trace={trial.trace} />
        </Card>
      </div>
    </div>
  )
}
