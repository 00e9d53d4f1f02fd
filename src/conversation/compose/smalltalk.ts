// What is said to what asks for nothing, and what may be asked.
import type { Action, Message } from '../../kernel/message.ts'
import type { SmalltalkReason } from '../../knowledge/reply.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { Decision, Field } from '../decision.ts'
import { choose, myTickets, toPerson } from './buttons.ts'
import { englishChat } from './english.ts'
import { FIELD_LABEL, hasFacts } from './facts.ts'
import { nextStep } from './next-step.ts'
import { itemOf, type ToCompose } from './to-compose.ts'

type Smalltalk = Extract<Decision, { kind: 'smalltalk' }>

const SUGGESTIONS_MAX = 3
/** Nobody is invited to ask on who has just ended the talk. */
const ENDS_TALK: ReadonlySet<SmalltalkReason> = new Set<SmalltalkReason>([
  'thanks',
  'farewell',
  'taken_back',
])

export function composeSmalltalk({ reason, code }: Smalltalk, input: ToCompose): Message {
  const { base, question } = input
  if (code !== undefined) return aboutLast(itemOf(base, code), input)
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

/** So much of a record is offered to whoever says nothing of it that could be looked up. */
const PARTS: readonly Field[] = ['materials', 'process', 'time_limit', 'fee']

/** What to do next about the last item, and which parts of its record there are. */
function aboutLast(item: ServiceItem, { question }: ToCompose): Message {
  const text = `刚才介绍的是「${item.name}」。还想了解哪一部分，请点选或者直接提问；要问别的事，请直接说。`
  const parts = PARTS.filter((field) => hasFacts(item, field)).map((field) =>
    choose(FIELD_LABEL[field], item.code, field),
  )
  return {
    title: '',
    tone: 'plain',
    summary: text.slice(0, 80),
    blocks: [
      ...englishChat(question, 'chat'),
      { kind: 'text', text },
      nextStep(item, []),
      { kind: 'actions', actions: [...parts, toPerson(item.code)] },
    ],
  }
}
