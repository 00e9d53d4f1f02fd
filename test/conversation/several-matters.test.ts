import { describe, expect, test } from 'vitest'
import { codesOfSeveral } from '../../src/conversation/dialogue/several-asked.ts'
import { severalIn } from '../../src/conversation/dialogue/several-matters.ts'
import type { Hit } from '../../src/retrieval/retrieve.ts'
import { code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

describe('the matters of one message', () => {
  test.each([
    ['两个问题 第一社保怎么开户 第二残保金要交吗', ['社保怎么开户', '残保金要交吗']],
    ['三件事:注销公司、转让商标、退公积金', ['注销公司', '转让商标', '退公积金']],
    ['一个是锅炉要检验,一个是叉车要登记', ['锅炉要检验', '叉车要登记']],
    ['1.水表怎么装 2.燃气怎么开', ['水表怎么装', '燃气怎么开']],
    [
      'first, trademark renewal, second, work permit for a cook',
      ['trademark renewal', 'work permit for a cook'],
    ],
    [
      '四件事一起问:锅炉怎么检验?商标怎么转让?食堂要办证吗?还有公积金怎么提',
      [...['锅炉怎么检验', '商标怎么转让', '食堂要办证吗', '公积金怎么提']],
    ],
    [
      '想开店,顺便问下商标怎么注册,还有招牌要不要批,另外有没有补贴',
      [...['想开店', '商标怎么注册', '招牌要不要批', '有没有补贴']],
    ],
    ['锅炉怎么检验啊还有商标怎么续展', ['锅炉怎么检验啊', '商标怎么续展']],
  ])('are counted out: 「%s」', (said, parts) =>
    expect(severalIn(said)).toEqual({ parts, isCounted: true }),
  )

  test('or follow one another', () => {
    for (const said of ['锅炉检验,还有商标续展', '锅炉检验到期了怎么办?商标续展要多少钱?']) {
      expect(severalIn(said)).toMatchObject({ isCounted: false, parts: { length: 2 } })
    }
  })

  test.each([
    '第一次办执照要带什么',
    '第二个问题你还没说',
    '三件事都办好了',
    '收费吗 还有要几天',
    '要营业执照,还有一个公章',
    '注册资本、场地有什么要求',
    '一个人能开两个公司吗',
    '股权怎么过户先不谈;公司怎么迁到别的区?',
  ])('「%s」 is one', (said) => expect(severalIn(said)).toBeNull())
})

describe('each matter has its own item', () => {
  const hit = (of: string): Hit =>
    ({ code: code(of), score: 1, share: 1, channels: { a: 0, b: 0, l: 0, e: 0 } }) as const
  const found = (confidence: number, ...codes: string[]) => ({ confidence, hits: codes.map(hit) })
  const counted = { parts: ['a', 'b'], isCounted: true }
  const [A, B] = ['QYKB-002', 'QYKB-007']

  test('and the surer one keeps it', () => {
    const both = [found(0.1, A, B), found(0.9, A)]
    expect(codesOfSeveral(counted, both, undefined)).toEqual([B, A])
  })

  test('matters that only follow one another must both be sure', () => {
    const loose = { ...counted, isCounted: false }
    expect(codesOfSeveral(loose, [found(0.8, A), found(0.9, B)], undefined)).toEqual([A, B])
    expect(codesOfSeveral(loose, [found(0.3, A), found(0.9, B)], undefined)).toBeNull()
    expect(codesOfSeveral(loose, [found(0.8, A, B), found(0.9, A)], undefined)).toBeNull()
  })

  test('an item that joins them is one', () => {
    const whole = anItem({ code: code('QYKB-016'), parts: [code(A), code(B)] })
    expect(codesOfSeveral(counted, [found(0.8, A), found(0.9, B)], whole)).toBeNull()
  })
})
