import { describe, expect, test } from 'vitest'
import { deniedLast } from '../../src/conversation/dialogue/denied-last.ts'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import { code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const CODE = code('QYKB-016')
const last = anItem({ code: CODE, name: '公司注销登记', aliases: ['注销公司', '公司怎么关'] })
const shown = {
  ...freshState(new Date('2026-11-25T02:00:00Z')),
  items: [CODE],
  brought: asId<TurnId>('t'),
}

describe('the item that was answered', () => {
  test.each([
    '不是这个,是社保补贴',
    '哦,不是那个,我要问厂房租金减免',
    '不是这种证,是渔船的捕捞证',
    '不是这项是出口退税',
    '不对,我要办的是食品经营许可',
    '搞错了,我问的是外卖平台入驻',
    '你理解错了。我说的是船员体检多久',
  ])('is not meant: 「%s」', (said) => {
    expect(deniedLast(said, shown, last)).toEqual([CODE])
  })

  test.each([
    ['says of the part', '不是这个意思,我问的是公示期'],
    ['says of the part', '不是这个,要几天'],
    ['says of the part', '不是这个,公示要几天'],
    ['names it again', '不对,我问的是注销公司要几天'],
    ['names it again', '搞错了,我要办的是注销'],
    ['doubts a figure', '不对,公告不是四十五天吗'],
    ['says nothing instead', '不是这个'],
    ['says nothing instead', '不对'],
    ['asks', '是不是这个窗口办社保补贴'],
    ['asks', '不是这个月就能办社保补贴吗'],
  ])('may still be meant by who %s: 「%s」', (_, said) => {
    expect(deniedLast(said, shown, last)).toEqual([])
  })

  test('is none where nothing was answered, or a question is open', () => {
    const said = '不是这个,是社保补贴'
    const clarification = { options: [], denied: [], field: null, question: '注销', round: 1 }
    expect(deniedLast(said, { ...shown, brought: null }, last)).toEqual([])
    expect(deniedLast(said, { ...shown, clarification }, last)).toEqual([])
    expect(deniedLast(said, shown, undefined)).toEqual([])
  })
})
