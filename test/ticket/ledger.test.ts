import { describe, expect, test } from 'vitest'
import { canonical } from '../../src/kernel/canonical.ts'
import type { Activity } from '../../src/ticket/activity.ts'
import { LEDGER_START, type SealedActivity, seal, verifyLedger } from '../../src/ticket/ledger.ts'
import { aTicket, instant } from '../builders/ticket.ts'
import { sha256 } from '../builders/world.ts'

const ticket = aTicket()

function aLedger(): SealedActivity[] {
  const acts: Activity['act'][] = [
    { kind: 'register', ticket },
    { kind: 'note', text: '已电话联系。' },
    { kind: 'withdraw', reason: null },
  ]
  const ledger: SealedActivity[] = []
  for (const act of acts) {
    const end = ledger.at(-1) ?? LEDGER_START
    const activity = {
      ticketId: ticket.id,
      at: instant('2026-11-25 10:00'),
      actor: { kind: 'system' },
      from: null,
      to: 'created',
      act,
      timely: null,
    } as const
    ledger.push(seal(activity, end, sha256))
  }
  return ledger
}

const changed = (seq: number, change: Partial<SealedActivity>) =>
  aLedger().map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry))

test('an untouched ledger verifies, and tells its end', () => {
  const ledger = aLedger()
  expect(verifyLedger(ledger, sha256)).toEqual({
    ok: true,
    entries: 3,
    deleted: 0,
    hash: ledger[2]?.hash,
  })
  expect(verifyLedger([], sha256)).toEqual({ ok: true, entries: 0, deleted: 0, hash: '' })
})

test('the order of keys is no change', () => {
  const ledger = changed(2, { act: { text: '已电话联系。', kind: 'note' } })
  expect(verifyLedger(ledger, sha256).ok).toBe(true)
  expect(canonical({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}')
})

test('deleted words leave the chain whole', () => {
  expect(verifyLedger(changed(2, { act: null }), sha256)).toMatchObject({ ok: true, deleted: 1 })
})

describe('what does not verify', () => {
  test.each([
    [
      'words that were changed',
      changed(2, { act: { kind: 'note', text: '未联系。' } }),
      2,
      'altered_act',
    ],
    [
      'another actor',
      changed(2, { actor: { kind: 'requester', id: ticket.contactId! } }),
      2,
      'altered_entry',
    ],
    ['another time', changed(1, { at: instant('2026-11-25 10:01') }), 1, 'altered_entry'],
    ['a limit made kept', changed(3, { timely: true }), 3, 'altered_entry'],
    ['another state', changed(3, { to: 'closed' }), 3, 'altered_entry'],
    [
      'a new digest for new words',
      changed(2, { act: null, actDigest: sha256('x') }),
      2,
      'altered_entry',
    ],
    ['an entry that is missing', aLedger().filter((entry) => entry.seq !== 2), 2, 'missing_entry'],
    ['entries that changed places', [aLedger()[1]!, aLedger()[0]!], 1, 'missing_entry'],
    [
      'a ledger without its beginning',
      aLedger()
        .slice(1)
        .map((entry, index) => ({ ...entry, seq: index + 1 })),
      1,
      'altered_entry',
    ],
  ] as const)('%s', (_what, ledger, seq, fault) => {
    expect(verifyLedger(ledger, sha256)).toEqual({ ok: false, seq, fault })
  })
})
