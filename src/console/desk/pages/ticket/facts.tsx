// The facts beside a ticket: limits with their arithmetic, who asks, where it belongs.
import { EyeOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Card, Descriptions, Flex, Tag } from 'antd'
import { Link } from 'react-router'
import type { LimitWire, PersonWire, TicketWire } from '../../../../http/console-api/wire.ts'
import { SOURCE_WORDS } from '../../../../ticket/words.ts'
import { send, textOf } from '../../api.ts'
import { when } from '../../parts/time.ts'

export function Limits({ limits }: Readonly<{ limits: readonly LimitWire[] }>) {
  if (limits.length === 0) return null
  return (
    <Card title="时限">
      <Flex vertical gap={12}>
        {limits.map((limit) => (
          <div key={limit.timer}>
            <Flex gap={8} align="center" wrap>
              <strong>{limit.label}</strong>
              {limit.dueAt ? `${when(limit.dueAt)} 前` : null}
              {limit.overdue && <Tag color="red">已逾期</Tag>}
            </Flex>
            {limit.lines.map((line) => (
              <div key={line} className="quiet">
                {line}
              </div>
            ))}
          </div>
        ))}
      </Flex>
    </Card>
  )
}

export function Requester({ ticket }: Readonly<{ ticket: TicketWire }>) {
  const { line, requester } = ticket
  const person = useMutation({
    mutationFn: () => send<PersonWire>('POST', `/tickets/${line.number}/person`),
  })
  const hidden = <span className="quiet">{line.sealed ? '身份保密' : '未填写'}</span>
  const shown = person.data ?? requester
  return (
    <Card title="诉求人">
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'name', label: '企业', children: line.enterpriseName ?? hidden },
          ...(ticket.creditCode
            ? [{ key: 'code', label: '信用代码', children: ticket.creditCode }]
            : []),
          {
            key: 'person',
            label: '联系人',
            children: shown?.name ?? (ticket.anonymous ? '匿名' : hidden),
          },
          ...(shown ? [{ key: 'phone', label: '电话', children: shown.phone }] : []),
        ]}
      />
      {person.error && <Alert type="error" showIcon title={textOf(person.error)} />}
      {requester?.full && !person.data && (
        <Button
          size="small"
          className="below"
          icon={<EyeOutlined />}
          loading={person.isPending}
          title="查看会留下记录"
          onClick={() => person.mutate()}
        >
          查看联系方式
        </Button>
      )}
    </Card>
  )
}

export function Facts({ ticket }: Readonly<{ ticket: TicketWire }>) {
  const { line, item, external, coHandlers, routing, extension } = ticket
  const rows: [string, React.ReactNode][] = [
    ['承办人', line.owner ?? <span className="late">未派单</span>],
    ['承办单位', line.department],
    ['属地', ticket.districtName],
    ['板块', ticket.sectionName],
    ['关联事项', item && <Link to={`/knowledge/items/${item.value}`}>{item.label}</Link>],
    ['来源', SOURCE_WORDS[line.source]],
    ['登记时间', when(line.registeredAt)],
    ['外部单号', external && `${external.system} ${external.number}`],
    ['牵头工单', linked(ticket.leadNumber)],
    ['并入', linked(ticket.mergedIntoNumber)],
    ['前次诉求', linked(ticket.previousNumber)],
    ['转往', ticket.referredTo],
    [
      '延期',
      extension &&
        `${extension.days} 个工作日，${EXTENSION_WORDS[extension.decision]}（${extension.reason}）`,
    ],
  ]
  return (
    <Card title="办理信息">
      <Descriptions
        column={1}
        size="small"
        items={rows
          .filter(([, value]) => value !== null && value !== undefined && value !== '')
          .map(([label, children]) => ({ key: label, label, children }))}
      />
      {coHandlers.map((one) => (
        <div key={`${one.name}${one.task}`}>
          <Tag>协办</Tag>
          {one.name}（{one.department}）：{one.task}
          <div className="quiet">{one.reply ?? '尚未反馈'}</div>
        </div>
      ))}
      {routing.length > 0 && (
        <details>
          <summary>分派依据</summary>
          <ul className="plain-list quiet">
            {routing.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

const EXTENSION_WORDS = { pending: '待审批', approved: '已同意', refused: '未同意' } as const

const linked = (number: string | null) =>
  number === null ? null : <Link to={`/tickets/${number}`}>{number}</Link>
