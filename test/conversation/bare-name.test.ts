import { describe, expect, test } from 'vitest'
import { calledBy } from '../../src/conversation/intent/bare-name.ts'

const NAMES = ['verify goods', '公司变更登记', '法定代表人变更', '换股东', '营业执照变更', '减资']

describe('a bare name', () => {
  test.each([
    '公司变更登记',
    '变更登记',
    '登记变更',
    '变更法定代表人',
    '我想办理公司变更',
    '重新办营业执照',
    '公司要变更',
    '请问营业执照变更呢？',
  ])('is what an item is called, in any order: 「%s」', (text) => {
    expect(calledBy(text, NAMES)).not.toBeNull()
  })

  test.each([
    ['is too short', '变更'],
    ['says what went wrong', '公司变更登记被退回三次'],
    ['says that it went wrong', '公司变更办不了'],
    ['says whose it is', '隔壁老王公司变更'],
    ['is another matter', '我的快递丢了'],
    ['has two letters of it', 'very good'],
    ['is long', '公司变更登记营业执照变更换股东减资法定代表人'],
    ['is empty', ''],
  ])('is none where it %s: 「%s」', (_, text) => {
    expect(calledBy(text, NAMES)).toBeNull()
  })

  test('is told from pieces of names, however short it is', () => {
    expect(calledBy('我想办理减资', NAMES)).toBe('by_name')
    expect(calledBy('换股东', NAMES)).toBe('by_name')
    expect(calledBy('变更登记', NAMES)).toBe('in_pieces')
  })
})
