// The limits as text, each line explained by the comment above it: what is wrong is told by its name.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Flex, Input, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import type { SettingsWire } from '../../../../http/console-api/wire.ts'
import { send, textOf } from '../../api.ts'

type Props = Readonly<{ settings: SettingsWire }>

export function LimitsButton({ settings }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>修改时限</Button>
      <Modal
        open={open}
        title="修改时限"
        footer={null}
        width={820}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <LimitsForm settings={settings} done={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function LimitsForm({ settings, done }: Props & Readonly<{ done: () => void }>) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [text, setText] = useState(settings.limitsText)
  const change = useMutation({
    mutationFn: (next: string | null) => send('PUT', '/settings/limits', { text: next }),
    onSuccess: () => {
      void message.success('已保存，用于之后登记的诉求')
      done()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['settings'] }),
  })
  return (
    <Flex vertical gap={12}>
      <span className="quiet">
        只改冒号后的数字和时间，带井号的行是说明。只用于之后登记的诉求，上班时间立即生效。
      </span>
      {change.isError && <Alert type="error" showIcon title={textOf(change.error)} />}
      <Input.TextArea
        className="limits-text"
        aria-label="时限"
        rows={22}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Flex gap={12}>
        <Button
          type="primary"
          loading={change.isPending}
          disabled={text === settings.limitsText}
          onClick={() => change.mutate(text)}
        >
          保存
        </Button>
        {settings.limitsChanged && (
          <Popconfirm title="恢复为默认时限？" onConfirm={() => change.mutate(null)}>
            <Button loading={change.isPending}>恢复默认</Button>
          </Popconfirm>
        )}
      </Flex>
    </Flex>
  )
}
