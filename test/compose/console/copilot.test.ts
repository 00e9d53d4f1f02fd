import { expect, test } from 'vitest'
import type { Llm } from '../../../src/compose/chat/llm.ts'
import { draftTicketReply } from '../../../src/compose/console/copilot.ts'
import type { KnowledgeService, LoadedKnowledge } from '../../../src/compose/knowledge/knowledge.ts'
import type { TicketBrief } from '../../../src/llm/copilot.ts'
import type { Embed } from '../../../src/retrieval/ports.ts'
import { buildSnapshot } from '../../../src/retrieval/snapshot.ts'
import { withBackground } from '../../../src/ticket/background.ts'
import type { Ticket } from '../../../src/ticket/ticket.ts'
import { aKnowledgeBase } from '../../builders/knowledge-base.ts'
import { plainLanguage } from '../../builders/language.ts'
import { aTicket } from '../../builders/ticket.ts'

async function draftedWith(ticket: Ticket) {
  const snapshot = await buildSnapshot(aKnowledgeBase(), {
    language: plainLanguage,
    breathe: async () => {},
  })
  const sentOut: string[] = []
  const embed: Embed = async (texts) => {
    sentOut.push(...texts)
    return texts.map(() => new Float32Array(4))
  }
  const loaded = {
    snapshot,
    language: plainLanguage,
    embed,
    searchVectors: async () => new Map(),
    vectorWeight: 1,
  }
  const knowledge = { current: () => loaded as unknown as LoadedKnowledge }
  const briefs: TicketBrief[] = []
  const draftReply: Llm['draftReply'] = async (_, brief) => {
    briefs.push(brief)
    return { text: null, outcome: 'nothing', items: [], refused: [], prompt: '' }
  }
  const reply = await draftTicketReply(
    {
      knowledge: knowledge as KnowledgeService,
      llm: { draftReply } as Llm,
      now: () => new Date('2026-11-25T02:00:00Z'),
    },
    ticket,
    [],
  )
  return { reply, briefs, sentOut }
}

test('the draft replies to what the person wrote, not to the talk before it', async () => {
  const own = '码头照明坏了，请修。'
  const description = withBackground(own, ['问：路灯归谁管', '答：引导登记诉求'])
  const { briefs } = await draftedWith(aTicket({ description }))
  expect(briefs.map((brief) => brief.description)).toEqual([own])
})

test('no word of a report under seal goes to the model or to the embedding server', async () => {
  const description = '某公司负责人偷排废水。'
  const open = await draftedWith(aTicket({ description }))
  expect([open.briefs.length, open.sentOut.length]).toEqual([1, 1])
  const sealed = await draftedWith(aTicket({ description, sealed: true }))
  expect([sealed.briefs, sealed.sentOut]).toEqual([[], []])
  expect(sealed.reply).toMatchObject({ text: null, note: expect.stringContaining('举报件') })
})
