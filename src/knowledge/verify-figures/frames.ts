// What may stand around a statement of the record: the item's name, the name of the part, and a few
// polite words that say no more than these.
import type { Field } from '../field.ts'
import type { Chunk } from '../record-chunk.ts'
import { comparable } from './draft-text.ts'

const WHO = '(?:您|贵企业|贵公司|申请人)?'
const IS = '(?:是|为)?'
/** What follows may be a part of the list. */
const AMONG = '(?:有|包括)?'

const BEFORE: Readonly<Record<Field, string>> = {
  overview: '',
  conditions: `(?:办理)?条件${AMONG}`,
  materials: `(?:${WHO}(?:需要?|应当?|须)?(?:提交|提供|准备)?(?:的)?)?(?:申请|办理)?(?:材料)?${AMONG}`,
  process: `(?:办理)?流程${AMONG}`,
  time_limit: `(?:办理)?时限${IS}`,
  fee: '',
  channel: `${WHO}(?:可以?)?(?:在|到|通过|前往)?|办理渠道${AMONG}`,
  department: `由|向|(?:办理|受理)部门${IS}`,
  legal_basis: `(?:办理|法律)?依据(?:是|为|包括)?`,
  result: `(?:办理)?结果${IS}`,
}
const BEHIND: Partial<Readonly<Record<Field, string>>> = {
  process: '等?(?:步骤|环节)?',
  channel: '(?:办理|申请)',
  department: '(?:办理|受理)',
}
/** What a condition is, where the record's own words do not say it already. */
const OBLIGING = new RegExp(`^${WHO}(?:需要?|应当?)(?:符合|满足|具备)?`, 'u')
const MODAL = /可|应|须|需|得/u

/** The text, and what is left of it when its frame is taken off. */
export function unframed(text: string, { of, field }: Chunk): readonly string[] {
  if (field === null) return [text]
  const named = taken(text, `(?:办理)?${escaped(comparable(of))}(?:的|,|:)?`)
  const fronts = [text, ...named].flatMap((one) => [one, ...taken(one, BEFORE[field])])
  const obliging = field === 'conditions' ? [text, ...named].flatMap(withoutDuty) : []
  const behind = BEHIND[field]
  return [...new Set([...fronts, ...obliging])].flatMap((one) =>
    behind === undefined ? [one] : [one, one.replace(new RegExp(`${behind}$`, 'u'), '')],
  )
}

function withoutDuty(text: string): readonly string[] {
  const rest = text.replace(OBLIGING, '')
  return rest === text || MODAL.test(rest) ? [] : [rest]
}

function taken(text: string, front: string): readonly string[] {
  const rest = text.replace(new RegExp(`^(?:${front})[,:]?`, 'u'), '')
  // What is said to be the list must be all of it.
  const isAll = front.endsWith(AMONG) && /^[是为]/u.test(rest)
  return rest === text || rest === '' || isAll ? [] : [rest]
}

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
