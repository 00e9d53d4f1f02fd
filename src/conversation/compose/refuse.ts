// What is not done here, and what can lawfully be done instead.
import type { Action, Message } from '../../kernel/message.ts'
import type { Decision } from '../decision.ts'
import { choose, toPerson } from './buttons.ts'
import { englishRefusal } from './english.ts'
import { itemOf, type ToCompose } from './to-compose.ts'

type Refuse = Extract<Decision, { kind: 'refuse' }>

/** Refuses, with the way to the lawful conditions of the item where one is sure. */
export function composeRefuse({ reason, code }: Refuse, { base, question }: ToCompose): Message {
  const lawful: readonly Action[] =
    code === null ? [] : [choose(`办理条件：${itemOf(base, code).name}`, code, 'conditions')]
  return {
    title: '',
    tone: 'warning',
    summary: base.replies.refuse[reason].slice(0, 80),
    blocks: [
      ...englishRefusal(question),
      { kind: 'text', text: base.replies.refuse[reason] },
      { kind: 'actions', actions: [...lawful, toPerson()] },
    ],
  }
}
