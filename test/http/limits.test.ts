import { describe, expect, test } from 'vitest'
import { addressFrom } from '../../src/http/client-address.ts'
import { makeCallerLimit, makePlaces, makeRateLimit } from '../../src/http/rate-limit.ts'

describe('an allowance', () => {
  test('may be of a day, which no minute gives back', () => {
    let now = 0
    const windowMs = 86_400_000
    const may = makeCallerLimit({ perVisitor: 2, perAddress: 3, windowMs, now: () => now })
    const asks = (visitor: string) => may({ visitor, address: 'x' })
    expect([asks('a'), asks('a')]).toEqual([true, true])
    now = windowMs - 1
    expect([asks('a'), asks('b'), asks('c')]).toEqual([false, false, false])
    now = windowMs
    expect(asks('b')).toBe(true)
  })

  test('ends after so many in a minute and begins anew with the next', () => {
    let now = 0
    const may = makeRateLimit({ most: 2, now: () => now })
    expect([may('a'), may('a'), may('a'), may('b')]).toEqual([true, true, false, true])
    now = 60_000
    expect(may('a')).toBe(true)
  })

  test('is not given back to everybody when too many keys are known: only the oldest is forgotten', () => {
    const may = makeRateLimit({ most: 1, now: () => 0, keysMax: 3 })
    for (const key of ['a', 'b', 'c', 'd']) expect(may(key)).toBe(true)
    expect([may('b'), may('c'), may('d')]).toEqual([false, false, false])
    expect(may('a')).toBe(true)
  })

  test('is shared by all visitors of one network, so that a fresh cookie gains nothing', () => {
    const may = makeCallerLimit({ perVisitor: 2, perAddress: 5, now: () => 0 })
    const fresh = Array.from({ length: 8 }, (_, n) => may({ visitor: `v${n}`, address: 'x' }))
    expect(fresh.filter(Boolean)).toHaveLength(5)
    expect(may({ visitor: 'v0', address: 'y' })).toBe(true)
  })
})

test('places are counted for each browser, for each network and for all, and given back once', () => {
  const take = makePlaces({ perVisitor: 1, perAddress: 2, inAll: 3 })
  const may = (visitor: string, address: string) => take({ visitor, address })
  const first = may('a', 'x')
  expect([first, may('a', 'y')]).toEqual([expect.any(Function), null])
  expect([may('b', 'x'), may('c', 'x')]).toEqual([expect.any(Function), null])
  expect([may('d', 'y'), may('e', 'z')]).toEqual([expect.any(Function), null])
  first?.()
  first?.()
  expect([may('e', 'z'), may('f', 'z')]).toEqual([expect.any(Function), null])
})

describe('the address of a client', () => {
  test.each([
    ['203.0.113.9', null, '203.0.113.9'],
    ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['172.18.0.5', 'forged, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['::ffff:10.0.0.3', '10.2.2.2', '10.2.2.2'],
    ['::1', '', '0:0:0:0'],
    ['127.0.0.1', '198.51.100.1:51234', '198.51.100.1'],
    ['127.0.0.1', '198.51.100.1:51234, 10.0.0.2:80', '198.51.100.1'],
    ['127.0.0.1', '[2001:db8:1:2::9]:51234', '2001:db8:1:2'],
    ['127.0.0.1', '[2001:db8:1:2::9]', '2001:db8:1:2'],
    ['2001:db8:1:2:3::9', null, '2001:db8:1:2'],
    ['2001:db8::9', null, '2001:db8:0:0'],
  ])('over %s with %s is %s', (peer, forwardedFor, address) => {
    expect(addressFrom(peer, forwardedFor)).toBe(address)
  })
})
