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
    ['帮我转社保局', ['labour', 'citizen']],
    ['给我转一下公积金中心', ['citizen']],
    ['能不能转接社保', ['labour', 'citizen']],
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
    '辞职以后单位不给我转档案',
    '原单位一直不给我转公积金',
    '新公司能不能转社保',
    '帮我打一下社保',
    '外地的医保可以转医保吗',
    '你们电话多少',
    'my phone number is wrong in the tax form',
  ])('「%s」 is something else', (text) => {
    expect(asksOfficePhone(text)).toBe(false)
  })
})
