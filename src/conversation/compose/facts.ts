// The parts of an item's record in words. Every fact is rendered from a field, with its source; what
// is unknown here names who publishes it, and nothing is ever made up.
import {
  CUSTOMARY_SOURCE,
  type ServiceItem,
  type StatutoryLimit,
} from '../../knowledge/service-item.ts'
import type { Field } from '../decision.ts'

export const FIELD_LABEL: Readonly<Record<Field, string>> = {
  overview: '事项简介',
  conditions: '办理条件',
  materials: '申请材料',
  process: '办理流程',
  time_limit: '办理时限',
  fee: '收费',
  channel: '办理渠道',
  department: '办理部门',
  legal_basis: '办理依据',
  result: '办理结果',
}

/** One line, and where it comes from when the record says so of this line. */
export type Fact = Readonly<{ text: string; source: string | null }>
export type FactGroup = Readonly<{ label: string; facts: readonly Fact[] }>

/** One part of the record under its labels, never empty. */
export function factGroups(item: ServiceItem, field: Field): readonly FactGroup[] {
  const groups = groupsOf(item, field)
  if (groups.length > 0) return groups
  const unknown = plain(`以${publisherOf(item)}公布的办事指南为准。`)
  return [{ label: FIELD_LABEL[field], facts: [unknown] }]
}

/** The same as lines that stand alone, each with its source. */
export const factLines = (item: ServiceItem, field: Field): readonly string[] =>
  namedFacts(item, field).map(({ text, source }) => `${text}${sourced(source)}`)

/** The facts of a part, each beginning with the label that it stands under beside the part's own. */
export const namedFacts = (item: ServiceItem, field: Field): readonly Fact[] =>
  factGroups(item, field).flatMap(({ label, facts }) =>
    label === FIELD_LABEL[field]
      ? facts
      : facts.map(({ text, source }) => ({ text: `${label}：${text}`, source })),
  )

/** Whether the record itself has something to say, rather than who publishes it. */
export const hasFacts = (item: ServiceItem, field: Field): boolean =>
  groupsOf(item, field).length > 0

/** 「〔《建筑法》第八条〕」, or nothing. */
export const sourced = (source: string | null): string =>
  source === null ? '' : `〔${shownSource(source)}〕`

export const shownSource = (source: string): string =>
  source === CUSTOMARY_SOURCE ? '通行做法，待中心核定' : source

const plain = (text: string): Fact => ({ text, source: null })

function groupsOf(item: ServiceItem, field: Field): FactGroup[] {
  const groups = [
    ...(field === 'conditions' ? [{ label: '办理对象', facts: applicants(item) }] : []),
    { label: FIELD_LABEL[field], facts: FACTS[field](item) },
  ]
  return groups.filter(({ facts }) => facts.length > 0)
}

const applicants = (item: ServiceItem): Fact[] =>
  item.applicants.length > 0 ? [plain(item.applicants.join('、'))] : []

const FACTS: Readonly<Record<Field, (item: ServiceItem) => readonly Fact[]>> = {
  overview: (item) => [plain(item.summary)],
  conditions: (item) => item.conditions,
  materials: materials,
  process: (item) =>
    item.steps.map(({ title, text, who }, n) => plain(`${n + 1}. ${title}：${text}（${who}）`)),
  time_limit: timeLimits,
  fee: ({ fee }) => [
    { text: fee.note === null ? fee.kind : `${fee.kind}。${fee.note}`, source: fee.source },
  ],
  channel: channels,
  department: (item) => [plain(`${item.department}（${item.level}）`)],
  legal_basis: (item) => item.legalBasis.map((basis) => plain(basisText(basis))),
  result: (item) => (item.result === null ? [] : [plain(item.result)]),
}

/** Who says what only the office in charge can know. */
const publisherOf = (item: ServiceItem): string => item.department

type LegalBasis = ServiceItem['legalBasis'][number]

const basisText = (basis: LegalBasis): string =>
  `${lawAndArticle(basis)}${basis.source === null ? '' : `（${basis.source}）`}`

/** Custom is no law: a title that is not one carries no marks. Marks within marks are single. */
export function lawAndArticle({ title, article }: LegalBasis): string {
  if (title.includes('通行做法')) return shownSource(title)
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》${article ?? ''}`
}

function materials(item: ServiceItem): Fact[] {
  const always = item.materials.filter((row) => row.required === true)
  const sometimes = item.materials.filter((row) => row.required !== true)
  const named = (row: ServiceItem['materials'][number]) =>
    `${row.name}（${row.form}${row.copies === null ? '' : `，${row.copies} 份`}）`
  return [
    ...always.map((row) => ({ text: named(row), source: row.source })),
    ...sometimes.map((row) => ({
      text: `${row.required === true ? '' : row.required.when}，另需：${named(row)}`,
      source: row.source,
    })),
    ...(item.materialsNote === null ? [] : [plain(item.materialsNote)]),
  ]
}

function timeLimits(item: ServiceItem): Fact[] {
  const { statutory, promised, note } = item.timeLimit
  const byLaw = statutory === null ? [] : [limit(statutory, '法定时限')]
  const notes = note === null ? [] : [plain(note)]
  // Two limits for two kinds: the note names both, and the one figure alone would mislead.
  const said = namesTwoLimits(item)
    ? notes.map(({ text }) => ({ text, source: statutory?.source ?? null }))
    : byLaw
  return [
    ...said,
    ...(promised === null ? [] : [limit(promised, '承诺时限')]),
    ...(namesTwoLimits(item) ? [] : notes),
    ...(isPromiseUnsaid(item)
      ? [plain(`承诺办结时限以${publisherOf(item)}公布的办事指南为准。`)]
      : []),
  ]
}

/** 「报告书60日、报告表30日」: the one figure alone would be wrong for half of those who ask. */
function namesTwoLimits({ timeLimit: { statutory, note } }: ServiceItem): boolean {
  if (statutory === null || note === null) return false
  const clauses = note.split(/[，；。（]/u).filter((clause) => /日|个月/u.test(clause))
  const own = clauses
    .filter(
      (clause) => !/延长|不计入|送达|公示|有效期|期满|届满|提前|前(?:提出|申请)/u.test(clause),
    )
    .flatMap((clause) => clause.match(/\d+\s?(?:个工作日|日|个月)/gu) ?? [])
  return new Set(own).size > 1 && own.includes(`${statutory.days}${unitOf(statutory)}`)
}

const unitOf = ({ unit }: StatutoryLimit): string => (unit === '工作日' ? '个工作日' : unit)

/** Only what has a limit by law has one promised; most notes say themselves who publishes it. */
const isPromiseUnsaid = ({ timeLimit: { statutory, promised, note } }: ServiceItem): boolean =>
  statutory !== null && promised === null && !(note ?? '').includes('为准')

const limit = (given: StatutoryLimit, label: string): Fact => ({
  text: `${inUnits(given)}（${label}）`,
  source: given.source,
})

/** 「3 个工作日」; 日 and 小时 take no 个, and the law's own unit is never converted. */
export function inUnits({ days, unit }: StatutoryLimit): string {
  return unit === '工作日' ? `${days} 个工作日` : `${days} ${unit}`
}

type Channel = ServiceItem['channels'][number]

const CHANNEL_LABEL = { online: '网上', window: '窗口', phone: '电话', onsite: '现场' } as const
const CHANNEL_KINDS = ['online', 'window', 'phone', 'onsite'] as const

/** One line for each way, and who publishes where exactly it is when the record does not. */
function channels(item: ServiceItem): Fact[] {
  const lines = CHANNEL_KINDS.flatMap((kind) => {
    const names = item.channels.filter((channel) => channel.kind === kind).map(channelName)
    return names.length === 0 ? [] : [plain(`${CHANNEL_LABEL[kind]}：${names.join('、')}`)]
  })
  const isPlaceOpen = item.channels.some(({ kind, note }) => isPlace(kind) && note === null)
  if (!isPlaceOpen) return lines
  return [...lines, plain(`地址、电话以${publisherOf(item)}公布的办事指南为准。`)]
}

const isPlace = (kind: Channel['kind']): boolean => kind === 'window' || kind === 'onsite'

/** A window without a name of its own is that of the office in charge. */
export const channelName = ({ name, note }: Channel): string =>
  `${name === '窗口' ? '办理部门受理窗口' : name}${note === null ? '' : `（${note}）`}`
