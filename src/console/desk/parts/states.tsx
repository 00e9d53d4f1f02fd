// Loading, empty and failed: what a page shows when it has nothing to show.
import { Button, Empty, Result, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ApiError, textOf } from '../api.ts'

type Loadable<T> = Readonly<{ data: T | undefined; error: unknown; refetch: () => unknown }>

/** The content once it is there; until then a skeleton, or why it is not there and a way on. */
export function Loaded<T>({
  query,
  children,
}: Readonly<{ query: Loadable<T>; children: (data: T) => ReactNode }>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Skeleton active paragraph={{ rows: 8 }} />
}

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
