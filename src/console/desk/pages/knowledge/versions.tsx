// Versions: which one answers, going back to an earlier one, publishing what the files say now.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Flex, Input, Popconfirm, Table, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { VersionWire } from '../../../../http/console-api/wire.ts'
import { send, textOf } from '../../api.ts'
import { useMay } from '../../parts/session.tsx'
import { Loaded } from '../../parts/states.tsx'
import { when } from '../../parts/time.ts'
import { useKnowledge } from './items.tsx'

export function VersionsTab() {
  const query = useKnowledge()
  const mayPublish = useMay('knowledge.publish')
  return (
    <Loaded query={query}>
      {({ versions, publish, vectorsNote }) => (
        <Flex vertical gap={16}>
          {vectorsNote && <Alert type="warning" showIcon title={vectorsNote} />}
          {publish.text && (
            <Alert
              type={publish.failed ? 'error' : publish.running ? 'info' : 'success'}
              showIcon
              title={<span className="keep-lines">{publish.text}</span>}
            />
          )}
          {mayPublish && <Publish running={publish.running} />}
          <Card extra={<Link to="/knowledge/compare">比较两个版本</Link>}>
            <Table<VersionWire>
              rowKey="id"
              pagination={false}
              dataSource={versions}
              scroll={{ x: 'max-content' }}
              columns={[
                { title: '版本', dataIndex: 'id' },
                { title: '状态', render: (_, row) => <VersionState row={row} /> },
                { title: '事项数', align: 'end', render: (_, row) => row.itemCount },
                { title: '说明', render: (_, row) => row.note ?? '—' },
                { title: '发布人', dataIndex: 'createdBy' },
                { title: '生成时间', render: (_, row) => when(row.createdAt) },
                { title: '启用时间', render: (_, row) => when(row.activatedAt) },
                { title: '向量', dataIndex: 'embedding' },
                ...(mayPublish
                  ? [
                      {
                        title: '操作',
                        render: (_: unknown, row: VersionWire) => <Activate row={row} />,
                      },
                    ]
                  : []),
              ]}
            />
          </Card>
        </Flex>
      )}
    </Loaded>
  )
}

const VersionState = ({ row }: Readonly<{ row: VersionWire }>) =>
  row.state === 'active' ? <Tag color="green">使用中</Tag> : <Tag>历史版本</Tag>

function Publish({ running }: Readonly<{ running: boolean }>) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const publish = useMutation({
    mutationFn: () => send('POST', '/knowledge/publish', { note }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['knowledge'] }),
    onError: (error) => void message.error(textOf(error)),
  })
  return (
    <Card size="small">
      <Flex gap={8} wrap>
        <Input
          className="filter-wide"
          maxLength={200}
          placeholder="本次修改说明（可不填）"
          aria-label="本次修改说明"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Popconfirm
          title="发布文件和已通过的改动？"
          description="发布成功后立即用于答复，可随时恢复到之前的版本。"
          onConfirm={() => publish.mutate()}
        >
          <Button type="primary" loading={running || publish.isPending}>
            发布
          </Button>
        </Popconfirm>
      </Flex>
    </Card>
  )
}

const SWITCH_NOTE =
  '该版本中没有的改动将退回起草人，不再生效；仍需要的，请重新提交审核后发布。知识文件的修改不随之撤销，下次发布时再次生效。'

function Activate({ row }: Readonly<{ row: VersionWire }>) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const activate = useMutation({
    mutationFn: () => send('POST', `/knowledge/versions/${row.id}/activate`),
    onSuccess: () => void message.success(`已恢复到版本 ${row.id}`),
    onError: (error) => void message.error(textOf(error)),
    onSettled: () =>
      Promise.all(
        ['knowledge', 'changes', 'edit'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  })
  if (row.state === 'active') return null
  if (!row.usable) return <span className="quiet">由旧程序生成或已超出保留的版本数，不能恢复</span>
  return (
    <Popconfirm
      title={`恢复到版本 ${row.id}？`}
      description={SWITCH_NOTE}
      onConfirm={() => activate.mutate()}
    >
      <Button size="small" loading={activate.isPending}>
        恢复此版本
      </Button>
    </Popconfirm>
  )
}
