// `knowledge export-changes`: approved and published changes into the files that they are laid over,
// for a deployment that keeps its knowledge in version control.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Command } from 'commander'
import { makeLog } from '../compose/log.ts'
import { readDraft } from '../files/item-draft.ts'
import { changedItemText } from '../files/item-write.ts'
import { findItemFile } from '../files/knowledge-folder.ts'
import { changesInForce } from '../postgres/knowledge-changes.ts'
import { knowledgeOption } from './knowledge-dir.ts'
import { withStore } from './with-store.ts'

export function exportChangesCommand(): Command {
  return new Command('export-changes')
    .description('把已通过和已发布的改动写回 knowledge/ 的文件')
    .addOption(knowledgeOption())
    .action(async ({ knowledge: dir }: Readonly<{ knowledge: string }>) => {
      const changes = await withStore(({ db }) => changesInForce(db))
      // The later change of an item has the earlier one in it.
      const latest = new Map(changes.map((change) => [change.code, change]))
      const written: string[] = []
      for (const { code, item } of latest.values()) {
        const file = await findItemFile(dir, code)
        const read = readDraft(item, code)
        if (file === null || !read.ok) {
          const why = file === null ? '没有对应的文件' : '改动与当前格式不符，请重新编辑'
          makeLog('warn').warn({ code }, `${code} 未写入：${why}`)
          continue
        }
        const text = await readFile(file, 'utf8')
        const changed = changedItemText(text, read.item)
        if (changed === text) continue
        await writeFile(file, changed)
        written.push(path.relative(dir, file))
      }
      const lines = [...written, `已写入 ${written.length} 个文件，请核对后提交，再发布一次`]
      process.stdout.write(`${lines.join('\n')}\n`)
    })
}
