// The first page: what needs me now.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Badge, Button, Card, Flex, Statistic } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { NoticeWire, OverviewWire, TicketLineWire } from '../../../http/console-api/wire.ts'
import { KIND_WORDS } from '../../../ticket/words.ts'
import { get, send } from '../api.ts'
import { Page } from '../parts/page.tsx'
import { useMay } from '../parts/session.tsx'
import { Loaded, Nothing } from '../parts/states.tsx'
import { DueText, StateTag, UrgencyTag } from '../parts/tags.tsx'
import { shortly } from '../parts/time.ts'

const REFRESH_MS = 30_000

const COUNTS: readonly Readonly<{
  name: keyof OverviewWire['counts']
  title: string
  to: string
  alarming?: boolean
}>[] = [
  { name: 'mine', title: '我的在办', to: '/tickets?owner=me&stage=open' },
  { name: 'toAccept', title: '待我签收', to: '/tickets?owner=me&state=dispatched' },
  { name: 'dueSoon', title: '24 小时内到期', to: '/tickets?due=soon&stage=open&order=due' },
  {
    name: 'overdue',
    title: '已逾期',
    to: '/tickets?due=overdue&stage=open&order=due',
    alarming: true,
  },
  {
    name: 'unowned',
    title: '待派单',
    to: '/tickets?state=created,returned,reopened',
    alarming: true,
  },
  { name: 'allOpen', title: '全部在办', to: '/tickets?stage=open' },
]

export function OverviewPage() {
  const query = useQuery({
    queryKey: ['overview'],
    queryFn: () => get<OverviewWire>('/overview'),
    refetchInterval: REFRESH_MS,
  })
  const mayTickets = useMay('ticket.read')
  return (
    <Page title="工作台">
      <Loaded query={query}>
        {(overview) => (
          <>
            {overview.alarms.map((alarm) => (
              <Alert
                key={alarm.text}
                type={alarm.level}
                showIcon
                title={alarm.text}
                action={alarm.to && <Link to={alarm.to}>查看</Link>}
              />
            ))}
            {mayTickets && <Counts counts={overview.counts} />}
            {mayTickets && (
              <div className="detail-grid">
                <Mine rows={overview.mine} />
                <Notices rows={overview.notices} unread={overview.unreadNotices} />
              </div>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Counts({ counts }: Readonly<{ counts: OverviewWire['counts'] }>) {
  return (
    <div className="counts">
      {COUNTS.map(({ name, title, to, alarming }) => (
        <Link key={name} to={to}>
          <Card size="small" hoverable>
            <Statistic
              title={title}
              value={counts[name]}
              {...(alarming && counts[name] > 0 && { styles: { content: { color: '#b42318' } } })}
            />
          </Card>
        </Link>
      ))}
    </div>
  )
}

function Mine({ rows }: Readonly<{ rows: readonly TicketLineWire[] }>) {
  const navigate = useNavigate()
  return (
    <Card title="我的在办" extra={<Link to="/tickets?owner=me&stage=open">全部</Link>}>
      {rows.length === 0 && <Nothing text="目前没有在办的诉求" />}
      <Flex vertical gap={10}>
        {rows.map((line) => (
          <Card
            key={line.number}
            size="small"
            hoverable
            onClick={() => void navigate(`/tickets/${line.number}`)}
          >
            <Flex vertical gap={4}>
              <Link to={`/tickets/${line.number}`}>{line.title}</Link>
              <Flex gap={4} wrap align="center">
                <StateTag state={line.state} />
                {line.urgency !== 'normal' && <UrgencyTag urgency={line.urgency} />}
                <span className="quiet">
                  {KIND_WORDS[line.kind]} · {line.number}
                </span>
                <span className="quiet">期限</span> <DueText line={line} brief />
              </Flex>
            </Flex>
          </Card>
        ))}
      </Flex>
    </Card>
  )
}

/** A summary begins with the title where it has to stand alone. */
const withoutTitle = ({ title, summary }: NoticeWire) =>
  summary.startsWith(`${title}：`) ? summary.slice(title.length + 1) : summary

function Notices({ rows, unread }: Readonly<{ rows: readonly NoticeWire[]; unread: number }>) {
  const client = useQueryClient()
  const read = useMutation({
    mutationFn: () => send('POST', '/notices/read'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['overview'] }),
  })
  return (
    <Card
      title={
        <Flex gap={8} align="center">
          通知 <Badge count={unread} />
        </Flex>
      }
      extra={
        unread > 0 && (
          <Button size="small" loading={read.isPending} onClick={() => read.mutate()}>
            全部已读
          </Button>
        )
      }
    >
      {rows.length === 0 && <Nothing text="暂无通知" />}
      <Flex vertical gap={12}>
        {rows.map((one) => (
          <div key={one.id}>
            <Flex justify="space-between" gap={8}>
              <Link to={`/tickets/${one.ticketNumber}`}>
                {one.read ? one.title : <strong>{one.title}</strong>}
              </Link>
              <span className="quiet no-wrap">{shortly(one.at)}</span>
            </Flex>
            <div className="quiet">{withoutTitle(one)}</div>
          </div>
        ))}
      </Flex>
    </Card>
  )
}
