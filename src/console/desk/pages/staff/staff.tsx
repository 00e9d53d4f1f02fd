// The people: what they are responsible for, what they hold, when they are away.
import { Button, Card, Flex, Grid, Table, type TableProps, Tag } from 'antd'
import { useState } from 'react'
import type { StaffWire } from '../../../../http/console-api/wire.ts'
import { may, NO_RELATION } from '../../../../staff/permissions.ts'
import { Page } from '../../parts/page.tsx'
import { useMay, useMe } from '../../parts/session.tsx'
import { Loaded, Nothing } from '../../parts/states.tsx'
import { ROLE_WORDS } from '../../parts/words.ts'
import { DutyForm } from './duty-form.tsx'
import { LeaveForm } from './leave-form.tsx'
import { SignInLink } from './link.tsx'
import { MemberForm } from './member-form.tsx'
import { useStaff } from './use-staff.ts'

type Open =
  | Readonly<{ kind: 'member'; person: StaffWire | null }>
  | Readonly<{ kind: 'leave'; person: StaffWire }>
  | Readonly<{ kind: 'duty' }>

export function StaffPage() {
  const query = useStaff()
  const mayManage = useMay('staff.manage')
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <Page
      title="人员"
      extra={
        mayManage && (
          <>
            <Button onClick={() => setOpen({ kind: 'duty' })}>值班安排</Button>
            <Button type="primary" onClick={() => setOpen({ kind: 'member', person: null })}>
              新增人员
            </Button>
          </>
        )
      }
    >
      <Card>
        <Loaded query={query}>{({ rows }) => <People rows={rows} onOpen={setOpen} />}</Loaded>
      </Card>
      {open?.kind === 'member' && <MemberForm person={open.person} onClose={close} />}
      {open?.kind === 'leave' && <LeaveForm person={open.person} onClose={close} />}
      {open?.kind === 'duty' && <DutyForm onClose={close} />}
    </Page>
  )
}

type PeopleProps = Readonly<{ rows: readonly StaffWire[]; onOpen: (open: Open) => void }>

function People({ rows, onOpen }: PeopleProps) {
  const wide = Grid.useBreakpoint().md ?? true
  if (rows.length === 0) return <Nothing text="还没有人员" />
  if (wide) {
    return (
      <Table<StaffWire>
        rowKey="id"
        dataSource={rows}
        columns={columnsOf(onOpen)}
        pagination={{ pageSize: 20, showTotal: (total) => `共 ${total} 人` }}
        scroll={{ x: 'max-content' }}
      />
    )
  }
  return (
    <Flex vertical gap={12}>
      {rows.map((person) => (
        <Card key={person.id} size="small">
          <Flex vertical gap={6}>
            <strong>{person.name}</strong>
            <Roles person={person} />
            <span className="quiet">{person.departments.join('、')}</span>
            <div>
              <Presence person={person} />
            </div>
            <Buttons person={person} onOpen={onOpen} />
          </Flex>
        </Card>
      ))}
    </Flex>
  )
}

const columnsOf = (
  onOpen: PeopleProps['onOpen'],
): NonNullable<TableProps<StaffWire>['columns']> => [
  { title: '姓名', dataIndex: 'name' },
  { title: '岗位', render: (_, person) => <Roles person={person} /> },
  { title: '单位', width: 240, ellipsis: true, render: (_, one) => one.departments.join('、') },
  { title: '在办', align: 'end', render: (_, person) => person.load },
  { title: '状态', render: (_, person) => <Presence person={person} /> },
  {
    title: '飞书',
    render: (_, one) => (one.larkOpenId ? '已绑定' : <span className="quiet">未绑定</span>),
  },
  { title: '操作', fixed: 'end', render: (_, one) => <Buttons person={one} onOpen={onOpen} /> },
]

const Roles = ({ person }: Readonly<{ person: StaffWire }>) => (
  <Flex gap={4} wrap>
    {person.roles.map((role) => (
      <Tag key={role}>{ROLE_WORDS[role]}</Tag>
    ))}
  </Flex>
)

function Presence({ person }: Readonly<{ person: StaffWire }>) {
  if (!person.active) return <Tag>已停用</Tag>
  const [leave] = person.leaves
  if (leave) {
    return (
      <Tag color="orange">
        休假 {leave.from} 至 {leave.to}
      </Tag>
    )
  }
  return person.duties.length > 0 ? <Tag color="blue">有值班</Tag> : <Tag color="green">在岗</Tag>
}

function Buttons({
  person,
  onOpen,
}: Readonly<{ person: StaffWire; onOpen: PeopleProps['onOpen'] }>) {
  const me = useMe()
  const mayManage = useMay('staff.manage')
  const mayLeave = may(me.roles, 'leave.record', { ...NO_RELATION, own: person.id === me.id })
  return (
    <Flex gap={8} wrap>
      {mayManage && (
        <Button size="small" onClick={() => onOpen({ kind: 'member', person })}>
          修改
        </Button>
      )}
      {mayLeave && (
        <Button size="small" onClick={() => onOpen({ kind: 'leave', person })}>
          休假
        </Button>
      )}
      {mayManage && person.active && <SignInLink person={person} />}
    </Flex>
  )
}
