// A service item (涉企服务事项): one of the 365 things an enterprise can have done. A record of
// facts with their sources; answers are rendered from it, never written about it.
import type { ItemCode } from '../kernel/ids.ts'

export const SECTION_CODES = [
  'open',
  'project',
  'finance',
  'talent',
  'policy',
  'legal',
  'innovation',
  'opening',
  'utility',
  'industry',
] as const
export type SectionCode = (typeof SECTION_CODES)[number]

export const ITEM_KINDS = [
  '行政许可',
  '公共服务',
  '增值服务',
  '其他行政权力',
  '行政确认',
  '行政备案',
  '行政给付',
  '一件事',
  '行政奖励',
  '行政裁决',
] as const
type ItemKind = (typeof ITEM_KINDS)[number]

export const ITEM_LEVELS = ['市县均可', '市级', '省级', '国家级受理', '县区级'] as const
export const FEE_KINDS = ['免费', '按规定收费', '市场收费'] as const
export const MATERIAL_FORMS = ['原件', '复印件', '电子', '原件或电子', '原件及复印件'] as const
export const CHANNEL_KINDS = ['online', 'window', 'phone', 'onsite'] as const
export const ITEM_TAGS = ['一件事', '舟到办', '跨省通办', '帮办代办'] as const
export const LIMIT_UNITS = ['工作日', '日', '小时', '个月'] as const

/** The source for what is customary but not yet confirmed by the centre. */
export const CUSTOMARY_SOURCE = '通行做法,待中心核定'

type Condition = Readonly<{ text: string; source: string }>

type Material = Readonly<{
  name: string
  form: (typeof MATERIAL_FORMS)[number]
  copies: number | null
  /** true: always; otherwise the situation in which it is asked for. */
  required: true | Readonly<{ when: string }>
  source: string
}>

type Step = Readonly<{ title: string; text: string; who: string }>

/** The unit is the law's own: 日 is never turned into 工作日. */
export type StatutoryLimit = Readonly<{
  days: number
  unit: (typeof LIMIT_UNITS)[number]
  source: string
}>

type TimeLimit = Readonly<{
  statutory: StatutoryLimit | null
  promised: StatutoryLimit | null
  note: string | null
}>

type Fee = Readonly<{
  kind: (typeof FEE_KINDS)[number]
  note: string | null
  source: string | null
}>

type ServiceChannel = Readonly<{
  kind: (typeof CHANNEL_KINDS)[number]
  name: string
  note: string | null
}>

type LegalBasis = Readonly<{ title: string; article: string | null; source: string | null }>

type Faq = Readonly<{
  q: string
  a: string
  source: string
  /** The same question as other people ask it: it is found by them, and shows none of them. */
  wordings?: readonly string[] | undefined
}>

/**
 * What separates this item from a neighbour: the fact in one sentence, the words that speak for
 * this item and the words that speak for the neighbour.
 */
type NotThis = Readonly<{
  code: ItemCode
  fact: string
  wordsHere: readonly string[]
  wordsThere: readonly string[]
}>

export type ServiceItem = Readonly<{
  code: ItemCode
  name: string
  section: SectionCode
  kind: ItemKind
  department: string
  level: (typeof ITEM_LEVELS)[number]
  status: 'draft' | 'verified'
  verifiedBy: string | null
  verifiedAt: string | null
  /** Local dates `YYYY-MM-DD`; the item is shown from the first to the last, both included. */
  effectiveFrom: string
  effectiveTo: string | null
  summary: string
  applicants: readonly string[]
  conditions: readonly Condition[]
  materials: readonly Material[]
  /** Says why `materials` is empty (such as 「无需材料」), or what applies to all of them. */
  materialsNote: string | null
  steps: readonly Step[]
  timeLimit: TimeLimit
  fee: Fee
  channels: readonly ServiceChannel[]
  result: string | null
  legalBasis: readonly LegalBasis[]
  aliases: readonly string[]
  questions: readonly string[]
  faq: readonly Faq[]
  related: readonly ItemCode[]
  /** The items that a 一件事 joins. */
  parts: readonly ItemCode[]
  tags: readonly (typeof ITEM_TAGS)[number][]
  notThis: readonly NotThis[]
}>

/** A section (服务板块): a group of items that owns routing. */
export type ServiceSection = Readonly<{
  code: SectionCode
  name: string
  summary: string
  typicalQuestions: readonly string[]
  /** How many items the catalogue lists; a publish with another number is refused. */
  itemCount: number
}>

/** Whether the item may be shown on the local date `today` (`YYYY-MM-DD`). */
export function isEffective(item: ServiceItem, today: string): boolean {
  return item.effectiveFrom <= today && (item.effectiveTo === null || today <= item.effectiveTo)
}
