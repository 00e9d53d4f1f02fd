// `ticket export` and `ticket link`: for as long as no other platform is connected, tickets are written
// off by hand, and the numbers that they get there are read back from the same workbook.
import fs from 'node:fs/promises'
import { Command } from 'commander'
import { ticketDeps } from '../compose/tickets/tickets.ts'
import { writeWorkbook } from '../files/workbook.ts'
import { readWorkbook } from '../files/workbook-read.ts'
import type { Tx } from '../postgres/database.ts'
import { writeAudit } from '../postgres/desk/audit.ts'
import { ticketsToTranscribe } from '../postgres/ticket-export.ts'
import type { CommandOf } from '../ticket/command.ts'
import { PLATFORM } from '../ticket/exchange.ts'
import { perform } from '../ticket/perform.ts'
import { refusalText } from '../ticket/refusals.ts'
import {
  readTranscribed,
  TRANSCRIPTION_COLUMNS,
  type TranscribedNumber,
  transcriptionRow,
} from '../ticket/transcription.ts'
import { cliActor } from './actor.ts'
import { type CliWorld, withTicketWorld } from './with-world.ts'

export function exportCommand(): Command {
  return new Command('export')
    .description('导出待转录的诉求工单（Excel）；举报件和平台转入的工单不导出')
    .requiredOption('--out <file>', '导出到这个文件')
    .option('--all', '也导出已有外部单号的工单')
    .action(async ({ out, all }: { out: string; all?: boolean }) => {
      const count = await withTicketWorld((opened) => exportTickets(opened, out, all ?? false))
      process.stdout.write(`已导出 ${count} 件到 ${out}\n`)
    })
}

/** @param all also those that have a number elsewhere. @returns how many stand in `out` */
export async function exportTickets(
  { database: { db }, world }: CliWorld,
  out: string,
  all: boolean,
): Promise<number> {
  const tickets = await ticketsToTranscribe(db, all ? 'all' : 'unlinked')
  const { districts, items } = world.base()
  const names = {
    district: (code: string) => districts.find((one) => one.code === code)?.name ?? code,
    item: (code: string) => `${code} ${items.find((one) => one.code === code)?.name ?? ''}`.trim(),
  }
  const bytes = await writeWorkbook({
    sheet: '待转录工单',
    columns: TRANSCRIPTION_COLUMNS,
    rows: tickets.map((ticket) => transcriptionRow(ticket, names)),
  })
  await writeAudit(db, {
    actor: cliActor(),
    action: 'ticket.export',
    subject: `tickets:${tickets.length}`,
  })
  await fs.writeFile(out, bytes)
  return tickets.length
}

export function linkCommand(): Command {
  return new Command('link')
    .description('读回转录后的工作簿，把「外部单号」列登记到工单')
    .argument('<file>', '导出后填好外部单号的 .xlsx 文件')
    .option('--system <name>', '外部平台的名称', PLATFORM)
    .action(async (file: string, { system }: { system: string }) => {
      const read = await readWorkbook(await fs.readFile(file))
      const found = read.ok ? readTranscribed(read.rows) : read
      if (!found.ok) throw new Error(`${file}：${found.reason}`)
      for (const row of found.unreadable) complain(row, '编号或者外部单号无法识别')
      const linked = await withTicketWorld((opened) => linkTickets(opened, found.pairs, system))
      process.stdout.write(`已登记 ${linked} 件外部单号\n`)
    })
}

/** Complains of rows that are refused. @returns how many numbers are new */
export async function linkTickets(
  { database: { db }, world }: CliWorld,
  pairs: readonly TranscribedNumber[],
  system: string,
): Promise<number> {
  let linked = 0
  for (const { row, number, external } of pairs) {
    const command = { kind: 'link_external', system, number: external } as const
    const done = await db.transaction().execute((tx) => link(world, tx, number, command))
    if (done === 'linked') linked++
    else if (done !== 'known') complain(row, done.refused)
  }
  return linked
}

/** `known`: the ticket has this number already. */
async function link(
  world: CliWorld['world'],
  tx: Tx,
  ticketNumber: string,
  command: CommandOf<'link_external'>,
): Promise<'linked' | 'known' | Readonly<{ refused: string }>> {
  const deps = ticketDeps(world, tx)
  const found = await deps.reads.byNumber(ticketNumber)
  if (found === null) return { refused: `没有编号为 ${ticketNumber} 的工单` }
  const { ticket } = found
  if (ticket.external?.number === command.number) return 'known'
  const done = await perform(deps, ticket.id, command, { kind: 'system' })
  if (!done.ok) {
    return { refused: done.code === 'unknown' ? '没有这件工单' : refusalText(done.code, ticket) }
  }
  const subject = `ticket:${ticket.id}`
  await writeAudit(tx, { actor: cliActor(), action: 'ticket.link_external', subject })
  return 'linked'
}

function complain(row: number, reason: string): void {
  process.exitCode = 1
  process.stderr.write(`第 ${row} 行：${reason}\n`)
}
