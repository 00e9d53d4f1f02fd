import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeName, decodeValue, encodeName, encodeValue } from '../../src/lark/action-value.ts'

const word = fc.stringMatching(/^[a-z][a-z_]{0,12}$/)
const argument = fc.oneof(
  fc.string(),
  fc.integer(),
  // JSON has no infinity, and no action carries one.
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.uuid(),
)
const clicked = fc.record({
  value: fc
    .tuple(
      word,
      fc.dictionary(
        word.filter((key) => key !== 'a'),
        argument,
        { maxKeys: 4 },
      ),
    )
    .map(([a, args]) => ({ ...args, a })),
  inGroup: fc.boolean(),
})

test('an action survives the journey in a name, whatever its arguments', () => {
  fc.assert(
    fc.property(clicked, (given) => {
      const name = encodeName(given)
      if (name === null) return
      expect(name).toMatch(/^[A-Za-z0-9_.-]{1,100}$/)
      expect(decodeName(name)).toEqual(plainZero(given))
    }),
  )
})

test('an action survives the journey in a value, as an object and as text', () => {
  fc.assert(
    fc.property(clicked, (given) => {
      expect(decodeValue(encodeValue(given))).toEqual(given)
      expect(decodeValue(JSON.stringify(encodeValue(given)))).toEqual(plainZero(given))
    }),
  )
})

test('an action with two ids fits into a name', () => {
  const ticket = '0197a9f0-1111-7222-8333-0123456789ab'
  const value = { a: 'ticket_resolve', ticket, conversation: ticket.replace('0197', 'ffff') }
  const name = encodeName({ value, inGroup: true })
  expect(name?.length).toBeLessThanOrEqual(100)
  expect(decodeName(name ?? '')).toEqual({ value, inGroup: true })
})

test('an action that needs more than a hundred characters has no name', () => {
  expect(encodeName({ value: { a: 'x', text: '诉'.repeat(30) }, inGroup: false })).toBeNull()
})

test('a part added to make a name unique does not change the action', () => {
  const given = { value: { a: 'open', id: 'q1' }, inGroup: false }
  expect(decodeName(`${encodeName(given)}__2`)).toEqual(given)
})

test.each(['', 'do__', 'submit__x', 'do', 'dg__'])('%j is no action', (name) => {
  expect(decodeName(name)).toBeNull()
})

test.each([
  'do__x__k.n',
  'do__x__k.nx',
  'do__x__k.u',
  'do__x__k.uZZ',
  `do__x__k.u${'z'.repeat(25)}`,
  'do__x__k.q1',
  'do__x__.s1',
  'do__x__k',
])('an argument that is broken is left out: %s', (name) => {
  expect(decodeName(name)?.value).toEqual({ a: 'x' })
})

test('any text decodes to an action or to nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      decodeName(`do__${text}`)
      decodeValue(text)
    }),
  )
})

/** JSON and decimal text know no negative zero. */
function plainZero<T>(given: T): T {
  return JSON.parse(JSON.stringify(given)) as T
}
