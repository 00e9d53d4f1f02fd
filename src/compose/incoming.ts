// How events come in and what they are handled with: from the door to the answer.
import { formWords } from '../conversation/compose/ticket-channels.ts'
import { isBareOpener } from '../conversation/dialogue/opener.ts'
import { maskIncoming } from '../conversation/incoming/masked.ts'
import { withPins } from '../conversation/incoming/pinned.ts'
import type { Incoming } from '../kernel/incoming.ts'
import type { Log } from '../kernel/log.ts'
import { makeConversationStore } from '../postgres/conversations.ts'
import type { Connection } from '../postgres/database.ts'
import { makeInboxWriter } from '../postgres/inbox-writer.ts'
import type { KeptAskedNext } from './chat/asked-next.ts'
import { makeAnswerQuestion } from './chat/assistant.ts'
import { makeOpenLive } from './chat/live-answers.ts'
import type { Llm } from './chat/llm.ts'
import type { Switches } from './chat/switches.ts'
import { turnIdOf } from './chat/turn-id.ts'
import { type Inbox, makeInbox } from './inbox.ts'
import type { KnowledgeService } from './knowledge/knowledge.ts'
import type { LarkInbound } from './lark/inbound.ts'
import type { LarkSide } from './lark/lark.ts'
import type { Metrics } from './metrics.ts'
import { storesIn } from './stores.ts'
import { makeHandleDesk } from './tickets/desk.ts'
import { requesterTickets, type TicketWorld } from './tickets/tickets.ts'

export type Door = Readonly<{
  /** Stores an event. @returns its inbox id, or null for a duplicate */
  store: (event: Incoming) => Promise<string | null>
  click: LarkInbound['click']
}>

/** How events come in: masked and counted, before anything else sees them. */
export function makeDoor(
  inbox: Inbox,
  { db, metrics, announce }: Readonly<{ db: Connection; metrics: Metrics; announce: boolean }>,
): Door {
  // Where every process works itself, waking this one is enough; the others poll.
  const write = makeInboxWriter(db, { announce, onStored: () => inbox.loop.poke() })
  const store = (event: Incoming, how: Readonly<{ held: boolean }>) => {
    metrics.stored.inc({ channel: event.channel })
    return write(event, how)
  }
  return {
    store: async (event) => (await store(maskIncoming(event), { held: false }))?.id ?? null,
    click: async (event) => {
      const masked = maskIncoming(event)
      const stored = await store(masked, { held: true })
      return { reply: stored === null ? Promise.resolve(null) : inbox.handleHeld(masked, stored) }
    },
  }
}

type InboxParts = Readonly<{
  db: Connection
  lark: LarkSide | null
  world: TicketWorld
  knowledge: KnowledgeService
  llm: Llm | null
  switches: Switches
  askedNext: KeptAskedNext
  metrics: Metrics
  log: Log
}>

/** With all that a message needs to be answered, and a click of staff to be carried out. */
export function composeInbox(parts: InboxParts): Inbox {
  const { db, world, knowledge, llm, switches, askedNext, metrics, log } = parts
  const settings = {
    targetError: switches.targetError,
    askedNext: askedNext.of,
    now: world.now,
    handlingDays: () => world.work.rules().limits.handling,
  }
  const answer = makeAnswerQuestion(knowledge, llm, settings)
  return makeInbox({
    db,
    storesIn: (tx) => storesIn(world, tx),
    handleDesk: makeHandleDesk(world, db),
    handle: {
      conversations: makeConversationStore(db),
      ownTickets: requesterTickets(world, db).list,
      answer: async (ask) => {
        const end = metrics.answerSeconds.startTimer()
        const answered = await answer(ask)
        end()
        metrics.answered.inc({ decision: answered.decision.kind })
        const { message, decision } = answered
        const now = world.now()
        return { ...answered, message: withPins(message, decision, switches.pins(now), now) }
      },
      answerWithoutModel: makeAnswerQuestion(knowledge, null, settings),
      districts: () => districtOptions(world),
      catalogue: () => world.base(),
      nameOf: (code) => world.base().items.find((item) => item.code === code)?.name ?? code,
      turnIdOf,
      openLive: llm && makeOpenLive({ db, liveCards: parts.lark?.liveCards ?? null, log }),
      formWords: (reason) => formWords(reason, world.base()),
      now: world.now,
    },
    isBareOpener,
    log,
  })
}

function districtOptions(world: TicketWorld) {
  return world
    .base()
    .districts.filter((one) => one.enabled)
    .map((one) => ({
      value: one.code,
      label: one.kind === 'city' ? `${one.name}（或不确定）` : one.name,
    }))
}
