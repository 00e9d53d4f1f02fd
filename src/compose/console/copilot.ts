// The specialist's copilot: the records that fit a ticket, and where a model is configured a draft
// reply that rests on them.
import type { ReplyDraftWire } from '../../http/console-api/wire.ts'
import { DomainError } from '../../kernel/errors.ts'
import { localDate } from '../../kernel/working-time.ts'
import type { CopilotDeps, ReplyDraft, TicketBrief } from '../../llm/copilot.ts'
import { knownReadQuery } from '../../retrieval/read-query.ts'
import { retrieve } from '../../retrieval/retrieve.ts'
import { withoutBackground } from '../../ticket/background.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import { STATE_WORDS } from '../../ticket/words.ts'
import type { Llm } from '../chat/llm.ts'
import type { KnowledgeService, LoadedKnowledge } from '../knowledge/knowledge.ts'

export type CopilotParts = Readonly<{
  knowledge: KnowledgeService
  llm: Llm | null
  now: () => Date
}>

type Answered = readonly Readonly<{ title: string; answer: string }>[]
type Lookup = Pick<CopilotDeps, 'searchItems' | 'itemOf' | 'similarTickets'>

const ITEMS_SHOWN = 4
/** A description is long; its beginning says what it is about. */
const MATTER_LENGTH_MAX = 400

/**
 * For a report under seal neither model nor embedding server is asked: its words stay in.
 * `text` is null then, without a model, and where nothing that it wrote could be verified; `note` says why.
 * Rejects with `unavailable` until a version is loaded.
 */
export async function draftTicketReply(
  { knowledge, llm, now }: CopilotParts,
  ticket: Ticket,
  answered: Answered,
): Promise<ReplyDraftWire> {
  const loaded = knowledge.current()
  if (loaded === null) throw new DomainError('unavailable')
  const within = ticket.sealed ? { ...loaded, embed: null } : loaded
  const lookup = lookupIn(within, now, answered)
  const matter = `${ticket.title}\n${withoutBackground(ticket.description)}`.slice(
    0,
    MATTER_LENGTH_MAX,
  )
  const found = await lookup.searchItems(matter)
  const own = ticket.itemCode === null ? undefined : lookup.itemOf(ticket.itemCode)
  const items = [...(own ? [own] : []), ...found.filter(({ code }) => code !== own?.code)]
  const draft = llm === null || ticket.sealed ? null : await llm.draftReply(lookup, briefOf(ticket))
  return {
    text: draft?.text ?? null,
    note: ticket.sealed ? NOTE_SEALED : noteOf(draft),
    items: items.slice(0, ITEMS_SHOWN).map(({ code, name, summary }) => ({ code, name, summary })),
  }
}

function lookupIn(loaded: LoadedKnowledge, now: () => Date, answered: Answered): Lookup {
  const { items } = loaded.snapshot.base
  const itemOf = (code: string) => items.find((item) => item.code === code)
  return {
    itemOf,
    searchItems: async (question) => {
      const query = knownReadQuery(loaded.snapshot, loaded.language)(question)
      const { hits } = await retrieve(loaded, query, localDate(now()))
      return hits.slice(0, ITEMS_SHOWN).flatMap(({ code }) => {
        const item = itemOf(code)
        return item ? [{ code, name: item.name, summary: item.summary }] : []
      })
    },
    similarTickets: async () => answered,
  }
}

const briefOf = (ticket: Ticket): TicketBrief => ({
  number: ticket.number,
  title: ticket.title,
  // The reply is to what the person wrote; what we said before is no word of theirs.
  description: withoutBackground(ticket.description),
  itemCode: ticket.itemCode,
  state: STATE_WORDS[ticket.state],
  registeredAt: localDate(new Date(ticket.registeredAt)),
})

const NOTE_SEALED = '举报件内容不提交大模型，请参考下列事项记录起草。'

function noteOf(draft: ReplyDraft | null): string {
  if (draft === null) return '未配置大模型，请参考下列事项记录和既往答复起草。'
  switch (draft.outcome) {
    case 'used':
      return '由人工智能从事项记录中摘取，每一句均已与记录核对；请修改确认后再发出。'
    case 'nothing':
      return '事项记录未载明诉求所问的内容，请参考下列事项和既往答复起草。'
    case 'resting':
    case 'busy':
    case 'late':
    case 'stalled':
    case 'refused':
    case 'failed':
      return '大模型暂时没有响应，请参考下列事项记录和既往答复起草。'
    default:
      return '草稿中有与事项记录不一致的内容，已作废；请参考下列事项记录和既往答复起草。'
  }
}
