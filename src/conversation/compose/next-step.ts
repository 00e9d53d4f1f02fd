// What to do now: the first step of the record that the asker takes, and where to take it.

import type { Block } from '../../kernel/message.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { anyOf } from '../../retrieval/patterns.ts'
import type { Field } from '../decision.ts'
import { isForOthers, stepsOfBranch } from './branch.ts'
import { channelName, FIELD_LABEL } from './facts.ts'
import type { Lead } from './faq/faq-index.ts'
import { withoutDoubledFigures } from './figures.ts'

type Step = ServiceItem['steps'][number]

type Asked = Readonly<{
  lead: Lead | null
  /** What was asked now and just before. */
  said: string
}>

/** A line about each; what stands open above is only pointed at. */
export function nextStep(
  item: ServiceItem,
  open: readonly Field[],
  { lead, said }: Asked = { lead: null, said: '' },
): Block {
  const isTurnedAway = lead !== null && TURNED_AWAY.test(lead.a)
  const step = isTurnedAway ? [] : firstStep(item, open, said)
  return { kind: 'field', label: '下一步', lines: [...step, whereTo(item)] }
}

/** Whoever was just told so is not told to begin. */
const TURNED_AWAY =
  /^(?:一般|通常|原则上)?(?:不能|不可以|不可|不得|不行|不需要|不必|不用|无需|无须|不适用|不在这|不属于|不归)/u

/** A step of the office is waited for, not taken. */
const OFFICE = anyOf(
  // Offices and their people.
  /部门|机关|.机构|中心|银行|系统|专员|海关/u,
  // Bodies.
  /[局厅院]$|委员会|管委会|主管|平台|政府/u,
  // Who supplies, who controls the border.
  /供电企业|供水企业|燃气企业|边检|驿站/u,
  // Who reviews.
  /评审|专家/u,
)
const ASKER = /^(?:企业(?!综合)|申请|公司|用人单位|建设单位|单位|船方|当事人)/u

const isAskers = ({ who }: Step): boolean => ASKER.test(who) || !OFFICE.test(who)

/** With a step for cases that were not spoken of, where those begin that it is not for. */
function firstStep(item: ServiceItem, open: readonly Field[], said: string): string[] {
  const own = (stepsOfBranch(item, said) ?? item.steps).filter(isAskers)
  const [first] = own
  if (first === undefined) return []
  const ofAll = isForOthers(first, said) ? own.find((step) => !isForOthers(step, said)) : undefined
  if (open.includes('process')) {
    const begin = `请从${numbered(item, first)}开始`
    const orElse = ofAll && `；不属于该步所列情形的，从${numbered(item, ofAll)}开始`
    return [`${begin}${orElse ?? ''}。`]
  }
  return [
    inWords(first),
    ...(ofAll === undefined ? [] : [`不属于上述情形的，从这一步开始：${inWords(ofAll)}`]),
  ]
}

const numbered = ({ steps }: ServiceItem, step: Step): string =>
  `第 ${steps.indexOf(step) + 1} 步“${step.title}”`

const inWords = ({ title, text }: Step): string =>
  closed(`${title}：${withoutDoubledFigures(text)}`)

/** Online first: nobody has to travel for what can be done from a desk. */
function whereTo({ channels, department }: ServiceItem): string {
  const online = channels.find(({ kind }) => kind === 'online')
  if (online !== undefined) return `网上办理：${channelName(online)}。`
  const [first] = channels
  if (first === undefined) return `${FIELD_LABEL.channel}以${department}公布的办事指南为准。`
  return `前往或联系：${channelName(first)}。`
}

const closed = (text: string): string => (/[。！？]$/u.test(text) ? text : `${text}。`)
