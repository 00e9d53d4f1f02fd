// `knowledge check`: validates the folder; the last line is the count, exit 1 on any error.
import { Command } from 'commander'
import { loadKnowledgeFolder } from '../files/knowledge-folder.ts'
import { publishCommand } from './knowledge-publish.ts'

export function knowledgeCommand(): Command {
  const command = new Command('knowledge').description('知识库文件')
  command
    .command('check')
    .description('校验全部文件')
    .option('--knowledge <dir>', '知识库目录', 'knowledge')
    .action(async (options: { knowledge: string }) => {
      const loaded = await loadKnowledgeFolder(options.knowledge)
      const problems = loaded.kind === 'invalid' ? loaded.problems : []
      for (const { file, path, reason } of problems) {
        process.stdout.write(`${file}: ${path}: ${reason}\n`)
      }
      const items = loaded.kind === 'ok' ? loaded.base.items.length : 0
      const sections = loaded.kind === 'ok' ? loaded.base.sections.length : 0
      process.stdout.write(`${items} items, ${sections} sections, ${problems.length} errors\n`)
      if (problems.length > 0) process.exitCode = 1
    })
  command.addCommand(publishCommand())
  return command
}
