// Changes to items: who drafts, who hands in, who approves. What may be done is decided by
// `knowledge/change/change.ts`; here it gets its words.
import { Hono } from 'hono'
import { z } from 'zod'
import { DomainError } from '../../kernel/errors.ts'
import {
  CHANGE_ACTS,
  CHANGE_STATES,
  type Change,
  neededFor,
} from '../../knowledge/change/change.ts'
import type { ChangesPerformed } from '../../knowledge/change/ports.ts'
import { jsonBody, queryOf } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import {
  type ChangesDeps,
  changeActorOf,
  changeWire,
  creationBy,
  editWire,
  linesOf,
} from './change-wires.ts'
import { freeText, listOf, need, paging, type StaffContext } from './parts.ts'
import type { Paged, RefusalWire } from './wire.ts'
import type { ChangeLineWire, ChangeRefusalWire, SavedWire } from './wire-changes.ts'

const AT_ONCE_MAX = 400
const DEPTH_MAX = 6
const ROWS_MAX = 300
const TEXT_MAX = 2_000
const REASON_MAX = 300

const id = z.string().regex(/^\d{1,18}$/)
const revision = z.number().int().positive()
/** What an expert types may be anything; far beyond what an item holds is nothing to store and compare. */
const draft = z
  .record(z.string().max(60), z.unknown())
  .refine((item) => isModest(item, DEPTH_MAX), '内容层级过深，或某一列表、某段文字过长')
const reason = z.string().trim().max(REASON_MAX).default('')
const addBody = z.strictObject({
  code: z.string().max(20),
  /** The item as it was when the page was opened. */
  base: draft,
  item: draft,
  reason,
})
const saveBody = z.strictObject({ revision, item: draft, reason })
const actBody = z.strictObject({
  act: z.enum(CHANGE_ACTS).exclude(['save']),
  changes: z
    .array(z.strictObject({ id, revision }))
    .min(1)
    .max(AT_ONCE_MAX)
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, '同一改动只能选一次'),
  note: reason,
})
const listQuery = z.object({
  ...paging,
  state: listOf(CHANGE_STATES),
  code: freeText(20),
  mine: z.enum(['1']).optional(),
})

export function changesApi(deps: ChangesDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.get('/', async (c) => {
    const staff = need(c, 'knowledge.read')
    const { state, code, mine, ...page } = queryOf(c, listQuery)
    const author = mine === undefined ? null : staff.id
    const { rows, total } = await deps.list({ states: state, code, author }, page)
    const lines = await linesOf(deps, rows, staff)
    const body: Paged<ChangeLineWire> = { rows: lines, total }
    return c.json(body)
  })

  app.post('/', async (c) => {
    const staff = need(c, 'knowledge.draft')
    const { code, base, item, reason } = await jsonBody(c, addBody)
    if ((await deps.current(code)) === null) throw new DomainError('not_found')
    const baseDigest = deps.digestOf(base)
    const change = { code, base, item, baseDigest, reason, author: staff.id }
    const added = await deps.add(change, creationBy(staff))
    const body: SavedWire = { id: added, revision: 1, ...(await deps.check([{ code, item }])) }
    return c.json(body, 201)
  })

  app.get('/of/:code', async (c) => {
    const staff = need(c, 'knowledge.draft')
    return c.json(await editWire(deps, c.req.param('code'), staff))
  })

  app.post('/acts', (c) => actOnAll(deps, c))

  app.get('/:id', async (c) => {
    const staff = need(c, 'knowledge.read')
    return c.json(await changeWire(deps, await theChange(deps, c), staff))
  })

  app.put('/:id', async (c) => {
    const staff = need(c, 'knowledge.draft')
    const { id, code } = await theChange(deps, c)
    const { revision, ...content } = await jsonBody(c, saveBody)
    const done = await deps.save({ id, revision }, content, await changeActorOf(deps, staff))
    if (!done.ok) return refused(c, done)
    const checked = await deps.check([{ code, item: content.item }])
    const body: SavedWire = { id, revision: done.revisions[0] ?? revision, ...checked }
    return c.json(body)
  })
  return app
}

async function theChange(deps: Pick<ChangesDeps, 'find'>, c: StaffContext): Promise<Change> {
  const given = id.safeParse(c.req.param('id'))
  const change = given.success ? await deps.find(given.data) : null
  if (change === null) throw new DomainError('not_found')
  return change
}

async function actOnAll(deps: ChangesDeps, c: StaffContext): Promise<Response> {
  const { act, changes, note } = await jsonBody(c, actBody)
  const staff = need(c, neededFor(act))
  if (act === 'send_back' && note === '') {
    throw new DomainError('invalid', { show: [{ path: 'note', reason: '请说明退回的原因' }] })
  }
  const done = await deps.perform(act, { asked: changes, note }, await changeActorOf(deps, staff))
  return done.ok ? c.json({ ok: true }) : refused(c, done)
}

type NotDone = Extract<ChangesPerformed, { ok: false }>

const REFUSALS: Readonly<Record<NotDone['refusals'][number]['code'], string>> = {
  not_permitted: '您的岗位没有此项操作权限，请联系管理员。',
  not_author: '只有起草人可以修改、提交；如需接手，请另行起草。',
  own_change: '本人起草的改动须由另一名管理员审核，请联系其他管理员。',
  wrong_state: '改动的状态已变化，不能进行此操作，请刷新后查看。',
  moved_on: '原内容已更新，请先由起草人“以最新内容为准重新核对”后再提交、审核。',
  built_upon: '此后已有在它之上的改动通过，请先退回较新的改动。',
  not_found: '没有找到该改动，请刷新后查看。',
  conflict: '改动已被更新，请刷新后查看最新内容再操作。',
}

function refused(c: StaffContext, { refusals, problems }: NotDone): Response {
  const [first] = refusals
  const text =
    first === undefined
      ? `有 ${problems.length} 处不符合要求，请按提示修改后再提交。`
      : REFUSALS[first.code]
  const status = first === undefined ? 422 : first.code === 'not_permitted' ? 403 : 409
  const body: RefusalWire & ChangeRefusalWire = {
    error: {
      code: first?.code ?? 'invalid',
      text,
      requestId: c.get('requestId'),
      ...(first === undefined && {
        details: problems.map(({ code, path, reason }) => ({
          path,
          reason: `${code} ${reason}`,
        })),
      }),
    },
    problems,
  }
  return c.json(body, status)
}

function isModest(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.length <= TEXT_MAX
  if (typeof value !== 'object' || value === null) return true
  const parts = Object.values(value)
  return depth > 0 && parts.length <= ROWS_MAX && parts.every((one) => isModest(one, depth - 1))
}
