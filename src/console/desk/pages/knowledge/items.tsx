// The service items, by section.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Select, type TableProps, Tag } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { ItemLineWire, KnowledgeWire, Paged } from '../../../../http/console-api/wire.ts'
import { ITEM_KINDS } from '../../../../knowledge/service-item.ts'
import { get } from '../../api.ts'
import { TextFilter } from '../../parts/filters.tsx'
import { PagedList } from '../../parts/paged.tsx'
import { useMay } from '../../parts/session.tsx'
import { useUrlState } from '../../parts/url-state.ts'

const PUBLISHING_MS = 2_000

/** Read anew while somebody publishes, whoever it is. */
export const useKnowledge = () =>
  useQuery({
    queryKey: ['knowledge'],
    queryFn: () => get<KnowledgeWire>('/knowledge'),
    refetchInterval: ({ state }) => state.data?.publish.running === true && PUBLISHING_MS,
  })

export function ItemsTab() {
  const filter = useUrlState()
  const navigate = useNavigate()
  const knowledge = useKnowledge()
  const mayDraft = useMay('knowledge.draft')
  const asked = {
    section: filter.value('section'),
    kind: filter.value('kind'),
    status: filter.value('status'),
    q: filter.value('q'),
  }
  const query = useQuery({
    queryKey: ['items', asked, filter.page, filter.size],
    queryFn: () =>
      get<Paged<ItemLineWire>>('/knowledge/items', {
        ...asked,
        page: filter.page,
        size: filter.size,
      }),
    placeholderData: keepPreviousData,
  })
  const sections = knowledge.data?.sections ?? []
  const sectionName = (code: string) => sections.find((one) => one.code === code)?.name ?? code
  const select = (name: 'section' | 'kind' | 'status', label: string, options: Choice[]) => (
    <Select
      allowClear
      className="filter"
      aria-label={label}
      placeholder={label}
      value={asked[name] ?? null}
      options={options}
      onChange={(value) => filter.set({ [name]: value ?? undefined })}
    />
  )
  return (
    <Flex vertical gap={16}>
      <Card size="small">
        <Flex gap={8} wrap>
          <TextFilter filter={filter} placeholder="编码、名称、部门、别名" />
          {select(
            'section',
            '服务板块',
            sections.map(({ code, name, count }) => ({
              value: code,
              label: `${name}（${count}）`,
            })),
          )}
          {select(
            'kind',
            '事项类型',
            ITEM_KINDS.map((kind) => ({ value: kind, label: kind })),
          )}
          {select('status', '核定状态', STATUSES)}
          {filter.isFiltered && <Button onClick={filter.clear}>清除条件</Button>}
          {mayDraft && (
            <Link to="/knowledge/import">
              <Button>导出、导入工作簿</Button>
            </Link>
          )}
        </Flex>
      </Card>
      <Card>
        <PagedList
          query={query}
          paging={filter}
          rowKey={(row) => row.code}
          columns={columnsOf(sectionName)}
          card={(row) => <ItemCard row={row} section={sectionName(row.section)} />}
          empty="没有符合条件的事项"
          onOpen={(row) => void navigate(`/knowledge/items/${row.code}`)}
        />
      </Card>
    </Flex>
  )
}

type Choice = { value: string; label: string }
const STATUSES: Choice[] = [
  { value: 'draft', label: '示范内容，待核定' },
  { value: 'verified', label: '已核定' },
]

export const ItemStatus = ({ status }: Readonly<{ status: 'draft' | 'verified' }>) =>
  status === 'verified' ? <Tag color="green">已核定</Tag> : <Tag>示范，待核定</Tag>

const columnsOf = (
  sectionName: (code: string) => string,
): NonNullable<TableProps<ItemLineWire>['columns']> => [
  {
    title: '编码',
    render: (_, row) => (
      <Link to={`/knowledge/items/${row.code}`} onClick={(event) => event.stopPropagation()}>
        {row.code}
      </Link>
    ),
  },
  { title: '事项名称', dataIndex: 'name', width: 300, ellipsis: true },
  { title: '板块', render: (_, row) => sectionName(row.section) },
  { title: '类型', dataIndex: 'kind' },
  { title: '办理部门', dataIndex: 'department', width: 240, ellipsis: true },
  { title: '问法', align: 'end', render: (_, row) => row.questions },
  { title: '状态', render: (_, row) => <ItemStatus status={row.status} /> },
]

function ItemCard({ row, section }: Readonly<{ row: ItemLineWire; section: string }>) {
  return (
    <Flex vertical gap={4}>
      <Link to={`/knowledge/items/${row.code}`}>{row.name}</Link>
      <span className="quiet">
        {row.code} · {section} · {row.kind}
      </span>
      <span>{row.department}</span>
      <div>
        <ItemStatus status={row.status} />
      </div>
    </Flex>
  )
}
