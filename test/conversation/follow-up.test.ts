import { describe, expect, test } from 'vitest'
import { takesUpAgain } from '../../src/conversation/dialogue/follow-up.ts'

describe('what was talked about before the last', () => {
  test.each(['刚才那个要钱吗', '再说回退税', '回过头问一句', '最早说的那个几天', '一开始问的呢'])(
    'is taken up again by 「%s」',
    (said) => {
      expect(takesUpAgain(said)).toBe(true)
    },
  )

  test.each(['最早哪天能拿证', '一开始要交多少钱', '税号开头是几', '要多久'])(
    'is not by 「%s」',
    (said) => {
      expect(takesUpAgain(said)).toBe(false)
    },
  )
})
