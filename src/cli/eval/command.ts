// `eval FILE…`: questions and dialogues in, results and a table out (contract: design §8).
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { makeAssistant } from '../assistant.ts'
import { compareRuns } from './compare.ts'
import { fitLines } from './fit.ts'
import { reportLines } from './report.ts'
import { type EvalLine, evalLine, isDialogue, type Judged, type LineResult } from './rows.ts'
import { runLine } from './run.ts'

type Options = Readonly<{
  out?: string
  embeddings: 'hash' | 'openai'
  llm: 'off' | 'on'
  knowledge: string
  compare?: boolean
  fit?: boolean
  confusions?: boolean
}>

export function evalCommand(): Command {
  return new Command('eval')
    .description('在内存中的知识库上评测问题文件')
    .argument('<files...>')
    .option('--out <file>', '结果写入的 JSONL 文件')
    .addOption(
      new Option('--embeddings <provider>', '向量来源').choices(['hash', 'openai']).default('hash'),
    )
    .addOption(new Option('--llm <switch>', '语言模型').choices(['off', 'on']).default('off'))
    .option('--compare', '比较两次评测的结果文件')
    .option('--fit', '在给定问题上拟合向量权重')
    .option('--confusions', '列出答错的问题')
    .option('--knowledge <dir>', '知识库目录', 'knowledge')
    .action(async (files: string[], options: Options) => {
      if (options.compare === true) print(await compareRuns(files))
      else await evaluate(files, options)
    })
}

async function evaluate(files: readonly string[], options: Options): Promise<void> {
  const assistant = await makeAssistant({
    dir: options.knowledge,
    embeddings: options.embeddings,
    llm: options.llm,
    progress: (line) => process.stderr.write(`${line}\n`),
  })
  if (options.fit === true) {
    const lines = (await Promise.all(files.map(readLines))).flat()
    print(await fitLines(assistant, lines))
    return
  }
  const results: LineResult[] = []
  const judged: Judged[] = []
  for (const file of files) {
    for (const line of await readLines(file)) {
      const result = await runLine(assistant, line)
      results.push(result)
      judged.push(...judge(line, result, basename(file)))
    }
  }
  if (options.out !== undefined) {
    await writeFile(options.out, results.map((row) => `${JSON.stringify(row)}\n`).join(''))
  }
  const sectionOf = new Map<string, string>(
    assistant.snapshot.base.items.map((item) => [item.code, item.section]),
  )
  print(reportLines(judged, { sectionOf, confusions: options.confusions === true }))
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

function judge(line: EvalLine, result: LineResult, file: string): Judged[] {
  if (isDialogue(line) && 'turns' in result) {
    return line.turns.flatMap((turn, n) => {
      const turnResult = result.turns[n]
      if (turnResult === undefined) return []
      const id = `${line.id}.${n + 1}`
      return [{ id, file, question: turn.user, labels: turn, result: turnResult, inDialogue: true }]
    })
  }
  if (isDialogue(line) || 'turns' in result) return []
  return [{ id: line.id, file, question: line.q, labels: line, result, inDialogue: false }]
}
