import { expect, test } from 'vitest'
import { openWorkRules, saveNotice } from '../../../src/compose/tickets/work-rules.ts'
import { onEachEngine } from '../../database.ts'

const noticeOf = (year: number) => ({
  year,
  source: '示例通知',
  holidays: [{ name: '示例节', from: `${year}-01-01`, to: `${year}-01-03` }],
  workdays: [],
})

onEachEngine('notices of two years', (open) => {
  test('that are entered at once are both there', async () => {
    const { db, close } = await open()
    const years = [2031, 2032]
    await Promise.all(years.map((year) => saveNotice(db, noticeOf(year), 'staff:nobody')))
    const rules = await openWorkRules(db, 'knowledge')
    expect(rules.coveredYears()).toEqual(expect.arrayContaining(years))
    await close()
  })
})

onEachEngine('working rules', (open) => {
  test('that are read again and stand as they stood keep their calendar', async () => {
    const { db, close } = await open()
    const rules = await openWorkRules(db, 'knowledge')
    const before = rules.calendar()
    await rules.reload()
    expect(rules.calendar()).toBe(before)
    await saveNotice(db, noticeOf(2031), 'staff:nobody')
    await rules.reload()
    expect(rules.calendar()).not.toBe(before)
    expect(rules.coveredYears()).toContain(2031)
    await close()
  })
})
