import { expect, test } from 'vitest'
import { isOfTrade, isOfTradeOrPaper } from '../../src/conversation/intent/of-trade.ts'

test.each([
  'we want to open a small cafe near the port',
  'how to close the restaurant',
  'our shop needs a bigger kitchen',
  'can i employ my cousin from vietnam',
  'my friend will work as a cook',
  'sell my bar to a friend',
])('“%s” is about running a firm', (text) => {
  expect(isOfTrade(text)).toBe(true)
})

test.each([
  'the shop refused a refund',
  'i bought it, my shop order is late and they refuse a refund',
  'my passport is lost',
  'my friend wants to visit me',
  'where is the hotel',
  'someone fell into the sea',
])('“%s” is not', (text) => {
  expect(isOfTrade(text)).toBe(false)
})

test('the term of a paper is no danger', () => {
  expect(isOfTradeOrPaper('her visa expired, can she still work')).toBe(true)
  expect(isOfTradeOrPaper('he is not breathing')).toBe(false)
})
