// The command line. Every command is one function; its text goes to stdout, faults to stderr.
import { Command } from 'commander'
import { refuseInChinese } from '../config/env.ts'
import { askCommand } from './ask.ts'
import { demoCommand } from './demo/command.ts'
import { evalCommand } from './eval/command.ts'
import { knowledgeCommand } from './knowledge.ts'
import { staffCommand } from './staff.ts'
import { ticketCommand } from './ticket.ts'

refuseInChinese()
const program = new Command('zhuqi')
  .description('助企小舟：涉企服务助手的命令行')
  .showHelpAfterError()
  .addCommand(evalCommand())
  .addCommand(askCommand())
  .addCommand(knowledgeCommand())
  .addCommand(ticketCommand())
  .addCommand(staffCommand())
  .addCommand(demoCommand())

try {
  await program.parseAsync()
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exitCode = 1
}
