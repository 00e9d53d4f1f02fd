// A question back: the candidates by what separates them, and a way out.
import type { ItemCode } from '../../kernel/ids.ts'
import type { Action, Message } from '../../kernel/message.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Decision } from '../decision.ts'
import { differenceLine, shortened } from './difference.ts'
import { itemOf, type ToCompose } from './to-compose.ts'

type Clarify = Extract<Decision, { kind: 'clarify' }>

const OPENING: Readonly<Record<Clarify['reason'], string>> = {
  several_fit: '有几个事项都与您说的接近，请选择最符合的一项：',
  near_miss: '这几个事项容易混淆，区别如下，请选择您要办的一项：',
  channels_disagree: '为避免答错，请选择最符合的一项：',
  broad: '这个问题涉及多个事项，请选择您要办的一项，或补充说明企业类型、办理阶段：',
}
const LABEL_MAX = 40

export function composeClarify(decision: Clarify, { base }: ToCompose): Message {
  const codes = decision.options.map((option) => option.code)
  const choose = decision.options.map(
    ({ code, label }): Action => ({
      label: label.slice(0, LABEL_MAX),
      value: { a: 'choose', code, field: decision.field ?? 'overview' },
    }),
  )
  return {
    title: '请确认您要办的事项',
    tone: 'plain',
    summary: `请选择：${decision.options.map((option) => option.label).join('、')}`.slice(0, 80),
    blocks: [
      { kind: 'text', text: OPENING[decision.reason] },
      {
        kind: 'list',
        ordered: true,
        items: codes.map(
          (code) => `${itemOf(base, code).name}：${differenceOf(base, code, codes)}`,
        ),
      },
      {
        kind: 'actions',
        actions: [
          ...choose,
          { label: '都不是', value: { a: 'none_of_these' } },
          { label: '转人工', value: { a: 'person', code: '' } },
        ],
      },
    ],
  }
}

/** What separates an item from the others on offer, else what it is about. */
function differenceOf(base: KnowledgeBase, code: ItemCode, among: readonly ItemCode[]): string {
  const item = itemOf(base, code)
  const row = item.notThis.find((other) => among.includes(other.code))
  return row === undefined ? shortened(item.summary) : differenceLine(row.fact)
}
