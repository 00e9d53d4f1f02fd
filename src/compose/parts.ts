// The parts of a process, built from config on an open store. Nothing runs yet.
import path from 'node:path'
import type { Config } from '../config/config.ts'
import type { Secrets } from '../config/secrets.ts'
import { formWords } from '../conversation/compose/other.ts'
import { isBareOpener } from '../conversation/dialogue/opener.ts'
import { maskIncoming } from '../conversation/incoming/masked.ts'
import { withPins } from '../conversation/incoming/pinned.ts'
import { DomainError } from '../kernel/errors.ts'
import type { Incoming } from '../kernel/incoming.ts'
import type { Log } from '../kernel/log.ts'
import { makeConversationStore } from '../postgres/conversations.ts'
import { makeInboxWriter } from '../postgres/inbox-writer.ts'
import { makeLiveCardStore } from '../postgres/live-cards.ts'
import type { OpenDatabase } from '../postgres/open-database.ts'
import type { Deliver } from '../postgres/tickets.ts'
import type { Loop } from '../worker/loop.ts'
import { type KeptAskedNext, keepAskedNext } from './chat/asked-next.ts'
import { makeAnswerQuestion } from './chat/assistant.ts'
import { makeOpenLive } from './chat/live-answers.ts'
import { countQueries, type Llm, openLlm } from './chat/llm.ts'
import { openSwitches, type Switches } from './chat/switches.ts'
import { turnIdOf } from './chat/turn-id.ts'
import { makeWebHub, type WebHub } from './chat/web-hub.ts'
import { deliverToPlatform, type ExchangeSettings, makeExchangeSend } from './exchange/exchange.ts'
import { cacheIn, makeRemoteVectors, type RemoteVectors } from './knowledge/embedding.ts'
import { type KnowledgeService, makeKnowledgeService } from './knowledge/knowledge.ts'
import { vectorStand } from './knowledge/vector-state.ts'
import type { LarkInbound } from './lark/inbound.ts'
import { composeLark, type LarkSide } from './lark/lark.ts'
import { larkSend } from './lark/pressable-cards.ts'
import { addVectorGauge, type Metrics, makeMetrics } from './metrics.ts'
import { storesIn } from './stores.ts'
import { makeDeliver } from './tickets/deliver.ts'
import { makeHandleDesk } from './tickets/desk.ts'
import type { TicketWorld } from './tickets/tickets.ts'
import { openWorkRules } from './tickets/work-rules.ts'
import { type Inbox, makeInbox, makeOutbox } from './workers.ts'

export type AppOptions = Readonly<{
  /** The repository's root: knowledge/, migrations/ and dist/ are found there. */
  root: string
  log: Log
  /** Told about long steps, a line each. */
  progress: (line: string) => void
  /** Asks for the end of a start that is still publishing. */
  ending?: AbortSignal
  /** Another store than the config names, and another clock for everything about tickets. */
  openStore?: () => Promise<OpenDatabase>
  now?: () => Date
}>

export type Parts = Readonly<{
  config: Config
  secrets: Secrets
  options: AppOptions
  database: OpenDatabase
  knowledge: KnowledgeService
  /** The embedding server and the model, where they are configured. */
  vectors: RemoteVectors | null
  llm: Llm | null
  world: TicketWorld
  switches: Switches
  askedNext: KeptAskedNext
  lark: LarkSide | null
  /** The platform that tickets are exchanged with; null while none is connected. */
  exchange: ExchangeSettings | null
  metrics: Metrics
  hub: WebHub
  inbox: Inbox
  /** The senders, by channel. */
  outbox: ReadonlyMap<string, Loop>
  /** Stores an event. @returns its inbox id, or null for a duplicate */
  store: (event: Incoming) => Promise<string | null>
  click: LarkInbound['click']
}>

export async function makeParts(
  config: Config,
  secrets: Secrets,
  options: AppOptions,
  database: OpenDatabase,
): Promise<Parts> {
  const { db } = database
  const { log, progress, ending, now = () => new Date() } = options
  const dir = path.join(options.root, 'knowledge')
  const lark = config.lark
    ? composeLark(config.lark, {
        secrets,
        store: makeLiveCardStore(db, { areBegun: config.llm !== null }),
        log,
      })
    : null
  const metrics = makeMetrics(db, now)
  const { registry } = metrics
  const vectors =
    config.embedding &&
    makeRemoteVectors(config.embedding, secrets.embeddingApiKey, {
      cache: cacheIn(db),
      onQuery: countQueries(registry),
    })
  const knowledge = makeKnowledgeService({ db, dir, progress, log, vectors, ending })
  addVectorGauge(metrics, () => vectorStand({ knowledge, vectors }))
  const llm = await openLlm(config, secrets, { root: options.root, registry, log })
  const switches = await openSwitches(db)
  const askedNext = keepAskedNext(db, now)
  const exchange = exchangeSettings(config, secrets)
  const world: TicketWorld = {
    base: () => knowledge.current()?.snapshot.base ?? unready(),
    work: await openWorkRules(db, dir),
    deliver: deliverAll(makeDeliver({ lark: config.lark, now, log }), exchange),
    now,
    reviewedSections: switches.reviewedSections,
  }
  const inbox = inboxOf({
    database,
    lark,
    world,
    knowledge,
    llm,
    switches,
    askedNext,
    metrics,
    log,
  })
  return {
    config,
    secrets,
    options,
    database,
    knowledge,
    vectors,
    llm,
    world,
    switches,
    askedNext,
    lark,
    metrics,
    hub: makeWebHub(),
    inbox,
    exchange,
    outbox: outboxOf(database, { lark, exchange, world, log }),
    ...doorOf(inbox, { db, metrics, announce: config.role !== 'all' }),
  }
}

/** How events come in: masked and counted, before anything else sees them. */
function doorOf(
  inbox: Inbox,
  {
    db,
    metrics,
    announce,
  }: Readonly<{ db: OpenDatabase['db']; metrics: Metrics; announce: boolean }>,
): Pick<Parts, 'store' | 'click'> {
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

function unready(): never {
  throw new DomainError('unavailable')
}

/** News goes to people and, where one is connected, to the other platform. */
function deliverAll(toPeople: Deliver, exchange: ExchangeSettings | null): Deliver {
  if (exchange === null) return toPeople
  return async (tx, change) => {
    await toPeople(tx, change)
    await deliverToPlatform(tx, change)
  }
}

function exchangeSettings({ exchange }: Config, { exchangeSecret }: Secrets) {
  if (exchange === null || exchangeSecret === null) return null
  return { url: exchange.url, secret: exchangeSecret }
}

type Senders = Readonly<{
  lark: LarkSide | null
  exchange: ExchangeSettings | null
  world: TicketWorld
  log: Log
}>

function outboxOf(
  { db }: OpenDatabase,
  { lark, exchange, world, log }: Senders,
): ReadonlyMap<string, Loop> {
  // On the web a message is there as soon as the transcript shows it.
  const web = makeOutbox({
    db,
    channel: 'web',
    log,
    send: async () => ({ kind: 'sent', ref: null }),
  })
  const loops = new Map([['web', web]])
  if (lark) loops.set('lark', makeOutbox({ db, channel: 'lark', log, send: larkSend(db, lark) }))
  if (exchange) {
    const send = makeExchangeSend(exchange, { db, world })
    loops.set('exchange', makeOutbox({ db, channel: 'exchange', log, send }))
  }
  return loops
}

type InboxParts = Readonly<{
  database: OpenDatabase
  lark: LarkSide | null
  world: TicketWorld
  knowledge: KnowledgeService
  llm: Llm | null
  switches: Switches
  askedNext: KeptAskedNext
  metrics: Metrics
  log: Log
}>

function inboxOf(parts: InboxParts): Inbox {
  const { world, knowledge, llm, switches, askedNext, metrics, log } = parts
  const { db } = parts.database
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
