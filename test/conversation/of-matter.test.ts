import { describe, expect, test } from 'vitest'
import { asksOfMatter } from '../../src/conversation/dialogue/of-matter.ts'
import { code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const last = anItem({
  name: '不动产抵押权登记',
  conditions: [{ text: '共有的不动产，由共有人一并申请；单位须已领取营业执照。', source: '' }],
  steps: [],
  materials: [],
  faq: [],
})
const other = anItem({
  code: code('FLFW-008'),
  name: '企业职工法律援助申请',
  aliases: ['律师', '法律援助'],
})
const asks = (said: string) => asksOfMatter(said, last, [other])

describe('of the matter in hand is asked', () => {
  test.each([
    ['what it needs', '要律师吗'],
    ['what it needs, at the end', '检验报告要不要'],
    ['how it must be', '病历要原件吗'],
    ['how much of it', '利率多少'],
    ['a share of it', '补贴比例'],
    ['when what comes of it is there', '多长时间能通电'],
    ['what comes first in it', '先评估还是先签合同'],
    ['who may', '要什么资质'],
    ['whether it goes without', '图审没过行吗'],
    ['what it does', '会不会影响信用等级'],
  ])('%s: 「%s」', (_, said) => {
    expect(asks(said)).toBe(true)
  })

  test.each([
    ['who of it has to', '共有人都要来吗', '邻居都要来吗'],
    ['what to do when it fails', '单位不认怎么办', '保险不认怎么办'],
    ['whether it can be had all the same', '执照丢了还能办吗', '员工走了还能办吗'],
  ])('%s, where the record has the word', (_, said, unknown) => {
    expect(asks(said)).toBe(true)
    expect(asks(unknown)).toBe(false)
  })
})

describe('another matter is', () => {
  test.each([
    ['one besides', '律师也要吗'],
    ['one more', '另外要律师吗'],
    ['one of several', '那个要钱吗'],
    ['another case', '要是外资呢'],
    ['what is called by its whole name', '要法律援助吗'],
    ['what is understood by itself', '公司要交残保金吗'],
    ['a paper of somebody else', '共有人要证吗'],
    ['how it is done', '律师怎么请'],
  ])('%s: 「%s」', (_, said) => {
    expect(asks(said)).toBe(false)
  })

  test('but what the record itself names is asked of it', () => {
    const item = { ...last, summary: '可以同时申请法律援助。' }
    expect(asksOfMatter('要法律援助吗', item, [other])).toBe(true)
  })
})
