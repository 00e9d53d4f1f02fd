// The limits in force, and where they are changed.
import { Alert, Card, Descriptions, Flex } from 'antd'
import type { SettingsWire } from '../../../../http/console-api/wire.ts'
import type { Span } from '../../../../ticket/limits.ts'
import { COMPLEXITY_WORDS, KIND_WORDS, URGENCY_WORDS } from '../../../../ticket/words.ts'
import { useMay } from '../../parts/session.tsx'
import { Loaded } from '../../parts/states.tsx'
import { LimitsButton } from './limits-form.tsx'
import { useSettings } from './use-settings.ts'

const WORDS = { ...KIND_WORDS, ...COMPLEXITY_WORDS }
const days = (count: number) => `${count} 个工作日`
const span = ({ amount, unit }: Span) =>
  unit === 'working_days' ? days(amount) : `${amount} 工作小时`

export function LimitsTab() {
  const may = useMay('settings.manage')
  return (
    <Loaded query={useSettings()}>
      {(settings) => (
        <Flex vertical gap={16}>
          {settings.limitsProblem !== null && (
            <Alert
              type="error"
              showIcon
              title="在此修改过的时限不符合当前版本的要求，暂按默认时限执行，请重新修改。"
              description={settings.limitsProblem}
            />
          )}
          <Flex gap={12} align="center" justify="space-between" wrap>
            <span className="quiet">
              {settings.limitsChanged ? '已由管理员修改。' : '均为默认时限。'}
              修改只用于之后登记的诉求，已登记的沿用登记时的时限。
            </span>
            {may && <LimitsButton settings={settings} />}
          </Flex>
          <div className="detail-halves">
            {groupsOf(settings).map(([title, rows]) => (
              <Card key={title} title={title} size="small">
                <Descriptions
                  column={1}
                  size="small"
                  items={rows.map(([label, children]) => ({ key: label, label, children }))}
                />
              </Card>
            ))}
          </div>
        </Flex>
      )}
    </Loaded>
  )
}

type Rows = [string, string][]

function groupsOf({ limits, retention }: SettingsWire): [string, Rows][] {
  const byUrgency = (spans: typeof limits.signFor): Rows =>
    (['urgent_now', 'urgent', 'normal'] as const).map((one) => [
      URGENCY_WORDS[one],
      span(spans[one]),
    ])
  return [
    ['派单（自登记、退回起）', byUrgency(limits.dispatch)],
    ['签收（自派单起）', byUrgency(limits.signFor)],
    [
      '办理（自派单起）',
      Object.entries(limits.handling).map(([kind, count]) => [
        WORDS[kind as keyof typeof WORDS],
        days(count),
      ]),
    ],
    [
      '办理中',
      [
        ['协办', `主办期限前 ${days(limits.coHandlingBeforeLead)}`],
        ['审核', days(limits.review)],
        ['退单', `派单后 ${days(limits.returnWithin)}内`],
        ['转争议裁定', `退单 ${limits.returnsBeforeDispute} 次`],
        [
          '延期',
          `届满前 ${days(limits.extension.askBefore)}申请，至多 ${limits.extension.times} 次、${days(limits.extension.daysMax)}`,
        ],
        [
          '待补充材料',
          `${days(limits.waiting.remindAfter)}后提醒，${days(limits.waiting.resumeAfter)}后恢复办理`,
        ],
        ['催办', `每天 ${limits.urge.perDay} 次，共 ${limits.urge.inAll} 次`],
        ['逾期督办', limits.superviseAfter.map((count) => `逾期 ${days(count)}`).join('、')],
      ],
    ],
    [
      '答复之后',
      [
        ['结果未读转电话', span(limits.delivery)],
        ['回访', days(limits.followUp)],
        [
          '自动确认',
          `送达后 ${days(limits.autoConfirm.remindAfter)}提醒，${days(limits.autoConfirm.confirmAfter)}自动确认`,
        ],
        [
          '重新办理',
          `${limits.reopen.times} 次，时限减为 ${limits.reopen.factor * 100}%，不少于 ${days(limits.reopen.daysMin)}`,
        ],
        ['归档', `确认后 ${days(limits.closeAfter)}`],
      ],
    ],
    [
      '保存期限',
      [
        ['日志', `${retention.logDays} 日`],
        ['个人信息', `办结后 ${retention.personalDataDays} 日`],
      ],
    ],
  ]
}
