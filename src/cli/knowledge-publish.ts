// `knowledge publish`: builds a new version from the files and switches to it.
import { Command } from 'commander'
import { cacheIn, makeRemoteVectors } from '../compose/knowledge/embedding.ts'
import { makeKnowledgeService } from '../compose/knowledge/knowledge.ts'
import { makeLog } from '../compose/log.ts'
import { readConfig } from '../config/config.ts'
import type { VersionInfo } from '../knowledge/ports.ts'
import { onlyOne } from '../postgres/only-one.ts'
import { cliActor } from './actor.ts'
import { KNOWLEDGE_DIR } from './knowledge-dir.ts'
import { withStore } from './with-store.ts'

export function publishCommand(): Command {
  return new Command('publish')
    .description('把 knowledge/ 发布为新版本')
    .option('--note <text>', '本次更新的说明')
    .action(async (options: { note?: string }) => {
      const { config, secrets } = readConfig()
      const version = await withStore(async ({ db }) => {
        const service = makeKnowledgeService({
          db,
          dir: KNOWLEDGE_DIR,
          progress: (line) => process.stderr.write(`${line}\n`),
          log: makeLog('warn'),
          vectors:
            config.embedding &&
            makeRemoteVectors(config.embedding, secrets.embeddingApiKey, {
              cache: cacheIn(db),
              onQuery: () => {},
            }),
        })
        // The later of two publishes at once could switch to a version without the other's changes.
        let published: VersionInfo | null = null
        await onlyOne(db, 'publish', async () => {
          published = await service.publish(cliActor(), options.note ?? null)
        })
        return published as VersionInfo | null
      })
      if (version === null) throw new Error('已有一次发布正在进行，请等待完成后再发布')
      process.stdout.write(`已发布版本 ${version.id}（${version.itemCount} 项）\n`)
    })
}
