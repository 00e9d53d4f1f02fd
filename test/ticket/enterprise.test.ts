import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  creditCheckCharacter,
  hideIdentityNumbers,
  maskName,
  maskPhone,
  maskPhonesIn,
  parseCreditCode,
  parsePhone,
} from '../../src/ticket/enterprise.ts'
import { findTicketNumber, ticketNumber } from '../../src/ticket/number.ts'

const CODE = '91330900MA2A00007H'

describe('统一社会信用代码', () => {
  test.each([CODE, ' 91330900 MA2A0000-7h ', '９１３３０９００ＭＡ２Ａ００００７Ｈ'])(
    '%s is read',
    (text) => {
      expect(parseCreditCode(text)).toBe(CODE)
    },
  )

  test.each([
    ['91330900MA2A00007X', 'a wrong check character'],
    ['91330900MA2A00008H', 'a wrong digit'],
    ['91330900MA2A0007H', 'a missing character'],
    ['91330900MA2A0000IH', 'a letter that the standard leaves out'],
    ['', 'nothing'],
  ])('%s is none: %s', (text) => {
    expect(parseCreditCode(text)).toBeNull()
  })

  test('any one wrong character is noticed', () => {
    const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const anyCharacter = fc.constantFrom(...characters)
    const body = fc.array(anyCharacter, { minLength: 17, maxLength: 17 }).map((one) => one.join(''))
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 16 }), anyCharacter, (text, index, other) => {
        const code = text + creditCheckCharacter(text)
        expect(parseCreditCode(code)).toBe(code)
        if (text[index] === other) return
        expect(parseCreditCode(code.slice(0, index) + other + code.slice(index + 1))).toBeNull()
      }),
    )
  })
})

describe('phone numbers', () => {
  test.each([
    ['13800000000', '13800000000'],
    ['+86 138-0000-0000', '13800000000'],
    ['0580-2000000', '05802000000'],
    ['（0580）2000000', '05802000000'],
    ['02120000000', '02120000000'],
  ])('%s is read as %s', (text, phone) => {
    expect(parsePhone(text)).toBe(phone)
  })

  test.each(['12345', '1280000000', '12800000000', '2000000', '138000000000', 'abc', ''])(
    '%s is none',
    (text) => {
      expect(parsePhone(text)).toBeNull()
    },
  )

  test('are shown in part', () => {
    expect(maskPhone('13812345678')).toBe('138****5678')
    expect(maskPhone('05802345678')).toBe('0580234****')
    expect(maskPhonesIn('请拨13812345678或0580-2345678，编号ZSQS-20261125-0001')).toBe(
      '请拨138****5678或0580234****，编号ZSQS-20261125-0001',
    )
  })

  test('names too', () => {
    expect(maskName('张示例')).toBe('张*例')
    expect(maskName('李四')).toBe('李*')
    expect(maskName('')).toBe('')
  })
})

describe('what people paste', () => {
  test.each([
    ['我的身份证110101199001011237请查', '我的身份证［身份证号已隐去］请查'],
    ['11010119900101123X', '［身份证号已隐去］'],
    ['旧证110101900101123。', '旧证［身份证号已隐去］。'],
    ['全角１１０１０１１９９００１０１１２３７', '全角［身份证号已隐去］'],
    ['卡号6222 0212 3456 7890 128 收款', '卡号6222 0212 3456 7890 128 收款'],
    ['卡号4111111111111111收款', '卡号［银行卡号已隐去，尾号1111］收款'],
    ['证号 110101 19900101 1237 请查', '证号 ［身份证号已隐去］ 请查'],
    ['1101 0119 9001 0112 37', '［身份证号已隐去］'],
    ['１１０１０１－１９９００１０１－１２３７。', '［身份证号已隐去］。'],
    ['110101 1990 01 01 1237，电话13800000000', '［身份证号已隐去］，电话13800000000'],
    ['卡号 4111 1111 1111 1111', '卡号 ［银行卡号已隐去，尾号1111］'],
  ])('%s becomes %s', (text, hidden) => {
    expect(hideIdentityNumbers(text)).toBe(hidden)
  })

  test.each([
    `统一社会信用代码${CODE}`,
    '统一社会信用代码913309001234567890',
    '编号ZSQS-20261125-0001',
    '电话13800000000、0580-2000000',
    '注册资本50000000元，2026年11月25日',
    '报关单号310120261012345678',
    '证号 110101 19900101 1238',
    '2026 1125 1000 2026 11 2600',
    '长 110101 宽 19900101 高 1237',
  ])('%s stays', (text) => {
    expect(hideIdentityNumbers(text)).toBe(text)
  })

  test('hiding twice changes nothing more', () => {
    const parts = fc.constantFrom(
      '110101199001011237',
      '4111111111111111',
      CODE,
      '，',
      '你好',
      ' ',
      '12',
      '１',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (some) => {
        const once = hideIdentityNumbers(some.join('，'))
        expect(hideIdentityNumbers(once)).toBe(once)
        expect(once).not.toContain('110101199001011237')
        expect(once).not.toContain('4111111111111111')
      }),
    )
  })
})

describe('ticket numbers', () => {
  test('run by day', () => {
    expect(ticketNumber('2026-11-25', 7)).toBe('ZSQS-20261125-0007')
    expect(ticketNumber('2026-11-25', 12345)).toBe('ZSQS-20261125-12345')
  })

  test.each([
    '我的单子ZSQS-20261125-0007到哪了',
    'zsqs-20261125-0007',
    'ZSQS 20261125 0007',
    'ZSQS202611250007',
    'ＺＳＱＳ－２０２６１１２５－０００７',
    'zsqs—20261125—0007?',
  ])('%s is understood', (text) => {
    expect(findTicketNumber(text)).toBe('ZSQS-20261125-0007')
  })

  test.each(['ZSQS-2026-0007', '20261125-0007', 'ZSQS', 'ZSQS-20261125-0007123'])(
    '%s is none',
    (text) => {
      expect(findTicketNumber(text)).toBeNull()
    },
  )
})
