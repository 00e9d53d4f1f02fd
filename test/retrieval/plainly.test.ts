import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { AsideExamples } from '../../src/knowledge/knowledge-base.ts'
import { asideness, trainAsides } from '../../src/retrieval/learning/aside-model.ts'
import { plainly } from '../../src/retrieval/plainly.ts'
import { makeReadQuery } from '../../src/retrieval/read-query.ts'
import { buildSnapshot } from '../../src/retrieval/snapshot.ts'
import { aKnowledgeBase } from '../builders/knowledge-base.ts'
import { plainLanguage } from '../builders/language.ts'

const MATTER = '排污许可证快到期了怎么续'
const never = () => false

describe('what stands around a matter', () => {
  const isAside = (clause: string) => ['我姓陈', '讲通俗点', '辛苦'].includes(clause)

  test('is dropped at both ends, and only there', () => {
    expect(plainly(`我姓陈，${MATTER}，讲通俗点`, isAside).text).toBe(MATTER)
    expect(plainly(`我姓陈 ${MATTER} 辛苦`, isAside).text).toBe(MATTER)
    expect(plainly('公司要注销，辛苦，要几天', isAside).text).toBe('公司要注销，辛苦，要几天')
  })

  test('stays when there is nothing else', () => {
    expect(plainly('我姓陈，辛苦', isAside)).toEqual({ text: '我姓陈，辛苦', isHasty: false })
    expect(plainly('急急急！', never)).toEqual({ text: '急急急！', isHasty: false })
  })

  test.each([
    '，很急',
    '，急死人了',
    '，在线等挺急的',
    ' 麻烦快点回',
    '，求速回！',
    '，尽快答复一下',
  ])('「%s」 is told apart as haste', (said) => {
    expect(plainly(MATTER + said, never)).toEqual({ text: MATTER, isHasty: true })
  })

  test.each(['能加急办吗，护照', '急需用工怎么招人', '快点火了要报备吗'])(
    'but 「%s」 is a matter in haste',
    (said) => {
      expect(plainly(said, never)).toEqual({ text: said, isHasty: false })
    },
  )
})

/** What the product ships, as far as it takes to tell asides from matters. */
function shipped() {
  const read = (name: string) =>
    parse(readFileSync(`${import.meta.dirname}/../../knowledge/${name}.yaml`, 'utf8'))
  const routes = (['command', 'complaint', 'stuck', 'broad'] as const).flatMap((route) =>
    (read(`routes/${route}`) as Readonly<{ q: string }>[]).map(({ q }) => ({
      route,
      q,
      candidates: [],
    })),
  )
  return { asides: read('asides') as AsideExamples, routes }
}

describe('learnt from the shipped examples', () => {
  const { asides, routes } = shipped()
  const deps = { language: plainLanguage, breathe: async () => {} }
  let likely: (clause: string) => number
  beforeAll(async () => {
    const model = await trainAsides(aKnowledgeBase({ asides, routes }), deps)
    likely = (clause) => asideness(model, clause, plainLanguage)
  })

  test.each([
    '师傅下午好',
    '不好意思又要来打扰',
    '我是刚来的出纳',
    '经理让我来问一声',
    '我对这些真不懂',
    '网上看得一头雾水',
    '麻烦讲得简单些',
    '先谢谢老师啦',
    '祝您工作顺利哈',
    'sorry for bothering you',
  ])('「%s」, which is none of them, says nothing of a matter', (clause) => {
    expect(asides.aside).not.toContain(clause)
    expect(likely(clause)).toBeGreaterThan(0.5)
  })

  test.each([
    '我是外地来的',
    '我们是外资的公司',
    '帮我催一催',
    '执照丢了',
    '公司注销',
    '要多少钱',
    '没人理',
    'we are foreign investors',
  ])('「%s」 says something', (clause) => {
    expect(likely(clause)).toBeLessThan(0.5)
  })
})

test('a message is read without the asides that its knowledge base knows', async () => {
  const asides = { aside: ['我是新来的会计', '您好', '谢谢老师', '帮帮忙'], matter: ['我是外地人'] }
  const deps = { language: plainLanguage, breathe: async () => {} }
  const read = makeReadQuery(await buildSnapshot(aKnowledgeBase({ asides }), deps), plainLanguage)
  expect(read('您好，我是新来的会计，公司注销要几天，谢谢老师').normalized).toBe('公司注销要几天')
  expect(read('第2个，谢谢老师，要带什么材料').normalized).toBe('第2个,谢谢老师,要带什么材料')
})
