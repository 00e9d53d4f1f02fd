// Those who play in the flows over Lark, and what an enterprise fills in.
import { creditCheckCharacter } from '../../src/ticket/enterprise.ts'
import type { Engine } from '../database.ts'
import type { Chat } from '../fakes/lark/world.ts'
import { type LarkFlow, startLarkFlow, TRIAGE_CHAT } from './harness.ts'
import { aPerson, aStaffMember, type LarkPerson } from './people.ts'

const CREDIT_BODY = '91330900MA0000000'
export const FORM = {
  enterpriseName: '示例贸易有限公司',
  creditCode: CREDIT_BODY + creditCheckCharacter(CREDIT_BODY),
  contactName: '张示例',
  phone: '13800000000',
  district: 'dinghai',
  kind: 'help',
  description: '冷库用电增容申请报了一个月,没有人回复。',
}

export type Cast = Readonly<{
  flow: LarkFlow
  zhang: LarkPerson
  wang: LarkPerson
  liu: LarkPerson
  zhao: LarkPerson
  triage: Chat
}>

/** An enterprise contact, two specialists and a dispatcher who also supervises. */
export async function aCast(engine: Engine): Promise<Cast> {
  const flow = await startLarkFlow(engine)
  const [zhang, wang, liu, zhao] = ['张示例', '王示例', '刘示例', '赵示例'].map((name) =>
    aPerson(flow, name),
  ) as [LarkPerson, LarkPerson, LarkPerson, LarkPerson]
  await flow.employ(
    aStaffMember(wang),
    aStaffMember(liu),
    aStaffMember(zhao, { roles: ['dispatcher', 'supervisor'] }),
  )
  const triage = flow.fake.world.chats.get(TRIAGE_CHAT) as Chat
  return { flow, zhang, wang, liu, zhao, triage }
}

export const toastOf = ({ toast }: Awaited<ReturnType<LarkPerson['presses']>>) =>
  String(toast?.['content'])

/** Opens a ticket as the enterprise does. @returns its number */
export async function submits(
  { zhang }: Pick<Cast, 'zhang'>,
  form: Readonly<Record<string, string>> = FORM,
): Promise<string> {
  await zhang.says('我要找人工')
  const toast = toastOf(await zhang.presses('同意并提交', form))
  const number = /ZSQS-\d{8}-\d{4}/.exec(toast)?.[0]
  if (!number) throw new Error(`no ticket: ${toast}`)
  return number
}

/** The dispatcher gives the latest ticket of the triage chat to somebody by card and form. */
export async function dispatches({ flow, zhao, triage }: Cast, to: LarkPerson): Promise<void> {
  await zhao.presses('查看工单', undefined, triage)
  await zhao.presses('派单')
  const { rows } = await flow.database.pool.query('select id from staff where lark_open_id = $1', [
    to.person.openId,
  ])
  await zhao.presses('提交', { to: rows[0].id, department: '舟山市企业综合服务中心' })
}
