// What is around every page: the menu, who is signed in, the way out.
import {
  BarChartOutlined,
  BookOutlined,
  FileTextOutlined,
  HomeOutlined,
  LogoutOutlined,
  MenuOutlined,
  MessageOutlined,
  QuestionCircleOutlined,
  SettingOutlined,
  SwapOutlined,
  TeamOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { App, Button, Drawer, Grid, Layout, Menu, type MenuProps, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'react-router'
import type { Action } from '../../staff/permissions.ts'
import { textOf } from './api.ts'
import { signOut, useMe } from './parts/session.tsx'
import { ROLE_WORDS } from './parts/words.ts'

type Entry = Readonly<{ path: string; label: string; icon: ReactNode; needs: Action | null }>

const ENTRIES: readonly Entry[] = [
  { path: '/', label: '工作台', icon: <HomeOutlined />, needs: null },
  { path: '/tickets', label: '诉求工单', icon: <FileTextOutlined />, needs: 'ticket.read' },
  { path: '/knowledge', label: '知识库', icon: <BookOutlined />, needs: 'knowledge.read' },
  { path: '/turns', label: '问答日志', icon: <MessageOutlined />, needs: 'turn.read' },
  { path: '/figures', label: '统计', icon: <BarChartOutlined />, needs: 'figures.read' },
  { path: '/dead-letters', label: '死信', icon: <WarningOutlined />, needs: 'dead_letter.read' },
  { path: '/exchange', label: '平台交换', icon: <SwapOutlined />, needs: 'dead_letter.read' },
  { path: '/staff', label: '人员', icon: <TeamOutlined />, needs: 'staff.read' },
  { path: '/settings', label: '设置', icon: <SettingOutlined />, needs: 'knowledge.read' },
  { path: '/help', label: '办理流程', icon: <QuestionCircleOutlined />, needs: null },
]

export function Shell({ children }: Readonly<{ children: ReactNode }>) {
  const wide = Grid.useBreakpoint().lg ?? true
  const [open, setOpen] = useState(false)
  const menu = <DeskMenu onChosen={() => setOpen(false)} />
  return (
    <Layout className="shell">
      {wide ? (
        <Layout.Sider width={200}>{menu}</Layout.Sider>
      ) : (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          placement="left"
          size={220}
          closable={false}
          styles={{ body: { padding: 0, background: '#001529' } }}
        >
          {menu}
        </Drawer>
      )}
      <Layout>
        <Layout.Header className="shell-header">
          {!wide && (
            <Button
              type="text"
              icon={<MenuOutlined />}
              aria-label="打开菜单"
              onClick={() => setOpen(true)}
            />
          )}
          <SignedInAs />
        </Layout.Header>
        <Layout.Content>
          <div className="shell-content">{children}</div>
        </Layout.Content>
      </Layout>
    </Layout>
  )
}

function DeskMenu({ onChosen }: Readonly<{ onChosen: () => void }>) {
  const { may } = useMe()
  const { pathname } = useLocation()
  const items: MenuProps['items'] = ENTRIES.filter(
    ({ needs }) => needs === null || may.includes(needs),
  ).map(({ path, label, icon }) => ({
    key: path,
    icon,
    label: <Link to={path}>{label}</Link>,
  }))
  const here = ENTRIES.findLast(({ path }) =>
    path === '/' ? pathname === '/' : pathname.startsWith(path),
  )
  return (
    <nav aria-label="主菜单">
      <div className="brand">
        <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
          <rect width="32" height="32" rx="7" fill="#1456b8" />
          <path d="M5 19h22l-4 7H9zM15 5v12H8zM17 8l7 9h-7z" fill="#fff" />
        </svg>
        助企小舟
      </div>
      <Menu
        theme="dark"
        mode="inline"
        items={items}
        selectedKeys={here ? [here.path] : []}
        onClick={onChosen}
      />
    </nav>
  )
}

function SignedInAs() {
  const me = useMe()
  const { message } = App.useApp()
  const roles =
    me.roles.length > 2
      ? `${me.roles.length} 个岗位`
      : me.roles.map((role) => ROLE_WORDS[role]).join('、')
  const leave = () => signOut().catch((error: unknown) => void message.error(textOf(error)))
  return (
    <>
      <Typography.Text ellipsis style={{ flex: 1, textAlign: 'right' }}>
        {me.name}
        <span className="quiet">（{roles}）</span>
      </Typography.Text>
      <Button type="text" icon={<LogoutOutlined />} onClick={leave}>
        退出
      </Button>
    </>
  )
}
