import { describe, expect, test } from 'vitest'
import { denialsIn } from '../../src/retrieval/acts/denials.ts'

describe('what is not meant', () => {
  test.each([
    ['不是出口,我问内销', ['出口'], '我问内销'],
    ['我问的是印章备案 不是开户许可', ['开户许可'], '我问的是印章备案'],
    ['我问的是印章备案不是开户许可', ['开户许可'], '我问的是印章备案'],
    ['不是光伏啊', ['光伏'], ''],
    ['不是迁移我说注销公司', ['迁移'], '我说注销公司'],
    ['我不是问贷款 是问担保费', ['贷款'], '是问担保费'],
    ['跟渔船没关系,散货船怎么登记', ['渔船'], '散货船怎么登记'],
    ['这和招投标不搭界', ['招投标'], ''],
    ['我不办保税仓 就租个厂房', ['保税仓'], '就租个厂房'],
    ['没问专利,商标几天', ['专利'], '商标几天'],
    ['你老说锅炉干啥!!我要电梯检验', ['锅炉'], '我要电梯检验'],
    ['别再推孵化器了', ['孵化器'], ''],
    ['not the visa, i mean the work permit', ['visa'], 'i mean the work permit'],
    ['i need a seal, not a bank account. how long', ['bank account'], 'i need a seal, how long'],
    ["i don't mean trademarks, company registration", ['trademarks'], 'company registration'],
  ])('in 「%s」', (said, denied, rest) => {
    expect(denialsIn(said)).toEqual({ denied, rest })
  })

  test.each([
    '是不是要先办环评',
    '不是说三天就能拿到吗',
    '要不是他们拖着早就开业了',
    '不是这个意思',
    '不是材料,是要几天',
    '没有营业执照能申请吗',
    '不办食品证会怎么样',
    '商标跟公司名没关系吧',
    'is it not necessary to apply',
    "i'm not sure about the permit",
  ])('nothing in 「%s」', (said) => {
    expect(denialsIn(said)).toEqual({ denied: [], rest: said })
  })
})

describe('of what was shown', () => {
  const isShown = (words: string) => ['食堂', '批发', '锅炉', '船', '仓储'].includes(words)

  test.each([
    ['什么食堂,我问宿舍', ['食堂'], '我问宿舍'],
    ['食堂啥食堂 我问宿舍', ['食堂'], '我问宿舍'],
    ['我开网店跟仓储有啥关系', ['仓储'], '我开网店'],
    ['你扯锅炉干嘛,我要修电梯', ['锅炉'], '我要修电梯'],
    ['先别管锅炉 电梯坏了', ['锅炉'], '电梯坏了'],
    ['先不搞批发了 零售要什么证', ['批发'], '零售要什么证'],
    ['锅炉我们有了,电梯怎么报检', ['锅炉'], '电梯怎么报检'],
    ['不是船 是吊机', ['船'], '是吊机'],
  ])('in 「%s」', (said, denied, rest) => {
    expect(denialsIn(said, isShown)).toEqual({ denied, rest })
  })

  test.each(['什么材料', '什么时候能拿到', '食堂要什么证', '执照有了 下一步呢', '不是车'])(
    'nothing in 「%s」',
    (said) => {
      expect(denialsIn(said, isShown)).toEqual({ denied: [], rest: said })
    },
  )
})
