// The parts of a process, built from config on an open store. Nothing runs yet.
import path from 'node:path'
import type { Config } from '../config/config.ts'
import type { Secrets } from '../config/secrets.ts'
import { DomainError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import { makeLiveCardStore } from '../postgres/live-cards.ts'
import type { OpenDatabase } from '../postgres/open-database.ts'
import type { Deliver } from '../postgres/tickets.ts'
import type { Loop } from '../worker/loop.ts'
import { type KeptAskedNext, keepAskedNext } from './chat/asked-next.ts'
import { countQueries, type Llm, openLlm } from './chat/llm.ts'
import { openSwitches, type Switches } from './chat/switches.ts'
import { makeWebHub, type WebHub } from './chat/web-hub.ts'
import { deliverToPlatform, type ExchangeSettings } from './exchange/exchange.ts'
import type { Inbox } from './inbox.ts'
import { composeInbox, type Door, makeDoor } from './incoming.ts'
import { cacheIn, makeRemoteVectors, type RemoteVectors } from './knowledge/embedding.ts'
import { type KnowledgeService, makeKnowledgeService } from './knowledge/knowledge.ts'
import { vectorStand } from './knowledge/vector-state.ts'
import { composeLark, type LarkSide } from './lark/lark.ts'
import { addVectorGauge, type Metrics, makeMetrics } from './metrics.ts'
import { composeOutbox } from './outbox.ts'
import { makeDeliver } from './tickets/deliver.ts'
import type { TicketWorld } from './tickets/tickets.ts'
import { openWorkRules } from './tickets/work-rules.ts'

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
}> &
  Door

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
  const inbox = composeInbox({
    db,
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
    outbox: composeOutbox({ db, lark, exchange, world, log }),
    ...makeDoor(inbox, { db, metrics, announce: config.role !== 'all' }),
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
