// What is wrong with the knowledge files, before anybody publishes them.
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Table } from 'antd'
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
    </Flex>
  )
}

function Outcome({ check }: Readonly<{ check: CheckWire }>) {
  if (check.problems.length === 0) {
    const state = check.differs ? '与使用中的版本不同，可以发布。' : '与使用中的版本一致。'
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
