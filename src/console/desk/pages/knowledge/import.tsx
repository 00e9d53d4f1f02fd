// Many items at once: out as a workbook, edited in Excel, looked through, and made into drafts.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Flex, Select, Table, Upload } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ImportWire } from '../../../../http/console-api/wire-changes.ts'
import { hand, save, textOf } from '../../api.ts'
import { Page } from '../../parts/page.tsx'
import { Comparison } from './comparison.tsx'
import { useKnowledge } from './items.tsx'

export function ImportPage() {
  return (
    <Page title="导出、导入工作簿" extra={<Link to="/knowledge">返回事项列表</Link>}>
      <Export />
      <Import />
    </Page>
  )
}

function Export() {
  const sections = useKnowledge().data?.sections ?? []
  const [section, setSection] = useState<string | undefined>()
  const saving = useMutation({ mutationFn: () => save('/knowledge/workbook', { section }) })
  return (
    <Card title="第一步：导出">
      <Flex gap={8} wrap>
        <Select
          allowClear
          className="filter-wide"
          aria-label="服务板块"
          placeholder="全部板块"
          value={section ?? null}
          options={sections.map(({ code, name, count }) => ({
            value: code,
            label: `${name}（${count}）`,
          }))}
          onChange={(value) => setSection(value ?? undefined)}
        />
        <Button loading={saving.isPending} onClick={() => saving.mutate()}>
          导出工作簿
        </Button>
      </Flex>
      <p className="quiet">
        在导出的工作簿上修改，保留工作表名称、标题行和编号。“事项”工作表中不需要修改的事项可以整行删除；保留的事项，其他各表中的行即为该事项的全部内容，删去一行即删去该条。
      </p>
      {saving.error && <Alert type="error" showIcon title={textOf(saving.error)} />}
    </Card>
  )
}

function Import() {
  const client = useQueryClient()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [file, setFile] = useState<File | null>(null)
  const reading = useMutation({
    mutationFn: ({ chosen, commit }: Readonly<{ chosen: File; commit: boolean }>) =>
      hand<ImportWire>(
        '/knowledge/workbook',
        { name: chosen.name, commit: commit ? '1' : undefined },
        chosen,
      ),
    onSuccess: async ({ isMade, changed }) => {
      if (!isMade) return
      await client.invalidateQueries({ queryKey: ['changes'] })
      void message.success(`已生成 ${changed.length} 项改动，请在列表中选择后一并提交`)
      await navigate('/knowledge?tab=changes&mine=1&state=editing')
    },
  })
  return (
    <Card title="第二步：导入">
      <Flex vertical gap={16} align="stretch">
        <Upload
          accept=".xlsx"
          maxCount={1}
          beforeUpload={(chosen) => {
            setFile(chosen)
            reading.mutate({ chosen, commit: false })
            return false
          }}
          onRemove={() => {
            setFile(null)
            reading.reset()
          }}
        >
          <Button loading={reading.isPending}>选择修改后的工作簿</Button>
        </Upload>
        {reading.error && <Alert type="error" showIcon title={textOf(reading.error)} />}
        {reading.data && file && (
          <Preview
            read={reading.data}
            isBusy={reading.isPending}
            onCommit={() => reading.mutate({ chosen: file, commit: true })}
          />
        )}
      </Flex>
    </Card>
  )
}

function Preview({
  read: { changed, unchanged, problems },
  isBusy,
  onCommit,
}: Readonly<{ read: ImportWire; isBusy: boolean; onCommit: () => void }>) {
  if (problems.length > 0) return <Problems problems={problems} />
  if (changed.length === 0) {
    return (
      <Alert type="info" showIcon title={`${unchanged} 项与现有内容一致，没有需要导入的修改`} />
    )
  }
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={`将生成 ${changed.length} 项改动，另有 ${unchanged} 项没有修改。改动须提交、审核后才会发布。`}
        action={
          <Button type="primary" loading={isBusy} onClick={onCommit}>
            确认导入
          </Button>
        }
      />
      {changed.map(({ code, name, fields }) => (
        <Card key={code} size="small" title={`${code} ${name}`}>
          <Comparison changes={fields} />
        </Card>
      ))}
    </>
  )
}

function Problems({ problems }: Readonly<Pick<ImportWire, 'problems'>>) {
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={`${problems.length} 处需要改正，没有导入任何内容。请在工作簿中改正后重新选择文件。`}
      />
      <Table
        size="small"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        rowKey={(one) => `${one.sheet} ${one.row} ${one.column} ${one.reason}`}
        dataSource={[...problems]}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: '工作表', dataIndex: 'sheet' },
          { title: '行', align: 'end', render: (_, one) => one.row ?? '—' },
          { title: '列', render: (_, one) => one.column ?? '—' },
          { title: '原因', dataIndex: 'reason' },
        ]}
      />
    </>
  )
}
