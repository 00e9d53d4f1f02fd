// Who may know of a matter that no item covers: the hotline of its kind, beside the form.
import { folded } from '../../kernel/folded.ts'
import type { Block } from '../../kernel/message.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { hotlinesFor } from '../intent/lawful-channel.ts'
import { hotlineLine, hotlinesOf } from './to-compose.ts'

/** Nothing where no hotline but the general one fits. */
export function whoElse(base: KnowledgeBase, question: string | null | undefined): Block[] {
  const keys = question ? hotlinesFor(folded(question), base).filter((key) => key !== GENERAL) : []
  return hotlinesOf(base, keys).map((hotline) => ({
    kind: 'note',
    text: `这类问题也可以咨询 ${hotlineLine(hotline)}`,
  }))
}

const GENERAL = 'citizen'
