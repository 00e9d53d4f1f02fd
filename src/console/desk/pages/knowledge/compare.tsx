// How two published versions differ.
import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import type { CompareWire } from '../../../../http/console-api/wire-changes.ts'
import { get } from '../../api.ts'
import { Page } from '../../parts/page.tsx'
import { Loaded, Nothing } from '../../parts/states.tsx'
import { Comparison } from './comparison.tsx'
import { useKnowledge } from './items.tsx'

export function ComparePage() {
  const [params, setParams] = useSearchParams()
  const knowledge = useKnowledge()
  const versions = knowledge.data?.versions ?? []
  const options = versions.map(({ id, note }) => ({
    value: id,
    label: note === null ? `版本 ${id}` : `版本 ${id} · ${note}`,
  }))
  const [a, b] = [params.get('a') ?? versions[1]?.id, params.get('b') ?? versions[0]?.id]
  const choose = (name: string, label: string, value: string | undefined) => (
    <Select
      className="item-select"
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      options={options}
      onChange={(chosen) => setParams({ ...Object.fromEntries(params), [name]: chosen })}
    />
  )
  return (
    <Page title="版本比较" extra={<Link to="/knowledge?tab=versions">返回版本列表</Link>}>
      <Card size="small">
        <Flex gap={8} wrap align="center">
          {choose('a', '较早的版本', a)}
          <span aria-hidden="true">→</span>
          {choose('b', '较新的版本', b)}
        </Flex>
      </Card>
      {a === undefined || b === undefined ? (
        <Nothing text="请选择两个版本" />
      ) : (
        <Compared a={a} b={b} />
      )}
    </Page>
  )
}

function Compared({ a, b }: Readonly<{ a: string; b: string }>) {
  const query = useQuery({
    queryKey: ['compare', a, b],
    queryFn: () => get<CompareWire>('/knowledge/compare', { a, b }),
  })
  return (
    <Loaded query={query}>
      {({ added, removed, changed }) => (
        <Flex vertical gap={16}>
          <span role="status">
            新增 {added.length} 项，删除 {removed.length} 项，修改 {changed.length} 项
          </span>
          <Names title="新增的事项" rows={added} />
          <Names title="删除的事项" rows={removed} />
          {changed.map(({ code, name, fields }) => (
            <Card key={code} size="small" title={`${code} ${name}`}>
              <Comparison changes={fields} />
            </Card>
          ))}
        </Flex>
      )}
    </Loaded>
  )
}

function Names({ title, rows }: Readonly<{ title: string; rows: CompareWire['added'] }>) {
  if (rows.length === 0) return null
  return (
    <Card size="small" title={title}>
      <ul className="plain-list">
        {rows.map(({ code, name }) => (
          <li key={code}>
            {code} {name}
          </li>
        ))}
      </ul>
    </Card>
  )
}
