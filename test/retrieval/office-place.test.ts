import { expect, test } from 'vitest'
import { asksOfficePlace } from '../../src/retrieval/acts/office-place.ts'

test.each([
  '定海区税务局在哪里',
  '人社局窗口周末上班吗',
  '海事局地址发我一下',
  '请问公积金中心几点下班',
  '生态环境局怎么走，停车在哪里',
  '出入境管理局星期六开门吗，地址呢',
])('「%s」 asks for the place or the hours of an office', (text) => {
  expect(asksOfficePlace(text)).toBe(true)
})

test.each([
  '社保在哪里交',
  '公证在哪里',
  '税务局在哪个窗口领发票',
  '海关监管仓库在哪里设',
  '市场监管局电话多少',
  '住建局周末来检查吗',
  '公司地址在哪里变更',
  '员工周六上班算加班吗',
])('「%s」 asks something else', (text) => {
  expect(asksOfficePlace(text)).toBe(false)
})
