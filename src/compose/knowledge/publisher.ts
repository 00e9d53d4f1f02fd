// Publishing from the console: one at a time in the whole installation, in the background; how it
// goes is kept in the store, so that every process tells the same.
import { z } from 'zod'
import type { PublishWire } from '../../http/console-api/wire.ts'
import { causeForLog, causeWords } from '../../kernel/cause.ts'
import type { Log } from '../../kernel/log.ts'
import { NotPublished } from '../../knowledge/ports.ts'
import type { Connection } from '../../postgres/database.ts'
import { readSetting, saveSetting } from '../../postgres/desk/settings.ts'
import { isAtWork, onlyOne } from '../../postgres/only-one.ts'
import type { KnowledgeService } from './knowledge.ts'

const STATE = 'publish_state'
/** A folder may have more faults than fit on a page. */
const TEXT_LENGTH_MAX = 2_000
const NEVER: PublishWire = { running: false, text: null, failed: false }
const stored = z.object({ running: z.boolean(), text: z.string().nullable(), failed: z.boolean() })

export type Publisher = Readonly<{
  state: () => Promise<PublishWire>
  /**
   * @param by as the audit names people
   * @returns false when one is under way
   */
  begin: (by: string, note: string | null) => Promise<boolean>
}>

/**
 * `begin` resolves once the work has begun, and rejects where that cannot be stored; what the work
 * comes to is in `state`, and a failure of it is logged, never thrown.
 */
export function makePublisher(
  db: Connection,
  knowledge: Pick<KnowledgeService, 'publish'>,
  log: Log,
): Publisher {
  // The lock is a connection's; the embedded database has one for all.
  let busy = false

  async function run(by: string, note: string | null): Promise<void> {
    const keep = (state: PublishWire) => saveSetting(db, STATE, state, by)
    // One after the other: what it comes to is said last. A step that is not told costs nothing.
    let told = Promise.resolve()
    const progress = (text: string) => {
      told = told.then(() => keep({ running: true, text, failed: false })).catch(() => {})
    }
    try {
      const version = await knowledge.publish(by, note, progress).finally(() => told)
      await keep({ running: false, text: `已发布版本 ${version.id}`, failed: false })
    } catch (error) {
      log.error({ error: causeForLog(error) }, 'publish from the console failed')
      const text =
        error instanceof NotPublished
          ? error.message.slice(0, TEXT_LENGTH_MAX)
          : `发布未成功：${causeWords(error)}`
      await keep({ running: false, text, failed: true })
    }
  }

  return {
    state: async () => {
      const kept = stored.catch(NEVER).parse(await readSetting(db, STATE))
      if (!kept.running || busy || (await isAtWork(db, 'publish'))) return kept
      return { running: false, text: '上次发布未完成，请重新发布', failed: true }
    },
    begin: (by, note) => {
      if (busy) return Promise.resolve(false)
      busy = true
      return new Promise((resolve, reject) => {
        onlyOne(db, 'publish', async () => {
          const text = '正在发布，通常需要两三分钟'
          await saveSetting(db, STATE, { running: true, text, failed: false }, by)
          resolve(true)
          await run(by, note)
        })
          .then((mine) => resolve(mine), reject)
          .finally(() => {
            busy = false
          })
      })
    },
  }
}
