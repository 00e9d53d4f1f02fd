import { describe, expect, test } from 'vitest'
import { uncoveredIn } from '../../src/knowledge/uncovered.ts'
import { anUncoveredMatter, shippedUncovered } from '../builders/uncovered.ts'

describe('a matter without an item', () => {
  const keyOf = (message: string) => uncoveredIn(message, [anUncoveredMatter()])?.key ?? null

  test.each(['放风筝要许可吗', '要不要审批啊 我放风筝', 'Kite: do I need a PERMIT'])(
    '「%s」 has all the words of one way to say it',
    (message) => {
      expect(keyOf(message)).toBe('kite')
    },
  )

  test.each([
    '风筝哪里买',
    '放烟花要许可吗',
    '生产风筝要许可吗',
    `${'我们公司的情况比较复杂，'.repeat(8)}风筝许可`,
  ])('「%s」 has not, is excepted, or tells a case', (message) => {
    expect(keyOf(message)).toBeNull()
  })

  test('is the first that fits', () => {
    const [first, second] = [anUncoveredMatter(), anUncoveredMatter({ key: 'other' })]
    expect(uncoveredIn('风筝许可', [first, second])).toBe(first)
  })
})

test('the ways to say them are taken apart once for all messages', () => {
  let times = 0
  const matter = anUncoveredMatter()
  const counted = {
    ...matter,
    get says() {
      times++
      return matter.says
    },
  }
  const matters = [counted]
  for (const message of ['风筝许可', '风筝审批', '风筝']) uncoveredIn(message, matters)
  expect(times).toBe(1)
})

describe('what is shipped', () => {
  const matters = shippedUncovered()
  const keyOf = (message: string) => uncoveredIn(message, matters)?.key ?? null

  test.each([
    ['仓库火已经扑灭了，安监那边要不要报', 'accident_report'],
    ['工地出了事，死了人，几个小时之内上报', 'accident_report'],
    ['出了安全事故多久内报给哪个部门', 'accident_report'],
    ['船厂里伤了人，要报安监吗', 'accident_report'],
    ['车间事故重伤了一个人，要报哪里', 'accident_report'],
    ['How soon must an accident be reported to the bureau', 'accident_report'],
    ['whom do we report the incident to, which bureau', 'accident_report'],
    ['厂区后面那堵围墙快要倒了', 'leaning_building'],
    ['日本那边整柜鱼片退回来了，怎么进关', 'returned_goods'],
    ['出口的货要退运进来', 'returned_goods'],
    ['买条二手货轮，船龄有没有规定', 'ship_age'],
    ['坞里的船动火要不要报备', 'hot_work_on_board'],
    ['欧盟客户要合法捕捞的文件', 'catch_certificate'],
    ['油轮的油污责任险是必须买的吗', 'oil_pollution_insurance'],
    ['税务局上门说我们漏开发票', 'tax_check'],
    ['税务局约谈会计', 'tax_check'],
    ['晚上在店门口放几张桌子卖烧烤行不行', 'street_trading'],
    ['我那个体户的年报忘了，怎么补', 'annual_report'],
    ['想在厂里放储能柜', 'energy_storage'],
    ['供应商把我们告了，公司收到法院传票', 'sued'],
    ['限制消费令怎么解除', 'spending_limit'],
  ])('「%s」 is %s', (message, key) => {
    expect(keyOf(message)).toBe(key)
  })

  // Each of them is another matter, most of them an item's.
  test.each([
    '事故应急预案几天能备案',
    '工伤事故报告写给哪个部门认定',
    '电梯出了事故要报哪里',
    '船上出了事故要报告吗',
    '退完税的货又退运回来，税怎么办',
    '船龄到了，拆船补贴怎么领',
    '动火作业的操作证去哪里考',
    '港口收油污水要备案吗',
    '店门口占道被罚了，第一次能不能免',
    '公共场所卫生许可要交健康证吗，哪里办',
    '停业这段时间公司年报怎么弄',
    '屋顶光伏旁边放储能柜要不要另外报',
    '员工申请仲裁，公司怎么写答辩',
    '信用修复能不能把限高令一起解了',
    '老厂房要倒了想拆了重建',
    '今年报了两回都没批',
  ])('「%s」 is none', (message) => {
    expect(keyOf(message)).toBeNull()
  })

  test('the duty to report is given with its law', () => {
    const duty = matters.find(({ key }) => key === 'accident_report')
    expect(duty?.reply).toContain('1小时内')
    expect(duty?.source).toContain('《生产安全事故报告和调查处理条例》')
    expect(duty?.source).toContain('第九条')
  })
})
