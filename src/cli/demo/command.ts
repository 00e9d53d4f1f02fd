// `demo seed`: fills an empty store with plainly fictitious tickets, for trying and showing.
import { Command } from 'commander'
import { makeSignInLink } from '../../postgres/sessions.ts'
import { makeTicketReads } from '../../postgres/ticket-reads.ts'
import { signInPath } from '../../staff/sign-in-path.ts'
import { withTicketWorld } from '../with-world.ts'
import { type DemoClock, seedDemo } from './seed.ts'

export function demoCommand(): Command {
  return new Command('demo')
    .description('演示')
    .addCommand(
      new Command('seed')
        .description('写入近两个月的演示工单和人员（均为虚构）；仅限还没有工单的库')
        .action(seed),
    )
}

async function seed(): Promise<void> {
  const now = new Date()
  const clock: DemoClock = { at: now }
  const lines = await withTicketWorld(
    async (opened) => {
      const { db } = opened.database
      const [existing] = await makeTicketReads(db).idsAfter(null, 1)
      if (existing !== undefined) {
        throw new Error('库中已有工单，不能写入演示数据；请换一个空的 DATA_DIR 或 DATABASE_URL')
      }
      const { tickets, acts, staff } = await seedDemo(opened, clock, now)
      if (tickets === 0) throw new Error('日历未覆盖近两个月，请先导入放假安排')
      const links: string[] = []
      for (const { id, name } of staff) {
        links.push(`  ${name}  ${signInPath(await makeSignInLink(db, id))}`)
      }
      return [
        `已写入 ${tickets} 件演示工单、${acts} 次办理、${staff.length} 名人员（均为虚构）`,
        '启动后可用以下路径登录（各一次有效，24 小时内）：',
        ...links,
      ]
    },
    () => clock.at,
  )
  process.stdout.write(`${lines.join('\n')}\n`)
}
