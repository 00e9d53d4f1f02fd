// What is said to what asks for nothing, and what may be asked.
import type { Action, Message } from '../../kernel/message.ts'
import type { SmalltalkReason } from '../../knowledge/reply.ts'
import type { Decision } from '../decision.ts'
import { myTickets, toPerson } from './buttons.ts'
import { englishChat } from './english.ts'
import type { ToCompose } from './to-compose.ts'

type Smalltalk = Extract<Decision, { kind: 'smalltalk' }>

const SUGGESTIONS_MAX = 3
/** Nobody is invited to ask on who has just ended the talk. */
const ENDS_TALK: ReadonlySet<SmalltalkReason> = new Set<SmalltalkReason>([
  'thanks',
  'farewell',
  'taken_back',
])

export function composeSmalltalk({ reason }: Smalltalk, { base, question }: ToCompose): Message {
  const asks = base.sections
    .flatMap((section) => section.typicalQuestions.slice(0, 1))
    .slice(0, SUGGESTIONS_MAX)
    .map((q): Action => ({ label: q, value: { a: 'ask', q } }))
  return {
    title: '',
    tone: 'plain',
    summary: base.replies.smalltalk[reason].slice(0, 80),
    blocks: [
      ...englishChat(question, reason),
      { kind: 'text', text: base.replies.smalltalk[reason] },
      { kind: 'actions', actions: ENDS_TALK.has(reason) ? [myTickets] : [...asks, toPerson()] },
    ],
  }
}
