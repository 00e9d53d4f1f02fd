import { describe, expect, test } from 'vitest'
import { befallsAny } from '../../src/conversation/dialogue/befalls-any.ts'
import { code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const last = anItem({ code: code('CYFW-014'), name: '港口经营许可', notThis: [] })
const other = anItem({ code: code('QYKB-009'), name: '公司变更登记', notThis: [] })
const kin = anItem({
  code: code('QYKB-047'),
  name: '危险化学品经营许可变更',
  notThis: [{ code: last.code, fact: '', wordsHere: [], wordsThere: [] }],
})

describe('may befall the matter in hand', () => {
  test.each([
    ['that others do it', '让代办公司去弄行不行', '我让会计去办可以吗', '可以委托别人去办吗'],
    ['that others do it, in English', 'can an agent apply for us?', 'can my accountant do it'],
    [
      'that it is not there yet',
      '没证先干了会怎么罚',
      '没拿到证先做一批行不行',
      '没批先动工会怎么样',
    ],
    ['that it is left undone', '不办会怎么样', '不备案被查到怎么罚', '不改会罚吗', '会罚款吗'],
    ['that others want it', '能借给别人用吗', '可以转让给别的公司吗'],
    ['where it is done', '网上办还是去窗口', '网上能办吗'],
    ['that it is refused', '如果不批怎么办', '没通过咋办'],
  ])('%s', (_, ...said) => {
    for (const one of said) {
      expect(befallsAny(one, last, [other]), one).toBe(true)
      expect(befallsAny(one, last, [kin]), one).toBe(true)
    }
  })

  test.each([
    ['a fact of it changes', '法人换了要不要改', '那公司地址搬了要变更吗', '老板换了要去改证吗'],
    ['it is lost', '证丢了咋办', '许可证弄丢了怎么补'],
    ['it ends', '快到期了怎么续，提前多久', '到期了怎么续', '续证提前多久', '证几年有效'],
    ['others of the firm use it', '分公司可以用总公司的证吗', '分店要另外办证吗'],
    ['it is looked at every year', '每年要年检吗', '年报要交吗'],
  ])('unless what is found stands beside it: %s', (_, ...said) => {
    for (const one of said) {
      expect(befallsAny(one, last, [other]), one).toBe(true)
      expect(befallsAny(one, last, []), one).toBe(true)
      expect(befallsAny(one, last, [kin]), one).toBe(false)
    }
  })
})

describe('is another matter', () => {
  test.each([
    '公司名称变更怎么办',
    '注销公司要什么材料',
    '那商标注册呢',
    '员工工伤怎么认定',
    '员工社保可以网上办吗',
    '船舶检验证书到期了怎么续',
    '公章丢了怎么办',
    '不交社保会怎么样',
    '会计证怎么办',
    '没施工许可证先开工会怎么罚',
  ])('「%s」', (said) => {
    expect(befallsAny(said, last, [other])).toBe(false)
  })
})
