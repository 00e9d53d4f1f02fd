// The answer card as a draft would give it, beside today's.
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Input, Select } from 'antd'
import { useState } from 'react'
import type { AnswersWire } from '../../../../http/console-api/wire-changes.ts'
import type { ItemDraft } from '../../../../knowledge/change/fields.ts'
import { FIELDS, type Field } from '../../../../knowledge/field.ts'
import { MessageView } from '../../../shared/message-view.tsx'
import { send, textOf } from '../../api.ts'
import { FIELD_WORDS } from '../../parts/words.ts'

const CHOICES = FIELDS.map((value) => ({ value, label: FIELD_WORDS[value] }))

export function Answers({ code, item }: Readonly<{ code: string; item: ItemDraft }>) {
  const [field, setField] = useState<Field>('overview')
  const [question, setQuestion] = useState('')
  const trial = useMutation({
    mutationFn: () =>
      send<AnswersWire>('POST', '/knowledge/answers', { code, item, field, question }),
  })
  return (
    <Flex vertical gap={16}>
      <Alert
        type="info"
        showIcon
        title="这里只比较答复的内容。企业的问法能否找到该事项，要发布后才会重新学习，请在发布后用“命中测试”核对。"
      />
      <Flex gap={8} wrap>
        <Select
          className="filter"
          aria-label="询问内容"
          value={field}
          options={CHOICES}
          onChange={setField}
        />
        <Input
          className="grows"
          aria-label="企业的问法"
          placeholder="企业的问法（可不填）"
          maxLength={500}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          onPressEnter={() => trial.mutate()}
        />
        <Button type="primary" loading={trial.isPending} onClick={() => trial.mutate()}>
          试问
        </Button>
      </Flex>
      {trial.error && <Alert type="error" showIcon title={textOf(trial.error)} />}
      {trial.data && (
        <div className="draft-columns">
          <Card title="现在的答复">
            <MessageView message={trial.data.today} onAction={null} />
          </Card>
          <Card title="改动后的答复">
            <MessageView message={trial.data.changed} onAction={null} />
          </Card>
        </div>
      )}
    </Flex>
  )
}
