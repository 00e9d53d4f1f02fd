import { describe, expect, test } from 'vitest'
import type { HandlingDays } from '../../src/conversation/answer-ports.ts'
import { type AskedNext, nothingAskedNext } from '../../src/conversation/asked-next.ts'
import { composeDecision } from '../../src/conversation/compose/compose-decision.ts'
import { factLines, inUnits } from '../../src/conversation/compose/facts.ts'
import { openFields } from '../../src/conversation/compose/open-fields.ts'
import {
  CLARIFY_REASONS,
  type Decision,
  type DecisionKind,
  FIELDS,
  STATUS_REASONS,
} from '../../src/conversation/decision.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import type { Action, Block, Message } from '../../src/kernel/message.ts'
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts'
import {
  DANGER_KINDS,
  REDIRECT_REASONS,
  REFUSE_REASONS,
  SMALLTALK_REASONS,
  TICKET_REASONS,
} from '../../src/knowledge/reply.ts'
import { aKnowledgeBase, code, someItems } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const compose = (
  decision: Decision,
  base = aKnowledgeBase(),
  askedNext: AskedNext = nothingAskedNext,
): Message =>
  composeDecision({
    decision,
    base,
    version: '7',
    turnId: asId<TurnId>('t1'),
    askedNext,
    prose: null,
  })

const answer = (overrides = {}): Decision => ({
  kind: 'answer',
  code: code('QYKB-002'),
  field: 'time_limit',
  also: null,
  offerTicket: false,
  ...overrides,
})

const blocksOf = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'fold' ? [block, ...blocksOf(block.blocks)] : [block]))
const actionsOf = (message: Message): Action[] =>
  blocksOf(message.blocks).flatMap((block) => (block.kind === 'actions' ? block.actions : []))
const textOf = (message: Message) => JSON.stringify(message)

const options = [
  { code: code('QYKB-002'), label: '公司设立登记' },
  { code: code('QYKB-007'), label: '个体工商户设立登记' },
]

const inDanger = (overrides = {}): Extract<Decision, { kind: 'emergency' }> => ({
  kind: 'emergency',
  reason: 'fire',
  hotlines: ['fire', 'ambulance'],
  inEnglish: false,
  ashore: false,
  code: null,
  ...overrides,
})

/** One of every reason there is, by kind, so that neither can be left out. */
const BY_KIND: { [K in DecisionKind]: readonly Extract<Decision, { kind: K }>[] } = {
  answer: FIELDS.map((field) => ({
    kind: 'answer',
    code: code('QYKB-002'),
    field,
    also: null,
    offerTicket: false,
  })),
  clarify: CLARIFY_REASONS.map((reason) => ({
    kind: 'clarify',
    field: null,
    reason,
    options: ['none_fits', 'matter_missing', 'matter_before'].includes(reason) ? [] : options,
  })),
  ticket: TICKET_REASONS.flatMap((reason) =>
    [null, code('QYKB-002')].map((about) => ({ kind: 'ticket', reason, code: about }) as const),
  ),
  status: STATUS_REASONS.map((reason) => ({
    kind: 'status',
    reason,
    act: 'progress',
    ticketNumber: null,
    text: '',
  })),
  redirect: REDIRECT_REASONS.map((reason) => ({ kind: 'redirect', reason, hotlines: ['citizen'] })),
  refuse: REFUSE_REASONS.flatMap((reason) =>
    [null, code('QYKB-002')].map((about) => ({ kind: 'refuse', reason, code: about }) as const),
  ),
  emergency: DANGER_KINDS.flatMap((reason) =>
    [false, true].map((inEnglish) => inDanger({ reason, inEnglish, ashore: inEnglish })),
  ),
  smalltalk: SMALLTALK_REASONS.map((reason) => ({ kind: 'smalltalk', reason })),
}
const EVERY: readonly Decision[] = Object.values(BY_KIND).flat()

describe('every decision', () => {
  test.each(EVERY)('$kind $reason leads to something that can be done now', (decision) => {
    const message = compose(decision)
    expect(actionsOf(message).length).toBeGreaterThan(0)
    expect(message.summary.length).toBeGreaterThan(0)
    expect(message.summary.length).toBeLessThanOrEqual(80)
  })

  test.each(EVERY)('$kind $reason keeps to the words of government service', (decision) => {
    expect(textOf(compose(decision))).not.toMatch(/不归我们管|不知道|肯定没问题|大概|应该可以/u)
  })

  test.each(EVERY)('$kind $reason names no number but those of hotlines.yaml', (decision) => {
    const numbers = textOf(compose(decision)).match(/(?<!\d)(?:1[12]0|12\d{3})(?!\d)/gu) ?? []
    const known = aKnowledgeBase().hotlines.map((hotline) => hotline.number)
    expect(numbers.filter((number) => !known.includes(number))).toEqual([])
  })
})

test.each(['person_wanted', 'upset', 'missed_twice'] as const)(
  'who is %s is told whom to call, by the number of hotlines.yaml',
  (reason) => {
    const told = (base: KnowledgeBase) =>
      textOf(compose({ kind: 'ticket', reason, code: null }, base))
    const number = '12345（政务服务便民热线）'
    expect(told(aKnowledgeBase())).toContain(number)
    expect(told(aKnowledgeBase({ hotlines: [] }))).not.toContain('不便填写')
  },
)

test.each([
  ['冷库停电了鱼要坏了', true],
  ['生产线停了没人来修', true],
  ['路灯不太亮', false],
])('%s: what helps now is named, and a person offered: %s', (question, isUrgent) => {
  const message = composeDecision({
    decision: { kind: 'ticket', reason: 'coordination', code: null },
    base: aKnowledgeBase(),
    version: '7',
    turnId: asId<TurnId>('t1'),
    askedNext: nothingAskedNext,
    question,
  })
  expect(textOf(message).includes('12345')).toBe(isUrgent)
  expect(JSON.stringify(message).includes('转人工')).toBe(isUrgent)
})

describe('who asks how soon a request is answered', () => {
  const howSoon = (handlingDays?: HandlingDays) =>
    composeDecision({
      decision: { kind: 'ticket', reason: 'how_soon', code: null },
      base: aKnowledgeBase(),
      version: '7',
      turnId: asId<TurnId>('t1'),
      askedNext: nothingAskedNext,
      handlingDays,
    })

  test('is told the limits in force, and can hand one in', () => {
    const days = { consultation: 2, help: 6, complaint: 7, report: 8, suggestion: 9 }
    const said = howSoon({ ...days, complex: 11, joint: 21 })
    expect(textOf(said)).toContain('投诉：7个工作日')
    expect(textOf(said)).toContain('需会商的21个工作日')
    expect(actionsOf(said).map(({ label }) => label)).toEqual(['提交诉求', '我的诉求'])
  })

  test('is told no figure where none is at hand', () => {
    expect(textOf(howSoon())).not.toMatch(/\d个工作日/u)
  })
})

test('where an application stands is shown where it was made', () => {
  const about = code('QYKB-002')
  const actions = actionsOf(compose({ kind: 'ticket', reason: 'stuck_case', code: about }))
  expect(actions.map(({ value }) => value)).toContainEqual({
    a: 'choose',
    code: about,
    field: 'channel',
  })
})

test.each([
  { kind: 'redirect', reason: 'personal_matter', hotlines: ['citizen'] },
  ...SMALLTALK_REASONS.map((reason) => ({ kind: 'smalltalk', reason }) as const),
] as const)('$kind $reason has a line in English for who writes it', (decision) => {
  const told = (question: string) =>
    textOf(
      composeDecision({
        decision,
        base: aKnowledgeBase(),
        version: '7',
        turnId: asId<TurnId>('t1'),
        askedNext: nothingAskedNext,
        question,
      }),
    )
  expect(told('good morning to you')).toMatch(/[a-z]{4,} [a-z]+/u)
  expect(told('早上好')).not.toMatch(/[a-z]{4,} [a-z]+/u)
})

describe('a refusal', () => {
  test('offers the conditions of the item that is sure, before a person', () => {
    const code2 = code('QYKB-002')
    const actions = actionsOf(compose({ kind: 'refuse', reason: 'forgery', code: code2 }))
    expect(actions.map(({ value }) => value)).toEqual([
      { a: 'choose', code: code2, field: 'conditions' },
      { a: 'person', code: '' },
    ])
    expect(actionsOf(compose({ kind: 'refuse', reason: 'forgery', code: null }))).toHaveLength(1)
  })
})

describe('a tip-off', () => {
  const tipOff: Decision = { kind: 'ticket', reason: 'tip_off', code: code('QYKB-002') }

  test('is told of confidentiality and of the lawful channels, and of no item', () => {
    const said = textOf(compose(tipOff))
    expect(said).toContain('举报人信息依法保密')
    expect(said).toContain('12345')
    expect(said).not.toContain('先看看')
  })

  test('names no number beside a ticket that is no grievance', () => {
    expect(textOf(compose({ ...tipOff, reason: 'not_covered' }))).not.toContain('12345')
  })
})

describe('an answer', () => {
  test('shows the asked field first and folds the rest', () => {
    const [first, ...rest] = compose(answer()).blocks
    expect(first).toMatchObject({ kind: 'field', label: '办理时限' })
    const folded = rest.filter((block) => block.kind === 'fold')
    expect(blocksOf(folded)).toEqual(
      expect.arrayContaining([expect.objectContaining({ label: '申请材料' })]),
    )
    expect(blocksOf(folded)).not.toEqual(
      expect.arrayContaining([expect.objectContaining({ label: '办理时限' })]),
    )
  })

  test('shows what may be asked for besides below the first, open as well', () => {
    const { blocks } = compose(answer({ also: 'materials' }))
    const open = blocks.filter((block) => block.kind === 'field')
    expect(open.slice(0, 2)).toMatchObject([{ label: '办理时限' }, { label: '申请材料' }])
    const folded = blocksOf(blocks.filter((block) => block.kind === 'fold'))
    expect(JSON.stringify(folded)).not.toContain('申请材料')
  })

  test('leaves out a part beside the first that the record does not hold', () => {
    const item = anItem({ result: null })
    const asked = { field: 'fee', also: 'result' } as const
    expect(
      openFields(item, { ...asked, kind: 'answer', code: item.code, offerTicket: false }),
    ).toEqual(['fee'])
  })

  test('opens the key facts with an overview, and no part twice', () => {
    const overview = { field: 'overview', also: 'fee' } as const
    const item = anItem({})
    expect(
      openFields(item, { ...overview, kind: 'answer', code: item.code, offerTicket: false }),
    ).toEqual(['overview', 'fee', 'department', 'time_limit', 'channel'])
  })

  test('carries source, version, date and, while it is a draft, the mark', () => {
    const note = textOf(compose(answer()))
    expect(note).toContain('QYKB-002')
    expect(note).toContain('版本 7')
    expect(note).toContain('2026-01-01')
    expect(note).toContain('示范内容，待中心核定')
    const verified = anItem({ status: 'verified', verifiedAt: '2026-11-20' })
    const [, ...others] = someItems()
    const base = aKnowledgeBase({ items: [verified, ...others] })
    expect(textOf(compose(answer(), base))).toContain('已核定（2026-11-20）')
    expect(textOf(compose(answer(), base))).not.toContain('示范内容')
  })

  test('offers what people went on to, before what the record names', () => {
    const next = ({ blocks }: Message) => {
      const last = blocks.at(-1)
      return last?.kind === 'actions' ? last.actions.map(({ label }) => label) : []
    }
    const [item, ...others] = [anItem({ related: [code('QYKB-007')] }), ...someItems().slice(1)]
    const base = aKnowledgeBase({ items: [item!, ...others] })
    expect(next(compose(answer(), base))[0]).toBe('个体工商户设立登记怎么办理？')
    const asked = () => [code('KFFW-025'), code('ZZZZ-001')]
    expect(next(compose(answer(), base, asked))).toEqual([
      `${base.items.find((one) => one.code === 'KFFW-025')?.name}怎么办理？`,
      '个体工商户设立登记怎么办理？',
    ])
  })

  test('opens the very item that a next question names', () => {
    const base = aKnowledgeBase({
      items: [anItem({ related: [code('QYKB-007')] }), ...someItems().slice(1)],
    })
    expect(actionsOf(compose(answer(), base)).map(({ value }) => value)).toContainEqual({
      a: 'choose',
      code: 'QYKB-007',
      field: 'process',
      label: '个体工商户设立登记怎么办理？',
    })
  })

  test('asks for a vote on this very turn, and offers a person', () => {
    const values = actionsOf(compose(answer())).map((action) => action.value)
    expect(values).toContainEqual({ a: 'feedback', turn: 't1', up: true })
    expect(values).toContainEqual({ a: 'feedback', turn: 't1', up: false })
    expect(values.map(({ a }) => a)).toContain('person')
  })

  test('offers the ticket beside it when a grievance came with the question', () => {
    const values = actionsOf(compose(answer({ offerTicket: true }))).map((one) => one.value)
    expect(values).toContainEqual({ a: 'ticket_form', reason: 'stuck_case', code: 'QYKB-002' })
  })

  test('begins with what the item is not, where the question speaks of that', () => {
    const own = code('QYKB-007')
    const about = (question: string) =>
      composeDecision({
        decision: answer({ code: own }),
        base: aKnowledgeBase(),
        version: '7',
        turnId: asId<TurnId>('t1'),
        askedNext: nothingAskedNext,
        question,
      }).blocks.slice(0, 2)
    const note = '请注意：本事项适用于个人经营；设立公司的，请办理公司设立登记。'
    const [told, actions] = about('股东两个,登记要带什么')
    expect(told).toEqual({ kind: 'note', text: note })
    expect(JSON.stringify(actions)).toContain('改看：公司设立登记')
    for (const question of ['个体的,不设股东', '一个人开店要带什么', '不是公司,登记要带什么']) {
      expect(JSON.stringify(about(question))).not.toContain('请注意')
    }
  })

  test('of a 一件事 shows the items it joins', () => {
    const joined = anItem({ kind: '一件事', parts: [code('QYKB-016')] })
    const [, ...others] = someItems()
    const message = compose(answer(), aKnowledgeBase({ items: [joined, ...others] }))
    expect(message.blocks).toContainEqual({
      kind: 'field',
      label: '联办事项',
      lines: ['公司注销登记'],
    })
    expect(actionsOf(message)).toContainEqual({
      label: '公司注销登记',
      value: { a: 'choose', code: 'QYKB-016', field: 'overview' },
    })
  })

  test.each(FIELDS)('has a line for %s even when the record is empty', (field) => {
    const empty = anItem({
      applicants: [],
      conditions: [],
      materials: [],
      steps: [],
      timeLimit: { statutory: null, promised: null, note: null },
      result: null,
      legalBasis: [],
    })
    const lines = factLines(empty, field)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.join('')).not.toMatch(/null|undefined/u)
  })

  test('says who publishes what the record does not hold', () => {
    const unknown = anItem({ timeLimit: { statutory: null, promised: null, note: null } })
    expect(factLines(unknown, 'time_limit')).toEqual(['以舟山市市场监督管理局公布的办事指南为准。'])
  })

  test('keeps the unit of the law', () => {
    expect(inUnits({ days: 3, unit: '工作日', source: '' })).toBe('3 个工作日')
    expect(inUnits({ days: 60, unit: '日', source: '' })).toBe('60 日')
    expect(inUnits({ days: 24, unit: '小时', source: '' })).toBe('24 小时')
  })
})

describe('what an answer begins with', () => {
  const FAQ = {
    q: '没有场地能登记吗？',
    a: '不能。登记须有住所，住所须能接收文书。',
    source: '《公司法》第八条',
  }
  const CONDITIONS = [
    { text: '股东人数符合规定', source: '《公司法》第八条' },
    { text: '登记须有住所，住所须能接收文书', source: '《公司法》第八条' },
    { text: '经理由股东委派', source: '《公司法》第八条' },
  ]
  const told = (question: string, overrides = {}) => {
    const [, ...others] = someItems()
    const item = anItem({ conditions: CONDITIONS, faq: [FAQ], ...overrides })
    return composeDecision({
      decision: answer({ field: 'conditions' }),
      base: aKnowledgeBase({ items: [item, ...others] }),
      version: '7',
      turnId: asId<TurnId>('t1'),
      askedNext: nothingAskedNext,
      question,
    }).blocks
  }
  const openLines = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => (block.kind === 'field' ? [block.label, ...block.lines] : []))

  test('is the frequent question, and nothing below says it again', () => {
    const lines = openLines(told('没有场地可以登记吗'))
    expect(lines.slice(0, 2)).toEqual([FAQ.q, FAQ.a])
    expect(lines.filter((line) => line.includes('接收文书'))).toHaveLength(1)
    expect(lines.join()).toContain('经理由股东委派')
  })

  test('sends nobody to the first step who was just told that it cannot be done', () => {
    expect(openLines(told('没有场地可以登记吗')).join()).not.toContain('确定名称')
    const allowed = { faq: [{ ...FAQ, a: '可以。用网络地址登记。' }] }
    expect(openLines(told('没有场地可以登记吗', allowed)).join()).toContain('确定名称')
  })

  test('is the condition that bears on a question no row answers; the others are folded', () => {
    const others = { faq: [] }
    const blocks = told('经理可以由别人委派吗', others)
    expect(openLines(blocks).slice(0, 2)).toEqual(['办理条件', '经理由股东委派'])
    const fold = blocks.find((block) => block.kind === 'fold')
    expect(fold).toMatchObject({ title: '办理条件：其余 3 项' })
    expect(openLines(told('登记要什么条件', others))).toContain('办理对象')
  })
})

test('the next step is the first that the asker takes', () => {
  const steps = [
    { title: '发布通知', text: '公布申报通知。', who: '省科技厅' },
    { title: '网上申报', text: '填报并提交。', who: '企业' },
  ]
  const [, ...others] = someItems()
  const base = aKnowledgeBase({ items: [anItem({ steps }), ...others] })
  expect(textOf(compose(answer({ field: 'process' }), base))).toContain('请从第 2 步“网上申报”开始')
  const ours = aKnowledgeBase({ items: [anItem({ steps: steps.slice(1) }), ...others] })
  expect(textOf(compose(answer({ field: 'process' }), ours))).toContain('请从第 1 步“网上申报”开始')
})

test.each<[note: string, isAlone: boolean]>([
  ['大项目自受理之日起3个工作日内、小项目1个工作日内办结。', true],
  ['自受理之日起3个工作日内办结，经批准可以延长10个工作日。', false],
  ['自受理之日起3个工作日内办结；公示期20日不计入。', false],
])('a note that names two limits stands for the one figure: %s', (note, isAlone) => {
  const statutory = { days: 3, unit: '工作日', source: '甲' } as const
  const lines = factLines(anItem({ timeLimit: { statutory, promised: null, note } }), 'time_limit')
  expect(lines[0] === `${note}〔甲〕`).toBe(isAlone)
  expect(lines.some((line) => line.includes('3 个工作日（法定时限）'))).toBe(!isAlone)
})

test('options are told by what separates them, with a way out', () => {
  const message = compose(BY_KIND.clarify[0]!)
  expect(textOf(message)).toContain('适用于个人经营；设立公司的，请办理公司设立登记')
  expect(actionsOf(message).map(({ value }) => value)).toContainEqual({ a: 'none_of_these' })
})

test('one option alone is to be confirmed, not told from others', () => {
  const one = {
    kind: 'clarify',
    field: null,
    reason: 'near_miss',
    options: options.slice(0, 1),
  } as const
  expect(textOf(compose(one))).toContain('请确认是不是您要办的')
  expect(textOf(compose(one))).not.toContain('容易混淆')
  expect(actionsOf(compose(one)).map(({ label }) => label)).toContain('都不是')
  expect(textOf(compose({ ...one, options }))).toContain('容易混淆')
})

test('a button says the official name of its option; what tells it from the others stands above', () => {
  const labels = actionsOf(compose(BY_KIND.clarify[0]!)).map(({ label }) => label)
  expect(labels).toContain('个体工商户设立登记')
  expect(labels).toContain('公司设立登记')
  expect(labels.every((label) => label.length <= 40)).toBe(true)
})

test('in an emergency the numbers come before anything else', () => {
  const message = compose(inDanger())
  expect(message.tone).toBe('danger')
  expect(message.summary).toContain('119')
  expect(textOf({ ...message, blocks: message.blocks.slice(0, 2) })).toContain('119（火警）')
})

describe('what is said while danger lasts', () => {
  test('differs with what is happening', () => {
    const { replies } = aKnowledgeBase()
    const said = DANGER_KINDS.map((reason) => {
      const message = textOf(compose(inDanger({ reason })))
      return DANGER_KINDS.filter((kind) => message.includes(replies.emergency[kind]))
    })
    expect(said).toEqual(DANGER_KINDS.map((reason) => [reason]))
  })

  test('names the numbers in English first where that was spoken', () => {
    const [first] = compose(inDanger({ inEnglish: true })).blocks
    expect(JSON.stringify(first)).toContain('119 (fire and rescue), 120 (ambulance)')
    expect(textOf(compose(inDanger()))).not.toContain('Call for help')
  })

  test('says below the numbers who lets a foreign sailor ashore, and only on a ship', () => {
    const base = aKnowledgeBase({
      hotlines: [
        ...aKnowledgeBase().hotlines,
        { key: 'immigration', number: '12367', name: '移民管理服务', scope: '边检' },
      ],
    })
    const kinds = compose(inDanger({ ashore: true }), base).blocks.map(({ kind }) => kind)
    expect(kinds.slice(0, 3)).toEqual(['text', 'list', 'text'])
    expect(textOf(compose(inDanger({ ashore: true }), base))).toContain(
      '临时入境手续，也可以拨打 12367',
    )
    expect(textOf(compose(inDanger({ ashore: true, inEnglish: true }), base))).toContain(
      'ship agent',
    )
    expect(textOf(compose(inDanger({ ashore: true })))).toContain('临时入境手续。')
    expect(textOf(compose(inDanger(), base))).not.toContain('临时入境')
  })

  test('offers what is asked besides after the numbers', () => {
    const besides = code('QYKB-002')
    expect(actionsOf(compose(inDanger({ code: besides }))).map(({ value }) => value)).toEqual([
      { a: 'ticket_form', reason: 'coordination', code: '' },
      { a: 'choose', code: besides, field: 'overview' },
    ])
    expect(actionsOf(compose(inDanger()))).toHaveLength(1)
  })
})

test('a code that the base does not have is a programming error', () => {
  expect(() => compose(answer({ code: code('QYKB-999') }))).toThrow('unknown_item')
})
