// What other processes of the installation have done, heard of and looked for.
import { causeForLog } from '../kernel/cause.ts'
import { readDraftNotice } from '../postgres/draft-notice.ts'
import { listen, type Topic } from '../postgres/listen.ts'
import type { Parts } from './parts.ts'
import { every } from './timers.ts'

/** A notice can be missed; work that waits is looked for by its own loops. */
const LOOK_AGAIN_MS = 60_000

/** @returns a function that stops it */
export function startListening(parts: Parts): () => Promise<void> {
  const { database, inbox, outbox, hub, knowledge, switches, world, options } = parts
  const { log } = options
  const loadKnowledge = () =>
    knowledge.refresh().catch((error) => {
      log.error({ error: causeForLog(error) }, 'the new knowledge version was not loaded')
    })
  const readSettings = () =>
    Promise.all([switches.reload(), world.work.reload()]).catch((error) => {
      log.error({ error: causeForLog(error) }, 'changed settings were not read')
    })
  const lookAgain = async () => {
    await Promise.all([loadKnowledge(), readSettings()])
  }
  const on: Readonly<Partial<Record<Topic, (payload: string) => void>>> = {
    inbox: () => inbox.loop.poke(),
    outbox: () => {
      for (const loop of outbox.values()) loop.poke()
    },
    sent: (key) => hub.announce(key, { kind: 'news' }),
    draft: (payload) => {
      const { key, draft } = readDraftNotice(payload)
      hub.announce(key, { kind: 'draft', text: draft })
    },
    knowledge: () => void loadKnowledge(),
    settings: () => void readSettings(),
  }
  const stopListening = listen(database.pool, Object.keys(on) as Topic[], {
    onNotice: (topic, payload) => on[topic]?.(payload),
    onListening: () => void lookAgain(),
    onProblem: (error) => log.warn({ error: causeForLog(error) }, 'listening was interrupted'),
  })
  const stopLooking = every(LOOK_AGAIN_MS, log, lookAgain)
  return async () => {
    await Promise.all([stopListening(), stopLooking()])
  }
}
