// Routing (分派规则): whose a ticket is. District first, then the specialist of the item, of the
// department, of the section; among those the present, those on duty, and the least loaded. Every
// step leaves its reason in Chinese, which is stored with the dispatch and shown to staff.
import type { ItemCode, StaffId } from '../kernel/ids.ts'
import {
  CITY_DISTRICT,
  departmentOf,
  leaveOf,
  presentFor,
  type Roster,
  type StaffMember,
} from '../staff/staff.ts'

export type RoutingQuestion = Readonly<{
  district: Readonly<{ code: string; name: string }>
  item: Readonly<{ code: ItemCode; name: string }> | null
  department: string | null
  section: Readonly<{ code: string; name: string; reviewRequired: boolean }> | null
  /** Who may not have it: those who handled it before a 重办, or returned it. */
  excluded: readonly StaffId[]
  /** Local date `YYYY-MM-DD`. */
  date: string
}>

export type Routed =
  | Readonly<{
      kind: 'routed'
      to: StaffId
      department: string
      section: string | null
      reviewRequired: boolean
      reasons: readonly string[]
    }>
  | Readonly<{ kind: 'unrouted'; reasons: readonly string[] }>

type Responsible = Readonly<{ members: readonly StaffMember[]; reason: string }>

/** @param loads open tickets per person; who is not in it has none */
export function route(
  question: RoutingQuestion,
  roster: Roster,
  loads: ReadonlyMap<StaffId, number>,
): Routed {
  const reasons: string[] = []
  for (const area of areasOf(question)) {
    reasons.push(area.reason)
    const inArea = specialists(roster).filter((member) => member.districts.includes(area.code))
    for (const tier of tiersOf(question, inArea)) {
      reasons.push(tier.reason)
      const present = presentOf(tier.members, question, roster, reasons)
      const chosen = choose(present, question, roster, loads, reasons)
      if (chosen === null) continue
      const department = departmentOf(chosen, question.department)
      if (question.department !== null && department !== question.department) {
        reasons.push(`${chosen.name}不是${question.department}人员，承办单位为${department}`)
      }
      return {
        kind: 'routed',
        to: chosen.id,
        department,
        section: question.section?.code ?? null,
        reviewRequired: question.section?.reviewRequired ?? false,
        reasons,
      }
    }
    reasons.push(`${area.name}没有可承办的服务专员`)
  }
  return { kind: 'unrouted', reasons: [...reasons, '转中心调度员人工分派'] }
}

type Area = Readonly<{ code: string; name: string; reason: string }>

function areasOf({ district }: RoutingQuestion): readonly Area[] {
  const city = { code: CITY_DISTRICT, name: '市本级' }
  if (district.code === CITY_DISTRICT) {
    return [{ ...city, reason: '属地：市本级（或属地未明），由市本级分派' }]
  }
  return [
    { ...district, reason: `属地：${district.name}` },
    { ...city, reason: `${district.name}无人承办，上提市本级` },
  ]
}

/** From the narrowest responsibility to the widest; a tier without people is left out. */
function tiersOf(question: RoutingQuestion, inArea: readonly StaffMember[]): Responsible[] {
  const { item, department, section } = question
  const ofItem = (part: 'A' | 'B') =>
    inArea.filter((member) =>
      member.items.some((one) => one.code === item?.code && one.part === part),
    )
  const tiers: Responsible[] = []
  if (item !== null) {
    const label = `事项 ${item.code} ${item.name}`
    tiers.push({ members: ofItem('A'), reason: `${label}：A 岗专员` })
    tiers.push({ members: ofItem('B'), reason: `${label}：B 岗专员` })
  }
  if (department !== null) {
    const members = inArea.filter((member) => member.departments.includes(department))
    tiers.push({ members, reason: `承办单位：${department}` })
  }
  if (section !== null) {
    const members = inArea.filter((member) => member.sections.includes(section.code))
    tiers.push({ members, reason: `服务板块：${section.name}` })
  }
  return tiers.filter((tier) => tier.members.length > 0)
}

/** Those who are there, or their substitutes, without those who may not have it. */
function presentOf(
  members: readonly StaffMember[],
  { date, excluded }: RoutingQuestion,
  roster: Roster,
  reasons: string[],
): readonly StaffMember[] {
  const present = new Map<StaffId, StaffMember>()
  for (const member of members) {
    const instead = presentFor(roster, member.id, date)
    if (instead?.id !== member.id) reasons.push(absence(member, instead, roster, date))
    if (instead === null) continue
    const unfit = unfitness(instead, excluded)
    if (unfit === null) present.set(instead.id, instead)
    else reasons.push(unfit)
  }
  return [...present.values()]
}

function absence(member: StaffMember, instead: StaffMember | null, roster: Roster, date: string) {
  const why = leaveOf(roster, member.id, date) === null ? '已停用' : '休假'
  return `${member.name}${why}，${instead ? `由${instead.name}代理` : '无可用代理人'}`
}

function unfitness(member: StaffMember, excluded: readonly StaffId[]): string | null {
  if (excluded.includes(member.id)) return `${member.name}此前办理过本件，应另派他人`
  return member.roles.includes('specialist') ? null : `${member.name}不是服务专员`
}

function choose(
  members: readonly StaffMember[],
  { date, district }: RoutingQuestion,
  roster: Roster,
  loads: ReadonlyMap<StaffId, number>,
  reasons: string[],
): StaffMember | null {
  const onDuty = members.filter((member) =>
    roster.duties.some(
      (duty) =>
        duty.staffId === member.id &&
        duty.from <= date &&
        date <= duty.to &&
        (duty.district === null || duty.district === district.code),
    ),
  )
  if (onDuty.length > 0 && onDuty.length < members.length) reasons.push('按值班表取当日值班专员')
  const load = (member: StaffMember) => loads.get(member.id) ?? 0
  const [chosen, second] = [...(onDuty.length > 0 ? onDuty : members)].sort(
    (a, b) => load(a) - load(b) || (a.id < b.id ? -1 : 1),
  )
  if (chosen === undefined) return null
  const compared = second === undefined ? '' : '，为同岗位中在办较少者'
  reasons.push(`派 ${chosen.name}（在办 ${load(chosen)} 件${compared}）`)
  return chosen
}

function specialists(roster: Roster): readonly StaffMember[] {
  return roster.staff.filter((member) => member.roles.includes('specialist'))
}

export type StationLike = Readonly<{
  name: string
  industries: readonly string[]
  district: string | null
  announced: boolean
}>

/**
 * The industry service station (产业服务驿站) to suggest: of the industry, in the district before
 * elsewhere; one whose name is not announced is never named.
 */
export function suggestStation<S extends StationLike>(
  stations: readonly S[],
  text: string,
  district: string,
): S | null {
  const fitting = stations.filter(
    (one) => one.announced && one.industries.some((industry) => text.includes(industry)),
  )
  return fitting.find((one) => one.district === district) ?? fitting[0] ?? null
}
