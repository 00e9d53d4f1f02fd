// The console's API: who is signed in, and one sub-app per page. Every route but those of the first
// page asks the one permission table; a ticket is looked at only as far as its reader's sight reaches.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { requireStaff, type StaffEnv } from '../session.ts'
import { type BindingsDeps, bindingsApi } from './bindings.ts'
import { type ChangeFromDeps, changeFromApi } from './change-from.ts'
import { changesApi } from './changes.ts'
import { type DeadLettersDeps, deadLettersApi } from './dead-letters.ts'
import { type ExchangePageDeps, exchangePageApi } from './exchange.ts'
import { type FiguresDeps, figuresApi } from './figures.ts'
import { type ItemWorkbookDeps, itemWorkbookApi } from './item-workbook.ts'
import { type KnowledgeDeps, knowledgeApi } from './knowledge.ts'
import { type KnowledgeToolsDeps, knowledgeToolsApi } from './knowledge-tools.ts'
import { type LedgersDeps, ledgersApi } from './ledgers.ts'
import { type OpeningsDeps, openingsApi } from './openings.ts'
import { type OverviewDeps, overviewApi } from './overview.ts'
import { type PinsDeps, pinsApi } from './pins.ts'
import { larkSignInApi, type SessionDeps, sessionApi } from './session.ts'
import { type SettingsDeps, settingsApi } from './settings.ts'
import { type StaffDeps, staffApi } from './staff.ts'
import { type TicketsDeps, ticketsApi } from './tickets.ts'
import { type TurnsDeps, turnsApi } from './turns.ts'

export type ConsoleDeps = Readonly<{
  session: SessionDeps
  overview: OverviewDeps
  tickets: TicketsDeps
  openings: OpeningsDeps
  ledgers: LedgersDeps
  deadLetters: DeadLettersDeps
  exchange: ExchangePageDeps
  knowledge: KnowledgeDeps
  changes: ChangeFromDeps
  knowledgeTools: KnowledgeToolsDeps
  itemWorkbook: ItemWorkbookDeps
  turns: TurnsDeps
  figures: FiguresDeps
  staff: StaffDeps
  bindings: BindingsDeps
  settings: SettingsDeps
  pins: PinsDeps
}>

const BODY_BYTES_MAX = 64 * 1024
/** A whole item, twice, with all the questions that it may have. */
const ITEM_BYTES_MAX = 1024 * 1024

const WORKBOOK_BYTES_MAX = 10 * 1024 * 1024

function bytesMax(path: string): number {
  if (path.endsWith('/knowledge/workbook')) return WORKBOOK_BYTES_MAX
  return /\/knowledge\/(?:changes|answers)/u.test(path) ? ITEM_BYTES_MAX : BODY_BYTES_MAX
}

export function consoleApi(deps: ConsoleDeps): Hono {
  const app = new Hono()
  app.use((c, next) => bodyLimit({ maxSize: bytesMax(c.req.path) })(c, next))
  app.use(async function notKept(c, next) {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  const { lark, ...session } = deps.session
  app.route('/session', sessionApi({ ...session, larkSignIn: lark !== null }))
  if (lark) app.route('/lark', larkSignInApi(lark))

  const desk = new Hono<StaffEnv>()
  desk.use(requireStaff(deps.session.staffOf))
  desk.route('/', overviewApi(deps.overview))
  desk.route('/tickets', ticketsApi(deps.tickets))
  desk.route('/openings', openingsApi(deps.openings))
  desk.route('/ledgers', ledgersApi(deps.ledgers))
  desk.route('/dead-letters', deadLettersApi(deps.deadLetters))
  desk.route('/exchange', exchangePageApi(deps.exchange))
  desk.route('/knowledge/changes/from', changeFromApi(deps.changes))
  desk.route('/knowledge/changes', changesApi(deps.changes))
  desk.route('/knowledge/workbook', itemWorkbookApi(deps.itemWorkbook))
  desk.route('/knowledge', knowledgeToolsApi(deps.knowledgeTools))
  desk.route('/knowledge', knowledgeApi(deps.knowledge))
  desk.route('/turns', turnsApi(deps.turns))
  desk.route('/figures', figuresApi(deps.figures))
  desk.route('/staff', staffApi(deps.staff))
  desk.route('/bindings', bindingsApi(deps.bindings))
  desk.route('/pins', pinsApi(deps.pins))
  desk.route('/', settingsApi(deps.settings))
  app.route('/', desk)
  return app
}
