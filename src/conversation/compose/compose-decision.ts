// Renders a decision as a neutral message. Every decision has a next step: there is no dead end.
import type { Message } from '../../kernel/message.ts'
import { composeAnswer } from './answer.ts'
import { composeClarify } from './clarify.ts'
import { composeEmergency } from './emergency.ts'
import type { Head } from './head.ts'
import { composeRedirect } from './redirect.ts'
import { composeRefuse } from './refuse.ts'
import { composeSmalltalk } from './smalltalk.ts'
import { composeStatus } from './status.ts'
import { composeTicket } from './ticket.ts'
import type { ToCompose } from './to-compose.ts'

/** `head` is what an answer begins with, where that is known already. */
export function composeDecision(input: ToCompose, head: Head | null = null): Message {
  const { decision } = input
  switch (decision.kind) {
    case 'answer':
      return composeAnswer(decision, input, head)
    case 'clarify':
      return composeClarify(decision, input)
    case 'ticket':
      return composeTicket(decision, input)
    case 'status':
      return composeStatus(decision)
    case 'redirect':
      return composeRedirect(decision, input)
    case 'refuse':
      return composeRefuse(decision, input)
    case 'emergency':
      return composeEmergency(decision, input)
    case 'smalltalk':
      return composeSmalltalk(decision, input)
  }
}
