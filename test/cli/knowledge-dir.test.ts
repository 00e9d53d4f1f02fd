import path from 'node:path'
import { Command } from 'commander'
import { expect, test } from 'vitest'
import { askCommand } from '../../src/cli/ask.ts'
import { evalCommand } from '../../src/cli/eval/command.ts'
import { knowledgeCommand } from '../../src/cli/knowledge.ts'
import { knowledgeOption } from '../../src/cli/knowledge-dir.ts'

const SHIPPED = path.resolve(import.meta.dirname, '../../knowledge')
const sub = (name: string) => knowledgeCommand().commands.find((one) => one.name() === name)!

test.each([
  ['ask', askCommand()],
  ['eval', evalCommand()],
  ['knowledge check', sub('check')],
  ['knowledge export-changes', sub('export-changes')],
])('%s reads the folder beside the program, wherever it is called', (_, command) => {
  expect(command.opts()).toMatchObject({ knowledge: SHIPPED })
})

test.each(['--knowledge', '--dir'])('%s names another', (name) => {
  const command = new Command().addOption(knowledgeOption())
  command.parse([name, 'elsewhere'], { from: 'user' })
  expect(command.opts()).toEqual({ knowledge: 'elsewhere' })
})
