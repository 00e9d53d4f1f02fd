// How an answer is put: what leads, what is cited where, what is folded, what comes next.
import { describe, expect, test } from 'vitest'
import { factGroups, factLines } from '../../src/conversation/compose/facts.ts'
import { withoutDoubledFigures } from '../../src/conversation/compose/figures.ts'
import { questionAbout } from '../../src/conversation/compose/next-questions.ts'
import { inOrderAsked } from '../../src/conversation/compose/open-fields.ts'
import { shortened } from '../../src/conversation/compose/shortened.ts'
import { sharedSource, shownLines } from '../../src/conversation/compose/shown-lines.ts'
import type { Field } from '../../src/conversation/decision.ts'
import type { Block } from '../../src/kernel/message.ts'
import { CUSTOMARY_SOURCE } from '../../src/knowledge/service-item.ts'
import { blocksFor } from '../builders/answer-blocks.ts'
import { anItem } from '../builders/service-item.ts'

const fieldNamed = (blocks: readonly Block[], label: string) =>
  blocks.find((block) => block.kind === 'field' && block.label === label)

const RENEWAL = {
  q: '延续什么时候申请？',
  a: '有效期5年，应当在届满60日前提出。',
  source: '《示例条例》第九条',
}
const PERMIT = anItem({ faq: [{ q: '要交押金吗', a: '不交。', source: '甲' }, RENEWAL] })

describe('the frequent question that was asked', () => {
  test('leads, with its source below, and is not folded again', () => {
    const blocks = blocksFor(PERMIT, 'time_limit', '执照到期要提前多少天去续期')
    expect(blocks[0]).toEqual({ kind: 'field', label: RENEWAL.q, lines: [RENEWAL.a] })
    expect(blocks[1]).toEqual({ kind: 'note', text: '依据：《示例条例》第九条' })
    // How long the authority takes is no answer to when to apply.
    expect(fieldNamed(blocks, '办理时限')).toBeUndefined()
    expect(JSON.stringify(blocks.filter(({ kind }) => kind === 'fold'))).not.toContain(RENEWAL.q)
  })

  test.each([['需要哪些材料'], ['多久能办好'], [null]])(
    'does not lead when asked %s',
    (question) => {
      expect(blocksFor(PERMIT, 'time_limit', question)[0]).toMatchObject({ label: '办理时限' })
    },
  )

  test('does not lead when the first line of the record says the same', () => {
    const line = '材料齐全的当场登记，其余三日内登记'
    const item = anItem({
      timeLimit: { statutory: null, promised: null, note: line },
      faq: [{ q: '多久能登记？', a: line, source: '甲' }],
    })
    expect(blocksFor(item, 'time_limit', '多久能登记')[0]).toMatchObject({ label: '办理时限' })
  })

  test('leads where a later line says the same, which is then left out', () => {
    const [line = ''] = factLines(anItem({}), 'time_limit').slice(-1)
    const item = anItem({ faq: [{ q: '多久能登记？', a: line, source: '甲' }] })
    const blocks = blocksFor(item, 'time_limit', '多久能登记')
    expect(blocks[0]).toMatchObject({ label: '多久能登记？', lines: [line] })
    expect(JSON.stringify(blocks.slice(1))).not.toContain(line)
  })
})

describe('when to renew', () => {
  const condition = { text: '有效期3年，在有效期届满60日前申请延续', source: '《示例条例》第五条' }

  test('is said first, from the conditions where no frequent question says it', () => {
    const item = anItem({ faq: [], conditions: [condition] })
    const [lead, basis] = blocksFor(item, 'time_limit', '续期最晚什么时候交材料')
    expect(lead).toEqual({ kind: 'field', label: '什么时候申请延续？', lines: [condition.text] })
    expect(basis).toEqual({ kind: 'note', text: '依据：《示例条例》第五条' })
  })

  test('is said by the frequent question that holds it, whatever it asks', () => {
    const row = { q: '证管几年', a: '3年，届满之日30日以前申请延续。', source: '甲' }
    const item = anItem({ faq: [row], conditions: [condition] })
    expect(blocksFor(item, 'time_limit', '延续要提前几天')[0]).toMatchObject({
      label: '证管几年？',
    })
  })

  test('is not a date after the end', () => {
    const after = { text: '期满之日起1年内完成复垦，期满后1年内恢复', source: '甲' }
    const item = anItem({ faq: [], conditions: [after] })
    const [first] = blocksFor(item, 'time_limit', '延续要提前几天')
    expect(first).toMatchObject({ kind: 'text', text: expect.stringContaining('未列明您问的时间') })
  })

  test.each(['多久能批下来', '延续要什么材料', '办好要几天'])('is not said to %s', (question) => {
    const item = anItem({ faq: [], conditions: [condition] })
    expect(blocksFor(item, 'time_limit', question)[0]).toMatchObject({ label: '办理时限' })
  })
})

describe('sources', () => {
  const fact = (text: string, source: string | null) => ({ text, source })

  test('one that several lines in a row share is named once', () => {
    expect(
      shownLines([fact('甲', 'A'), fact('乙', 'A'), fact('丙', 'B'), fact('丁', null)]),
    ).toEqual(['甲', '乙〔以上 2 项：A〕', '丙〔B〕', '丁'])
  })

  test('one that all lines share is said below them instead, in full', () => {
    const item = anItem({
      conditions: [
        { text: '甲', source: '《公司法》第四条' },
        { text: '乙', source: '《公司法》第四条' },
      ],
      legalBasis: [{ title: '中华人民共和国公司法', article: '第一条', source: null }],
    })
    const blocks = blocksFor(item, 'conditions')
    expect(fieldNamed(blocks, '办理条件')).toMatchObject({ lines: ['甲', '乙'] })
    expect(blocks).toContainEqual({ kind: 'note', text: '依据：《中华人民共和国公司法》第四条' })
  })

  test('where lines have several, the first law of the record stands below', () => {
    expect(sharedSource([fact('甲', 'A'), fact('乙', 'B')])).toBeNull()
    const item = anItem({
      steps: [{ title: '提交', text: '提交申请。', who: '申请人' }],
      legalBasis: [
        { title: '关于实施《某法》的规定', article: '第二条', source: null },
        { title: '某条例', article: null, source: null },
      ],
    })
    expect(blocksFor(item, 'process')[1]).toEqual({
      kind: 'note',
      text: '办理依据：《关于实施〈某法〉的规定》第二条等',
    })
  })

  test('custom is marked as not yet confirmed', () => {
    expect(shownLines([fact('甲', CUSTOMARY_SOURCE)])).toEqual(['甲〔通行做法，待中心核定〕'])
  })
})

describe('what stands open', () => {
  const materials = Array.from({ length: 12 }, (_, n) => ({
    name: `第${n + 1}份${'材料'.repeat(20)}`,
    form: '原件' as const,
    copies: null,
    required: true as const,
    source: `来源${n}`,
  }))

  test('is at most about 400 characters; the rest of a long list is folded right below', () => {
    const blocks = blocksFor(anItem({ materials }), 'materials')
    const [open, , fold] = [blocks[0], blocks[2], blocks[1]]
    expect(open?.kind === 'field' && open.lines.length).toBeLessThan(10)
    expect(fold).toMatchObject({ kind: 'fold', title: /^申请材料：其余 \d 项$/u })
    expect(JSON.stringify(blocks)).toContain('第12份')
  })

  test('a single line left over is not folded', () => {
    const few = materials.slice(0, 9)
    expect(JSON.stringify(blocksFor(anItem({ materials: few }), 'materials'))).not.toContain(
      '其余 1',
    )
  })

  test('names whom an item is for apart from its conditions', () => {
    const item = anItem({ applicants: ['企业'], conditions: [{ text: '甲', source: 'A' }] })
    expect(factGroups(item, 'conditions').map(({ label }) => label)).toEqual([
      '办理对象',
      '办理条件',
    ])
  })

  test.each<[question: string, expected: readonly Field[]]>([
    ['多久能好？收不收钱？', ['time_limit', 'fee']],
    ['收不收钱，多久能好', ['fee', 'time_limit']],
    ['多久能好', ['fee', 'time_limit']],
  ])('%s is answered in its order', (question, expected) => {
    expect(inOrderAsked(['fee', 'time_limit'], question)).toEqual(expected)
  })

  test('says what a matter is before its steps', () => {
    expect(inOrderAsked(['process', 'overview'], null)).toEqual(['overview', 'process'])
    expect(inOrderAsked(['fee', 'overview'], null)).toEqual(['fee', 'overview'])
  })
})

describe('what is unknown here', () => {
  const statutory = { days: 7, unit: '日', source: '《示例条例》第三条' } as const
  const timed = (note: string | null) => anItem({ timeLimit: { statutory, promised: null, note } })
  const PROMISE = '承诺办结时限以舟山市市场监督管理局公布的办事指南为准。'

  test('a promised limit names who publishes it, unless the record does', () => {
    expect(factLines(timed(null), 'time_limit')).toEqual([
      '7 日（法定时限）〔《示例条例》第三条〕',
      PROMISE,
    ])
    expect(factLines(timed('地方时限以办事指南为准'), 'time_limit')).not.toContain(PROMISE)
    const promised = { days: 1, unit: '日', source: 'A' } as const
    const known = anItem({ timeLimit: { statutory, promised, note: null } })
    expect(factLines(known, 'time_limit')).not.toContain(PROMISE)
  })

  test('a window without address names who publishes it; ways in stand by kind', () => {
    const item = anItem({
      channels: [
        { kind: 'online', name: '甲网', note: null },
        { kind: 'window', name: '窗口', note: null },
        { kind: 'online', name: '乙网', note: null },
      ],
    })
    expect(factLines(item, 'channel')).toEqual([
      '网上：甲网、乙网',
      '窗口：办理部门受理窗口',
      '地址、电话以舟山市市场监督管理局公布的办事指南为准。',
    ])
    const placed = anItem({ channels: [{ kind: 'window', name: '甲厅', note: '一楼' }] })
    expect(factLines(placed, 'channel')).toEqual(['窗口：甲厅（一楼）'])
  })
})

describe('the next step', () => {
  const steps = [
    { title: '核对', text: '核对条件', who: '申请人' },
    { title: '提交', text: '提交申请。', who: '申请人' },
  ]
  const channels = [
    { kind: 'window', name: '窗口', note: null },
    { kind: 'online', name: '甲网', note: null },
  ] as const

  test('is the first step and the first way online', () => {
    const blocks = blocksFor(anItem({ steps, channels }), 'fee')
    expect(fieldNamed(blocks, '下一步')).toMatchObject({
      lines: ['核对：核对条件。', '网上办理：甲网。'],
    })
  })

  test('points at the steps where they stand open, and at the window where nothing is online', () => {
    const blocks = blocksFor(anItem({ steps, channels: [channels[0]] }), 'process')
    expect(fieldNamed(blocks, '下一步')).toMatchObject({
      lines: ['请从第 1 步“核对”开始。', '前往或联系：办理部门受理窗口。'],
    })
  })

  test('names the step for some cases, and where the others begin', () => {
    const cases = [{ title: '声明', text: '遗失的，先声明作废', who: '申请人' }, ...steps]
    const item = anItem({ steps: cases, channels })
    expect(fieldNamed(blocksFor(item, 'fee'), '下一步')).toMatchObject({
      lines: [
        '声明：遗失的，先声明作废。',
        '不属于上述情形的，从这一步开始：核对：核对条件。',
        '网上办理：甲网。',
      ],
    })
    expect(fieldNamed(blocksFor(item, 'process'), '下一步')).toMatchObject({
      lines: [
        '请从第 1 步“声明”开始；不属于该步所列情形的，从第 2 步“核对”开始。',
        '网上办理：甲网。',
      ],
    })
  })
})

test.each([
  ['期满前十二个月（12个月）内申请', '期满前12个月内申请'],
  ['有效期延长十年（10年）', '有效期延长10年'],
  ['自受理之日起十日（工作日）', '自受理之日起十日（工作日）'],
  ['报送审核（10日内通知）', '报送审核（10日内通知）'],
])('%s is shown as %s', (text, shown) => {
  expect(withoutDoubledFigures(text)).toBe(shown)
})

test.each([
  ['船舶搭靠手续办理', '行政许可', '船舶搭靠手续怎么办理？'],
  ['劳动用工备案', '行政备案', '劳动用工怎么备案？'],
  ['设立审批与备案', '行政备案', '设立审批与备案怎么办理？'],
  ['产业配套对接', '增值服务', '产业配套对接怎么申请？'],
  ['人才购房补贴', '行政给付', '人才购房补贴怎么申领？'],
  ['研发费用加计扣除', '公共服务', '研发费用加计扣除怎么享受？'],
  ['企业开办“一件事”', '一件事', '企业开办“一件事”可以一次办理哪些事项？'],
  ['公司设立登记', '行政许可', '公司设立登记怎么办理？'],
] as const)('%s is offered as a question of its kind', (name, kind, question) => {
  expect(questionAbout(anItem({ name, kind }))).toBe(question)
})

test('what does not fit ends with a whole clause and a mark', () => {
  const text = shortened(`${'甲'.repeat(60)}，${'乙'.repeat(60)}`)
  expect(text).toBe(`${'甲'.repeat(60)}…`)
})

describe('in English', () => {
  test.each([
    ['how long does it take', true],
    ['执照 how long', false],
    ['AEO', false],
    ['ok 119', false],
    ['trademark?', true],
    [null, false],
  ])('%s is told that the record is in Chinese: %s', (question, told) => {
    const first = JSON.stringify(blocksFor(anItem({}), 'time_limit', question)[0])
    expect(first.includes('QYKB-002') && first.includes('staff')).toBe(told)
  })
})
