import { describe, expect, test } from 'vitest'
import { describedOption as describedIn } from '../../src/conversation/options/described-option.ts'
import type { ServiceItem } from '../../src/knowledge/service-item.ts'
import { code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const item = (
  of: string,
  name: string,
  aliases: string[],
  notThis: ServiceItem['notThis'] = [],
): ServiceItem => anItem({ code: code(of), name, aliases, notThis })
const row = (of: string, wordsHere: string[], wordsThere: string[]) => ({
  code: code(of),
  fact: '',
  wordsHere,
  wordsThere,
})

const CLOSING = [
  item(
    'QYKB-016',
    '公司注销登记',
    ['清算注销'],
    [row('QYKB-017', ['清算组', '有债'], ['没债务', '承诺书'])],
  ),
  item('QYKB-017', '企业简易注销登记', ['简易注销']),
  item('QYKB-018', '个体工商户注销登记', ['个体户注销', '关店注销']),
]
const SHIPS = [
  item('KFFW-017', '船舶所有权登记', ['船舶过户'], [row('CYFW-024', ['货船', '商船'], ['渔船'])]),
  item('CYFW-024', '渔业船舶登记', []),
]
const SETTING_UP = [
  item('QYKB-002', '公司设立登记', ['注册公司'], [row('QYKB-003', ['内资'], ['外资', '港资'])]),
  item('QYKB-003', '外商投资企业设立登记', ['外商独资企业注册', 'WFOE']),
  item('QYKB-006', '个人独资企业设立登记', ['个独注册']),
  item('QYKB-007', '个体工商户设立登记', ['个体户执照']),
]

const describedOption = (said: string, options: readonly ServiceItem[], question = '想办手续') =>
  describedIn(said, options, question)

describe('the only option that a reply describes is meant', () => {
  test.each<[string, readonly ServiceItem[], string]>([
    ['有债务的', CLOSING, 'QYKB-016'],
    ['没有债务', CLOSING, 'QYKB-017'],
    ['简易的那种', CLOSING, 'QYKB-017'],
    ['我是个体户', CLOSING, 'QYKB-018'],
    ['货船', SHIPS, 'KFFW-017'],
    ['是渔船', SHIPS, 'CYFW-024'],
    ['外商独资的', SETTING_UP, 'QYKB-003'],
    ['港资', SETTING_UP, 'QYKB-003'],
    ['wfoe', SETTING_UP, 'QYKB-003'],
    ['就个体的吧', SETTING_UP, 'QYKB-007'],
  ])('「%s」', (said, options, meant) => {
    expect(describedOption(said, options)).toEqual({ code: meant, isAll: true })
  })

  test('and what is told besides may make it more than a reply', () => {
    expect(describedOption('个体户,卖缆绳的', CLOSING)).toEqual({ code: 'QYKB-018', isAll: false })
  })

  test.each<[string, readonly ServiceItem[]]>([
    ['注销', CLOSING],
    ['登记的那个', SETTING_UP],
    ['独资', [SETTING_UP[0]!, SETTING_UP[1]!, SETTING_UP[2]!]],
    ['不是渔船', SHIPS],
    ['渔船有了', SHIPS],
    ['货船靠泊要报什么', SHIPS],
    ['散装化学品', SHIPS],
    ['的', SHIPS],
    ['', SHIPS],
    ['货船', []],
  ])('「%s」 describes none', (said, options) => {
    expect(describedOption(said, options)).toBeNull()
  })

  test('what the question said already adds nothing', () => {
    expect(describedOption('就是渔船', SHIPS, '渔船要登记')).toBeNull()
  })

  test('of several the one that fits the question best, if it is among them', () => {
    const [company, simple, individual] = CLOSING
    const opening = SETTING_UP[3]!
    const meant = (options: ServiceItem[]) => describedOption('个体', options)?.code ?? null
    expect(meant([individual!, company!, opening])).toBe('QYKB-018')
    expect(meant([simple!, individual!, opening])).toBeNull()
  })
})
