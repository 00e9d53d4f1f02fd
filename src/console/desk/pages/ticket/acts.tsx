// What may be done to the ticket now, as buttons; each opens its form or asks back.
import { DownOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Dropdown, Flex, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { FormField } from '../../../../kernel/message.ts'
import type { DeskAct } from '../../../../ticket/desk-acts.ts'
import { submit, textOf } from '../../api.ts'
import { forgetWords, keepWords, keptWords, placeOf, type Words } from '../../parts/kept-words.ts'
import { useMe } from '../../parts/session.tsx'

/** What leads on comes first, what cannot be undone last. */
const PLACE: Readonly<Record<DeskAct['style'], number>> = { primary: 0, default: 1, danger: 2 }
/** More than these stand in a menu. */
const BUTTONS_MAX = 4

function useAct(number: string) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ act, form }: Readonly<{ act: DeskAct; form: Words }>) =>
      submit(`${number} ${act.kind}`, `/tickets/${encodeURIComponent(number)}/acts`, {
        act: act.kind,
        form,
      }),
    // Also after a refusal: somebody else may have changed the ticket meanwhile.
    onSettled: async (_, error, { act }) => {
      await client.invalidateQueries({ queryKey: ['ticket', number] })
      if (error === null) void message.success(`${act.label}：已完成`)
    },
  })
}

export function Acts({ number, acts }: Readonly<{ number: string; acts: readonly DeskAct[] }>) {
  const { message, modal } = App.useApp()
  const [open, setOpen] = useState<DeskAct | null>(null)
  const doing = useAct(number)
  const ordered = acts.toSorted((a, b) => PLACE[a.style] - PLACE[b.style])

  const now = (act: DeskAct) =>
    doing.mutateAsync({ act, form: {} }).catch((error: unknown) => {
      void message.error(textOf(error))
    })
  const begin = (act: DeskAct) => {
    if (act.fields.length > 0) setOpen(act)
    else if (act.confirm === null) void now(act)
    else modal.confirm({ title: act.label, content: act.confirm, onOk: () => now(act) })
  }

  if (acts.length === 0) return <span className="quiet">当前没有您可以进行的操作</span>
  const more = ordered.slice(BUTTONS_MAX)
  return (
    <Flex gap={8} wrap>
      {ordered.slice(0, BUTTONS_MAX).map((act) => (
        <Button
          key={act.kind}
          type={act.style === 'primary' ? 'primary' : 'default'}
          danger={act.style === 'danger'}
          disabled={doing.isPending}
          onClick={() => begin(act)}
        >
          {act.label}
        </Button>
      ))}
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map((act) => ({
              key: act.kind,
              label: act.label,
              danger: act.style === 'danger',
            })),
            onClick: ({ key }) => {
              const act = more.find((one) => one.kind === key)
              if (act) begin(act)
            },
          }}
        >
          <Button disabled={doing.isPending}>
            更多操作 <DownOutlined />
          </Button>
        </Dropdown>
      )}
      {open && <ActForm number={number} act={open} onClose={() => setOpen(null)} />}
    </Flex>
  )
}

function ActForm({
  number,
  act,
  onClose,
}: Readonly<{ number: string; act: DeskAct; onClose: () => void }>) {
  const [form] = Form.useForm<Words>()
  const doing = useAct(number)
  const place = placeOf(useMe().id, number, act.kind)
  const [kept] = useState(() => keptWords(place))
  const discard = () => {
    forgetWords(place)
    onClose()
  }
  const submit = (values: Words) =>
    doing.mutate({ act, form: filled(values) }, { onSuccess: discard })
  const noteChange = (changed: Words) => {
    form.setFieldsValue(follows(act, changed))
    keepWords(place, form.getFieldsValue())
  }
  return (
    <Drawer
      open
      title={act.label}
      size={480}
      onClose={onClose}
      footer={
        <Flex gap={8} justify="end">
          <Button onClick={discard}>取消</Button>
          <Button type="primary" loading={doing.isPending} onClick={form.submit}>
            提交
          </Button>
        </Flex>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark
        scrollToFirstError={{ focus: true }}
        onFinish={submit}
        onValuesChange={noteChange}
      >
        {doing.error && (
          <Alert type="error" showIcon title={textOf(doing.error)} className="form-problem" />
        )}
        {act.confirm && <Alert type="info" showIcon title={act.confirm} className="form-problem" />}
        {act.fields.map((field) => (
          <Form.Item
            key={field.name}
            name={field.name}
            label={field.label}
            initialValue={kept[field.name] ?? ('value' in field ? field.value : undefined)}
            rules={[
              {
                required: field.required,
                whitespace: true,
                message: `请${field.kind === 'select' ? '选择' : '填写'}${field.label}`,
              },
            ]}
          >
            {control(field)}
          </Form.Item>
        ))}
      </Form>
    </Drawer>
  )
}

/** A chosen person brings along the department that stands behind their name. */
function follows(act: DeskAct, changed: Words): Words {
  const options = (name: string) => {
    const field = act.fields.find((one) => one.name === name)
    return field?.kind === 'select' ? field.options : []
  }
  const [name, value] = Object.entries(changed)[0] ?? []
  if (name !== 'to' && name !== 'staffId') return {}
  const label = options(name).find((one) => one.value === value)?.label ?? ''
  const department = /（([^）]+)）$/.exec(label)?.[1]
  return options('department').some((one) => one.value === department) ? { department } : {}
}

function control(field: FormField) {
  switch (field.kind) {
    case 'select':
      return (
        <Select
          allowClear={!field.required}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="请选择"
          options={[...field.options]}
        />
      )
    case 'text':
      return field.multiline ? (
        <Input.TextArea
          autoSize={{ minRows: 4, maxRows: 14 }}
          maxLength={field.maxLength}
          showCount
          placeholder={field.placeholder}
        />
      ) : (
        <Input maxLength={field.maxLength} placeholder={field.placeholder} />
      )
    case 'file':
      return <Input disabled placeholder="请在会话中发送附件" />
  }
}

/** What was left out is not sent. */
const filled = (values: Words) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
