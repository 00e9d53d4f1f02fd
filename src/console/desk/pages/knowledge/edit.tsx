// Editing an item: a form, or the whole as YAML; saved as a draft, handed in for approval.
import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Card, Flex, Input, Tabs } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { EditWire } from '../../../../http/console-api/wire-changes.ts'
import { get, textOf } from '../../api.ts'
import { Page } from '../../parts/page.tsx'
import { Loaded } from '../../parts/states.tsx'
import { Answers } from './answers.tsx'
import { DraftForm } from './draft-form.tsx'
import { DraftYaml } from './draft-yaml.tsx'
import { type Draft, useDraft } from './use-draft.ts'
import { readYaml, yamlOf } from './yaml-text.ts'

export function EditPage() {
  const { code = '' } = useParams()
  const query = useQuery({
    queryKey: ['edit', code],
    queryFn: () => get<EditWire>(`/knowledge/changes/of/${encodeURIComponent(code)}`),
    // What is being typed must not be replaced by what comes in.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return (
    <Page
      title={`编辑 ${query.data ? String(query.data.current['name']) : code}`}
      extra={<Link to={`/knowledge/items/${code}`}>返回事项</Link>}
    >
      <Loaded query={query}>{(edit) => <Edit key={edit.code} edit={edit} />}</Loaded>
    </Page>
  )
}

function Edit({ edit }: Readonly<{ edit: EditWire }>) {
  const draft = useDraft(edit)
  const [tab, setTab] = useState('form')
  const [yaml, setYaml] = useState<Readonly<{ text: string; reason: string | null }> | null>(null)
  const open = (key: string) => {
    if (yaml !== null && yaml.reason !== null && key !== 'yaml') return
    setYaml(key === 'yaml' ? { text: yamlOf(draft.item), reason: null } : null)
    setTab(key)
  }
  const type = (text: string) => {
    const read = readYaml(text)
    setYaml({ text, reason: read.ok ? null : read.reason })
    if (read.ok) draft.change(() => read.draft)
  }
  return (
    <>
      <Notices edit={edit} draft={draft} />
      <Tabs
        activeKey={tab}
        onChange={open}
        destroyOnHidden
        items={[
          {
            key: 'form',
            label: '表单',
            children: (
              <DraftForm draft={draft.item} problems={draft.problems} onChange={draft.change} />
            ),
          },
          {
            key: 'yaml',
            label: 'YAML（专业模式）',
            children: (
              <DraftYaml
                text={yaml?.text ?? ''}
                reason={yaml?.reason ?? null}
                problems={draft.problems}
                onChange={type}
              />
            ),
          },
          {
            key: 'answers',
            label: '试问',
            children: <Answers code={edit.code} item={draft.item} />,
          },
        ]}
      />
      <Bar draft={draft} isBlocked={yaml?.reason != null} />
    </>
  )
}

function Notices({ edit, draft }: Readonly<{ edit: EditWire; draft: Draft }>) {
  const { mine, others } = edit
  const sentBack =
    mine?.line.state === 'sent_back' ? mine.steps.findLast((one) => one.act === 'send_back') : null
  return (
    <Flex vertical gap={8}>
      {sentBack && <Alert type="warning" showIcon title={`已退回修改：${sentBack.note}`} />}
      {mine?.line.movedOn && (
        <Alert
          type="warning"
          showIcon
          title="原内容已更新，须重新核对后才能提交"
          action={<Link to={`/knowledge/changes/${mine.line.id}`}>查看差异</Link>}
        />
      )}
      {others.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={
            <>
              该事项还有未完成的改动：
              {others.map((one) => (
                <Link key={one.id} to={`/knowledge/changes/${one.id}`}>
                  {one.author} {one.reason}{' '}
                </Link>
              ))}
            </>
          }
        />
      )}
      {draft.notes.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={`原有问题，建议一并修改：${draft.notes.map((one) => one.reason).join('；')}`}
        />
      )}
    </Flex>
  )
}

/** Stays in sight while the form is long. */
function Bar({ draft, isBlocked }: Readonly<{ draft: Draft; isBlocked: boolean }>) {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const save = async () => {
    const saved = await draft.save().catch(() => null)
    if (saved) void message.success('已保存')
  }
  const submit = async () => {
    const isIn = await draft.submit().catch(() => null)
    if (isIn === true) {
      void message.success('已提交，待另一人审核')
      await navigate('/knowledge?tab=changes')
    }
  }
  const isUnexplained = draft.reason.trim() === ''
  return (
    <Card size="small" className="draft-bar">
      {draft.error ? <Alert type="error" showIcon title={textOf(draft.error)} /> : null}
      {draft.problems.length > 0 && (
        <Alert
          type="error"
          showIcon
          className="form-problem"
          title={`上次保存的内容有 ${draft.problems.length} 处不符合要求，改正后才能提交；草稿可以先保存。`}
        />
      )}
      <Flex gap={8} wrap align="center">
        <Input
          className="grows"
          aria-label="改动说明"
          placeholder="改动说明：改了什么、依据什么"
          maxLength={300}
          value={draft.reason}
          onChange={(event) => draft.explain(event.target.value)}
        />
        <Button loading={draft.isBusy} disabled={isBlocked} onClick={() => void save()}>
          保存草稿
        </Button>
        <Button
          type="primary"
          loading={draft.isBusy}
          disabled={isBlocked || isUnexplained}
          onClick={() => void submit()}
        >
          提交审核
        </Button>
        <span className="quiet" role="status">
          {isUnexplained
            ? '填写改动说明后可提交'
            : draft.isDirty
              ? '有未保存的修改'
              : draft.kept
                ? '已保存'
                : ''}
        </span>
      </Flex>
    </Card>
  )
}
