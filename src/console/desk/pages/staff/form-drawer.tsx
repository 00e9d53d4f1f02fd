// A form in a drawer: filled in, sent, and either done or told why not.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Flex, Form } from 'antd'
import type { ReactNode } from 'react'
import { textOf } from '../../api.ts'

type Props<T> = Readonly<{
  title: string
  initial: Partial<T>
  send: (values: T) => Promise<unknown>
  /** What is read again afterwards. */
  refresh: readonly string[]
  done: string
  onClose: () => void
  children: ReactNode
}>

export function FormDrawer<T extends object>(props: Props<T>) {
  const [form] = Form.useForm<T>()
  const client = useQueryClient()
  const { message } = App.useApp()
  const sending = useMutation({
    mutationFn: props.send,
    onSuccess: async () => {
      void message.success(props.done)
      await client.invalidateQueries({ queryKey: props.refresh })
      props.onClose()
    },
  })
  return (
    <Drawer
      open
      title={props.title}
      size={520}
      onClose={props.onClose}
      footer={
        <Flex gap={8} justify="end">
          <Button onClick={props.onClose}>取消</Button>
          <Button type="primary" loading={sending.isPending} onClick={form.submit}>
            保存
          </Button>
        </Flex>
      }
    >
      {sending.error && (
        <Alert type="error" showIcon title={textOf(sending.error)} className="form-problem" />
      )}
      <Form<T>
        form={form}
        layout="vertical"
        initialValues={props.initial}
        onFinish={(values) => sending.mutate(values)}
      >
        {props.children}
      </Form>
    </Drawer>
  )
}
