// The colours of states and kinds, one table for every page.
import { Tag } from 'antd'
import type { TicketLineWire } from '../../../http/console-api/wire.ts'
import type { Urgency } from '../../../ticket/kinds.ts'
import type { TicketState } from '../../../ticket/ticket.ts'
import { STATE_WORDS, URGENCY_WORDS } from '../../../ticket/words.ts'
import { shortly, when } from './time.ts'

const STATE_COLOURS: Readonly<Record<TicketState, string>> = {
  created: 'orange',
  dispatched: 'gold',
  accepted: 'blue',
  in_progress: 'processing',
  waiting_requester: 'purple',
  in_review: 'cyan',
  returned: 'orange',
  resolved: 'lime',
  reopened: 'volcano',
  confirmed: 'green',
  closed: 'default',
  withdrawn: 'default',
  merged: 'default',
  declined: 'default',
  transferred_out: 'default',
}

export const StateTag = ({ state }: Readonly<{ state: TicketState }>) => (
  <Tag color={STATE_COLOURS[state]}>{STATE_WORDS[state]}</Tag>
)

const URGENCY_COLOURS = { urgent_now: 'red', urgent: 'orange', normal: 'default' } as const

export const UrgencyTag = ({ urgency }: Readonly<{ urgency: Urgency }>) => (
  <Tag color={URGENCY_COLOURS[urgency]}>{URGENCY_WORDS[urgency]}</Tag>
)

export function DueText({
  line,
  brief = false,
}: Readonly<{ line: TicketLineWire; brief?: boolean }>) {
  if (line.uncoveredYear !== null) return <Tag color="red">{line.uncoveredYear} 年日历未导入</Tag>
  if (line.dueAt === null) return <span className="quiet">—</span>
  const text = brief ? shortly(line.dueAt) : when(line.dueAt)
  return line.overdue ? (
    <span className="late">
      {text} <Tag color="red">已逾期</Tag>
    </span>
  ) : (
    <span>{text}</span>
  )
}
