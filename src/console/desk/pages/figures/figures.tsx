// Figures of the closed loop; each can be opened down to its cases.
import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import {
  App,
  Button,
  Card,
  DatePicker,
  Flex,
  Segmented,
  Select,
  Skeleton,
  Statistic,
  Tooltip,
} from 'antd'
import dayjs from 'dayjs'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { FigureGroupBy, FiguresWire } from '../../../../http/console-api/wire.ts'
import type { RateName } from '../../../../ticket/figures.ts'
import { get, save, textOf } from '../../api.ts'
import { Page } from '../../parts/page.tsx'
import { Loaded, Nothing } from '../../parts/states.tsx'
import { dayOf } from '../../parts/time.ts'
import { useUrlState } from '../../parts/url-state.ts'
import { type Cases, CasesDrawer } from './cases.tsx'
import { FiguresTable } from './table.tsx'

const RateChart = lazy(async () => ({ default: (await import('./chart.tsx')).RateChart }))

const BY: readonly Readonly<{ value: FigureGroupBy; label: string }>[] = [
  { value: 'month', label: '按月' },
  { value: 'section', label: '按板块' },
  { value: 'department', label: '按单位' },
  { value: 'district', label: '按属地' },
  { value: 'kind', label: '按类别' },
]
const SHOWN_FIRST: readonly RateName[] = ['resolved_on_time', 'confirmed_solved']
const DAYS_SHOWN_FIRST = 89

export function FiguresPage() {
  const state = useUrlState()
  const today = new Date()
  const asked = {
    from: state.value('from') ?? dayOf(new Date(today.getTime() - DAYS_SHOWN_FIRST * 86_400_000)),
    to: state.value('to') ?? dayOf(today),
    by: (state.value('by') ?? 'month') as FigureGroupBy,
  }
  const query = useQuery({
    queryKey: ['figures', asked],
    queryFn: () => get<FiguresWire>('/figures', asked),
    placeholderData: keepPreviousData,
  })
  const [cases, setCases] = useState<Cases | null>(null)
  return (
    <Page title="统计" extra={<ExportButton query={asked} />}>
      <Card size="small">
        <Flex gap={12} wrap>
          <DatePicker.RangePicker
            allowClear={false}
            value={[dayjs(asked.from), dayjs(asked.to)]}
            onChange={(days) =>
              state.set({
                from: days?.[0]?.format('YYYY-MM-DD'),
                to: days?.[1]?.format('YYYY-MM-DD'),
              })
            }
          />
          <Segmented value={asked.by} options={[...BY]} onChange={(by) => state.set({ by })} />
        </Flex>
      </Card>
      <Loaded query={query}>
        {(figures) =>
          figures.total.registered === 0 ? (
            <Card>
              <Nothing text="这段时间没有登记的诉求" />
            </Card>
          ) : (
            <>
              <Totals figures={figures} onOpen={(rate) => setCases({ rate, key: null })} />
              <Chart figures={figures} />
              <FiguresTable figures={figures} onOpen={(rate, key) => setCases({ rate, key })} />
            </>
          )
        }
      </Loaded>
      {cases && query.data && (
        <CasesDrawer
          asked={asked}
          cases={cases}
          figures={query.data}
          onClose={() => setCases(null)}
        />
      )}
    </Page>
  )
}

function Totals({
  figures,
  onOpen,
}: Readonly<{ figures: FiguresWire; onOpen: (rate: RateName) => void }>) {
  return (
    <div className="counts">
      <Card size="small">
        <Statistic title="登记诉求" value={figures.total.registered} suffix="件" />
      </Card>
      {figures.rates.map(({ name, label, meaning }) => {
        const { hit, of, share } = figures.total[name]
        return (
          <Tooltip key={name} title={meaning}>
            <Card size="small" hoverable onClick={() => onOpen(name)}>
              <Statistic
                title={label}
                value={share === null ? '—' : (share * 100).toFixed(1)}
                suffix={share === null ? '' : '%'}
              />
              <span className="quiet">
                {hit} ÷ {of} 件
              </span>
            </Card>
          </Tooltip>
        )
      })}
    </div>
  )
}

function Chart({ figures }: Readonly<{ figures: FiguresWire }>) {
  const [shown, setShown] = useState<readonly RateName[]>(SHOWN_FIRST)
  const groups = useMemo(() => figures.groups.map((group) => group.label), [figures])
  const series = useMemo(
    () =>
      figures.rates
        .filter(({ name }) => shown.includes(name))
        .map(({ name, label }) => ({
          name: label,
          values: figures.groups.map((group) => group.figures[name].share),
        })),
    [figures, shown],
  )
  return (
    <Card
      title="对比"
      extra={
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          maxTagCount={1}
          className="filter-wide"
          aria-label="图中指标"
          value={[...shown]}
          options={figures.rates.map(({ name, label }) => ({ value: name, label }))}
          onChange={setShown}
        />
      }
    >
      {series.every(({ values }) => values.every((value) => value === null)) ? (
        <Nothing text="所选指标还没有可以统计的诉求" />
      ) : (
        <Suspense fallback={<Skeleton active />}>
          <RateChart groups={groups} series={series} />
        </Suspense>
      )}
    </Card>
  )
}

function ExportButton({ query }: Readonly<{ query: Parameters<typeof save>[1] }>) {
  const { message } = App.useApp()
  const exporting = useMutation({
    mutationFn: () => save('/figures/export.xlsx', query),
    onError: (error) => void message.error(textOf(error)),
  })
  return (
    <Button
      icon={<DownloadOutlined />}
      loading={exporting.isPending}
      onClick={() => exporting.mutate()}
    >
      导出
    </Button>
  )
}
