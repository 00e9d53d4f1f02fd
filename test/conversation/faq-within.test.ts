// What leads an answer once it is settled which item is meant: chosen among this item's own rows and
// lines, read together with what was asked before.
import { describe, expect, test } from 'vitest'
import { isForOthers, stepsOfBranch } from '../../src/conversation/compose/branch.ts'
import { speaksEnglish } from '../../src/conversation/compose/english.ts'
import { agentOf, asksForAgent } from '../../src/conversation/compose/faq/agent.ts'
import { asksDeadline, deadlineOf } from '../../src/conversation/compose/faq/deadline.ts'
import { leadFor } from '../../src/conversation/compose/faq/lead.ts'
import { isUnspoken } from '../../src/conversation/compose/faq/other-case.ts'
import { wantsSentence } from '../../src/conversation/compose/faq/shape.ts'
import { stepAsked } from '../../src/conversation/compose/faq/step-asked.ts'
import { unstated } from '../../src/conversation/compose/unstated.ts'
import type { Field } from '../../src/conversation/decision.ts'
import { loadKnowledgeFolder } from '../../src/files/knowledge-folder.ts'
import { anItem } from '../builders/service-item.ts'

const folder = await loadKnowledgeFolder(`${import.meta.dirname}/../../knowledge`)
if (folder.kind !== 'ok') throw new Error(JSON.stringify(folder.problems.slice(0, 3)))
const { base } = folder

const itemOf = (code: string) => {
  const item = base.items.find((one) => one.code === code)
  if (item === undefined) throw new Error(code)
  return item
}

const leadIn = (code: string, question: string, before: string | null) =>
  leadFor(base, itemOf(code), { question, before, open: ['conditions'] })

describe('in a dialogue about the item', () => {
  test.each<[code: string, before: string, question: string, row: string]>([
    ['RCFW-018', '稳岗返还怎么领', '我们去年裁员了几个，还给不给', '裁了人还有稳岗返还吗'],
    [
      'RCFW-018',
      '稳岗返还怎么领',
      '派遣公司能不能也领',
      '劳务派遣公司能领吗，返还要分给用工单位吗',
    ],
    [
      'RCFW-015',
      '车间摔伤报工伤',
      '劳动合同没签过行不行',
      '没签劳动合同、没交社保能认定工伤吗，钱谁出',
    ],
    ['CYFW-008', '应急预案要备案', '我们这种小木器厂也要备吗', '小厂、小店也要备吗？'],
    [
      'QYKB-022',
      '个体户转企业',
      '以前欠的货款谁来还',
      '转成公司后，原来欠供应商的货款、债务谁来还？',
    ],
  ])('%s %s, %s', (code, before, question, row) => {
    expect(leadIn(code, question, before)?.q).toBe(row)
  })

  test('a sentence of another answer leads as what it is', () => {
    const a = '已报废的不能办理单位变更；缺合格证的先联系制造单位补办。'
    const item = anItem({ faq: [{ q: '二手设备能过户吗？', a, source: '甲' }], conditions: [] })
    const [question, before] = ['厂家给的合格证没了能登记吗', '锅炉要登记']
    const lead = leadFor(base, item, { question, before, open: ['conditions'] })
    expect(lead?.a).toBe('缺合格证的先联系制造单位补办。')
    expect(lead?.isStatement).toBe(true)
  })

  test.each<[code: string, before: string, question: string]>([
    // The row's own word was not said: another paper, several firms, together, a time gone by.
    ['RCFW-018', '稳岗返还怎么领', '老板在外地能领吗'],
    ['QYKB-002', '注册公司', '非要请会计吗'],
    // What a part of the record answers.
    ['RCFW-015', '车间摔伤报工伤', '要带什么材料'],
  ])('%s %s, %s: nothing near leads', (code, before, question) => {
    expect(leadIn(code, question, before)).toBeNull()
  })

  test('the first question about an item is held to the higher bar', () => {
    const asked = '只卖袋装零食要办食品证吗'
    expect(leadIn('QYKB-033', asked, '预包装食品备案怎么办')?.q).toBe('网店卖零食要备案吗？')
    expect(leadIn('QYKB-033', asked, null)).toBeNull()
  })

  test('near enough, a row leads the first question, too', () => {
    expect(leadIn('GGSS-012', '自家打井要证吗', null)?.q).toMatch(/打井/u)
  })

  test.each([['can an agent apply for us'], ['让代办公司去弄行不行']])(
    'an agent is asked for: 「%s」',
    (question) => {
      expect(leadIn('KFFW-025', question, '登轮证怎么办')?.q).toBe('登轮证谁可以代办')
    },
  )

  test('a row on the other side does not lead', () => {
    expect(leadIn('RCFW-023', '女员工生孩子的钱怎么领', null)).toBeNull()
    expect(leadIn('RCFW-011', '减员最晚几号', null)?.a).toContain('截止日')
  })

  test('to take a record from the web is not to revoke an act', () => {
    expect(leadIn('FLFW-016', '罚款交了，网上那条记录能不能撤掉', null)?.q ?? '').not.toMatch(
      /撤销/u,
    )
  })

  test('a clause that says what is not asked does not choose', () => {
    const said = '不是问锅炉能不能留，蒸汽怎么接'
    expect(leadIn('GGSS-013', said, '园区蒸汽接入')?.q).not.toBe('接了蒸汽自己锅炉能留吗')
  })
})

test.each([
  ['登记证丢了怎么补', '登记证怎么拿'],
  ['一起申请可以吗', '单独申请可以吗'],
  ['超过一年还能报吗', '还能报吗'],
  ['没有抵押物能贷吗', '能贷吗'],
])('%s is about a case that %s does not speak of', (row, said) => {
  expect(isUnspoken(row, { said, name: '示例登记' })).toBe(true)
})

test.each([
  ['登记证丢了怎么补', '证弄丢了咋整'],
  ['没有抵押物能贷吗', '厂房没抵押给别人，能不能贷'],
  ['收费吗', '怎么办'],
])('%s may be meant by %s', (row, said) => {
  expect(isUnspoken(row, { said: `${said}，收费`, name: '示例登记' })).toBe(false)
})

describe('by when', () => {
  const before = '在有效期届满30日前提出延续申请'
  const within = '自变更之日起15日内申请'

  test.each([
    '现在去报赶得上吗',
    '最迟哪天交',
    '要早几天弄',
    '多少天之内',
    '多少辰光之内要去报',
    '签好以后几天内送过去',
    '过了多久就不能提了',
    '拖几天就不收了',
    'when should i renew it',
  ])('%s asks for the own limit', (question) => {
    expect(asksDeadline(question)).toBe(true)
  })

  test.each([
    '几天批下来',
    '没来得及看',
    '多久有结果',
    '这几天都来不及',
    '几天内能批',
    '多少天之内给结果',
    '多久之内作出决定',
  ])('%s does not', (question) => {
    expect(asksDeadline(question)).toBe(false)
  })

  const lead = (question: string, conditions: readonly string[], faq = anItem({}).faq) =>
    deadlineOf(
      anItem({ faq, conditions: conditions.map((text) => ({ text, source: '甲' })) }),
      { question, before: null },
      { linesToo: true },
    )

  test('of a renewal is the time before the end', () => {
    expect(lead('证要到期了，最迟哪天去续', [within, before], [])?.a).toBe(before)
  })

  test('is not that of a renewal for whoever has nothing yet', () => {
    expect(lead('五月开业赶得上吗', [before], [])).toBeNull()
  })

  test('is never the time that the office takes', () => {
    expect(lead('最迟哪天交', ['自受理之日起10日内作出决定'], [])).toBeNull()
    const checked = '受理部门在5个工作日内核对，材料齐全的出具登记表'
    const faq = [{ q: '登记要几天？', a: checked, source: '甲' }]
    expect(lead('写好了多少天内要去登记', [checked], faq)).toBeNull()
    expect(lead('写好了多少天内要去登记', [checked, within], faq)?.a).toBe(within)
  })

  test('may be the time after which nothing can be asked for', () => {
    const bar = '仲裁时效为一年，从知道权利受侵害之日起计算'
    expect(lead('过了多久就不能提了', [bar], [])?.a).toBe(bar)
  })
})

describe('who may go', () => {
  test.each([
    '我弟弟去交可以吗',
    '让会计去办行不行',
    '我替我老板去领',
    '人在国外没法本人来',
    '要本人去吗',
    '法人要亲自到场吗',
    'do i need to come in person?',
    'can my wife do it for me, or hr can go?',
  ])('%s asks for an agent', (question) => {
    expect(asksForAgent(question, null)).toBe(true)
  })

  test.each(['让我儿子去考行不行', '你们能帮我办吗', '园区帮我们跑吗', '我去哪里交'])(
    '%s does not',
    (question) => {
      expect(asksForAgent(question, null)).toBe(false)
    },
  )

  test('whose paper to bring is asked on', () => {
    expect(asksForAgent('身份证带谁的', '我替我老板去领')).toBe(true)
    expect(asksForAgent('身份证带谁的', '要几天')).toBe(false)
  })

  test('is said by the paper that it takes', () => {
    const paper = {
      name: '授权委托书',
      required: { when: '委托他人办理的' },
      form: '原件或电子',
      copies: null,
      source: '甲',
    } as const
    const item = anItem({ faq: [], applicants: ['企业'], materials: [paper] })
    expect(agentOf(item)?.a).toBe('委托他人办理的，另需：授权委托书（原件或电子）。')
    expect(
      agentOf(anItem({ faq: [], applicants: ['企业'], materials: [], conditions: [], steps: [] })),
    ).toBeNull()
  })
})

test.each(['够不够', '钱谁出', '这个作不作数', '网上还是窗口', 'is it must or not'])(
  '%s wants a sentence',
  (question) => {
    expect(wantsSentence(question)).toBe(true)
  },
)

test.each(['要哪些材料', '几天', '哪个部门管', '流程'])('%s wants a part', (question) => {
  expect(wantsSentence(question)).toBe(false)
})

describe('the next step of a renewal or a change', () => {
  const step = (title: string, text: string) => ({ title, text, who: '申请人' })
  const first = step('准备场地', '按布局装修')
  const renewal = step('延续', '有效期届满前申请延续')
  const item = anItem({ name: '示例经营许可', steps: [first, renewal] })

  test.each(['证快到期了怎么续', '许可过期了去换'])('%s: the step of the branch', (said) => {
    expect(stepsOfBranch(item, said)).toEqual([renewal])
  })

  test('is left out where the record has none', () => {
    expect(stepsOfBranch(item, '许可证丢了要补办')).toEqual([])
  })

  test.each(['想办个新的', '贷款到期了'])('%s is no branch', (said) => {
    expect(stepsOfBranch(item, said)).toBeNull()
  })

  test('is the item itself where it is a change', () => {
    const change = anItem({ name: '示例变更登记', steps: [first] })
    expect(stepsOfBranch(change, '要变更地址')).toBeNull()
  })

  test('a step for other cases is passed over', () => {
    const cases = step('前期准备', '换股东的先清税；改店名的先查名称。')
    expect(isForOthers(cases, '加一项经营范围')).toBe(true)
    expect(isForOthers(cases, '我要改店名')).toBe(false)
    expect(isForOthers(first, '加一项经营范围')).toBe(false)
  })

  test.each([
    '营业执照丢了',
    '执照掉了怎么补',
    '执照找不到了',
    '执照不见了',
    '营业执照正本没了',
    '照被偷了',
    '执照破了',
    '执照被水泡烂了',
  ])('%s is its own case, in other words', (said) => {
    expect(isForOthers(step('声明作废', '遗失、毁坏的，填报作废声明。'), said)).toBe(false)
  })

  test.each(['想多要一本副本', '旧版执照要换吗'])('%s is not', (said) => {
    expect(isForOthers(step('声明作废', '遗失、毁坏的，填报作废声明。'), said)).toBe(true)
  })
})

describe('a step that is asked for by its number', () => {
  const item = anItem({
    steps: [
      { title: '核对', text: '核对条件', who: '申请人' },
      { title: '提交', text: '提交申请', who: '申请人' },
    ],
  })

  test.each([
    ['第一步是什么', '核对'],
    ['第一步要做啥', '核对'],
    ['第1步怎么弄', '核对'],
    ['那先办什么', '核对'],
    ['第一步呢', '核对'],
    ['第二步呢？', '提交'],
    ['第 2 步具体怎么操作', '提交'],
    ['刚才说的第二步是什么', '提交'],
    ['第二个环节做什么', '提交'],
    ['最后一步是什么', '提交'],
  ])('%s', (question, title) => {
    expect(stepAsked(item, question)?.a).toContain(title)
  })

  test.each(['第三步是什么', '第一步做完了要多久', '流程是什么', '一共几步', '先办什么证再开工'])(
    '%s asks for none',
    (question) => {
      expect(stepAsked(item, question)).toBeNull()
    },
  )
})

describe('where the record answers no yes or no', () => {
  const item = anItem({
    applicants: ['企业'],
    conditions: [{ text: '有固定的经营场所', source: '甲' }],
  })
  const lines = (
    question: string,
    before: string | null,
    open: readonly Field[] = ['conditions'],
  ) => unstated(item, { question, before, open })

  test('that is said', () => {
    expect(JSON.stringify(lines('老板坐过牢行不行', '怎么办'))).toContain('未找到直接回答')
  })

  test('and what is nearest of the frequent questions is shown, to a first question too', () => {
    const faq = [{ q: '法定代表人失信能登记吗？', a: '不能。', source: '甲' }]
    for (const before of [null, '怎么办']) {
      const asked = { question: '法定代表人生病能登记吗', before, open: ['conditions'] as const }
      expect(unstated(anItem({ faq, applicants: ['企业'], conditions: [] }), asked)).toMatchObject([
        { kind: 'text', text: expect.stringContaining('最为接近') },
        { kind: 'field', label: '法定代表人失信能登记吗？', lines: ['不能。〔甲〕'] },
      ])
    }
  })

  test.each<[question: string, before: string | null, open: readonly Field[]]>([
    ['老板坐过牢行不行', null, ['conditions']],
    ['老板坐过牢行不行', '怎么办', ['fee']],
    ['没有固定场所行不行', '怎么办', ['conditions']],
    ['有哪些条件', '怎么办', ['conditions']],
    ['要收费吗', '怎么办', ['overview']],
  ])('%s (before: %s) with %s is answered', (question, before, open) => {
    expect(lines(question, before, open)).toEqual([])
  })
})

test.each([
  ['my boss asks me 那个证 how long', true],
  ['我们做AEO认证', false],
  ['提单是 International Ship Security Certificate', false],
])('%s speaks English: %s', (text, speaks) => {
  expect(speaksEnglish(text)).toBe(speaks)
})
