// Who looked at what and changed what.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Card, Flex, type TableProps } from 'antd'
import type { AuditWire, Paged } from '../../../../http/console-api/wire.ts'
import { get } from '../../api.ts'
import { TextFilter } from '../../parts/filters.tsx'
import { PagedList } from '../../parts/paged.tsx'
import { when } from '../../parts/time.ts'
import { useUrlState } from '../../parts/url-state.ts'

const ACTION_WORDS: Readonly<Record<string, string>> = {
  'ticket.read': '查看诉求全文',
  'ticket.read_file': '下载附件',
  'ticket.read_person': '查看联系方式',
  'ticket.export': '导出工单',
  'figures.export': '导出统计',
  'dead_letter.retry': '重试死信',
  'knowledge.publish': '发布知识库',
  'knowledge.activate': '恢复知识库版本',
  'knowledge.change.create': '起草知识改动',
  'knowledge.change.submit': '提交知识改动',
  'knowledge.change.approve': '通过知识改动',
  'knowledge.change.approve_own': '通过本人起草的知识改动（无其他管理员）',
  'knowledge.change.send_back': '退回知识改动',
  'knowledge.change.withdraw': '撤回知识改动',
  'knowledge.change.rebase': '重新核对知识改动',
  'knowledge.import': '导入知识工作簿',
  'knowledge.export': '导出知识工作簿',
  'staff.add': '新增人员',
  'staff.change': '修改人员',
  'staff.link': '生成登录链接',
  'leave.record': '登记休假',
  'leave.end': '销假',
  'duty.change': '调整值班',
  'closed_day.change': '调整非工作日',
  'settings.change': '修改设置',
  'binding.decide': '处理企业绑定',
  'binding.end': '解除企业绑定',
  'answer.pin': '发布临时提示',
  'answer.unpin': '撤下临时提示',
}

export function AuditTab() {
  const filter = useUrlState()
  const q = filter.value('q')
  const query = useQuery({
    queryKey: ['audit', q, filter.page, filter.size],
    queryFn: () => get<Paged<AuditWire>>('/audit', { q, page: filter.page, size: filter.size }),
    placeholderData: keepPreviousData,
  })
  return (
    <Flex vertical gap={16}>
      <div>
        <TextFilter filter={filter} placeholder="操作或对象" />
      </div>
      <Card>
        <PagedList
          query={query}
          paging={filter}
          rowKey={(row) => row.id}
          columns={COLUMNS}
          card={(row) => (
            <>
              <strong>{ACTION_WORDS[row.action] ?? row.action}</strong>
              <div>{subject(row)}</div>
              <div className="quiet">
                {row.actor} · {when(row.at)}
              </div>
            </>
          )}
          empty="没有记录"
        />
      </Card>
    </Flex>
  )
}

const SUBJECT_WORDS: Readonly<Record<string, string>> = {
  setting: '设置',
  tickets: '工单（件）',
  figures: '统计',
  knowledge: '知识库',
  version: '知识库版本',
  change: '改动',
  items: '事项（项）',
  day: '日期',
  days: '日期',
  inbox: '收到的消息',
  outbox: '要发的消息',
  binding: '企业绑定',
  pin: '临时提示',
}

const SETTING_WORDS: Readonly<Record<string, string>> = {
  reviewed_sections: '须审核的板块',
  target_error: '误差上限',
  limits: '时限',
  calendar: '放假安排',
}

/** `<key>` or `<key>=<value>`. */
function settingWords(what: string): string {
  const [key = '', value] = what.split('=')
  const word = SETTING_WORDS[key] ?? key
  return value === undefined ? word : `${word} ${value}`
}

/** `<kind>:<what>` as people say it; numbers of tickets and names come as they are. */
function subject({ subject }: AuditWire): string {
  const [kind = '', what = ''] = subject.split(':')
  const word = SUBJECT_WORDS[kind]
  if (word === undefined) return subject
  if (kind === 'setting') return settingWords(what)
  return kind === 'knowledge' ? word : `${word} ${what}`
}

const COLUMNS: NonNullable<TableProps<AuditWire>['columns']> = [
  { title: '时间', render: (_, row) => when(row.at) },
  { title: '人员', dataIndex: 'actor' },
  { title: '操作', render: (_, row) => ACTION_WORDS[row.action] ?? row.action },
  { title: '对象', render: (_, row) => subject(row) },
]
