import { nothingAskedNext } from '../../src/conversation/asked-next.ts'
import { composeAnswer } from '../../src/conversation/compose/answer.ts'
import type { Field } from '../../src/conversation/decision.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import type { Block } from '../../src/kernel/message.ts'
import type { ServiceItem } from '../../src/knowledge/service-item.ts'
import { aKnowledgeBase, someItems } from './knowledge-base.ts'

/** What an answer about this part of the item shows. */
export const blocksFor = (
  item: ServiceItem,
  field: Field,
  question: string | null = null,
  also: Field | null = null,
): readonly Block[] =>
  composeAnswer(
    { kind: 'answer', code: item.code, field, also, offerTicket: false },
    {
      decision: { kind: 'smalltalk', reason: 'chat' },
      base: aKnowledgeBase({ items: [item, ...someItems().slice(1)] }),
      version: '7',
      turnId: asId<TurnId>('t1'),
      askedNext: nothingAskedNext,
      question,
    },
  ).blocks
