// A link that signs a person in once, to be handed over in person or by a safe channel.
import { useMutation } from '@tanstack/react-query'
import { App, Button, Typography } from 'antd'
import type { StaffWire } from '../../../../http/console-api/wire.ts'
import { send, textOf } from '../../api.ts'

export function SignInLink({ person }: Readonly<{ person: StaffWire }>) {
  const { message, modal } = App.useApp()
  const making = useMutation({
    mutationFn: () => send<{ path: string }>('POST', `/staff/${person.id}/link`),
    onSuccess: ({ path }) => {
      modal.info({
        title: `${person.name} 的登录链接`,
        width: 560,
        content: (
          <>
            <p>一次有效，24 小时内使用。请只交给本人。</p>
            <Typography.Text copyable code>
              {window.location.origin + path}
            </Typography.Text>
          </>
        ),
        okText: '知道了',
      })
    },
    onError: (error) => void message.error(textOf(error)),
  })
  return (
    <Button size="small" loading={making.isPending} onClick={() => making.mutate()}>
      登录链接
    </Button>
  )
}
