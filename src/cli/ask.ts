// `ask "问题"`: one question, answered as the chat would.
import { Command } from 'commander'
import { makeAssistant } from './assistant.ts'
import { runTurn } from './eval/run.ts'
import { knowledgeOption } from './knowledge-dir.ts'

type Options = Readonly<{ json?: boolean; knowledge: string; fresh?: boolean }>

export function askCommand(): Command {
  return new Command('ask')
    .description('回答一个问题')
    .argument('<question>')
    .option('--json', '输出与 eval 相同的一行 JSON')
    .addOption(knowledgeOption())
    .option('--fresh', '重新构建知识库，不用上次构建的结果')
    .action(async (question: string, options: Options) => {
      const assistant = await makeAssistant({
        dir: options.knowledge,
        embeddings: 'hash',
        llm: 'off',
        fresh: options.fresh === true,
        progress: () => {},
      })
      const { result } = await runTurn(assistant, question, null)
      const line = options.json === true ? JSON.stringify({ id: 'ask', ...result }) : result.text
      process.stdout.write(`${line}\n`)
    })
}
