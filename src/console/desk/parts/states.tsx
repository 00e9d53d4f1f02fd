// Loading, empty and failed: what a page shows when it has nothing to show.
import { Alert, Button, Empty, Result, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ApiError, textOf } from '../api.ts'

type Loadable<T> = Readonly<{ data: T | undefined; error: unknown; refetch: () => unknown }>

/**
 * The content once it is there; until then a skeleton, or why it is not there and a way on. What
 * could not be brought up to date says so.
 */
export function Loaded<T>({
  query,
  children,
}: Readonly<{ query: Loadable<T>; children: (data: T) => ReactNode }>) {
  const retry = () => void query.refetch()
  if (query.data !== undefined) {
    return (
      <>
        {query.error ? <Stale error={query.error} onRetry={retry} /> : null}
        {children(query.data)}
      </>
    )
  }
  if (query.error) return <Failed error={query.error} onRetry={retry} />
  return <Skeleton active paragraph={{ rows: 8 }} />
}

const Stale = ({ error, onRetry }: Readonly<{ error: unknown; onRetry: () => void }>) => (
  <Alert
    type="warning"
    showIcon
    title={`以下内容未能更新，可能不是最新的。${textOf(error)}`}
    action={
      <Button size="small" onClick={onRetry}>
        重试
      </Button>
    }
  />
)

export function Failed({ error, onRetry }: Readonly<{ error: unknown; onRetry: () => void }>) {
  const status = error instanceof ApiError ? error.status : 0
  return (
    <Result
      status={status === 403 ? '403' : status === 404 ? '404' : 'warning'}
      title={textOf(error)}
      extra={status !== 403 && <Button onClick={onRetry}>重试</Button>}
    />
  )
}

export const Nothing = ({ text }: Readonly<{ text: string }>) => (
  <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text} />
)
