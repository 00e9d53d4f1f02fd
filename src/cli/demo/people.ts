// The people of the demonstration: one or two for every place of the loop.
import { asId, type StaffId } from '../../kernel/ids.ts'
import type { StaffMember } from '../../staff/staff.ts'
import { DISTRICTS } from './cases.ts'

const CENTRE = '舟山市企业综合服务中心'

/** @param newId makes an id; they differ from one demonstration to the next */
export function demoPeople(
  newId: () => string,
  districtName: (code: string) => string,
): readonly StaffMember[] {
  const person = (name: string, roles: StaffMember['roles'], district: string): StaffMember => ({
    id: asId<StaffId>(newId()),
    name,
    roles,
    districts: [district],
    departments: [district === 'city' ? CENTRE : `${districtName(district)}企业综合服务中心`],
    sections: [],
    items: [],
    substituteId: null,
    larkOpenId: null,
    active: true,
  })
  return [
    person('示例管理员', ['administrator'], 'city'),
    person('示例调度员', ['dispatcher'], 'city'),
    person('示例督办员', ['supervisor'], 'city'),
    person('示例审核员', ['reviewer'], 'city'),
    person('示例审计员', ['auditor'], 'city'),
    ...DISTRICTS.flatMap((code) => [
      person(`示例专员甲（${districtName(code)}）`, ['specialist'], code),
      person(`示例专员乙（${districtName(code)}）`, ['specialist'], code),
    ]),
  ]
}
