import { expect, test } from 'vitest'
import { draftTicketReply } from '../../src/compose/copilot.ts'
import type { KnowledgeService, LoadedKnowledge } from '../../src/compose/knowledge.ts'
import type { Llm } from '../../src/compose/llm.ts'
import type { TicketBrief } from '../../src/llm/copilot.ts'
import { buildSnapshot } from '../../src/retrieval/snapshot.ts'
import { withBackground } from '../../src/ticket/background.ts'
import { aKnowledgeBase } from '../builders/knowledge-base.ts'
import { plainLanguage } from '../builders/language.ts'
import { aTicket } from '../builders/ticket.ts'

test('the draft replies to what the person wrote, not to the talk before it', async () => {
  const snapshot = await buildSnapshot(aKnowledgeBase(), {
    language: plainLanguage,
    breathe: async () => {},
  })
  const loaded = { snapshot, language: plainLanguage, embed: null, searchVectors: null }
  const knowledge = { current: () => loaded as unknown as LoadedKnowledge }
  const briefs: TicketBrief[] = []
  const draftReply: Llm['draftReply'] = async (_, ticket) => {
    briefs.push(ticket)
    return { text: null, outcome: 'nothing', items: [], refused: [], prompt: '' }
  }
  const own = '码头照明坏了，请修。'
  const description = withBackground(own, ['问：路灯归谁管', '答：引导登记诉求'])
  await draftTicketReply(
    {
      knowledge: knowledge as KnowledgeService,
      llm: { draftReply } as Llm,
      now: () => new Date('2026-11-25T02:00:00Z'),
    },
    aTicket({ description }),
    [],
  )
  expect(briefs.map((brief) => brief.description)).toEqual([own])
})
