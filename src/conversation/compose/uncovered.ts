// What is said of a matter that no item covers: the honest sentence, who may know, the form, and the
// item that comes nearest.
import type { Action, Block, Message } from '../../kernel/message.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { UncoveredMatter } from '../../knowledge/uncovered.ts'
import type { TicketReason } from '../decision.ts'
import { choose, primary, ticketForm } from './buttons.ts'
import { englishTicket } from './english.ts'
import { hotlineLine, hotlinesOf, itemOf, type ToCompose } from './to-compose.ts'

export const matterOf = (base: KnowledgeBase, key: string | undefined): UncoveredMatter | null =>
  base.uncovered.find((matter) => matter.key === key) ?? null

/**
 * The form keeps the reason: somebody who is angry is heard as that first. It carries no item: the
 * nearest one's department need not be the one in charge.
 */
export function composeUncovered(
  matter: UncoveredMatter,
  reason: TicketReason,
  { base, question }: ToCompose,
): Message {
  const { name, reply, source, item } = matter
  const nearest: Action[] =
    item === null ? [] : [choose(`相近事项：${itemOf(base, item).name}`, item, 'overview')]
  return {
    title: name,
    tone: 'info',
    summary: reply.slice(0, 80),
    blocks: [
      ...englishTicket(question, reason),
      ...(reason === 'upset' ? [{ kind: 'text' as const, text: base.replies.ticket.upset }] : []),
      { kind: 'text', text: reply },
      ...(source === null ? [] : [{ kind: 'note' as const, text: `依据：${source}` }]),
      ...whoKnows(matter, base),
      {
        kind: 'actions',
        actions: [primary(ticketForm('提交诉求', reason)), ...nearest],
      },
    ],
  }
}

function whoKnows({ department, hotlines }: UncoveredMatter, base: KnowledgeBase): Block[] {
  const lines = [
    ...(department === null ? [] : [`主管部门：${department}`]),
    ...hotlinesOf(base, hotlines).map(hotlineLine),
  ]
  return lines.length === 0 ? [] : [{ kind: 'field', label: '可以咨询', lines }]
}
