// `eval FILE…`: questions and dialogues in, results and a table out (contract: design §8).
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { checksumOf } from '../../compose/knowledge/publish.ts'
import { type Assistant, makeAssistant } from '../assistant.ts'
import { knowledgeOption } from '../knowledge-dir.ts'
import { compareLines } from './compare.ts'
import { fitLines } from './fit.ts'
import { reportLines } from './report.ts'
import { type EvalLine, evalLine, type Judged, judge, type LineResult } from './rows.ts'
import { runLine } from './run.ts'
import { readRun, type Settings, saveRun } from './saved-run.ts'

type Options = Readonly<{
  out?: string
  embeddings: 'hash' | 'openai'
  llm: 'off' | 'on'
  knowledge: string
  compare?: boolean
  fit?: boolean
  confusions?: boolean
  fresh?: boolean
}>

export function evalCommand(): Command {
  return new Command('eval')
    .description('在内存中的知识库上评测问题文件')
    .argument('<files...>')
    .option('--out <file>', '结果写入的 JSONL 文件；标签、指标和设置写在旁边的 .run.json')
    .addOption(
      new Option('--embeddings <provider>', '向量来源').choices(['hash', 'openai']).default('hash'),
    )
    .addOption(new Option('--llm <switch>', '语言模型').choices(['off', 'on']).default('off'))
    .option('--compare', '比较两次评测的结果文件：指标之差，改对、改错和变化的问题')
    .option('--fit', '在给定问题上拟合向量权重')
    .option('--confusions', '列出全部答错的问题')
    .option('--fresh', '重新构建知识库，不用上次构建的结果')
    .addOption(knowledgeOption())
    .action(async (files: string[], options: Options) => {
      if (options.compare === true) print(await compare(files))
      else await evaluate(files, options)
    })
}

async function compare(files: readonly string[]): Promise<string[]> {
  const [a, b, ...more] = files
  if (a === undefined || b === undefined || more.length > 0) {
    throw new Error('--compare 需要正好两个结果文件')
  }
  return compareLines(await readRun(a), await readRun(b))
}

async function evaluate(files: readonly string[], options: Options): Promise<void> {
  const assistant = await makeAssistant({
    dir: options.knowledge,
    embeddings: options.embeddings,
    llm: options.llm,
    fresh: options.fresh === true,
    progress: (line) => process.stderr.write(`${line}\n`),
  })
  if (options.fit === true) {
    const lines = (await Promise.all(files.map(readLines))).flat()
    print(await fitLines(assistant, lines))
    return
  }
  const results: LineResult[] = []
  const rows: Judged[] = []
  for (const file of files) {
    for (const line of await readLines(file)) {
      const result = await runLine(assistant, line)
      results.push(result)
      rows.push(...judge(line, result, basename(file)))
    }
  }
  if (options.out !== undefined) {
    await saveRun(options.out, { results, rows, settings: settingsOf(assistant, files) })
  }
  const items = new Map<string, { name: string; section: string }>(
    assistant.snapshot.base.items.map((item) => [item.code, item]),
  )
  print(reportLines(rows, { items, confusions: options.confusions === true }))
}

function settingsOf(assistant: Assistant, files: readonly string[]): Settings {
  return {
    date: assistant.now().toISOString(),
    files: files.map((file) => basename(file)),
    knowledge: checksumOf(assistant.snapshot.base),
    embeddings: assistant.models.embedding,
    vectorWeight: assistant.vectorWeight,
    llm: assistant.models.chat,
    targetError: assistant.policy.targetError,
  }
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function readLines(file: string): Promise<EvalLine[]> {
  const text = await readFile(file, 'utf8')
  return text
    .split('\n')
    .map((line, n) => ({ line: line.trim(), n: n + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, n }) => parseLine(line, `${file} 第 ${n} 行`))
}

function parseLine(line: string, where: string): EvalLine {
  try {
    return evalLine.parse(JSON.parse(line))
  } catch (cause) {
    throw new Error(`${where} 不是有效的评测行`, { cause })
  }
}
