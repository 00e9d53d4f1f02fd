import { expect, test } from 'vitest'
import { DESCRIPTION_MAX, withBackground, withoutBackground } from '../../src/ticket/background.ts'

const OWN = '园区门口路灯三天不亮，请协调处理。'

test('what was said before stands below the description, in its order', () => {
  const description = withBackground(OWN, ['问：路灯归谁管', '答：引导登记诉求'])
  expect(description).toBe(`${OWN}\n\n〔此前的对话〕\n问：路灯归谁管\n答：引导登记诉求`)
  expect(withoutBackground(description)).toBe(OWN)
})

test('nothing stands there when nothing was said', () => {
  expect(withBackground(OWN, [])).toBe(OWN)
  expect(withoutBackground(OWN)).toBe(OWN)
})

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
