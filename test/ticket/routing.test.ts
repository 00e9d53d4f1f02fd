import { describe, expect, test } from 'vitest'
import { asId, type ItemCode, type StaffId } from '../../src/kernel/ids.ts'
import { CENTRE, type Roster } from '../../src/staff/staff.ts'
import { type RoutingQuestion, route, suggestStation } from '../../src/ticket/routing.ts'
import { staffId } from '../builders/ticket.ts'
import { aMember, aRoster, HOUSING, MARKET } from '../builders/world.ts'

const CODE = asId<ItemCode>('XMJS-010')
const TODAY = '2026-11-25'

function aQuestion(overrides: Partial<RoutingQuestion> = {}): RoutingQuestion {
  return {
    district: { code: 'dinghai', name: '定海区' },
    item: { code: CODE, name: '建筑工程施工许可' },
    department: HOUSING,
    section: { code: 'project', name: '项目建设', reviewRequired: false },
    excluded: [],
    date: TODAY,
    ...overrides,
  }
}

const loads = (counts: Record<string, number> = {}) =>
  new Map(Object.entries(counts).map(([id, count]) => [asId<StaffId>(id), count]))

function goesTo(roster: Roster, question = aQuestion(), counts = {}) {
  const routed = route(question, roster, loads(counts))
  return routed.kind === 'routed' ? routed.to : 'unrouted'
}

const reasons = (roster: Roster, question = aQuestion(), counts = {}) =>
  route(question, roster, loads(counts)).reasons

describe('responsibility', () => {
  const a = aMember('a', { items: [{ code: CODE, part: 'A' }], departments: [], sections: [] })
  const b = aMember('b', { items: [{ code: CODE, part: 'B' }], departments: [], sections: [] })
  const d = aMember('d', { sections: [] })
  const s = aMember('s', { departments: [] })

  test('the specialist of the item, then of the department, then of the section', () => {
    expect(goesTo(aRoster([s, d, b, a]))).toBe('a')
    expect(goesTo(aRoster([s, d, b]))).toBe('b')
    expect(goesTo(aRoster([s, d]))).toBe('d')
    expect(goesTo(aRoster([s]))).toBe('s')
  })

  test('district comes first: one of the district before a better fit of the city', () => {
    const city = aMember('c', { districts: ['city'], items: [{ code: CODE, part: 'A' }] })
    expect(goesTo(aRoster([city, s]))).toBe('s')
    expect(goesTo(aRoster([city]))).toBe('c')
  })

  test('an unknown district is the city’s', () => {
    const city = aMember('c', { districts: ['city'] })
    const question = aQuestion({ district: { code: 'city', name: '舟山市本级' } })
    expect(goesTo(aRoster([a, city]), question)).toBe('c')
  })

  test('who is of another department, section and district gets nothing', () => {
    const other = aMember('x', { departments: [MARKET], sections: ['open'] })
    const elsewhere = aMember('y', { districts: ['putuo'] })
    const clerk = aMember('z', { roles: ['dispatcher'] })
    expect(goesTo(aRoster([other, elsewhere, clerk]))).toBe('unrouted')
    expect(reasons(aRoster([other])).at(-1)).toBe('转中心调度员人工分派')
  })

  test('a question without item, department and section waits for a person', () => {
    expect(goesTo(aRoster([a]), aQuestion({ item: null, department: null, section: null }))).toBe(
      'unrouted',
    )
  })
})

describe('the department that has it', () => {
  const departmentOf = (roster: Roster, question = aQuestion()) => {
    const routed = route(question, roster, loads())
    return routed.kind === 'routed' ? routed.department : null
  }
  const centre = aMember('m', { departments: [CENTRE] })

  test('is that of the item where the specialist is of it', () => {
    expect(departmentOf(aRoster([aMember('d', { departments: [MARKET, HOUSING] })]))).toBe(HOUSING)
  })

  test('is the specialist’s own where nobody of it was found, and staff read why', () => {
    expect(departmentOf(aRoster([centre]))).toBe(CENTRE)
    expect(departmentOf(aRoster([aMember('n', { departments: [] })]))).toBe(CENTRE)
    expect(reasons(aRoster([centre]))).toContain(`专员m不是${HOUSING}人员，承办单位为${CENTRE}`)
    expect(departmentOf(aRoster([centre]), aQuestion({ department: null }))).toBe(CENTRE)
  })
})

describe('presence', () => {
  const leave = (who: string, substitute: string | null = null) => ({
    staffId: staffId(who),
    from: '2026-11-24',
    to: '2026-11-25',
    substituteId: substitute === null ? null : staffId(substitute),
  })
  const a = aMember('a', { substituteId: staffId('b') })
  const b = aMember('b', { districts: ['putuo'], departments: [], sections: [] })
  const c = aMember('c', { districts: ['putuo'], departments: [], sections: [] })

  test('leave goes to the substitute, that of the leave before the standing one', () => {
    expect(goesTo(aRoster([a, b, c], { leaves: [leave('a')] }))).toBe('b')
    expect(goesTo(aRoster([a, b, c], { leaves: [leave('a', 'c')] }))).toBe('c')
    expect(reasons(aRoster([a, b, c], { leaves: [leave('a')] }))).toContain(
      '专员a休假，由专员b代理',
    )
  })

  test('on the day after, the person is back', () => {
    expect(
      goesTo(aRoster([a, b], { leaves: [leave('a')] }), aQuestion({ date: '2026-11-26' })),
    ).toBe('a')
  })

  test('substitutes who are all away end the search, even in a circle', () => {
    const circle = [a, { ...b, substituteId: staffId('a') }]
    expect(goesTo(aRoster(circle, { leaves: [leave('a'), leave('b')] }))).toBe('unrouted')
  })

  test('who has left the centre is replaced like one on leave', () => {
    expect(goesTo(aRoster([{ ...a, active: false }, b]))).toBe('b')
    expect(goesTo(aRoster([{ ...a, active: false, substituteId: null }]))).toBe('unrouted')
  })

  test('who handled it before does not get it again', () => {
    const second = aMember('e')
    const question = aQuestion({ excluded: [staffId('a')] })
    expect(goesTo(aRoster([a, second]), question)).toBe('e')
    expect(goesTo(aRoster([a]), question)).toBe('unrouted')
  })
})

describe('duty and load', () => {
  const [a, b, c] = [aMember('a'), aMember('b'), aMember('c')]
  const duty = (who: string, district: string | null = null) => ({
    staffId: staffId(who),
    from: TODAY,
    to: TODAY,
    district,
  })

  test('the least loaded of equals, and of equal loads always the same', () => {
    expect(goesTo(aRoster([a, b, c]), aQuestion(), { a: 3, b: 1, c: 2 })).toBe('b')
    expect(goesTo(aRoster([c, b, a]))).toBe('a')
  })

  test('who is on duty comes before who has less to do', () => {
    const roster = aRoster([a, b, c], { duties: [duty('a'), duty('c')] })
    expect(goesTo(roster, aQuestion(), { a: 9, b: 0, c: 5 })).toBe('c')
    expect(goesTo(aRoster([a, b], { duties: [duty('b', 'putuo')] }), aQuestion(), { b: 1 })).toBe(
      'a',
    )
    expect(goesTo(aRoster([a, b], { duties: [duty('b', 'dinghai')] }), aQuestion(), { b: 1 })).toBe(
      'b',
    )
  })

  test('every step leaves its reason', () => {
    const roster = aRoster([a, b, c], { duties: [duty('a'), duty('c')] })
    expect(reasons(roster, aQuestion(), { a: 9, c: 5 })).toEqual([
      '属地：定海区',
      `承办单位：${HOUSING}`,
      '按值班表取当日值班专员',
      '派 专员c（在办 5 件，为同岗位中在办较少者）',
    ])
  })

  test('what the dispatch needs goes with it', () => {
    const question = aQuestion({
      section: { code: 'project', name: '项目建设', reviewRequired: true },
    })
    expect(route(question, aRoster([a]), loads())).toMatchObject({
      department: HOUSING,
      section: 'project',
      reviewRequired: true,
    })
  })
})

describe('industry service stations', () => {
  const station = (
    name: string,
    industries: string[],
    district: string | null = null,
    announced = true,
  ) => ({
    name,
    industries,
    district,
    announced,
  })
  const stations = [
    station('远洋渔业产业服务驿站', ['远洋渔业', '鱿鱼']),
    station('螺杆产业服务驿站', ['螺杆'], 'putuo'),
    station('螺杆产业服务驿站（定海）', ['螺杆'], 'dinghai'),
    station('待公布', ['油气'], null, false),
  ]

  test('by industry, in the district before elsewhere', () => {
    expect(suggestStation(stations, '我们做螺杆的', 'dinghai')?.name).toBe(
      '螺杆产业服务驿站（定海）',
    )
    expect(suggestStation(stations, '我们做螺杆的', 'daishan')?.name).toBe('螺杆产业服务驿站')
    expect(suggestStation(stations, '鱿鱼加工', 'dinghai')?.name).toBe('远洋渔业产业服务驿站')
  })

  test('one whose name is not announced is never named', () => {
    expect(suggestStation(stations, '油气贸易', 'city')).toBeNull()
    expect(suggestStation(stations, '开超市', 'city')).toBeNull()
  })
})
