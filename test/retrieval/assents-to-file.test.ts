import { describe, expect, test } from 'vitest'
import { assentsToFile } from '../../src/retrieval/acts/assents-to-file.ts'

describe('that what was told is handed in', () => {
  test.each([
    '登记',
    '嗯，登记吧',
    '那就提交吧',
    '那麻烦你报一下',
    '你替我们反映上去',
    '行，那就这么办',
    '好呀',
    '要的，谢谢',
    '在哪里填',
    'yes please',
    'sure, file it for me',
  ])('「%s」', (text) => {
    expect(assentsToFile(text)).toBe(true)
  })

  test.each([
    // That it was heard.
    '好的',
    '行',
    // Not wanted.
    '不用登记',
    '先别报',
    '要不算了',
    // Something else is named, or asked.
    '公司登记',
    '那就办营业执照吧',
    '登记要多久',
    '登记要什么材料',
    '报关',
    '提货',
    '可以查到吗',
    '需要什么材料',
    '报价多少',
    'yes but how long does it take',
  ])('「%s」 is not said', (text) => {
    expect(assentsToFile(text)).toBe(false)
  })
})
