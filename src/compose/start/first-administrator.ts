// The way into the console of a fresh installation: a first member of staff, and a link for them.
import { randomUUID } from 'node:crypto'
import { asId, type StaffId } from '../../kernel/ids.ts'
import type { Connection } from '../../postgres/database.ts'
import { makeSignInLink } from '../../postgres/sessions.ts'
import { saveStaff } from '../../postgres/staff.ts'
import { type ActiveStaff, activeStaff, hasAdministratorSignedIn } from '../../postgres/status.ts'
import { STAFF_ROLES } from '../../staff/permissions.ts'
import { signInPath } from '../../staff/sign-in-path.ts'
import { CENTRE, CITY_DISTRICT } from '../../staff/staff.ts'

export type Installation = Readonly<{
  /** A server's output is kept and read by others; a machine of one's own is not. */
  shared: boolean
  larkSignIn: boolean
  /** The codes of all sections, so that the first ticket finds its way by itself. */
  sections: readonly string[]
}>

const LOCAL_NAME = '本机管理员'

/** What to print as the console's address: with a link that signs in once while there may be no other way in. */
export async function consoleAddress(
  url: string,
  db: Connection,
  installation: Installation,
): Promise<string> {
  const local = await localAdministrator(db, installation)
  if (local === null || (installation.shared && (await hasAdministratorSignedIn(db)))) {
    return `${url}/console`
  }
  return `${url}${signInPath(await makeSignInLink(db, local))}(一次有效,24 小时内)`
}

/** Made when there is nobody, with every role; null once another administrator can sign in. */
async function localAdministrator(
  db: Connection,
  { larkSignIn, sections }: Installation,
): Promise<StaffId | null> {
  const staff = await activeStaff(db)
  if (staff.length === 0) return makeLocal(db, sections)
  const local = staff.find((one) => one.name === LOCAL_NAME)
  const canSignIn = (one: ActiveStaff) => one.administrator && (one.hasLark || !larkSignIn)
  return local && !staff.some((one) => one !== local && canSignIn(one)) ? local.id : null
}

async function makeLocal(db: Connection, sections: readonly string[]): Promise<StaffId> {
  const id = asId<StaffId>(randomUUID())
  await saveStaff(db, {
    id,
    name: LOCAL_NAME,
    roles: STAFF_ROLES,
    districts: [CITY_DISTRICT],
    departments: [CENTRE],
    sections,
    items: [],
    substituteId: null,
    larkOpenId: null,
    active: true,
  })
  return id
}
