import { describe, expect, test } from 'vitest'
import {
  ACTIONS,
  may,
  NO_RELATION,
  type Role,
  STAFF_ROLES,
  scopesOf,
  TICKET_ACTIONS,
} from '../../src/staff/permissions.ts'
import { mayOn, maySeePerson } from '../../src/ticket/relation.ts'
import {
  aColleague,
  aDispatchedTicket,
  aDispatcher,
  aStaffActor,
  aStranger,
  aSupervisor,
  theHandler,
  theRequester,
  theSystem,
} from '../builders/ticket.ts'

const ROLES: readonly Role[] = [...STAFF_ROLES, 'requester', 'system']
const everything = { own: true, co: true, department: true, district: true }

test('without a role nothing is allowed', () => {
  for (const action of ACTIONS) expect(may([], action, everything)).toBe(false)
})

test('a scope that is not met denies', () => {
  for (const action of ACTIONS) {
    for (const role of ROLES) {
      const anywhere = scopesOf(role, action).includes('any')
      expect(may([role], action, NO_RELATION)).toBe(anywhere)
      expect(may([role], action, everything)).toBe(scopesOf(role, action).length > 0)
    }
  }
})

describe('who has no business with tickets', () => {
  test.each(['administrator', 'auditor'] as const)('%s changes none', (role) => {
    for (const action of TICKET_ACTIONS) expect(may([role], action, everything)).toBe(false)
  })

  test('the administrator does not read them either', () => {
    expect(may(['administrator'], 'ticket.read', everything)).toBe(false)
    expect(may(['auditor'], 'ticket.read', everything)).toBe(true)
    expect(may(['auditor'], 'ticket.read_person', everything)).toBe(false)
  })

  test('who may verify a ledger may read its ticket', () => {
    for (const role of STAFF_ROLES.filter((one) => may([one], 'ledger.verify', everything))) {
      expect(may([role], 'ticket.read', everything)).toBe(true)
    }
  })
})

test('what only the enterprise may say, nobody says for it', () => {
  for (const action of ['confirm', 'dissatisfied', 'rate', 'urge', 'withdraw'] as const) {
    expect(ROLES.filter((role) => may([role], action, everything))).toEqual(['requester'])
  }
})

test('what happens by itself, nobody does by hand', () => {
  for (const action of ['auto_confirm', 'remind', 'absorb', 'resolve_with_lead'] as const) {
    expect(ROLES.filter((role) => may([role], action, everything))).toEqual(['system'])
  }
})

test('only an administrator manages people, settings and publishes', () => {
  for (const action of [
    'staff.manage',
    'settings.manage',
    'knowledge.approve',
    'knowledge.publish',
    'answer.pin',
  ] as const) {
    expect(ROLES.filter((role) => may([role], action, everything))).toEqual(['administrator'])
  }
})

describe('who sees a ticket', () => {
  const ticket = aDispatchedTicket()
  test.each([
    ['its handler', theHandler, true],
    ['another specialist', aStaffActor('s2'), false],
    [
      'another of the department',
      aStaffActor('s2', ['specialist'], { departments: ['舟山市住房和城乡建设局'] }),
      true,
    ],
    ['the dispatcher of the district', aDispatcher, true],
    [
      'the dispatcher of another',
      aStaffActor('d2', ['dispatcher'], { districts: ['putuo'] }),
      false,
    ],
    ['the supervisor of the city', aSupervisor, true],
    ['an administrator', aStaffActor('a1', ['administrator'], { districts: ['city'] }), false],
    ['an auditor', aStaffActor('a2', ['auditor']), true],
    ['its requester', theRequester, true],
    ['a colleague', aColleague, true],
    ['a stranger', aStranger, false],
    ['a timer', theSystem, false],
  ] as const)('%s: %s', (_who, actor, sees) => {
    expect(mayOn(ticket, actor, 'ticket.read')).toBe(sees)
  })

  test('internal notes are never the enterprise’s', () => {
    expect(mayOn(ticket, theRequester, 'ticket.read_internal')).toBe(false)
  })

  test('name and number are the handler’s and the dispatcher’s; of a sealed report the handler’s alone', () => {
    expect(maySeePerson(ticket, theHandler)).toBe(true)
    expect(maySeePerson(ticket, aDispatcher)).toBe(true)
    expect(maySeePerson(ticket, aSupervisor)).toBe(false)
    const sealed = { ...ticket, sealed: true }
    expect(maySeePerson(sealed, theHandler)).toBe(true)
    expect(maySeePerson(sealed, aDispatcher)).toBe(false)
  })
})
