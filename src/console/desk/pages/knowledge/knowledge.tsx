// The knowledge base: its items, its versions, a place to try it and to check its files.
import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { Page } from '../../parts/page.tsx'
import { ChangesTab } from './changes.tsx'
import { CheckTab } from './check.tsx'
import { ItemsTab } from './items.tsx'
import { TryTab } from './try.tsx'
import { VersionsTab } from './versions.tsx'

export function KnowledgePage() {
  const [params, setParams] = useSearchParams()
  return (
    <Page title="知识库">
      <Tabs
        activeKey={params.get('tab') ?? 'items'}
        onChange={(tab) => setParams(tab === 'items' ? {} : { tab })}
        destroyOnHidden
        items={[
          { key: 'items', label: '事项', children: <ItemsTab /> },
          { key: 'changes', label: '改动', children: <ChangesTab /> },
          { key: 'try', label: '命中测试', children: <TryTab /> },
          { key: 'versions', label: '版本与发布', children: <VersionsTab /> },
          { key: 'check', label: '文件检查', children: <CheckTab /> },
        ]}
      />
    </Page>
  )
}
