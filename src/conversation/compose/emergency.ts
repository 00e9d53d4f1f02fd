// Danger now: the numbers before anything else, then what to do meanwhile.
import type { Block, Message } from '../../kernel/message.ts'
import type { Hotline } from '../../knowledge/knowledge-base.ts'
import type { Decision } from '../decision.ts'
import { hotlineLine, hotlinesOf, type ToCompose } from './to-compose.ts'

export function composeEmergency(
  { reason, hotlines, inEnglish }: Extract<Decision, { kind: 'emergency' }>,
  { base }: ToCompose,
): Message {
  const lines = hotlinesOf(base, hotlines)
  const english: Block[] = inEnglish ? [{ kind: 'text', text: inWordsOf(lines), strong: true }] : []
  return {
    title: '请立即拨打求助电话',
    tone: 'danger',
    summary: `请立即拨打 ${lines.map(({ number }) => number).join('、')}`,
    blocks: [
      ...english,
      { kind: 'text', text: '请立即拨打以下电话，说清地点、情况和人数：', strong: true },
      { kind: 'list', ordered: false, items: lines.map(hotlineLine) },
      { kind: 'text', text: base.replies.emergency[reason] },
      {
        kind: 'actions',
        actions: [
          {
            label: '已报警，登记后续诉求',
            value: { a: 'ticket_form', reason: 'coordination', code: '' },
          },
        ],
      },
    ],
  }
}

const ENGLISH: Readonly<Record<string, string>> = {
  police: 'police',
  fire: 'fire and rescue',
  ambulance: 'ambulance',
  sea_rescue: 'rescue at sea',
}

/** For those who read no Chinese: the same numbers in the same order. */
function inWordsOf(lines: readonly Hotline[]): string {
  const numbers = lines.map(({ key, number, name }) => `${number} (${ENGLISH[key] ?? name})`)
  return `Call for help now: ${numbers.join(', ')}. Say where you are, what has happened and how many people are in danger. This assistant cannot call for you.`
}
