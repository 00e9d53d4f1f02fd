import { describe, expect, test } from 'vitest'
import { asId, type StaffId } from '../../../src/kernel/ids.ts'
import {
  act,
  actsFor,
  CHANGE_ACTS,
  CHANGE_STATES,
  type ChangeAct,
  type ChangeActor,
  type ChangeState,
} from '../../../src/knowledge/change/change.ts'
import { STAFF_ROLES, type StaffRole } from '../../../src/staff/permissions.ts'

const AUTHOR = asId<StaffId>('author')
const SECOND = asId<StaffId>('second')
const facts = { currentDigest: 'd1', isBuiltUpon: false }

const changeIn = (state: ChangeState) => ({ state, author: AUTHOR, baseDigest: 'd1' })
const actor = (id: StaffId, roles: StaffRole[], isOnlyApprover = false): ChangeActor => ({
  id,
  roles,
  isOnlyApprover,
})

/** Who may do what in which state: the author, an administrator, and everybody else. */
const TABLE: Readonly<
  Record<ChangeState, Readonly<{ author: ChangeAct[]; administrator: ChangeAct[] }>>
> = {
  editing: { author: ['save', 'submit', 'withdraw', 'rebase'], administrator: ['withdraw'] },
  submitted: {
    author: ['withdraw', 'rebase'],
    administrator: ['approve', 'send_back', 'withdraw'],
  },
  sent_back: { author: ['save', 'submit', 'withdraw', 'rebase'], administrator: ['withdraw'] },
  approved: { author: [], administrator: ['send_back', 'withdraw'] },
  published: { author: [], administrator: [] },
  absorbed: { author: [], administrator: [] },
  withdrawn: { author: [], administrator: [] },
}

describe.each(CHANGE_STATES)('a change that is %s', (state) => {
  const change = changeIn(state)

  test('offers its author and an administrator what the table says', () => {
    const { author, administrator } = TABLE[state]
    expect(actsFor(change, actor(AUTHOR, ['specialist']), facts)).toEqual(author)
    expect(actsFor(change, actor(SECOND, ['administrator']), facts)).toEqual(administrator)
  })

  test('offers others nothing', () => {
    for (const role of STAFF_ROLES.filter((one) => one !== 'administrator')) {
      expect(actsFor(change, actor(SECOND, [role]), facts), role).toEqual([])
    }
    expect(actsFor(change, actor(AUTHOR, []), facts)).toEqual([])
  })
})

test('every act leads somewhere, and each refusal has its reason', () => {
  const refusal = (...given: Parameters<typeof act>) => {
    const done = act(...given)
    return done.ok ? done.state : done.code
  }
  const admin = actor(AUTHOR, ['administrator'])
  expect(refusal(changeIn('submitted'), 'approve', admin, facts)).toBe('own_change')
  expect(refusal(changeIn('submitted'), 'approve', { ...admin, isOnlyApprover: true }, facts)).toBe(
    'approved',
  )
  const moved = { ...facts, currentDigest: 'd2' }
  const second = actor(SECOND, ['administrator'])
  expect(refusal(changeIn('submitted'), 'approve', second, moved)).toBe('moved_on')
  expect(refusal(changeIn('submitted'), 'approve', second, { ...facts, currentDigest: null })).toBe(
    'moved_on',
  )
  expect(refusal(changeIn('editing'), 'submit', actor(AUTHOR, ['specialist']), moved)).toBe(
    'moved_on',
  )
  expect(refusal(changeIn('editing'), 'rebase', actor(AUTHOR, ['specialist']), moved)).toBe(
    'editing',
  )
  expect(refusal(changeIn('editing'), 'save', second, facts)).toBe('not_author')
  const builtUpon = { ...facts, isBuiltUpon: true }
  expect(refusal(changeIn('approved'), 'withdraw', second, builtUpon)).toBe('built_upon')
  expect(CHANGE_ACTS.map((one) => refusal(changeIn('published'), one, second, facts))).toEqual(
    CHANGE_ACTS.map(() => 'wrong_state'),
  )
})
