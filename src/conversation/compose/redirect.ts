// Whom to turn to with what is no matter of ours.
import type { Action, Block, Message } from '../../kernel/message.ts'
import type { Decision } from '../decision.ts'
import { ticketForm, toPerson } from './buttons.ts'
import { englishRedirect } from './english.ts'
import { hotlineLine, hotlinesOf, type ToCompose } from './to-compose.ts'

type Redirect = Extract<Decision, { kind: 'redirect' }>

const offered = (...actions: readonly Action[]): Block => ({ kind: 'actions', actions })

/** What was taken for private may be of business after all. */
const ofBusiness = (): Block[] => [
  offered(ticketForm('提交诉求', 'not_covered'), toPerson()),
  { kind: 'note', text: '如与企业经营有关，请补充说明企业情况，我会继续为您查找。' },
]

/** Whom to turn to instead; a key that names no hotline of this base is left out. */
export function composeRedirect(decision: Redirect, { base, question }: ToCompose): Message {
  return {
    title: '建议咨询渠道',
    tone: 'plain',
    summary: base.replies.redirect[decision.reason].slice(0, 80),
    blocks: [
      ...englishRedirect(question, decision.reason),
      { kind: 'text', text: base.replies.redirect[decision.reason] },
      {
        kind: 'list',
        ordered: false,
        items: hotlinesOf(base, decision.hotlines).map(hotlineLine),
      },
      ...(decision.reason === 'office_phone' ? [offered(toPerson())] : ofBusiness()),
    ],
  }
}
