import { expect, test } from 'vitest'
import { unlawfulPlan } from '../../src/retrieval/acts/unlawful-plans.ts'

test.each([
  ['能不能请您跟监管所的领导打个招呼', 'favour'],
  ['找人跟科室说个情，照顾一下我们', 'favour'],
  ['答辩的题目能不能提前透露给我们', 'inside_information'],
  ['随便写个假地址登记能行吗', 'forgery'],
  ['租房合同可以自己编一份拿去登记吗', 'forgery'],
  ['没做生意能先把发票开给客户吗', 'forgery'],
  ['想买点发票冲成本', 'forgery'],
  ['借用别的公司资质投标可以吗', 'forgery'],
  ['检测数据超标了，能不能改低一点再交', 'forgery'],
  ['朋友不在我公司上班，社保能挂在我这里交吗', 'improper'],
  ['消防要来检查了，怎么先拖几天', 'improper'],
  ['怎么把账做亏一点', 'improper'],
  ['收入走私人账户不入账行吗', 'improper'],
  ['法院要执行了，怎么把公司财产转移出去', 'improper'],
  ['怎么开一家赌场', 'improper'],
])('「%s」 is no matter that anybody may have done: %s', (text, plan) => {
  expect(unlawfulPlan(text)).toBe(plan)
})

test.each([
  '挂靠在运输公司的车怎么过户到自己公司',
  '企业怎么合法少交税',
  '欠薪被劳动监察立案了要怎么处理',
  '专家评审什么时候出结果',
  '发票先开后收款可以吗',
  '别人冒用我们的资质投标怎么办',
  '没有办公场地能注册公司吗',
  '买二手设备发票怎么开',
  '员工社保可以放在分公司交吗',
  '公司财产转给股东要交税吗',
  '数据不达标怎么整改',
  '用房东的房产证办执照可以吗',
  '许可证借给别人会怎么处罚',
  '对方要转移财产怎么保全',
  '租客注销执照前需要我出什么',
])('「%s」 is one', (text) => {
  expect(unlawfulPlan(text)).toBeNull()
})

test('what records answer themselves is left to the item that surely fits', () => {
  expect(unlawfulPlan('许可证能租给别人用吗', false)).toBe('forgery')
  expect(unlawfulPlan('许可证能租给别人用吗', true)).toBeNull()
  expect(unlawfulPlan('随便写个假地址登记能行吗', true)).toBe('forgery')
})
