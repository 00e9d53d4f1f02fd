import { describe, expect, test } from 'vitest'
import { maskIncoming } from '../../src/conversation/incoming/masked.ts'
import type { IncomingContent } from '../../src/kernel/incoming.ts'
import { anIncoming } from '../builders/incoming.ts'

const ID = '110101199001011237'
const HIDDEN = '［身份证号已隐去］'

const masked = (content: IncomingContent) => maskIncoming(anIncoming({ content })).content

describe('an identity number is taken out where it enters', () => {
  test('of a sentence and of a file name', () => {
    expect(masked({ kind: 'text', text: `我的证 ${ID}` })).toMatchObject({
      text: `我的证 ${HIDDEN}`,
    })
    const name = `身份证${ID}.jpg`
    expect(masked({ kind: 'attachment', type: 'image', ref: 'r', name })).toMatchObject({
      name: `身份证${HIDDEN}.jpg`,
    })
  })

  test('of what a button asks and of every text in a form, but not of a credit code', () => {
    const content = masked({
      kind: 'action',
      action: { a: 'ask', q: ID, up: true },
      form: { description: `卡号4111111111111111，证${ID}`, creditCode: '91330900MA28K12345' },
      messageRef: null,
    })
    expect(content).toMatchObject({
      action: { a: 'ask', q: HIDDEN, up: true },
      form: {
        description: `卡号［银行卡号已隐去，尾号1111］，证${HIDDEN}`,
        creditCode: '91330900MA28K12345',
      },
    })
  })
})
