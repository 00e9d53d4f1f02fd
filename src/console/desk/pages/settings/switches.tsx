// What is switched and what is connected.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Card, Flex, Select, Tag } from 'antd'
import { send, textOf } from '../../api.ts'
import { useMay } from '../../parts/session.tsx'
import { Loaded } from '../../parts/states.tsx'
import { useOptions } from '../../parts/use-options.ts'
import { useSettings } from './use-settings.ts'

export function SwitchesTab() {
  const client = useQueryClient()
  const { message } = App.useApp()
  const may = useMay('settings.manage')
  const options = useOptions()
  const change = useMutation({
    mutationFn: (sections: readonly string[]) =>
      send('PUT', '/settings/reviewed-sections', { sections }),
    onSuccess: () => void message.success('已保存，用于之后派出的诉求'),
    onError: (error) => void message.error(textOf(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['settings'] }),
  })
  return (
    <Loaded query={useSettings()}>
      {(settings) => (
        <Flex vertical gap={16}>
          <Card title="须审核后答复的板块">
            <Flex vertical gap={8}>
              <span className="quiet">
                选中板块的办理结果先由审核员审核，通过后才发给企业；不选为专员直接答复。
              </span>
              <Select
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                disabled={!may || change.isPending}
                aria-label="须审核的板块"
                placeholder="不需要审核"
                value={[...settings.reviewedSections]}
                options={[...(options?.sections ?? [])]}
                onChange={(sections) => change.mutate(sections)}
              />
            </Flex>
          </Card>
          <Card title="连接">
            <Flex vertical gap={10}>
              {settings.connections.map((one) => (
                <Flex key={one.name} gap={8} align="center" wrap>
                  <strong className="connection">{one.name}</strong>
                  {one.on ? <Tag color="green">已启用</Tag> : <Tag>未启用</Tag>}
                  <span className="quiet">{one.text}</span>
                </Flex>
              ))}
            </Flex>
          </Card>
        </Flex>
      )}
    </Loaded>
  )
}
