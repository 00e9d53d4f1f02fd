// A change as the page shows it: a line of a list, the whole of it, and what editing begins with.
import { DomainError } from '../../kernel/errors.ts'
import type { StaffId } from '../../kernel/ids.ts'
import {
  actsFor,
  CHANGE_STATES,
  type Change,
  type ChangeAct,
  type ChangeActor,
  type ChangeState,
  isPending,
} from '../../knowledge/change/change.ts'
import { compareItems } from '../../knowledge/change/compare.ts'
import type { ItemDraft } from '../../knowledge/change/fields.ts'
import type {
  ChangesPerformed,
  ChecksOut,
  CodedDraft,
  SeenChange,
} from '../../knowledge/change/ports.ts'
import { auditName, type StaffMember } from '../../staff/staff.ts'
import { type AuditEntry, entryOf } from './parts.ts'
import type { ChangeLineWire, ChangeWire, EditWire } from './wire-changes.ts'

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
  /** @returns its id */
  add: (
    change: Pick<Change, 'code' | 'item' | 'base' | 'baseDigest' | 'reason' | 'author'>,
    entry: (id: string) => AuditEntry,
  ) => Promise<string>
  check: (drafts: readonly CodedDraft[]) => Promise<ChecksOut>
  save: (
    asked: SeenChange,
    content: Readonly<{ item: ItemDraft; reason: string }>,
    actor: ChangeActor,
  ) => Promise<ChangesPerformed>
  perform: (
    act: Exclude<ChangeAct, 'save'>,
    given: Readonly<{ asked: readonly SeenChange[]; note: string }>,
    actor: ChangeActor,
  ) => Promise<ChangesPerformed>
  /** Whether nobody else is there who could approve. */
  isOnlyApprover: (id: StaffId) => Promise<boolean>
  /** How the log names people, in words. */
  names: () => Promise<(actor: string) => string>
}>

/** Who acts, as `change.ts` asks. */
export async function changeActorOf(
  { isOnlyApprover }: Pick<ChangesDeps, 'isOnlyApprover'>,
  { id, roles }: StaffMember,
): Promise<ChangeActor> {
  return { id, roles, isOnlyApprover: await isOnlyApprover(id) }
}

/** What the audit says of a new change. */
export const creationBy = (staff: StaffMember) => (id: string) =>
  entryOf(staff, 'knowledge.change.create', `change:${id}`)

/** What editing an item begins with. Throws `not_found` for a code that is not in force. */
export async function editWire(
  deps: ChangesDeps,
  code: string,
  staff: StaffMember,
): Promise<EditWire> {
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

/** In the order given. Only a change that is pending can have been overtaken (`movedOn`). */
export async function linesOf(
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
    author: nameOf(auditName(author)),
    isMine: author === staff.id,
    revision,
    updatedAt: change.updatedAt.toISOString(),
    movedOn,
    fields: compareItems(base, item).map(({ label }) => label),
  }
}

/** With what this person may do with it: nothing that hands it on while it has problems. */
export async function changeWire(
  deps: ChangesDeps,
  change: Change,
  staff: StaffMember,
): Promise<ChangeWire> {
  const [nameOf, current, steps, actor] = await Promise.all([
    deps.names(),
    deps.current(change.code),
    deps.steps(change.id),
    changeActorOf(deps, staff),
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
