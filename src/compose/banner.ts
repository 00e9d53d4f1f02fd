// What the person who started the product needs to know: where to chat, where to work, what is off.
import { randomUUID } from 'node:crypto'
import type { Config } from '../config/config.ts'
import { asId, type StaffId } from '../kernel/ids.ts'
import type { Connection } from '../postgres/database.ts'
import { makeSignInLink } from '../postgres/sessions.ts'
import { saveStaff } from '../postgres/staff.ts'
import { activeStaff } from '../postgres/status.ts'
import { STAFF_ROLES } from '../staff/permissions.ts'
import { CITY_DISTRICT } from '../staff/staff.ts'
import type { App } from './app.ts'

const FOLDER_HINTS = {
  same: null,
  differs: 'knowledge/ 与已发布版本不同,发布:npm run cli -- knowledge publish',
  invalid: 'knowledge/ 的文件有错误,不影响已发布版本;查看:npm run cli -- knowledge check',
} as const

export async function banner(app: App, config: Config): Promise<string> {
  const { db } = app.parts.database
  const version = app.parts.knowledge.current()?.version
  const lines = ['', `助企小舟已启动(知识库版本 ${version?.id},${version?.itemCount} 项)`]
  if (app.url !== null) {
    lines.push(`  企业对话   ${app.url}/chat`)
    lines.push(`  工作台     ${await consoleUrl(app.url, db, config)}`)
  }
  lines.push(
    config.storage.kind === 'embedded'
      ? `  数据       ${config.storage.dataDir}(内置数据库;多台部署请设置 DATABASE_URL)`
      : '  数据       PostgreSQL',
  )
  lines.push(
    config.lark
      ? `  飞书       已开启(${config.lark.mode})`
      : '  飞书       未开启:设置 LARK_MODE、LARK_APP_ID 等即可接入,见 README',
  )
  lines.push(
    config.llm
      ? `  大模型     已开启(${config.llm.model})`
      : '  大模型     未开启:不影响问答;设置 LLM_BASE_URL、LLM_MODEL 可开启',
  )
  const hint = FOLDER_HINTS[await app.parts.knowledge.folderState()]
  if (hint !== null) lines.push(`  提示       ${hint}`)
  return `${lines.join('\n')}\n`
}

/** Where Lark can sign people in, the plain address; else with a link that signs in once. */
async function consoleUrl(url: string, db: Connection, config: Config): Promise<string> {
  const admin = await localAdministrator(db)
  if (admin === null || (config.lark && config.storage.kind === 'postgres')) return `${url}/console`
  return `${url}/console/enter?token=${await makeSignInLink(db, admin)}(一次有效,24 小时内)`
}

const LOCAL_NAME = '本机管理员'

/**
 * A first member of staff, so that a fresh installation can be worked with: made when there is
 * nobody, with every role, and used for the printed link only while no other administrator exists.
 */
async function localAdministrator(db: Connection): Promise<StaffId | null> {
  const staff = await activeStaff(db)
  if (staff.length === 0) {
    const id = asId<StaffId>(randomUUID())
    await saveStaff(db, {
      id,
      name: LOCAL_NAME,
      roles: STAFF_ROLES,
      districts: [CITY_DISTRICT],
      departments: ['舟山市企业综合服务中心'],
      sections: [],
      items: [],
      substituteId: null,
      larkOpenId: null,
      active: true,
    })
    return id
  }
  const local = staff.find((one) => one.name === LOCAL_NAME)
  const others = staff.filter((one) => one.administrator && one !== local)
  return local && others.length === 0 ? local.id : null
}
