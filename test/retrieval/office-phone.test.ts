import { describe, expect, test } from 'vitest'
import { asksOfficePhone, officeHotlines } from '../../src/retrieval/acts/office-phone.ts'

describe("an office's telephone", () => {
  test.each([
    ['税务分局的联系电话是多少', ['tax', 'citizen']],
    ['市场监管局局长叫什么名字', ['citizen']],
    ['税务局的一把手是谁', ['tax', 'citizen']],
    ['海关热线', ['customs', 'citizen']],
    ['出入境窗口电话给我一个', ['immigration', 'citizen']],
    ['有没有港航局的电话', ['citizen']],
    ['人社局咨询电话多少', ['labour', 'citizen']],
    ['麻烦转接一下供电局', ['citizen']],
    ['what is the customs office phone number', ['customs', 'citizen']],
    ['phone number of the tax bureau', ['tax', 'citizen']],
  ])('「%s」', (text, hotlines) => {
    expect(asksOfficePhone(text)).toBe(true)
    expect(officeHotlines(text)).toEqual(hotlines)
  })

  test.each([
    '税务局局长的电话多少',
    '公司负责人是谁要登记吗',
    '海关电话通知我们补材料',
    '社保局电话打不通怎么办',
    '转税务登记要什么',
    '公司电话变了要登记吗',
    '你们电话多少',
    'my phone number is wrong in the tax form',
  ])('「%s」 is something else', (text) => {
    expect(asksOfficePhone(text)).toBe(false)
  })
})
