// Changes to items: who drafts, who hands in, who approves. What may be done is decided by
// `knowledge/change/change.ts`; here it gets its words.
import { Hono } from 'hono'
import { z } from 'zod'
import { DomainError } from '../../kernel/errors.ts'
import type { StaffId } from '../../kernel/ids.ts'
import {
  type Actor,
  actsFor,
  CHANGE_ACTS,
  CHANGE_STATES,
  type Change,
  type ChangeAct,
  type ChangeState,
  isPending,
} from '../../knowledge/change/change.ts'
import { compareItems } from '../../knowledge/change/compare.ts'
import type { ItemDraft } from '../../knowledge/change/fields.ts'
import type { Asked, ChecksOut, Draft, Performed } from '../../knowledge/change/ports.ts'
import type { StaffMember } from '../../staff/staff.ts'
import { jsonBody, queryOf } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import { auditName, listOf, need, paging, type StaffContext, textOf } from './parts.ts'
import type { Paged, RefusalWire } from './wire.ts'
import type {
  ChangeLineWire,
  ChangeRefusalWire,
  ChangeWire,
  EditWire,
  SavedWire,
} from './wire-changes.ts'

export type ChangesDeps = Readonly<{
  /** The item as the next publish would take it. */
  current: (code: string) => Promise<ItemDraft | null>
  digestOf: (item: ItemDraft) => string
  find: (id: string) => Promise<Change | null>
  list: (
    filter: Readonly<{
      states: readonly ChangeState[]
      code: string | null
      author: StaffId | null
    }>,
    page: Readonly<{ page: number; size: number }>,
  ) => Promise<Readonly<{ rows: readonly Change[]; total: number }>>
  steps: (
    id: string,
  ) => Promise<readonly Readonly<{ at: Date; actor: string; act: string; note: string }>[]>
  add: (
    change: Pick<Change, 'code' | 'item' | 'base' | 'baseDigest' | 'reason' | 'author'>,
  ) => Promise<string>
  check: (drafts: readonly Draft[]) => Promise<ChecksOut>
  save: (
    asked: Asked,
    content: Readonly<{ item: ItemDraft; reason: string }>,
    actor: Actor,
  ) => Promise<Performed>
  perform: (
    act: Exclude<ChangeAct, 'save'>,
    given: Readonly<{ asked: readonly Asked[]; note: string }>,
    actor: Actor,
  ) => Promise<Performed>
  /** Whether nobody else is there who could approve. */
  isOnlyApprover: (id: StaffId) => Promise<boolean>
  /** How the log names people, in words. */
  names: () => Promise<(actor: string) => string>
  audit: (actor: string, action: string, subject: string) => Promise<void>
}>

const AT_ONCE_MAX = 400
const DEPTH_MAX = 6
const REASON_MAX = 300

const id = z.string().regex(/^\d{1,18}$/)
const revision = z.number().int().positive()
/** What an expert types may be anything; deeper than an item goes is nothing that a store should meet. */
const draft = z
  .record(z.string().max(60), z.unknown())
  .refine((item) => isShallow(item, DEPTH_MAX), '内容层级过深')
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
  changes: z.array(z.strictObject({ id, revision })).min(1).max(AT_ONCE_MAX),
  note: reason,
})
const listQuery = z.object({
  ...paging,
  state: listOf(CHANGE_STATES),
  code: textOf(20),
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
    const added = await deps.add({ code, base, item, baseDigest, reason, author: staff.id })
    await deps.audit(auditName(staff), 'knowledge.change.create', `change:${added}`)
    const body: SavedWire = { id: added, revision: 1, ...(await deps.check([{ code, item }])) }
    return c.json(body, 201)
  })

  app.get('/of/:code', async (c) => c.json(await editWire(deps, c)))

  app.post('/acts', (c) => actOnAll(deps, c))

  app.get('/:id', async (c) => {
    const staff = need(c, 'knowledge.read')
    return c.json(await changeWire(deps, await theChange(deps, c), staff))
  })

  app.put('/:id', async (c) => {
    const staff = need(c, 'knowledge.draft')
    const { id, code } = await theChange(deps, c)
    const { revision, ...content } = await jsonBody(c, saveBody)
    const done = await deps.save({ id, revision }, content, await actorOf(deps, staff))
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

/** Who acts, as `change.ts` asks. */
export async function actorOf(
  { isOnlyApprover }: Pick<ChangesDeps, 'isOnlyApprover'>,
  { id, roles }: StaffMember,
): Promise<Actor> {
  return { id, roles, isOnlyApprover: await isOnlyApprover(id) }
}

async function actOnAll(deps: ChangesDeps, c: StaffContext): Promise<Response> {
  const { act, changes, note } = await jsonBody(c, actBody)
  const staff = need(
    c,
    act === 'approve' || act === 'send_back' ? 'knowledge.approve' : 'knowledge.draft',
  )
  if (act === 'send_back' && note === '') {
    throw new DomainError('invalid', { show: [{ path: 'note', reason: '请说明退回的原因' }] })
  }
  const own = new Set<string>()
  for (const { id } of act === 'approve' ? changes : []) {
    if ((await deps.find(id))?.author === staff.id) own.add(id)
  }
  const done = await deps.perform(act, { asked: changes, note }, await actorOf(deps, staff))
  if (!done.ok) return refused(c, done)
  for (const { id } of changes) {
    // Approved by whoever made it, since there is nobody else: the log says so.
    const action = own.has(id) ? 'knowledge.change.approve_own' : `knowledge.change.${act}`
    await deps.audit(auditName(staff), action, `change:${id}`)
  }
  return c.json({ ok: true })
}

type NotDone = Extract<Performed, { ok: false }>

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

async function editWire(deps: ChangesDeps, c: StaffContext): Promise<EditWire> {
  const staff = need(c, 'knowledge.draft')
  const code = c.req.param('code') ?? ''
  const current = await deps.current(code)
  if (current === null) throw new DomainError('not_found')
  const pending = CHANGE_STATES.filter(isPending)
  const filter = { states: pending, code, author: null }
  const { rows } = await deps.list(filter, { page: 1, size: 50 })
  const mine = rows.find(({ author, state }) => author === staff.id && state !== 'submitted')
  return {
    code,
    current,
    mine: mine === undefined ? null : await changeWire(deps, mine, staff),
    others: await linesOf(
      deps,
      rows.filter(({ id }) => id !== mine?.id),
      staff,
    ),
  }
}

async function linesOf(
  deps: ChangesDeps,
  changes: readonly Change[],
  staff: StaffMember,
): Promise<readonly ChangeLineWire[]> {
  const nameOf = await deps.names()
  return Promise.all(
    changes.map(async (change) => {
      const current = isPending(change.state) ? await deps.current(change.code) : change.base
      return lineWire(change, { staff, nameOf, movedOn: isMovedOn(deps, change, current) })
    }),
  )
}

const isMovedOn = (
  { digestOf }: Pick<ChangesDeps, 'digestOf'>,
  change: Change,
  current: ItemDraft | null,
): boolean =>
  isPending(change.state) && (current === null || digestOf(current) !== change.baseDigest)

function lineWire(
  change: Change,
  {
    staff,
    nameOf,
    movedOn,
  }: Readonly<{ staff: StaffMember; nameOf: (actor: string) => string; movedOn: boolean }>,
): ChangeLineWire {
  const { id, code, state, reason, author, revision, item, base } = change
  return {
    id,
    code,
    name: String(item['name'] ?? base['name'] ?? code),
    state,
    reason,
    author: nameOf(`staff:${author}`),
    isMine: author === staff.id,
    revision,
    updatedAt: change.updatedAt.toISOString(),
    movedOn,
    fields: compareItems(base, item).map(({ label }) => label),
  }
}

async function changeWire(
  deps: ChangesDeps,
  change: Change,
  staff: StaffMember,
): Promise<ChangeWire> {
  const [nameOf, current, steps, actor] = await Promise.all([
    deps.names(),
    deps.current(change.code),
    deps.steps(change.id),
    actorOf(deps, staff),
  ])
  const movedOn = isMovedOn(deps, change, current)
  const currentDigest = current === null ? null : deps.digestOf(current)
  const checked = isPending(change.state) ? await deps.check([change]) : { problems: [], notes: [] }
  const isBuiltUpon = currentDigest !== null && currentDigest !== deps.digestOf(change.item)
  const acts = actsFor(change, actor, { currentDigest, isBuiltUpon })
  return {
    line: lineWire(change, { staff, nameOf, movedOn }),
    item: change.item,
    changes: compareItems(change.base, change.item),
    since: movedOn ? compareItems(change.base, current ?? {}) : [],
    ...checked,
    steps: steps.map((step) => ({ ...step, at: step.at.toISOString(), actor: nameOf(step.actor) })),
    acts: checked.problems.length > 0 ? acts.filter((act) => !CHECKED.includes(act)) : acts,
    isAlone: change.author === staff.id && actor.isOnlyApprover,
  }
}

const CHECKED: readonly ChangeAct[] = ['submit', 'approve']

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((one) => isShallow(one, depth - 1))
}
