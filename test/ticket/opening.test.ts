import { describe, expect, test } from 'vitest'
import type { Opening } from '../../src/ticket/opening.ts'
import { checkOpening } from '../../src/ticket/opening.ts'
import { anOpening } from '../builders/world.ts'

function wrong(overrides: Partial<Opening>): string[] {
  const checked = checkOpening(anOpening(overrides))
  return checked.ok ? [] : checked.problems.map((problem) => problem.field)
}

function canonical(overrides: Partial<Opening>): Opening {
  const checked = checkOpening(anOpening(overrides))
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checked.opening
}

test('a complete form is right', () => {
  expect(wrong({})).toEqual([])
  expect(wrong({ creditCode: '91330900MA2A00007H' })).toEqual([])
})

test('everything wrong is told at once', () => {
  const all = wrong({
    title: ' ',
    description: '短',
    enterpriseName: null,
    creditCode: '91330900MA2A00007X',
    person: { name: '', phone: '123' },
    consentAt: null,
  })
  expect(all).toEqual([
    'title',
    'description',
    'enterpriseName',
    'creditCode',
    'name',
    'phone',
    'consent',
  ])
})

describe('limits of length count characters, not bytes', () => {
  test.each([
    [{ title: '诉'.repeat(60) }, []],
    [{ title: '诉'.repeat(61) }, ['title']],
    [{ description: '𠮷'.repeat(2000) }, []],
    [{ description: '诉'.repeat(2001) }, ['description']],
  ])('%#', (overrides, fields) => {
    expect(wrong(overrides)).toEqual(fields)
  })
})

test('a phone number in the title is shown in part, as many read titles', () => {
  expect(canonical({ title: '请打13812345678联系我' }).title).toBe('请打138****5678联系我')
})

test('who stays anonymous gives neither name nor enterprise, and needs not consent', () => {
  expect(wrong({ anonymous: true, person: null, enterpriseName: null, consentAt: null })).toEqual(
    [],
  )
})

test('a platform may hand over a person without an enterprise, or an enterprise without a person', () => {
  const handedOver = {
    source: 'exchange',
    external: { system: '舟到助企', number: 'PT-1' },
  } as const
  expect(wrong({ ...handedOver, enterpriseName: null })).toEqual([])
  expect(wrong({ ...handedOver, enterpriseName: '甲' })).toEqual(['enterpriseName'])
  expect(wrong({ ...handedOver, person: null, consentAt: null })).toEqual([])
  const byPhone = { source: 'hotline', external: { system: '12345', number: 'H-1' } } as const
  expect(wrong({ ...byPhone, enterpriseName: null, person: null })).toEqual([
    'enterpriseName',
    'name',
    'phone',
  ])
})

test('a foreign owner has no code', () => {
  expect(canonical({ creditCode: '  ' }).creditCode).toBeNull()
})

test('what is stored is in canonical form, identity numbers taken out', () => {
  const opening = canonical({
    description: ' 我的身份证是110101199001011237，请协调办理 ',
    creditCode: '91330900ma2a00007h',
    person: { name: ' 张示例 ', phone: '+86 138 0000 0000' },
  })
  expect(opening).toMatchObject({
    description: '我的身份证是［身份证号已隐去］，请协调办理',
    creditCode: '91330900MA2A00007H',
    person: { name: '张示例', phone: '13800000000' },
  })
})
