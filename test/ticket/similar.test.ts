import { describe, expect, test } from 'vitest'
import { asId, type ContactId, type ItemCode } from '../../src/kernel/ids.ts'
import { withBackground } from '../../src/ticket/background.ts'
import { findWave, similarTickets } from '../../src/ticket/similar.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import { aTicket, instant, ticketId } from '../builders/ticket.ts'

let next = 0
function aMatter(title: string, overrides: Partial<Ticket> = {}): Ticket {
  next++
  return aTicket({
    id: ticketId(`m${next}`),
    title,
    description: '',
    itemCode: null,
    creditCode: null,
    contactId: asId<ContactId>(`c${next}`),
    enterpriseName: `示例${next}号有限公司`,
    ...overrides,
  })
}

const POWER = '园区停电两天了，冷库里的货要坏'

describe('the same matter again', () => {
  test('of the same enterprise in other words', () => {
    const first = aMatter(POWER, { creditCode: '91330900MA2A00007H' })
    const again = aMatter('园区停电，冷库的货快坏了', { creditCode: '91330900MA2A00007H' })
    const [found] = similarTickets(again, [first])
    expect(found).toMatchObject({ ticket: { id: first.id }, sameRequester: true })
    expect(found?.reason).toMatch(/^同一企业，内容相似 \d+%$/u)
  })

  test('is told by what was written, not by what was said in the chat before it', () => {
    const talk = ['问：公司注销登记怎么办', '答：公司注销登记·办理流程', '问：转人工']
    const told = (title: string) =>
      aMatter(title, {
        description: withBackground(title, talk),
        creditCode: '91330900MA2A00007H',
      })
    expect(similarTickets(told('营业执照丢了怎么补办'), [told(POWER)])).toEqual([])
    expect(similarTickets(told('园区停电，冷库的货快坏了'), [told(POWER)])).toHaveLength(1)
  })

  test('another matter of the same enterprise is not', () => {
    const first = aMatter(POWER, { creditCode: '91330900MA2A00007H' })
    const other = aMatter('营业执照丢了怎么补办', { creditCode: '91330900MA2A00007H' })
    expect(similarTickets(other, [first])).toEqual([])
  })

  test('the same item brings two matters nearer', () => {
    const itemCode = asId<ItemCode>('GGSS-002')
    const one = aMatter('高压用电增容等了很久', { itemCode })
    const other = aMatter('申请高压增容等了一个月', { itemCode })
    const [found] = similarTickets(other, [one, aMatter('高压锅炉检验预约')])
    expect(found?.ticket.id).toBe(one.id)
    expect(found?.reason).toContain('同一事项 GGSS-002')
  })

  test('the likest comes first, and no more than asked for', () => {
    const many = [aMatter('园区停电了'), aMatter(POWER), aMatter(`${POWER}了`)]
    const found = similarTickets(aMatter(POWER), many, 2)
    expect(found.map((one) => one.ticket.id)).toEqual([many[1]?.id, many[2]?.id])
  })

  test('who left no name is not held to be who left none before', () => {
    const nameless = { enterpriseName: null, contactId: null }
    const [found] = similarTickets(aMatter(POWER, nameless), [aMatter(POWER, nameless)])
    expect(found).toMatchObject({ sameRequester: false })
  })

  test('nothing is like nothing', () => {
    expect(similarTickets(aMatter(''), [aMatter('')])).toEqual([])
  })
})

describe('waves', () => {
  const at = (hour: number) => instant(`2026-11-25 ${String(hour).padStart(2, '0')}:00`)
  const wave = Array.from({ length: 5 }, (_, index) =>
    aMatter(POWER, { registeredAt: at(8 + index) }),
  )
  const newest = wave[4]!
  const since = at(0)

  test('many enterprises with one problem are one, led by the eldest', () => {
    const found = findWave(newest, wave, since, 5)
    expect(found).toMatchObject({ enterprises: 5, lead: { id: wave[0]?.id } })
    expect(found?.members).toHaveLength(5)
  })

  test('grows by an enterprise that is not in it yet, and by nobody else', () => {
    expect(findWave(newest, wave, since, 5)?.grown).toBe(true)
    const again = aMatter(POWER, {
      registeredAt: at(13),
      enterpriseName: wave[0]?.enterpriseName ?? null,
    })
    expect(findWave(again, wave, since, 5)).toMatchObject({ enterprises: 5, grown: false })
    const nameless = aMatter(POWER, {
      registeredAt: at(13),
      enterpriseName: null,
      contactId: null,
    })
    expect(findWave(nameless, wave, since, 5)).toMatchObject({ enterprises: 5, grown: false })
  })

  test('a lead that others follow already stays the lead', () => {
    const led = wave.map((one, index) => (index === 3 ? { ...one, leadId: wave[1]!.id } : one))
    expect(findWave(newest, led, since, 5)?.lead.id).toBe(wave[1]?.id)
  })

  test('who has answered already leads none, nor does who follows another', () => {
    const [first, second, third, ...rest] = wave as [Ticket, Ticket, Ticket, ...Ticket[]]
    const answered = { ...first, state: 'resolved' } as const
    const elsewhere = { ...second, leadId: ticketId('elsewhere') }
    expect(findWave(newest, [answered, elsewhere, third, ...rest], since, 5)?.lead.id).toBe(
      third.id,
    )
    const led = [answered, { ...second, leadId: first.id }, third, ...rest]
    expect(findWave(newest, led, since, 5)?.lead.id).toBe(third.id)
  })

  test('a sealed report is of none, and leads none', () => {
    const report = { kind: 'report', sealed: true } as const
    const others = wave.slice(0, 4)
    expect(findWave({ ...newest, ...report }, others, since, 5)).toBeNull()
    const led = [{ ...wave[0]!, ...report }, ...wave.slice(1)]
    expect(findWave(newest, led, since, 4)).toMatchObject({
      enterprises: 4,
      lead: { id: wave[1]?.id },
    })
    expect(findWave(newest, led, since, 5)).toBeNull()
  })

  test('one enterprise that writes five times is none, nor are four, nor what is long past', () => {
    const one = wave.map((ticket) => ({ ...ticket, enterpriseName: '示例贸易有限公司' }))
    expect(findWave(one[4]!, one, since, 5)).toBeNull()
    expect(findWave(newest, wave.slice(1), since, 5)).toBeNull()
    expect(findWave(newest, wave, at(9), 5)).toBeNull()
  })
})
