// Danger now: the numbers before anything else, then what to do meanwhile.
import type { Action, Block, Message } from '../../kernel/message.ts'
import type { Hotline, KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Decision } from '../decision.ts'
import { choose } from './buttons.ts'
import { hotlineLine, hotlinesOf, itemOf, type ToCompose } from './to-compose.ts'

type Emergency = Extract<Decision, { kind: 'emergency' }>

const CALL = '请立即拨打以下电话，说清地点、情况和人数：'
const CALL_AGAIN = '仍有危险或者有人受伤的，请先拨打以下电话，说清地点、情况和人数：'
const NOBODY_ANSWERS =
  '一时打不通的，请接着拨打，也请身边的人用其他电话同时拨打。险情已经解除、需要服务专员跟进的，可以登记后续诉求。本助手不能代替报警求助。'

export function composeEmergency(
  { reason, hotlines, inEnglish, ashore, code, again }: Emergency,
  { base }: ToCompose,
): Message {
  const lines = hotlinesOf(base, hotlines)
  const english: Block[] = inEnglish ? [{ kind: 'text', text: inWordsOf(lines), strong: true }] : []
  const besides: Action[] =
    code === null ? [] : [choose(`同时想了解：${itemOf(base, code).name}`, code, 'overview')]
  return {
    title: '请立即拨打求助电话',
    tone: 'danger',
    summary: `请立即拨打 ${lines.map(({ number }) => number).join('、')}`,
    blocks: [
      ...english,
      { kind: 'text', text: again ? CALL_AGAIN : CALL, strong: true },
      { kind: 'list', ordered: false, items: lines.map(hotlineLine) },
      ...(ashore ? ashoreLines(base, inEnglish) : []),
      ...(again ? [{ kind: 'text' as const, text: NOBODY_ANSWERS }] : []),
      ...(again && reason !== 'self_harm'
        ? []
        : [{ kind: 'text' as const, text: base.replies.emergency[reason] }]),
      {
        kind: 'actions',
        actions: [
          {
            label: '已报警，登记后续诉求',
            value: { a: 'ticket_form', reason: 'coordination', code: '' },
          },
          ...besides,
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
  return [
    `Call for help now: ${numbers.join(', ')}.`,
    'Say where you are, what has happened and how many people are in danger.',
    'This assistant cannot call for you.',
  ].join(' ')
}

/** Whom to contact for letting a foreigner of a ship's crew ashore to a doctor. */
function ashoreLines(base: KnowledgeBase, inEnglish: boolean): Block[] {
  const [line] = hotlinesOf(base, ['immigration'])
  const call = line === undefined ? '' : `，也可以拨打 ${line.number}（${line.name}）`
  const english = line === undefined ? '' : ` (${line.number})`
  return [
    {
      kind: 'text',
      text: `外国船员需要上岸就医的，请船长或者船舶代理同时联系边检机关办理临时入境手续${call}。`,
    },
    ...(inEnglish ? [{ kind: 'text' as const, text: `${ASHORE}${english}.` }] : []),
  ]
}

const ASHORE =
  'A foreign seafarer who has to go ashore for treatment: the captain or the ship agent should contact the border inspection at the same time'
