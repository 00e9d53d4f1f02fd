// One item with every field and where each comes from.
import { useQuery } from '@tanstack/react-query'
import { Card, Descriptions, Flex, Tag } from 'antd'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import type { ItemWire, Named } from '../../../../http/console-api/wire.ts'
import type { ServiceItem, StatutoryLimit } from '../../../../knowledge/service-item.ts'
import { get } from '../../api.ts'
import { Page } from '../../parts/page.tsx'
import { useMay } from '../../parts/session.tsx'
import { Loaded } from '../../parts/states.tsx'
import { ItemStatus } from './items.tsx'

export function ItemPage() {
  const { code = '' } = useParams()
  const mayDraft = useMay('knowledge.draft')
  const query = useQuery({
    queryKey: ['item', code],
    queryFn: () => get<ItemWire>(`/knowledge/items/${encodeURIComponent(code)}`),
  })
  return (
    <Page
      title={query.data?.item.name ?? code}
      extra={
        <>
          {mayDraft && <Link to={`/knowledge/items/${code}/edit`}>编辑</Link>}
          <Link to="/knowledge">返回事项列表</Link>
        </>
      }
    >
      <Loaded query={query}>{(data) => <ItemView data={data} />}</Loaded>
    </Page>
  )
}

const Source = ({ text }: Readonly<{ text: string | null }>) =>
  text === null ? null : <span className="quiet">（{text}）</span>

const UNKNOWN = <span className="quiet">以主管部门公布为准</span>

function ItemView({ data }: Readonly<{ data: ItemWire }>) {
  const { item } = data
  return (
    <div className="detail-grid">
      <div className="detail-main">
        <Card title="概况">
          <Descriptions column={1} size="small" items={overview(data)} />
        </Card>
        <Card title={`办理条件（${item.conditions.length}）`}>
          <Lines
            rows={item.conditions.map((one) => (
              <>
                {one.text}
                <Source text={one.source} />
              </>
            ))}
          />
        </Card>
        <Card title={`申请材料（${item.materials.length}）`}>
          {item.materialsNote && <p>{item.materialsNote}</p>}
          <Lines rows={item.materials.map(material)} />
        </Card>
        <Card title="办理流程">
          <Lines
            rows={item.steps.map((step) => (
              <>
                <strong>{step.title}</strong>（{step.who}）：{step.text}
              </>
            ))}
          />
        </Card>
        <Card title="法律依据">
          <Lines
            rows={item.legalBasis.map((one) => (
              <>
                {one.title}
                {one.article && ` ${one.article}`}
                <Source text={one.source} />
              </>
            ))}
          />
        </Card>
        <Card title={`常见问题（${item.faq.length}）`}>
          <Lines
            rows={item.faq.map((one) => (
              <>
                <strong>{one.q}</strong>
                <div>
                  {one.a}
                  <Source text={one.source} />
                </div>
              </>
            ))}
          />
        </Card>
      </div>
      <Side data={data} />
    </div>
  )
}

function Side({ data }: Readonly<{ data: ItemWire }>) {
  const { item } = data
  return (
    <div className="detail-side">
      <Card title="相关事项">
        <Links title="组成事项" rows={data.parts} />
        <Links title="通常接着办" rows={data.related} />
      </Card>
      <Card title="易混淆">
        <Lines
          rows={item.notThis.map((one, i) => (
            <>
              <Link to={`/knowledge/items/${one.code}`}>{data.notThis[i]?.label ?? one.code}</Link>
              ：{one.fact}
            </>
          ))}
        />
      </Card>
      <Card title={`别名（${item.aliases.length}）`}>
        <Flex gap={4} wrap>
          {item.aliases.map((alias) => (
            <Tag key={alias}>{alias}</Tag>
          ))}
        </Flex>
      </Card>
      <Card title={`企业问法（${item.questions.length}）`}>
        <Lines rows={item.questions} />
      </Card>
    </div>
  )
}

function overview({ item, sectionName, version }: ItemWire) {
  const rows: [string, ReactNode][] = [
    ['编码', item.code],
    ['状态', <StatusText key="status" item={item} />],
    ['知识库版本', version],
    ['服务板块', sectionName],
    ['类型', item.kind],
    ['办理部门', item.department],
    ['办理层级', item.level],
    ['有效期', `${item.effectiveFrom} 起${item.effectiveTo ? `至 ${item.effectiveTo}` : ''}`],
    ['标签', item.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)],
    ['摘要', item.summary],
    ['办理对象', item.applicants.join('、')],
    ['法定时限', limit(item.timeLimit.statutory)],
    ['承诺时限', limit(item.timeLimit.promised)],
    ['时限说明', item.timeLimit.note],
    ['收费', <FeeText key="fee" fee={item.fee} />],
    [
      '办理渠道',
      <Lines
        key="channels"
        rows={item.channels.map(
          (one) => `${CHANNELS[one.kind]}：${one.name}${one.note ? `（${one.note}）` : ''}`,
        )}
      />,
    ],
    ['办理结果', item.result ?? UNKNOWN],
  ]
  return rows
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([label, children]) => ({ key: label, label, children }))
}

const CHANNELS = { online: '网上', window: '窗口', phone: '电话', onsite: '上门' } as const

function StatusText({ item }: Readonly<{ item: ServiceItem }>) {
  return (
    <span>
      <ItemStatus status={item.status} />
      {item.verifiedBy && `${item.verifiedBy} ${item.verifiedAt ?? ''}`}
    </span>
  )
}

const FeeText = ({ fee }: Readonly<{ fee: ServiceItem['fee'] }>) => (
  <span>
    {fee.kind}
    {fee.note && `：${fee.note}`}
    <Source text={fee.source} />
  </span>
)

function limit(given: StatutoryLimit | null): ReactNode {
  if (given === null) return UNKNOWN
  return (
    <span>
      {given.days} {given.unit === '小时' || given.unit === '个月' ? given.unit : `个${given.unit}`}
      <Source text={given.source} />
    </span>
  )
}

function material(one: ServiceItem['materials'][number]): ReactNode {
  const copies = one.copies === null ? '' : `，${one.copies} 份`
  return (
    <>
      {one.name}（{one.form}
      {copies}）{one.required === true ? '' : `，${one.required.when}时提供`}
      <Source text={one.source} />
    </>
  )
}

function Links({ title, rows }: Readonly<{ title: string; rows: readonly Named[] }>) {
  if (rows.length === 0) return null
  return (
    <div>
      <div className="quiet">{title}</div>
      <Lines
        rows={rows.map((one) => (
          <Link key={one.value} to={`/knowledge/items/${one.value}`}>
            {one.label}
          </Link>
        ))}
      />
    </div>
  )
}

function Lines({ rows }: Readonly<{ rows: readonly ReactNode[] }>) {
  if (rows.length === 0) return UNKNOWN
  return (
    <ul className="plain-list">
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item of a published version never changes
        <li key={i}>{row}</li>
      ))}
    </ul>
  )
}
