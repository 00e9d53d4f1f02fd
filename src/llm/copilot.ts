// Drafts a reply to a ticket for a specialist to edit and send; nothing here reaches an enterprise by
// itself. An agent looks things up with four tools; its draft is held to the records that it read.
import { HumanMessage } from '@langchain/core/messages'
import type { ChatOpenAI } from '@langchain/openai'
import { createAgent, tool } from 'langchain'
import { z } from 'zod'
import type { ItemCode } from '../kernel/ids.ts'
import type { Chunk } from '../knowledge/record-chunk.ts'
import type { ServiceItem } from '../knowledge/service-item.ts'
import { verifyDraft } from '../knowledge/verify-figures/verify-draft.ts'
import { maskNumbersIn } from '../ticket/enterprise.ts'
import type { Chat } from './chat.ts'
import { draftChunks, numbered } from './draft-chunks.ts'
import { faultOf, LlmFault } from './fault.ts'
import type { ModelOutcome } from './model.ts'
import type { Prompted, Prompts } from './prompts.ts'

/** What the copilot may know of a ticket: no names, no numbers of persons. */
export type TicketBrief = Readonly<{
  number: string
  title: string
  description: string
  itemCode: ItemCode | null
  /** In words. */
  state: string
  registeredAt: string
}>

export type CopilotDeps = Readonly<{
  chat: Chat
  prompts: Prompts
  searchItems: (
    question: string,
  ) => Promise<readonly Pick<ServiceItem, 'code' | 'name' | 'summary'>[]>
  itemOf: (code: string) => ServiceItem | undefined
  /** Resolved tickets of the same matter, with the answers that were given. */
  similarTickets: () => Promise<readonly Readonly<{ title: string; answer: string }>[]>
  budgetMs?: number
}>

export type ReplyDraft = Readonly<{
  /** Null unless every figure in it is in the records. */
  text: string | null
  outcome: ModelOutcome
  /** The items whose records it rests on. */
  items: readonly ItemCode[]
  refused: readonly string[]
  prompt: string
}>

/** A person waits for it, but longer than in a chat. */
const BUDGET_MS = 45_000
const STEPS_MAX = 16
const ITEMS_MAX = 4
const QUERY_LENGTH_MAX = 200
const ANSWER_LENGTH_MAX = 300
const NOTHING = /^记录未载明[。.]?$/u

/** Never rejects: what went wrong is the outcome. */
export async function draftReply(deps: CopilotDeps, ticket: TicketBrief): Promise<ReplyDraft> {
  const signal = AbortSignal.timeout(deps.budgetMs ?? BUDGET_MS)
  const matter = {
    title: maskNumbersIn(ticket.title),
    description: maskNumbersIn(ticket.description),
  }
  const prompted = deps.prompts.with('copilot', { ticket: matter })
  const shelf = makeShelf(deps)
  const without = (outcome: ModelOutcome, refused: readonly string[] = []): ReplyDraft => ({
    text: null,
    outcome,
    items: shelf.read().map((item) => item.code),
    refused,
    prompt: prompted.version,
  })
  try {
    const said = await deps.chat.lend(
      (model) => runAgent(model, toolsOf(deps, ticket, shelf), { prompted, signal }),
      signal,
    )
    if (NOTHING.test(said)) return without('nothing')
    const verified = verifyDraft(said, shelf.chunks())
    if (!verified.ok) {
      const refused = verified.faults.map((fault) => `${fault.kind}: ${fault.found}`)
      return without(verified.faults[0]?.kind ?? 'unfaithful', refused)
    }
    const cited = shelf.itemsOf(verified.sentences.flatMap((sentence) => sentence.cites))
    const body = verified.sentences.map((sentence) => sentence.text).join('')
    return {
      text: letter(ticket, body, cited),
      outcome: 'used',
      items: cited.map((item) => item.code),
      refused: [],
      prompt: prompted.version,
    }
  } catch (error) {
    return without(faultOf(error, signal).code)
  }
}

function letter(ticket: TicketBrief, body: string, items: readonly ServiceItem[]): string {
  const sources = items.map((item) => `${item.name}（${item.code}）`).join('、')
  return [
    `您好，关于贵企业反映的“${ticket.title}”，答复如下：`,
    body,
    `以上依据涉企服务事项库：${sources}。如有疑问，请直接回复本消息。`,
  ].join('\n')
}

type Shelf = ReturnType<typeof makeShelf>

/** The records that were read, as one list of numbered chunks. */
function makeShelf({ itemOf }: Pick<CopilotDeps, 'itemOf'>) {
  const read: Readonly<{ item: ServiceItem; chunks: readonly Chunk[] }>[] = []
  return {
    read: () => read.map(({ item }) => item),
    chunks: () => read.flatMap(({ chunks }) => chunks),
    /** The chunks of an item with their numbers; the same each time it is asked for. */
    open: (code: string) => {
      if (!read.some(({ item }) => item.code === code)) {
        const item = itemOf(code)
        if (item === undefined) return { error: '没有这个事项编码' }
        if (read.length === ITEMS_MAX) return { error: `最多读 ${ITEMS_MAX} 个事项` }
        read.push({ item, chunks: draftChunks(item, 'overview') })
      }
      const place = read.findIndex(({ item }) => item.code === code)
      const first = read.slice(0, place).reduce((sum, { chunks }) => sum + chunks.length, 1)
      return { chunks: numbered(read[place]!.chunks, first) }
    },
    itemsOf: (cites: readonly number[]): readonly ServiceItem[] => {
      const owners = read.flatMap(({ item, chunks }) => chunks.map(() => item))
      return [...new Set(cites.map((n) => owners[n - 1]!))]
    },
  }
}

function toolsOf(deps: CopilotDeps, ticket: TicketBrief, shelf: Shelf) {
  const nothing = z.object({})
  return [
    tool(
      async ({ query }) => JSON.stringify(await deps.searchItems(query.slice(0, QUERY_LENGTH_MAX))),
      {
        name: 'search_items',
        description: '按问题查找涉企服务事项,返回编码、名称和简介',
        schema: z.object({ query: z.string() }),
      },
    ),
    tool(async ({ code }) => JSON.stringify(shelf.open(code)), {
      name: 'read_item',
      description: '读一个事项的记录,返回带编号 n 的片段;答复只能引用这些片段',
      schema: z.object({ code: z.string() }),
    }),
    tool(
      async () => {
        const { number, state, registeredAt, itemCode } = ticket
        return JSON.stringify({ number, state, registeredAt, itemCode })
      },
      {
        name: 'read_ticket',
        description: '看这件诉求的编号、状态、登记时间和事项',
        schema: nothing,
      },
    ),
    tool(
      async () => {
        const found = await deps.similarTickets()
        return JSON.stringify(
          found.map(({ title, answer }) => ({
            title: maskNumbersIn(title),
            answer: maskNumbersIn(answer).slice(0, ANSWER_LENGTH_MAX),
          })),
        )
      },
      {
        name: 'similar_tickets',
        description: '看以往同类诉求的答复,只供参考写法,其中的数字不得使用',
        schema: nothing,
      },
    ),
  ]
}

async function runAgent(
  model: ChatOpenAI,
  tools: ReturnType<typeof toolsOf>,
  { prompted, signal }: Readonly<{ prompted: Prompted; signal: AbortSignal }>,
): Promise<string> {
  const agent = createAgent({ model, tools, systemPrompt: prompted.instructions })
  const input = { messages: [new HumanMessage(JSON.stringify(prompted.data))] }
  const { messages } = await agent
    .invoke(input, { recursionLimit: STEPS_MAX, signal })
    .catch((error: Error) => {
      if (error.name !== 'GraphRecursionError') throw error
      throw new LlmFault('unreadable', 'the agent comes to no end', error)
    })
  // Not simply the last: a server that repeats its answers' ids gets them reordered.
  const said = messages.findLast(
    (message) => message.getType() === 'ai' && message.text.trim() !== '',
  )
  if (said === undefined) throw new LlmFault('unreadable', 'the agent said nothing')
  return said.text.trim()
}
