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
          <TargetError now={settings.targetError} />
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

/** The first is the strictest that was measured, the last the laxest. */
const TARGETS = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1]
const percent = (share: number) => `${Number((share * 100).toFixed(2))}%`

function TargetError({ now }: Readonly<{ now: number }>) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const may = useMay('settings.manage')
  const change = useMutation({
    mutationFn: (targetError: number) => send('PUT', '/settings/target-error', { targetError }),
    onSuccess: () => void message.success('已保存，用于之后的提问'),
    onError: (error) => void message.error(textOf(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['settings'] }),
  })
  return (
    <Card title="直接回答的误差上限">
      <Flex vertical gap={8}>
        <span className="quiet">
          直接回答中允许认错事项的比例。越低越谨慎，把握不足时改为列出几个事项请企业选择。
        </span>
        <Select
          className="target-error"
          disabled={!may || change.isPending}
          aria-label="误差上限"
          value={now}
          options={[...new Set([...TARGETS, now])]
            .sort((a, b) => a - b)
            .map((value) => ({ value, label: percent(value) }))}
          onChange={(value) => change.mutate(value)}
        />
      </Flex>
    </Card>
  )
}
