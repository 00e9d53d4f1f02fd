// The parts of an item's record in words. Every line is rendered from a field; what is unknown
// here names who publishes it, and nothing is ever made up.
import type { ServiceItem, StatutoryLimit } from '../../knowledge/service-item.ts'
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

/** One part of the record as lines, never empty. */
export function factLines(item: ServiceItem, field: Field): readonly string[] {
  const lines = LINES[field](item)
  return lines.length > 0 ? lines : [`以${publisherOf(item)}公布的办事指南为准。`]
}

/** Whether the record itself has something to say, rather than who publishes it. */
export const hasFacts = (item: ServiceItem, field: Field): boolean => LINES[field](item).length > 0

const LINES: Readonly<Record<Field, (item: ServiceItem) => readonly string[]>> = {
  overview: (item) => [item.summary],
  conditions: (item) => [
    ...(item.applicants.length > 0 ? [`办理对象：${item.applicants.join('、')}`] : []),
    ...item.conditions.map((row) => `${row.text}${sourced(row.source)}`),
  ],
  materials: materialLines,
  process: (item) =>
    item.steps.map((step, n) => `${n + 1}. ${step.title}：${step.text}（${step.who}）`),
  time_limit: timeLines,
  fee: (item) => [
    `${item.fee.kind}${item.fee.note === null ? '' : `。${item.fee.note}`}${sourced(item.fee.source)}`,
  ],
  channel: (item) =>
    item.channels.map(
      (channel) =>
        `${CHANNEL_LABEL[channel.kind]}：${channel.name}${channel.note === null ? '' : `（${channel.note}）`}`,
    ),
  department: (item) => [`${item.department}（${item.level}）`],
  legal_basis: (item) =>
    item.legalBasis.map(
      (basis) =>
        `${lawTitle(basis.title)}${basis.article ?? ''}${basis.source === null ? '' : `（${basis.source}）`}`,
    ),
  result: (item) => (item.result === null ? [] : [item.result]),
}

const CHANNEL_LABEL = { online: '网上', window: '窗口', phone: '电话', onsite: '现场' } as const

/** Custom is no law: a title that is not one carries no marks. */
const lawTitle = (title: string) => (title.includes('通行做法') ? title : `《${title}》`)

const sourced = (source: string | null) => (source === null ? '' : `〔${source}〕`)

/** Who says what only the office in charge can know. */
const publisherOf = (item: ServiceItem): string => item.department

function materialLines(item: ServiceItem): string[] {
  const always = item.materials.filter((row) => row.required === true)
  const sometimes = item.materials.filter((row) => row.required !== true)
  const named = (row: ServiceItem['materials'][number]) =>
    `${row.name}（${row.form}${row.copies === null ? '' : `，${row.copies} 份`}）`
  return [
    ...always.map((row) => `${named(row)}${sourced(row.source)}`),
    ...sometimes.map(
      (row) =>
        `${row.required === true ? '' : row.required.when}，另需：${named(row)}${sourced(row.source)}`,
    ),
    ...(item.materialsNote === null ? [] : [item.materialsNote]),
  ]
}

function timeLines({ timeLimit }: ServiceItem): string[] {
  return [
    ...(timeLimit.statutory === null ? [] : [limitLine(timeLimit.statutory, '法定时限')]),
    ...(timeLimit.promised === null ? [] : [limitLine(timeLimit.promised, '承诺时限')]),
    ...(timeLimit.note === null ? [] : [timeLimit.note]),
  ]
}

const limitLine = (limit: StatutoryLimit, label: string) =>
  `${label}：${inUnits(limit)}${sourced(limit.source)}`

/** 「3 个工作日」; 日 and 小时 take no 个, and the law's own unit is never converted. */
export function inUnits({ days, unit }: StatutoryLimit): string {
  return unit === '工作日' ? `${days} 个工作日` : `${days} ${unit}`
}
