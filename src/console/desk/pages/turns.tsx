// The answer log: every question, what was decided and why.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Card, Descriptions, Drawer, Flex, Select, type TableProps, Tag } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { DECISION_KINDS } from '../../../conversation/turn-log.ts'
import type { Paged, TurnLineWire, TurnWire } from '../../../http/console-api/wire.ts'
import { MessageView } from '../../shared/message-view.tsx'
import { get } from '../api.ts'
import { Cut } from '../parts/cut.tsx'
import { DayRange, TextFilter } from '../parts/filters.tsx'
import { Page } from '../parts/page.tsx'
import { PagedList } from '../parts/paged.tsx'
import { Loaded } from '../parts/states.tsx'
import { when } from '../parts/time.ts'
import { ToKnowledge } from '../parts/to-knowledge.tsx'
import { Candidates, Trace } from '../parts/trace.tsx'
import { useUrlState } from '../parts/url-state.ts'
import {
  CHANNEL_WORDS,
  DECISION_COLOURS,
  DECISION_WORDS,
  FIELD_WORDS,
  REASON_WORDS,
} from '../parts/words.ts'

export function TurnsPage() {
  const filter = useUrlState()
  const asked = Object.fromEntries(
    ['decision', 'feedback', 'item', 'q', 'from', 'to', 'below'].map((name) => [
      name,
      filter.value(name),
    ]),
  )
  const query = useQuery({
    queryKey: ['turns', asked, filter.page, filter.size],
    queryFn: () =>
      get<Paged<TurnLineWire>>('/turns', { ...asked, page: filter.page, size: filter.size }),
    placeholderData: keepPreviousData,
  })
  const [, setParams] = useSearchParams()
  const show = (id: string | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      if (id === null) next.delete('turn')
      else next.set('turn', id)
      return next
    })
  return (
    <Page title="问答日志">
      <Card size="small">
        <Flex gap={8} wrap>
          <TextFilter filter={filter} placeholder="问题中的文字" />
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
            maxTagCount={1}
            className="filter"
            aria-label="处理方式"
            placeholder="处理方式"
            value={filter.values('decision')}
            options={DECISION_KINDS.map((kind) => ({ value: kind, label: DECISION_WORDS[kind] }))}
            onChange={(kinds) => filter.set({ decision: kinds.join(',') })}
          />
          <Choose
            label="企业反馈"
            value={filter.value('feedback')}
            options={FEEDBACKS}
            onChange={(feedback) => filter.set({ feedback })}
          />
          <Choose
            label="把握程度"
            value={filter.value('below')}
            options={CONFIDENCES}
            onChange={(below) => filter.set({ below })}
          />
          <DayRange filter={filter} />
          {filter.isFiltered && <Button onClick={filter.clear}>清除条件</Button>}
        </Flex>
      </Card>
      <Card>
        <PagedList
          query={query}
          paging={filter}
          rowKey={(turn) => turn.id}
          columns={columnsOf(show)}
          card={(turn) => <TurnCard turn={turn} onOpen={show} />}
          empty={filter.isFiltered ? '没有符合条件的问答' : '还没有问答'}
          onOpen={(turn) => show(turn.id)}
        />
      </Card>
      <TurnDrawer id={filter.value('turn') ?? null} onClose={() => show(null)} />
    </Page>
  )
}

const FEEDBACKS = [
  { value: 'up', label: '有用' },
  { value: 'down', label: '没用' },
  { value: 'down_with_reason', label: '没用（已说明原因）' },
]
const CONFIDENCES = [
  { value: '0.5', label: '把握低于 50%' },
  { value: '0.8', label: '把握低于 80%' },
]

function Choose({
  label,
  value,
  options,
  onChange,
}: Readonly<{
  label: string
  value: string | undefined
  options: { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}>) {
  return (
    <Select
      allowClear
      className="filter"
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      options={options}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  )
}

type Open = (id: string) => void

const columnsOf = (onOpen: Open): NonNullable<TableProps<TurnLineWire>['columns']> => [
  { title: '时间', render: (_, turn) => when(turn.askedAt) },
  { title: '渠道', render: (_, turn) => CHANNEL_WORDS[turn.channel] },
  { title: '问题', render: (_, turn) => <Question turn={turn} onOpen={onOpen} /> },
  { title: '处理', render: (_, turn) => <DecisionTag turn={turn} /> },
  { title: '事项', render: (_, turn) => <Cut text={turn.item?.label ?? '—'} /> },
  { title: '内容', render: (_, turn) => (turn.field ? FIELD_WORDS[turn.field] : '—') },
  { title: '把握', align: 'end', render: (_, turn) => `${(turn.confidence * 100).toFixed(0)}%` },
  { title: '反馈', render: (_, turn) => <Feedback turn={turn} /> },
]

/** The way to the details that a keyboard finds too. */
function Question({ turn, onOpen }: Readonly<{ turn: TurnLineWire; onOpen: Open }>) {
  return (
    <Button
      type="link"
      className="flush"
      onClick={(event) => {
        event.stopPropagation()
        onOpen(turn.id)
      }}
    >
      <Cut text={turn.question} />
    </Button>
  )
}

function DecisionTag({ turn }: Readonly<{ turn: TurnLineWire }>) {
  const reason = turn.reason === null ? '' : ` · ${REASON_WORDS[turn.reason] ?? turn.reason}`
  return (
    <Tag color={DECISION_COLOURS[turn.decisionKind]}>
      {DECISION_WORDS[turn.decisionKind]}
      {reason}
    </Tag>
  )
}

function Feedback({ turn }: Readonly<{ turn: TurnLineWire }>) {
  if (turn.feedback === null) return <span className="quiet">—</span>
  return turn.feedback === 1 ? <Tag color="green">有用</Tag> : <Tag color="red">没用</Tag>
}

function TurnCard({ turn, onOpen }: Readonly<{ turn: TurnLineWire; onOpen: Open }>) {
  return (
    <Flex vertical gap={4}>
      <Question turn={turn} onOpen={onOpen} />
      <Flex gap={4} wrap>
        <DecisionTag turn={turn} />
        {turn.feedback !== null && <Feedback turn={turn} />}
      </Flex>
      <span className="quiet">
        {when(turn.askedAt)} · {turn.item?.label ?? '无对应事项'}
      </span>
    </Flex>
  )
}

function TurnDrawer({ id, onClose }: Readonly<{ id: string | null; onClose: () => void }>) {
  const query = useQuery({
    queryKey: ['turn', id],
    queryFn: () => get<TurnWire>(`/turns/${id}`),
    enabled: id !== null,
  })
  return (
    <Drawer open={id !== null} title="问答详情" size={640} onClose={onClose}>
      {id !== null && <Loaded query={query}>{(turn) => <Turn turn={turn} />}</Loaded>}
    </Drawer>
  )
}

function Turn({ turn }: Readonly<{ turn: TurnWire }>) {
  const rows: [string, React.ReactNode][] = [
    [
      '问题',
      <span key="q" className="keep-lines">
        {turn.question}
      </span>,
    ],
    ['时间', `${when(turn.askedAt)}（${CHANNEL_WORDS[turn.channel]}，用时 ${turn.ms} 毫秒）`],
    ['处理', <DecisionTag key="decision" turn={turn} />],
    [
      '事项',
      turn.item && <Link to={`/knowledge/items/${turn.item.value}`}>{turn.item.label}</Link>,
    ],
    ['询问内容', turn.field && FIELD_WORDS[turn.field]],
    ['把握', `${(turn.confidence * 100).toFixed(1)}%`],
    ['知识库版本', turn.knowledgeVersion],
    ['反馈', turn.feedback !== null && <Feedback key="feedback" turn={turn} />],
    ['反馈说明', turn.feedbackReason],
  ]
  return (
    <Flex vertical gap={16}>
      <Descriptions
        column={1}
        size="small"
        items={rows
          .filter(([, value]) => value !== null && value !== false)
          .map(([label, children]) => ({ key: label, label, children }))}
      />
      {turn.message ? (
        <MessageView message={turn.message} onAction={null} />
      ) : (
        <span className="quiet">答复内容未保存</span>
      )}
      <div>
        <ToKnowledge from={{ kind: 'turn', id: turn.id }} code={turn.item?.value ?? null} />
      </div>
      <strong>判断过程</strong>
      <Trace trace={turn.trace} />
      {turn.trace.hits && (
        <Candidates
          hits={turn.trace.hits}
          nameOf={(code) => turn.hits.find((one) => one.value === code)?.label ?? ''}
        />
      )}
    </Flex>
  )
}
