// What is wrong with the knowledge files, before anybody publishes them.
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Table } from 'antd'
import { Link } from 'react-router'
import type { CheckWire } from '../../../../http/console-api/wire.ts'
import { send, textOf } from '../../api.ts'
import { useMay } from '../../parts/session.tsx'

export function CheckTab() {
  const may = useMay('knowledge.draft')
  const check = useMutation({ mutationFn: () => send<CheckWire>('POST', '/knowledge/check') })
  if (!may) return <Alert type="info" showIcon title="您的岗位没有检查知识文件的权限。" />
  return (
    <Flex vertical gap={16} align="stretch">
      <div>
        <Button type="primary" loading={check.isPending} onClick={() => check.mutate()}>
          检查知识文件
        </Button>
      </div>
      {check.error && <Alert type="error" showIcon title={textOf(check.error)} />}
      {check.data && <Outcome check={check.data} />}
      {check.data && <Changes changes={check.data.changes} />}
    </Flex>
  )
}

const OVER_WORDS = {
  file: '发布时覆盖文件中的该事项',
  edited_file: '文件另有修改，发布时仍以改动为准；请核对文件，把需要的内容补入新的改动',
  nothing: '文件中已没有该事项，改动不会发布',
} as const

function Changes({ changes }: Readonly<Pick<CheckWire, 'changes'>>) {
  if (changes.length === 0) return null
  return (
    <Card title={`已通过的改动（${changes.length}）`}>
      <ul className="plain-list">
        {changes.map(({ id, code, name, over }) => (
          <li key={id}>
            <Link to={`/knowledge/changes/${id}`}>
              {code} {name}
            </Link>
            ：<span className={over === 'file' ? 'quiet' : 'late'}>{OVER_WORDS[over]}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Outcome({ check }: Readonly<{ check: CheckWire }>) {
  if (check.problems.length === 0) {
    const state = check.differs
      ? '连同已通过的改动，与使用中的版本不同，可以发布。'
      : '连同已通过的改动，与使用中的版本一致。'
    return <Alert type="success" showIcon title={`${check.items} 项，没有错误；${state}`} />
  }
  return (
    <Card title={`${check.problems.length} 处错误`}>
      <Table
        size="small"
        rowKey={(row) => `${row.file} ${row.path} ${row.reason}`}
        dataSource={check.problems}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: '文件', dataIndex: 'file' },
          { title: '位置', dataIndex: 'path' },
          { title: '原因', dataIndex: 'reason' },
        ]}
      />
    </Card>
  )
}
