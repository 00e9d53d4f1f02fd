// How the centre works: limits, calendar, switches, enterprises to confirm, and the audit.
import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { Page } from '../../parts/page.tsx'
import { useMay } from '../../parts/session.tsx'
import { AuditTab } from './audit.tsx'
import { BindingsTab } from './bindings.tsx'
import { CalendarTab } from './calendar.tsx'
import { LimitsTab } from './limits.tsx'
import { PinsTab } from './pins.tsx'
import { SwitchesTab } from './switches.tsx'

export function SettingsPage() {
  const [params, setParams] = useSearchParams()
  const mayBind = useMay('binding.confirm')
  const mayAudit = useMay('audit.read')
  return (
    <Page title="设置">
      <Tabs
        activeKey={params.get('tab') ?? 'calendar'}
        onChange={(tab) => setParams({ tab })}
        destroyOnHidden
        items={[
          { key: 'calendar', label: '工作日历', children: <CalendarTab /> },
          { key: 'limits', label: '时限', children: <LimitsTab /> },
          { key: 'switches', label: '开关与连接', children: <SwitchesTab /> },
          { key: 'pins', label: '临时提示', children: <PinsTab /> },
          ...(mayBind ? [{ key: 'bindings', label: '企业绑定', children: <BindingsTab /> }] : []),
          ...(mayAudit ? [{ key: 'audit', label: '操作审计', children: <AuditTab /> }] : []),
        ]}
      />
    </Page>
  )
}
