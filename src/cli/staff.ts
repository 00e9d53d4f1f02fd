// `staff add`, `staff list` and `staff link`: the first people of a centre, before anybody can sign in.
import { randomUUID } from 'node:crypto'
import { Command, InvalidArgumentError } from 'commander'
import { readConfig } from '../config/config.ts'
import { asId, type StaffId } from '../kernel/ids.ts'
import { localDate } from '../kernel/working-time.ts'
import type { Tx } from '../postgres/database.ts'
import { writeAudit } from '../postgres/desk/audit.ts'
import { saveStaffUnlessLarkTaken } from '../postgres/desk/staff.ts'
import { makeSignInLink } from '../postgres/sessions.ts'
import { readRoster } from '../postgres/staff.ts'
import { STAFF_ROLES, type StaffRole } from '../staff/permissions.ts'
import { signInPath } from '../staff/sign-in-path.ts'
import { auditName, CITY_DISTRICT, type StaffMember } from '../staff/staff.ts'
import { cliActor } from './actor.ts'
import { type CliWorld, withTicketWorld } from './with-world.ts'

const list = (text: string) =>
  text
    .split(/[,，]/)
    .map((one) => one.trim())
    .filter(Boolean)

function roles(text: string): StaffRole[] {
  const given = list(text)
  const unknown = given.filter((one) => !(STAFF_ROLES as readonly string[]).includes(one))
  if (unknown.length > 0 || given.length === 0) {
    throw new InvalidArgumentError(`岗位应为 ${STAFF_ROLES.join('、')} 中的一个或多个`)
  }
  return given as StaffRole[]
}

type NewMember = Readonly<{
  roles: readonly StaffRole[]
  districts: string[]
  departments: string[]
  sections: string[]
  lark?: string
}>

export function staffCommand(): Command {
  return new Command('staff')
    .description('人员')
    .addCommand(
      new Command('add')
        .description('登记人员，并给出一次有效的登录链接')
        .argument('<name>', '姓名')
        .requiredOption('--roles <roles>', `岗位，逗号分隔：${STAFF_ROLES.join(',')}`, roles)
        .option('--districts <codes>', '属地代码，逗号分隔', list, [CITY_DISTRICT])
        .option('--departments <names>', '承办单位，逗号分隔', list, [])
        .option('--sections <codes>', '服务板块代码，逗号分隔', list, [])
        .option('--lark <open_id>', '飞书 open_id')
        .action((name: string, given: NewMember) =>
          told((opened) => addMember(opened, name, given)),
        ),
    )
    .addCommand(new Command('list').description('列出人员').action(listAll))
    .addCommand(
      new Command('link')
        .description('为一名人员生成一次有效的登录链接')
        .argument('<who>', '姓名或编号')
        .action((who: string) => told((opened) => linkMember(opened, who))),
    )
}

/** Prints what `work` comes to. */
async function told(work: (opened: CliWorld) => Promise<string>): Promise<void> {
  process.stdout.write(await withTicketWorld(work))
}

/** @returns what to say of it, with a link to sign in. @throws Error that says why it is refused */
export async function addMember(
  { database: { db }, world }: CliWorld,
  name: string,
  given: NewMember,
): Promise<string> {
  const { districts, sections } = world.base()
  requireKnown('属地', given.districts, districts)
  requireKnown('服务板块', given.sections, sections)
  const member: StaffMember = {
    id: asId<StaffId>(randomUUID()),
    name,
    roles: given.roles,
    districts: given.districts,
    departments: given.departments,
    sections: given.sections,
    items: [],
    substituteId: null,
    larkOpenId: given.lark ?? null,
    active: true,
  }
  return db.transaction().execute(async (tx) => {
    if (!(await saveStaffUnlessLarkTaken(tx, member))) {
      throw new Error('该飞书账号已登记在其他人员名下')
    }
    await note(tx, 'staff.add', member.id)
    return `已登记 ${name}（${member.id}）\n${await linkFor(tx, member.id)}`
  })
}

function requireKnown(
  what: string,
  given: readonly string[],
  known: readonly Readonly<{ code: string }>[],
): void {
  const unknown = given.filter((code) => !known.some((one) => one.code === code))
  if (unknown.length === 0) return
  const codes = known.map((one) => one.code).join('、')
  throw new Error(`没有这个${what}：${unknown.join('、')}；可用的有 ${codes}`)
}

async function listAll(): Promise<void> {
  const roster = await withTicketWorld(({ database: { db }, world }) =>
    readRoster(db, localDate(world.now())),
  )
  for (const one of roster.staff) {
    const standing = one.active ? '' : '（已停用）'
    const facts = [one.roles.join(','), one.districts.join(','), one.departments.join(',')]
    const lark = one.larkOpenId === null ? '未关联飞书' : '已关联飞书'
    process.stdout.write(`${one.id}  ${one.name}${standing}  ${facts.join('  ')}  ${lark}\n`)
  }
  process.stdout.write(`${roster.staff.length} people\n`)
}

/** @returns the link, in words. @throws Error when `who`, a name or an id, is not one person */
export async function linkMember(
  { database: { db }, world }: CliWorld,
  who: string,
): Promise<string> {
  const { staff } = await readRoster(db, localDate(world.now()))
  const found = staff.filter((one) => one.active && (one.id === who || one.name === who))
  const [member] = found
  if (member === undefined) throw new Error(`没有在岗的人员：${who}`)
  if (found.length > 1) throw new Error(`有 ${found.length} 名同名人员，请用编号：staff list`)
  return db.transaction().execute(async (tx) => {
    await note(tx, 'staff.link', member.id)
    return linkFor(tx, member.id)
  })
}

async function linkFor(tx: Tx, id: StaffId): Promise<string> {
  const { http } = readConfig().config
  // What listens on every address is reached on this machine's own.
  const host = http.host === '0.0.0.0' ? '127.0.0.1' : http.host
  const base = http.publicUrl ?? `http://${host}:${http.port}`
  const path = signInPath(await makeSignInLink(tx, id))
  return `登录链接（一次有效，24 小时内）：${base.replace(/\/+$/, '')}${path}\n`
}

const note = (tx: Tx, action: string, id: StaffId) =>
  writeAudit(tx, { actor: cliActor(), action, subject: auditName(id) })
