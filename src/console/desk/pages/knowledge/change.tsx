// One change: what it does, what stands against it, who did what with it, what can be done now.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Flex, Input, Popconfirm, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { ChangeWire } from '../../../../http/console-api/wire-changes.ts'
import type { ChangeAct } from '../../../../knowledge/change/change.ts'
import { fieldLabel } from '../../../../knowledge/change/fields.ts'
import { get, send, textOf } from '../../api.ts'
import {
  CHANGE_ACT_WORDS,
  CHANGE_STATE_COLOURS,
  CHANGE_STATE_WORDS,
  CHANGE_STEP_WORDS,
} from '../../parts/change-words.ts'
import { Page } from '../../parts/page.tsx'
import { Loaded } from '../../parts/states.tsx'
import { when } from '../../parts/time.ts'
import { Answers } from './answers.tsx'
import { Comparison, ComparisonCard } from './comparison.tsx'

export function ChangePage() {
  const { id = '' } = useParams()
  const query = useQuery({
    queryKey: ['changes', id],
    queryFn: () => get<ChangeWire>(`/knowledge/changes/${encodeURIComponent(id)}`),
  })
  return (
    <Page
      title={query.data ? `改动：${query.data.line.name}` : '改动'}
      extra={<Link to="/knowledge?tab=changes">返回改动列表</Link>}
    >
      <Loaded query={query}>{(change) => <ChangeView change={change} />}</Loaded>
    </Page>
  )
}

function ChangeView({ change }: Readonly<{ change: ChangeWire }>) {
  const { line } = change
  const mine = new Set(change.changes.map(({ field }) => field))
  const conflicts = change.since.map(({ field }) => field).filter((field) => mine.has(field))
  return (
    <>
      <Flex gap={8} wrap align="center">
        <Link to={`/knowledge/items/${line.code}`}>{line.code}</Link>
        <Tag color={CHANGE_STATE_COLOURS[line.state]}>{CHANGE_STATE_WORDS[line.state]}</Tag>
        {line.movedOn && <Tag color="red">原内容已更新</Tag>}
        <span>
          {line.author}：{line.reason || '未写说明'}
        </span>
      </Flex>
      <Acts change={change} />
      {change.problems.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={`${change.problems.length} 处不符合要求，不能提交或通过`}
          description={
            <ul className="plain-list">
              {change.problems.map(({ path, reason }) => (
                <li key={`${path} ${reason}`}>
                  {fieldLabel(path)} {reason}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <div className="detail-grid">
        <div className="detail-main">
          {line.movedOn && (
            <ComparisonCard
              title="起草以后原内容的变化"
              changes={change.since}
              conflicts={conflicts}
            />
          )}
          <Card styles={{ body: { paddingTop: 8 } }}>
            <Tabs
              destroyOnHidden
              items={[
                {
                  key: 'changes',
                  label: '改了什么',
                  children: <Comparison changes={change.changes} conflicts={conflicts} />,
                },
                {
                  key: 'answers',
                  label: '试问',
                  children: <Answers code={line.code} item={change.item} />,
                },
              ]}
            />
          </Card>
        </div>
        <div className="detail-side">
          <Card title="经过">
            <ul className="plain-list">
              {change.steps.map((step) => (
                <li key={`${step.at} ${step.act}`}>
                  {CHANGE_STEP_WORDS[step.act] ?? step.act} · {step.actor}
                  <div className="quiet">{when(step.at)}</div>
                  {step.note && <div>{step.note.replace('version:', '知识库版本 ')}</div>}
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </>
  )
}

const SHOWN: readonly ChangeAct[] = ['submit', 'approve', 'send_back', 'rebase', 'withdraw']

function Acts({ change }: Readonly<{ change: ChangeWire }>) {
  const { line, acts, isAlone } = change
  const client = useQueryClient()
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const acting = useMutation({
    mutationFn: (act: ChangeAct) =>
      send('POST', '/knowledge/changes/acts', {
        act,
        changes: [{ id: line.id, revision: line.revision }],
        note,
      }),
    onSuccess: (_, act) => {
      setNote('')
      void message.success(`${CHANGE_ACT_WORDS[act]}：已完成`)
    },
    onError: (error) => void message.error(textOf(error)),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['changes'] }),
        client.invalidateQueries({ queryKey: ['edit', line.code] }),
      ]),
  })
  const offered = SHOWN.filter((act) => acts.includes(act))
  if (offered.length === 0 && !acts.includes('save')) return null
  return (
    <Card size="small">
      {isAlone && acts.includes('approve') && (
        <Alert
          type="warning"
          showIcon
          className="form-problem"
          title="这是您本人起草的改动。目前只有您一名管理员，可以自行通过，操作将单独记入审计。"
        />
      )}
      <Flex gap={8} wrap>
        {acts.includes('send_back') && (
          <Input
            className="grows"
            aria-label="审核意见"
            placeholder="审核意见（退回时必填）"
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        {acts.includes('save') && (
          <Link to={`/knowledge/items/${line.code}/edit`}>
            <Button>继续编辑</Button>
          </Link>
        )}
        {offered.map((act) => (
          <Popconfirm
            key={act}
            title={`${CHANGE_ACT_WORDS[act]}？`}
            disabled={act === 'send_back' && note.trim() === ''}
            onConfirm={() => acting.mutate(act)}
          >
            <Button
              type={act === 'approve' || act === 'submit' ? 'primary' : 'default'}
              danger={act === 'withdraw'}
              disabled={act === 'send_back' && note.trim() === ''}
              loading={acting.isPending && acting.variables === act}
            >
              {CHANGE_ACT_WORDS[act]}
            </Button>
          </Popconfirm>
        ))}
      </Flex>
    </Card>
  )
}
