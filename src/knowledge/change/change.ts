// A change (改动) to one item: drafted by one person, approved by a second, laid over the files with
// the next publish. Pure: what may happen to a change, and what stands against it.
import type { StaffId } from '../../kernel/ids.ts'
import { type Action, may, type StaffRole } from '../../staff/permissions.ts'
import type { ItemDraft } from './fields.ts'

export const CHANGE_STATES = [
  'editing',
  'submitted',
  'sent_back',
  'approved',
  'published',
  /** The files, or a later change, say the same: it is laid over them no longer. */
  'absorbed',
  'withdrawn',
] as const
export type ChangeState = (typeof CHANGE_STATES)[number]

/** What people do to a change; to be published and absorbed happens to it. */
export const CHANGE_ACTS = ['save', 'submit', 'approve', 'send_back', 'withdraw', 'rebase'] as const
export type ChangeAct = (typeof CHANGE_ACTS)[number]

export type Change = Readonly<{
  id: string
  code: string
  state: ChangeState
  item: ItemDraft
  /** The item that it was made from, and the digest of that. */
  base: ItemDraft
  baseDigest: string
  /** 改动说明 */
  reason: string
  author: StaffId
  /** Counts up with every step: nobody decides on a text that they have not seen. */
  revision: number
  createdAt: Date
  updatedAt: Date
}>

type Row = Readonly<{ from: readonly ChangeState[]; to: ChangeState; needs: Action }>

const DRAFTED = ['editing', 'sent_back'] as const
const PENDING = [...DRAFTED, 'submitted'] as const

const ACTS: Readonly<Record<ChangeAct, Row>> = {
  save: { from: DRAFTED, to: 'editing', needs: 'knowledge.draft' },
  submit: { from: DRAFTED, to: 'submitted', needs: 'knowledge.draft' },
  rebase: { from: PENDING, to: 'editing', needs: 'knowledge.draft' },
  withdraw: { from: [...PENDING, 'approved'], to: 'withdrawn', needs: 'knowledge.draft' },
  approve: { from: ['submitted'], to: 'approved', needs: 'knowledge.approve' },
  send_back: { from: ['submitted', 'approved'], to: 'sent_back', needs: 'knowledge.approve' },
}

/** What an act needs of whoever does it, whatever its change. */
export const neededFor = (kind: ChangeAct): Action => ACTS[kind].needs

export type ChangeActor = Readonly<{
  id: StaffId
  roles: readonly StaffRole[]
  /** Nobody else could approve. */
  isOnlyApprover: boolean
}>

export type ChangeRefusal =
  | 'not_permitted'
  | 'not_author'
  | 'own_change'
  | 'wrong_state'
  | 'moved_on'
  | 'built_upon'

/** What the change is about, as it is without it. */
export type Facts = Readonly<{
  currentDigest: string | null
  /** A later change that was made on this one is in force: taken back, it would stay in there. */
  isBuiltUpon: boolean
}>

/** @returns the state that the act leads to, or why it may not be done */
export function act(
  change: Pick<Change, 'state' | 'author' | 'baseDigest'>,
  kind: ChangeAct,
  actor: ChangeActor,
  { currentDigest, isBuiltUpon }: Facts,
): Readonly<{ ok: true; state: ChangeState }> | Readonly<{ ok: false; code: ChangeRefusal }> {
  const { from, to, needs } = ACTS[kind]
  const isApprover = may(actor.roles, 'knowledge.approve')
  const isAuthor = change.author === actor.id
  const refusals: readonly (readonly [boolean, ChangeRefusal])[] = [
    [!may(actor.roles, needs), 'not_permitted'],
    [!from.includes(change.state), 'wrong_state'],
    [kind === 'withdraw' && change.state === 'approved' && !isApprover, 'not_permitted'],
    [
      needs === 'knowledge.draft' && !isAuthor && !(kind === 'withdraw' && isApprover),
      'not_author',
    ],
    [kind === 'approve' && isAuthor && !actor.isOnlyApprover, 'own_change'],
    [change.state === 'approved' && isBuiltUpon, 'built_upon'],
    [MOVED_ON_MATTERS.includes(kind) && change.baseDigest !== currentDigest, 'moved_on'],
  ]
  const refused = refusals.find(([isSo]) => isSo)
  return refused === undefined ? { ok: true, state: to } : { ok: false, code: refused[1] }
}

const MOVED_ON_MATTERS: readonly ChangeAct[] = ['submit', 'approve']

/** What this person can do with it now; for the buttons. */
export const actsFor = (
  change: Pick<Change, 'state' | 'author' | 'baseDigest'>,
  actor: ChangeActor,
  facts: Facts,
): readonly ChangeAct[] => CHANGE_ACTS.filter((kind) => act(change, kind, actor, facts).ok)

/** Still in somebody's hands. */
export const isPending = (state: ChangeState): boolean =>
  (PENDING as readonly ChangeState[]).includes(state)
