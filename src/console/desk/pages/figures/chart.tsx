// Rates as bars. Loaded only when the page is opened: the library is as large as all other pages.
import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer])

export type Series = Readonly<{ name: string; values: readonly (number | null)[] }>

/** @param series shares from 0 to 1; null is no bar */
export function RateChart({
  groups,
  series,
}: Readonly<{ groups: readonly string[]; series: readonly Series[] }>) {
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current)
    const percent = (value: unknown) =>
      typeof value === 'number' ? `${(value * 100).toFixed(1)}%` : '—'
    chart.setOption({
      aria: { enabled: true },
      grid: { left: 48, right: 16, top: 40, bottom: 32 },
      legend: { top: 0 },
      tooltip: { trigger: 'axis', valueFormatter: percent },
      xAxis: { type: 'category', data: [...groups] },
      yAxis: { type: 'value', max: 1, axisLabel: { formatter: percent } },
      series: series.map(({ name, values }) => ({
        type: 'bar',
        name,
        barMaxWidth: 28,
        data: [...values],
      })),
    })
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [groups, series])

  return <div ref={box} className="chart" />
}
