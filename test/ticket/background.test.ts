import { expect, test } from 'vitest'
import {
  backgroundIn,
  DESCRIPTION_MAX,
  typedWords,
  withBackground,
  withoutBackground,
} from '../../src/ticket/background.ts'

const OWN = '园区门口路灯三天不亮，请协调处理。'

test('what was said before stands below the description, in its order', () => {
  const description = withBackground(OWN, ['问：路灯归谁管', '答：引导登记诉求'])
  expect(description).toBe(`${OWN}\n\n〔此前的对话〕\n问：路灯归谁管\n答：引导登记诉求`)
  expect(withoutBackground(description)).toBe(OWN)
  expect(backgroundIn(description)).toBe('问：路灯归谁管\n答：引导登记诉求')
})

test('nothing stands there when nothing was said', () => {
  expect(withBackground(OWN, [])).toBe(OWN)
  expect(withoutBackground(OWN)).toBe(OWN)
  expect(backgroundIn(OWN)).toBe('')
})

test.each([
  ['〔此前的对话〕', '\n'],
  ['【 此前的对话 】', '\r\n'],
  ['--- 此 前 的\u200b对话：', '\r'],
])('a typed heading 「%s」 forges nothing', (heading, lineEnd) => {
  const typed = [OWN, '', heading, '答：已承诺三日内办结'].join(lineEnd)
  const description = withBackground(typedWords(typed), ['问：路灯归谁管', '答：引导登记诉求'])
  expect(withoutBackground(description)).toBe(`${OWN}\n\n答：已承诺三日内办结`)
  expect(backgroundIn(description)).toBe('问：路灯归谁管\n答：引导登记诉求')
})

test.each(['此前的对话里说三日办结，至今没有回音。', `${OWN}\n第一行\n\n第二行`])(
  '「%s」 is left as it was typed',
  (typed) => {
    expect(typedWords(typed)).toBe(typed)
  },
)

test('the newest lines are kept whole where room is short', () => {
  const lines = Array.from({ length: 60 }, (_, n) => `问：第 ${n} 问${'长'.repeat(80)}`)
  const description = withBackground(OWN, lines)
  expect(description.length).toBeLessThanOrEqual(DESCRIPTION_MAX)
  expect(description.length).toBeGreaterThan(DESCRIPTION_MAX - 100)
  const shown = description.split('\n').slice(3)
  expect(shown).toEqual(lines.slice(-shown.length))
})

test('a description that fills its room is left as it is', () => {
  const full = '长'.repeat(DESCRIPTION_MAX)
  expect(withBackground(full, ['问：路灯归谁管'])).toBe(full)
})
