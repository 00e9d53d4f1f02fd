// `ticket`: checking that nobody has changed what was done to tickets, and writing them off by hand.
import { Command } from 'commander'
import { sha256 } from '../compose/tickets/tickets.ts'
import { makeTicketReads } from '../postgres/ticket-reads.ts'
import { type LedgerFault, verifyTickets } from '../ticket/verify.ts'
import { exportCommand, linkCommand } from './ticket-export.ts'
import { withStore } from './with-store.ts'

const FAULT_WORDS: Readonly<Record<LedgerFault['fault'], string>> = {
  missing_entry: '缺少记录',
  altered_act: '记录内容被改动',
  altered_entry: '记录被改动或者顺序被调换',
  other_end: '末尾记录被删除或者工单被回退',
  other_ticket: '工单内容与办理记录不一致',
}

export function ticketCommand(): Command {
  return new Command('ticket')
    .description('诉求工单')
    .addCommand(
      new Command('verify')
        .description('核验全部工单的办理记录未被改动；有问题时退出码为 1')
        .option('--json', '以 JSON 输出')
        .action(verify),
    )
    .addCommand(exportCommand())
    .addCommand(linkCommand())
}

async function verify(options: { json?: boolean }): Promise<void> {
  const { tickets, entries, deleted, faults } = await withStore(({ db }) =>
    verifyTickets({ reads: makeTicketReads(db), hash: sha256 }),
  )
  if (faults.length > 0) process.exitCode = 1
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ tickets, entries, deleted, faults })}\n`)
    return
  }
  for (const { number, seq, fault } of faults) {
    process.stdout.write(`${number} 第 ${seq} 条：${FAULT_WORDS[fault]}\n`)
  }
  const kept = deleted > 0 ? `（其中 ${deleted} 条文字已按保存期限删除）` : ''
  process.stdout.write(`${tickets} tickets, ${entries} entries${kept}, ${faults.length} faults\n`)
}
