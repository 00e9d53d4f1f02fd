import { expect, test } from 'vitest'
import { asksAboutCentre } from '../../src/retrieval/acts/centre.ts'

test.each([
  '几点开门',
  '星期天上不上班',
  '春节你们放假吗',
  '政务大厅地址在哪',
  '中心地址在哪',
  '服务中心停车位有吗',
  '大厅怎么去',
  '市企业综合服务中心电话是多少',
  '定海区行政服务中心地址',
  '普陀行政服务中心几点下班',
  '你们要预约吗',
  '你们是什么单位',
  '这个平台是谁运营的',
  'when do you open',
  'where is the service centre',
])('「%s」 asks about the centre', (text) => {
  expect(asksAboutCentre(text)).toBe(true)
})

test.each([
  '周日上班加班费怎么算',
  '上班时间能自己定吗',
  '公司地址怎么变更',
  '在哪里办',
  '要预约吗',
  '去哪个窗口交材料',
  '企业技术中心怎么认定',
  '展厅停车场怎么备案',
  'what working hours does the law allow',
])('「%s」 does not', (text) => {
  expect(asksAboutCentre(text)).toBe(false)
})
