import { expect, test } from 'vitest'
import { clausesOf, weightsOf } from '../../src/retrieval/clauses.ts'
import { normalize } from '../../src/retrieval/normalize.ts'
import { makeQuery } from '../../src/retrieval/query.ts'
import { textHash } from '../../src/retrieval/text-hash.ts'
import { tokenize } from '../../src/retrieval/tokenize.ts'
import { plainLanguage } from '../builders/language.ts'

test('full width, capitals, traditional characters and invisible marks come to one form', () => {
  expect(normalize('ＡＥＯ\u200b 設立\u3000登記', plainLanguage)).toBe('aeo 设立 登记')
  expect(normalize('line\r\nbreak', plainLanguage)).toBe('line \nbreak')
})

test('a text becomes words, characters, pairs and sounds; numbers stay whole', () => {
  const tokens = tokenize('设立登记 12345', plainLanguage)
  expect(tokens).toEqual(expect.arrayContaining(['u设', 'b设立', 'pshe li', 'w12345']))
  expect(tokens).not.toContain('u1')
})

test('a homophone typing error shares its sounds with the right word', () => {
  const right = tokenize('设立', plainLanguage)
  const wrong = tokenize('社力', plainLanguage)
  expect(right.filter((token) => wrong.includes(token))).toEqual(['pshe li'])
})

test('English inflections meet', () => {
  expect(tokenize('licences', plainLanguage)).toEqual(tokenize('licence', plainLanguage))
})

test('the hash of a text is stable and tells texts apart', () => {
  expect(textHash('公司设立登记')).toBe(textHash('公司设立登记'))
  expect(textHash('公司设立登记')).toMatch(/^[0-9a-f]{16}$/u)
  expect(new Set(Array.from({ length: 2000 }, (_, n) => textHash(`第${n}条`))).size).toBe(2000)
})

test('a clause said in contrast and one that is past are told from what is meant', () => {
  const kinds = clausesOf('不是个体户，执照已经拿到了，要怎么刻章').map(({ kind }) => kind)
  expect(kinds).toEqual(['contrast', 'done', 'meant'])
})

test.each([
  ['呃那个就是说公司怎么注销', '公司怎么注销'],
  ['公 司 怎 么 注 销', '公司怎么注销'],
  ['公司怎 么注销,要 带啥', '公司怎么注销,要带啥'],
])('「%s」 is read as 「%s」', (text, read) => {
  expect(makeQuery(text, plainLanguage).normalized.startsWith(read.slice(0, 6))).toBe(true)
})

test('of a longer message what comes first counts less, and what is told less than what is asked', () => {
  const clauses = clausesOf('厂房盖好了,消防也验过了,不是竣工备案,是联合验收,要交啥')
  const weights = weightsOf(clauses)
  expect(weights.at(-1)).toBe(1)
  expect(weights[0]).toBeLessThan(weights[3]!)
  expect(weights[2]).toBeLessThan(0.4)
})

test('greeting and thanks are taken away, unless nothing else is said', () => {
  expect(makeQuery('你好，请问一下公司怎么注销，谢谢啦', plainLanguage).normalized).toBe(
    '公司怎么注销',
  )
  expect(makeQuery('谢谢', plainLanguage).normalized).toBe('谢谢')
})

test('of a long story the question that it comes to is in focus', () => {
  const story = `${'我们厂开了二十年，前前后后换过好几任厂长，'.repeat(12)}。现在想问公司注销要什么材料？`
  const query = makeQuery(story, plainLanguage)
  expect(query.focus).toBe('公司注销要什么材料?')
  expect(makeQuery('公司注销要什么材料', plainLanguage).focus).toBe('公司注销要什么材料')
})

test('what the dialogue and the glossary add joins in the background', () => {
  const query = makeQuery('多久', plainLanguage, {
    context: [{ text: '公司', weight: 0.5 }],
    expand: () => [{ text: '时限', weight: 0.2 }],
  })
  expect(query.parts.map(({ weight }) => weight)).toEqual([1, 0.5, 0.2])
  expect(query.tokens).toBe(query.parts[0]!.tokens.length)
})
