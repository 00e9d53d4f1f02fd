// `knowledge check`: validates the folder; the last line is the count, exit 1 on any error.
import { Command } from 'commander'
import { loadKnowledgeFolder } from '../files/knowledge-folder.ts'
import { loadLaws } from '../files/laws.ts'
import { localDate } from '../kernel/working-time.ts'
import { checkKnowledge } from '../knowledge/check/check.ts'
import type { Finding } from '../knowledge/check/finding.ts'
import { citations, reportContradictions } from '../knowledge/check/report.ts'
import { exportChangesCommand } from './export-changes.ts'
import { knowledgeOption } from './knowledge-dir.ts'
import { publishCommand } from './knowledge-publish.ts'

type Options = Readonly<{ knowledge: string; report?: boolean }>

const CITATIONS_SHOWN = 20

export function knowledgeCommand(): Command {
  const command = new Command('knowledge').description('知识库文件')
  command
    .command('check')
    .description('校验全部文件')
    .option('--report', '另列出名称相近、时限不一致等需要人工判断之处')
    .addOption(knowledgeOption())
    .action(async (options: Options) => {
      const { lines, errors } = await check(options)
      process.stdout.write(`${lines.join('\n')}\n`)
      if (errors > 0) process.exitCode = 1
    })
  command.addCommand(publishCommand())
  command.addCommand(exportChangesCommand())
  return command
}

async function check({ knowledge, report }: Options) {
  const loaded = await loadKnowledgeFolder(knowledge)
  if (loaded.kind === 'invalid') {
    const problems = loaded.problems.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`)
    return summed(problems, [], 0, 0)
  }
  const laws = await loadLaws(knowledge)
  if (!laws.ok) {
    const problems = laws.problems.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`)
    return summed(problems, [], loaded.base.items.length, loaded.base.sections.length)
  }
  const today = localDate(new Date())
  const problems = checkKnowledge(loaded.base, laws.value, today).map(line)
  const notes = report === true ? reportLines(loaded.base) : []
  return summed(problems, notes, loaded.base.items.length, loaded.base.sections.length)
}

function reportLines(base: Parameters<typeof citations>[0]): string[] {
  const cited = citations(base).slice(0, CITATIONS_SHOWN)
  return [
    ...reportContradictions(base).map(line),
    ...cited.map(([title, times]) => `引用 ${times} 次：《${title}》`),
  ]
}

const line = ({ where, rule, detail }: Finding) => `${where}: ${rule}: ${detail}`

function summed(
  problems: readonly string[],
  notes: readonly string[],
  items: number,
  sections: number,
) {
  const last = `${items} items, ${sections} sections, ${problems.length} errors`
  return { lines: [...notes, ...problems, last], errors: problems.length }
}
