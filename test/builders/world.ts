import { createHash } from 'node:crypto'
import { asId, type ItemCode, type StaffId } from '../../src/kernel/ids.ts'
import type { Calendar } from '../../src/kernel/working-time.ts'
import type { Roster, StaffMember } from '../../src/staff/staff.ts'
import type { Opening } from '../../src/ticket/opening.ts'
import type { World } from '../../src/ticket/record.ts'
import { aCalendar, local } from './calendar.ts'

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export const HOUSING = '舟山市住房和城乡建设局'
export const MARKET = '舟山市市场监督管理局'

export function aMember(id: string, overrides: Partial<StaffMember> = {}): StaffMember {
  return {
    id: asId<StaffId>(id),
    name: `专员${id.slice(-2)}`,
    roles: ['specialist'],
    districts: ['dinghai'],
    departments: [HOUSING],
    sections: ['project'],
    items: [],
    substituteId: null,
    larkOpenId: null,
    active: true,
    ...overrides,
  }
}

export function aRoster(staff: readonly StaffMember[], overrides: Partial<Roster> = {}): Roster {
  return { staff, leaves: [], duties: [], ...overrides }
}

export type TestWorld = World & {
  /** Moves the clock to a local time. */
  goTo: (text: string) => void
  /** From now on, these people. */
  employ: (roster: Roster) => void
  loadCalendar: (calendar: Calendar) => void
}

export function aWorld(roster: Roster, start = '2026-11-25 10:00'): TestWorld {
  let now = local(start)
  let people = roster
  let calendar = aCalendar()
  return {
    clock: () => now,
    calendar: () => calendar,
    roster: async () => people,
    districtName: (code) => (code === 'dinghai' ? '定海区' : code),
    hotlineAlwaysOpen: () => '12345（便民热线）：7×24 小时',
    hash: sha256,
    goTo: (text) => {
      now = local(text)
    },
    employ: (next) => {
      people = next
    },
    loadCalendar: (next) => {
      calendar = next
    },
  }
}

/** What a contact of a fictitious enterprise hands in. */
export function anOpening(overrides: Partial<Opening> = {}): Opening {
  return {
    kind: 'help',
    urgency: 'normal',
    source: 'lark',
    title: '施工许可迟迟未批',
    description: '我公司的施工许可申请已提交二十日,请协调。',
    attachments: [],
    item: { code: asId<ItemCode>('XMJS-010'), name: '建筑工程施工许可', department: HOUSING },
    section: { code: 'project', name: '项目建设', reviewRequired: false },
    district: { code: 'dinghai', name: '定海区' },
    station: null,
    enterpriseName: '示例贸易有限公司',
    creditCode: null,
    contactId: null,
    conversationId: null,
    person: { name: '张示例', phone: '13800000000' },
    anonymous: false,
    consentAt: local('2026-11-25 10:00').toISOString(),
    previousNumber: null,
    external: null,
    ...overrides,
  }
}
