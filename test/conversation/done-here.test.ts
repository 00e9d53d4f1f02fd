import { expect, test } from 'vitest'
import { isDoneHere } from '../../src/conversation/intent/done-here.ts'

test.each([
  '我们厂招了个外国工人，人现在在上海，能来上班吗',
  '总部在杭州，舟山的分公司要办什么',
  '货从宁波港进来，怎么报关',
  '老板人在深圳，能在网上办执照吗',
  '设备是从苏州买的，能申请补贴吗',
  '宁波的客户欠我们货款怎么办',
  '供应商在江苏，能在舟山起诉吗',
  '宁波舟山港的岸线怎么申请',
  '岱山那边的窗口',
])('「%s»: another place is named in passing, or none', (text) => {
  expect(isDoneHere(text)).toBe(true)
})

test.each([
  '宁波开餐馆要办什么证',
  '杭州的人才补贴有多少',
  '我朋友在青岛开公司，那边要几天',
  '在宁波注册公司去哪办',
  '公司想从舟山迁去宁波',
  '总部在深圳，深圳的奖励什么时候发',
  '广州和舟山哪边补得多',
])('「%s」: it is asked about there', (text) => {
  expect(isDoneHere(text)).toBe(false)
})
