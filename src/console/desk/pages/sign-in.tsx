// The door: a one-time link, or Lark.
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Spin, Typography } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { send, textOf } from '../api.ts'

const DENIED: Readonly<Record<string, string>> = {
  unknown: '您的飞书账号尚未登记为工作人员，请联系管理员登记后再登录。',
  failed: '飞书登录没有完成，请重试。',
}

export function SignInPage({
  larkSignIn,
  hasEnded,
}: Readonly<{
  larkSignIn: boolean
  /** Somebody was at work here when their session ended. */
  hasEnded: boolean
}>) {
  const [params] = useSearchParams()
  const denied = DENIED[params.get('denied') ?? '']
  return (
    <main className="sign-in">
      <Card>
        <Flex vertical gap={16}>
          <Typography.Title level={1} className="page-title">
            助企小舟 · 工作台
          </Typography.Title>
          {hasEnded && (
            <Alert
              type="warning"
              showIcon
              title="登录已失效，请重新登录。在本页面登录后，工单表单中未提交的内容仍会保留。"
            />
          )}
          {denied && <Alert type="error" showIcon title={denied} />}
          {larkSignIn ? (
            <Button type="primary" size="large" block href="/api/console/lark">
              飞书登录
            </Button>
          ) : (
            <Typography.Paragraph>
              请使用一次性登录链接进入：启动系统时会打印链接，管理员也可以在「人员」页为您生成。
            </Typography.Paragraph>
          )}
          <Typography.Text type="secondary">
            仅限企业综合服务中心及承办单位工作人员使用。
          </Typography.Text>
        </Flex>
      </Card>
    </main>
  )
}

/** Where a one-time link leads: the token is handed in by a post, so that no preview uses it up. */
export function EnterPage() {
  const { hash } = useLocation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [problem, setProblem] = useState<string | null>(null)
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? ''
  const handedIn = useRef<string | null>(null)

  useEffect(() => {
    // Another link that is opened in the same tab changes nothing but what comes after `#`.
    if (handedIn.current === token) return
    handedIn.current = token
    setProblem(null)
    send('POST', '/session', { token })
      .then(() => client.invalidateQueries({ queryKey: ['session'] }))
      .then(() => navigate('/', { replace: true }))
      .catch((error: unknown) => setProblem(textOf(error)))
  }, [token, client, navigate])

  return (
    <main className="sign-in">
      <Card>
        {problem === null ? (
          <Flex gap={12} align="center">
            <Spin /> 正在登录…
          </Flex>
        ) : (
          <Flex vertical gap={16}>
            <Alert type="error" showIcon title={problem} />
            <Button onClick={() => void navigate('/', { replace: true })}>返回登录页</Button>
          </Flex>
        )}
      </Card>
    </main>
  )
}
