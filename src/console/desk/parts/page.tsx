// The frame of a page: its title, what can be done on it, its content.
import { Flex, Typography } from 'antd'
import { type ReactNode, useEffect } from 'react'

export function Page({
  title,
  extra,
  children,
}: Readonly<{ title: string; extra?: ReactNode; children: ReactNode }>) {
  useEffect(() => {
    document.title = `${title} · 助企小舟工作台`
  }, [title])
  return (
    <Flex vertical gap={16}>
      <Flex justify="space-between" align="center" gap={12} wrap>
        <Typography.Title level={1} className="page-title">
          {title}
        </Typography.Title>
        {extra && (
          <Flex gap={8} wrap>
            {extra}
          </Flex>
        )}
      </Flex>
      {children}
    </Flex>
  )
}
