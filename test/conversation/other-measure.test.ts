// Money that is not the fee, and time that is not the authority's: neither is answered with the item's own.
import { describe, expect, test } from 'vitest'
import { otherMeasure } from '../../src/conversation/compose/measure/other-measure.ts'
import type { Field } from '../../src/conversation/decision.ts'
import type { Block } from '../../src/kernel/message.ts'
import { blocksFor } from '../builders/answer-blocks.ts'
import { anItem } from '../builders/service-item.ts'

describe('other money', () => {
  test.each([
    ['冻虾进口税率是多少'],
    ['这笔所得税要交几个点'],
    ['所得税几个点'],
    ['裁员要给多少补偿'],
    ['专票开了八万要交多少'],
    ['招一个应届生补多少'],
    ['评上以后能拿多少'],
    ['质量奖奖励多少万'],
    ['这项一共能领到多少'],
    ['解除合同赔偿金怎么算'],
    ['给不给N+1'],
    ['手指断了能赔多少钱'],
    ['夜班加班费多少'],
    ['最低工资标准是多少'],
    ['贷款利率高不高'],
    ['利息大概多少'],
    ['一度电电价多少'],
    ['厂房租金怎么算'],
    ['信保的保费贵不贵'],
    ['要存多少保证金'],
    ['晚报了罚多少'],
    ['找个中介办大概多少钱'],
    ['代账公司一年要多少'],
    ['what salary do i have to pay'],
    ['how much is the import tax on shrimps'],
    ['how much subsidy can we get'],
  ])('is heard: 「%s」', (question) => {
    expect(otherMeasure(question, anItem())?.of).toBe('money')
  })

  test.each([
    ['办这个要多少钱'],
    ['申请补贴要交钱吗'],
    ['补领执照多少钱'],
    ['补办一张多少钱'],
    ['拖欠工资去仲裁收费吗'],
    ['工资集体协商要多少天'],
    ['一般纳税人登记收不收费'],
    ['检验费用怎么收'],
    ['商标注册官费多少'],
    ['代理商备案要多少钱'],
    ['可以代办吗'],
    ['租金补贴要什么材料'],
    ['退税要几天'],
    ['拿证多少钱'],
    ['能拿多少份副本'],
    ['奖励申报要提交什么'],
    ['how much does it cost'],
    ['is the licence free'],
    ['fine, what does it cost'],
    ['人力中介许可要收费吗'],
    ['代理记账许可收费吗'],
    ['担保费几个点'],
  ])('is not the fee, nor anything else: 「%s」', (question) => {
    expect(otherMeasure(question, anItem())?.of).not.toBe('money')
  })
})

describe('other time', () => {
  test.each([
    ['不合格的整改期限多长'],
    ['要在几天内整改好'],
    ['靠港提前多少小时报'],
    ['搬了地址多久之内要变更'],
    ['公积金能缓交多久'],
    ['这个证有效期几年'],
    ['检测报告多久有效'],
    ['多久复审一次'],
    ['锅炉几年一次'],
  ])('is heard: 「%s」', (question) => {
    expect(otherMeasure(question, anItem())?.of).toBe('time')
  })

  test.each([
    ['多久能批下来'],
    ['几天内能批'],
    ['押的钱几天内要还给我们'],
    ['多少个工作日之内答复'],
    ['要等多久'],
    ['审批时限是几天'],
    ['整改完了多久来复查'],
    ['能提前办吗'],
    ['how many days does it take'],
  ])('is not how long it takes: 「%s」', (question) => {
    expect(otherMeasure(question, anItem())?.of).not.toBe('time')
  })
})

const labels = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'field' ? [block.label] : []))
const UNSAID = /^事项记录未列明您问的(?:金额|时间)，以舟山市市场监督管理局公布的为准/u
const unsaid = (blocks: readonly Block[]) =>
  blocks.some((block) => block.kind === 'text' && UNSAID.test(block.text))

describe('an answer about another measure', () => {
  test.each<[field: Field, question: string, own: string]>([
    ['fee', '加班费多少', '收费'],
    ['time_limit', '整改期限多长', '办理时限'],
  ])('says that the record has none, and shows the conditions: %s', (field, question, own) => {
    const blocks = blocksFor(anItem(), field, question)
    expect(unsaid(blocks)).toBe(true)
    expect(labels(blocks)).toContain('办理条件')
    expect(labels(blocks)).not.toContain(own)
  })

  test('is the sentence of the record that says it', () => {
    const fee = { kind: '市场收费', note: '推荐不收费；租金由双方约定', source: null } as const
    const blocks = blocksFor(anItem({ fee }), 'fee', '租金大概多少')
    expect(blocks[0]).toMatchObject({ lines: ['租金由双方约定。'] })
    expect(unsaid(blocks)).toBe(false)
  })

  test('is not said twice, however often the record says it', () => {
    const text = '预计抵港4小时前报告'
    const timeLimit = { statutory: null, promised: null, note: `${text}，航程短的另行规定。` }
    const item = anItem({ conditions: [{ text, source: '甲' }], timeLimit, faq: [] })
    expect(blocksFor(item, 'time_limit', '靠港提前多少小时报')[0]).toMatchObject({
      lines: [`${text}，航程短的另行规定。`],
    })
  })

  test('is the frequent question that says it, and no other', () => {
    const faq = [
      { q: '办理要多少钱？', a: '免费。', source: '甲' },
      { q: '加班费多少？', a: '不低于工资的百分之一百五十。', source: '甲' },
    ]
    expect(labels(blocksFor(anItem({ faq }), 'fee', '加班费多少钱'))[0]).toBe('加班费多少？')
    expect(unsaid(blocksFor(anItem({ faq: faq.slice(0, 1) }), 'fee', '加班费多少钱'))).toBe(true)
  })

  test('shows the fee too when that is asked besides', () => {
    const blocks = blocksFor(anItem(), 'fee', '办理收费吗，能补多少')
    expect(labels(blocks)).toContain('收费')
    expect(unsaid(blocks)).toBe(true)
  })

  test('takes no agent for the department', () => {
    const [first] = blocksFor(anItem(), 'fee', '找代办公司多少钱')
    expect(first).toMatchObject({ text: expect.stringContaining('由代办机构自行定价') })
  })

  test.each(['办这个要多少钱', '我问的是收费'])(
    'is none where the fee is asked: %s',
    (question) => {
      const blocks = blocksFor(anItem(), 'fee', question)
      expect(labels(blocks)).toContain('收费')
      expect(unsaid(blocks)).toBe(false)
    },
  )
})

test.each<[question: string, field: Field, also: Field | null, shown: readonly string[]]>([
  ['材料 多久 收费吗', 'time_limit', 'materials', ['申请材料', '办理时限', '收费']],
  [
    'which documents, how long and how much does it cost',
    'time_limit',
    'materials',
    ['申请材料', '办理时限', '收费'],
  ],
  ['要多久 收费吗', 'time_limit', 'fee', ['办理时限', '收费']],
])('all parts asked for stand open: 「%s」', (question, field, also, shown) => {
  expect(
    labels(blocksFor(anItem(), field, question, also))
      .filter((label) => shown.includes(label))
      .sort(),
  ).toEqual([...shown].sort())
})

const named = (name: string) => anItem({ name })

describe('sums of a kind of item', () => {
  test.each([
    ['渔船更新补助', '一吨补多少'],
    ['渔船更新补助', '多少钱一吨'],
    ['渔船更新补助', '上限多少'],
    ['见习岗位补贴', '一个人一个月几百'],
    ['单位社会保险缴费', '一个月要交多少'],
    ['单位社会保险缴费', '最低是多少'],
    ['小微企业贷款担保', '额度最高多少'],
  ])('%s: 「%s」 does not ask for the fee', (name, question) => {
    expect(otherMeasure(question, named(name))?.of).toBe('money')
  })

  test.each([
    ['渔船更新补助', '申请要交多少钱'],
    ['渔船更新补助', '收费吗'],
    ['渔船更新补助', '补助要跑几个部门'],
    ['公司设立登记', '一个月要交多少'],
    ['国际航行船舶保税加注', '一年几百万吨的量够不够'],
    ['股权出质登记', '按借多少算还是按次'],
  ])('%s: 「%s」 asks for no such sum', (name, question) => {
    expect(otherMeasure(question, named(name))?.of).not.toBe('money')
  })

  test('that it is paid out by policy says nothing of how much', () => {
    const item = anItem({ name: '渔船更新补助', result: '更新补助资金（以政策兑现为准）' })
    expect(unsaid(blocksFor(item, 'fee', '一条船能补多少'))).toBe(true)
    expect(labels(blocksFor(item, 'fee', '多少钱一吨'))).not.toContain('收费')
  })

  test.each<[name: string, question: string, q: string, a: string]>([
    ['就业税收扣减', '招一个能减多少税', '每人每年扣多少？', '每人6000元。'],
    ['费用减缴备案', '年费打几折', '减缴比例是多少', '减缴85%。'],
    ['设备一次性扣除', '一次性扣除有没有上限', '单价多少以内可以？', '不超过500万元的可以。'],
  ])('%s: 「%s」 is answered with the figure', (name, question, q, a) => {
    const faq = [
      { q: '要备案吗？', a: '不用备案，资料留存备查。', source: '甲' },
      { q, a, source: '甲' },
    ]
    const [first] = blocksFor(anItem({ name, faq }), 'overview', question)
    expect(first).toMatchObject({ lines: [a] })
  })

  test('who sets the standard is said', () => {
    const faq = [{ q: '能补多少钱？', a: '以当年通知为准，不作承诺。', source: '甲' }]
    const item = anItem({ name: '渔船更新补助', faq })
    expect(blocksFor(item, 'fee', '上限多少')[0]).toMatchObject({ lines: [faq[0]?.a] })
    expect(labels(blocksFor(item, 'fee', '申请要交钱吗'))).not.toContain('能补多少钱？')
  })

  test('how much can be borrowed is not the office’s to say', () => {
    const [first] = blocksFor(named('船舶抵押权登记'), 'result', '押了能贷多少')
    expect(first).toMatchObject({ kind: 'text', text: expect.stringContaining('贷款银行等机构') })
  })
})

describe('how long it holds', () => {
  test.each([
    ['什么时候过期'],
    ['办下来能用几年'],
    ['几年换一次证'],
    ['一张管多久'],
    ['几年一换'],
    ['多少年到期'],
    ['几年要重新评一次'],
    ['几年'],
    ['用到什么时候'],
  ])('is heard: 「%s」', (question) => {
    expect(otherMeasure(question, anItem())?.label).toBe('有效期多长？')
  })

  test.each([['到期了怎么续'], ['几天能办好'], ['什么时候能拿到'], ['用几年的流水']])(
    'is not asked for: 「%s」',
    (question) => {
      const isAbout = otherMeasure(question, anItem())?.label === '有效期多长？'
      expect(isAbout).toBe(question.startsWith('用'))
    },
  )

  test('is said by the result, and otherwise said not to be stated', () => {
    const said = anItem({ result: '经营许可证，有效期三年（3年）' })
    expect(blocksFor(said, 'time_limit', '什么时候过期')[0]).toMatchObject({
      label: '有效期多长？',
    })
    const blocks = blocksFor(anItem(), 'time_limit', '什么时候过期')
    expect(blocks[0]).toMatchObject({ text: expect.stringContaining('事项记录未列明有效期') })
    expect(labels(blocks)).not.toContain('办理时限')
  })

  test.each([['公告要登多少天'], ['公示几天啊'], ['公示期多长']])(
    'an announcement has a time of its own: 「%s」',
    (question) => {
      const item = anItem({ conditions: [{ text: '公告期45日届满后申请', source: '甲' }] })
      expect(blocksFor(item, 'time_limit', question)[0]).toMatchObject({
        lines: ['公告期45日届满后申请。'],
      })
    },
  )
})
