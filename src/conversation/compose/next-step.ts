// What to do now: the first step of the record and where to take it.
import type { Block } from '../../kernel/message.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { Field } from '../decision.ts'
import { channelName, FIELD_LABEL } from './facts.ts'
import { withoutDoubledFigures } from './figures.ts'

/** A line about each; what stands open above is only pointed at. */
export function nextStep(item: ServiceItem, open: readonly Field[]): Block {
  return { kind: 'field', label: '下一步', lines: [...firstStep(item, open), whereTo(item)] }
}

function firstStep({ steps }: ServiceItem, open: readonly Field[]): string[] {
  const [first] = steps
  if (first === undefined) return []
  if (open.includes('process')) return [`请从第 1 步“${first.title}”开始。`]
  return [closed(`${first.title}：${withoutDoubledFigures(first.text)}`)]
}

/** Online first: nobody has to travel for what can be done from a desk. */
function whereTo({ channels, department }: ServiceItem): string {
  const online = channels.find(({ kind }) => kind === 'online')
  if (online !== undefined) return `网上办理：${channelName(online)}。`
  const [first] = channels
  if (first === undefined) return `${FIELD_LABEL.channel}以${department}公布的办事指南为准。`
  return `前往或联系：${channelName(first)}。`
}

const closed = (text: string): string => (/[。！？]$/u.test(text) ? text : `${text}。`)
