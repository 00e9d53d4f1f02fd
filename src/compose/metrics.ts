// What Prometheus reads. Gauges are asked of the store when they are scraped, so they are true for
// the whole installation, whichever process answers.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { singleFlight } from '../kernel/single-flight.ts'
import { localDate } from '../kernel/working-time.ts'
import type { Connection } from '../postgres/database.ts'
import { backlog } from '../postgres/lease.ts'
import { readRoster } from '../postgres/staff.ts'
import { isUp, openTicketCounts, waitingTickets } from '../postgres/status.ts'
import { unattended } from '../ticket/unattended.ts'
import type { VectorStand } from './knowledge/vector-state.ts'

export type Metrics = Readonly<{
  registry: Registry
  stored: Counter<'channel'>
  answered: Counter<'decision'>
  answerSeconds: Histogram
}>

/**
 * One for each process: its registry refuses a second metric of the same name. `now` is the clock of
 * tickets, by whose date people are away.
 */
export function makeMetrics(db: Connection, now: () => Date): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  storeGauge(db, registers)
  backlogGauges(db, registers)
  ticketGauges(db, now, registers)
  return {
    registry,
    stored: new Counter({
      name: 'zhuqi_incoming_total',
      help: 'Events stored, by channel',
      labelNames: ['channel'],
      registers,
    }),
    answered: new Counter({
      name: 'zhuqi_decisions_total',
      help: 'Turns decided, by kind of decision',
      labelNames: ['decision'],
      registers,
    }),
    answerSeconds: new Histogram({
      name: 'zhuqi_answer_seconds',
      help: 'Time to understand, retrieve, decide and compose one turn',
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
  }
}

/** Whether this process compares questions with the vectors that its settings ask for. */
export function addVectorGauge({ registry }: Metrics, stand: () => VectorStand | null): void {
  new Gauge({
    name: 'zhuqi_vectors_in_use',
    help: '1 while questions are compared with vectors of the model that the settings name; 0 while built-in ones or words alone stand in',
    labelNames: ['wanted', 'stored'],
    registers: [registry],
    collect() {
      this.reset()
      const now = stand()
      if (now === null) return
      const { used, wanted, stored } = now
      this.set({ wanted, stored }, used === 'wanted' ? 1 : 0)
    },
  })
}

/** Whether the store answers; its other figures are absent while it does not, never wrong. */
function storeGauge(db: Connection, registers: Registry[]): void {
  new Gauge({
    name: 'zhuqi_store_up',
    help: '1 while the database answers; without it the figures of backlog and tickets are absent',
    registers,
    async collect() {
      this.set((await isUp(db)) ? 1 : 0)
    },
  })
}

type Figure = Readonly<{ name: string; help: string; read: () => Promise<number> }>

function gaugeOf({ name, help, read }: Figure, registers: Registry[]): void {
  new Gauge({
    name,
    help,
    registers,
    async collect() {
      const value = await read().catch(() => null)
      if (value === null) this.remove()
      else this.set(value)
    },
  })
}

function backlogGauges(db: Connection, registers: Registry[]): void {
  const tables = { inbox: 'inbox_entry', outbox: 'outbox_entry' } as const
  for (const [name, table] of Object.entries(tables)) {
    // The gauges of a scrape, and of scrapes at the same time, are of one reading.
    const readAll = singleFlight(() => backlog(db, table))
    const gauge = (suffix: string, help: string, of: 'waiting' | 'oldestSeconds' | 'dead') => {
      const read = async () => (await readAll())[of]
      gaugeOf({ name: `zhuqi_${name}_${suffix}`, help, read }, registers)
    }
    gauge('waiting', `Entries of the ${name} that are not done`, 'waiting')
    gauge('oldest_seconds', `Age of the oldest open entry of the ${name}`, 'oldestSeconds')
    gauge('dead', `Dead letters of the ${name}; a person has to look at them`, 'dead')
  }
}

function ticketGauges(db: Connection, now: () => Date, registers: Registry[]): void {
  const readOpen = singleFlight(() => openTicketCounts(db))
  new Gauge({
    name: 'zhuqi_tickets_open',
    help: 'Tickets that are not at an end, by state',
    labelNames: ['state'],
    registers,
    async collect() {
      const counts = await readOpen().catch(() => null)
      this.reset()
      for (const [state, count] of counts?.byState ?? []) this.set({ state }, count)
    },
  })
  gaugeOf(
    {
      name: 'zhuqi_tickets_unowned',
      help: 'Open tickets without an owner',
      read: async () => (await readOpen()).unowned,
    },
    registers,
  )
  gaugeOf(
    {
      name: 'zhuqi_tickets_unattended',
      help: 'Open tickets that nobody who is there could move on',
      read: async () => {
        const today = localDate(now())
        const found = unattended(await waitingTickets(db), await readRoster(db, today), today)
        return found.reduce((sum, one) => sum + one.waiting.count, 0)
      },
    },
    registers,
  )
}
