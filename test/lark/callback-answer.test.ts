import { describe, expect, test } from 'vitest'
import type { Message } from '../../src/kernel/message.ts'
import { cardAnswer, EMPTY_ANSWER, toastAnswer } from '../../src/lark/callback-answer.ts'
import { judgeCard } from '../fakes/lark/card-validator.ts'

const options = { switches: { submitNeedsBehaviors: false }, inGroup: false }
const message: Message = {
  title: '已签收',
  tone: 'success',
  summary: '您已签收 ZSQS-20261103-0012',
  blocks: [{ kind: 'text', text: '请在时限内答复。' }],
}
const nobody = { knowsImage: () => false, knowsPerson: () => false, inputRequiredRefused: true }

describe('the answer to a click', () => {
  test('holds a toast and a valid card, and no other key', () => {
    const answer = cardAnswer(message, options)
    expect(Object.keys(answer).sort()).toEqual(['card', 'toast'])
    expect(answer.toast).toEqual({ type: 'success', content: '您已签收 ZSQS-20261103-0012' })
    expect(answer.card?.type).toBe('raw')
    expect(judgeCard(answer.card?.data, nobody).fault).toBeNull()
  })

  test('can say something else in the toast than in the card', () => {
    const toast = { tone: 'warning', summary: '该工单已由他人签收' } as const
    expect(cardAnswer(message, options, toast).toast).toEqual({
      type: 'warning',
      content: '该工单已由他人签收',
    })
  })

  test.each([
    ['plain', 'info'],
    ['info', 'info'],
    ['success', 'success'],
    ['warning', 'warning'],
    ['danger', 'error'],
  ] as const)('a message in tone %s shows a toast of type %s', (tone, type) => {
    expect(toastAnswer({ tone, summary: '好' })).toEqual({ toast: { type, content: '好' } })
  })

  test('without anything to say is empty', () => {
    expect(toastAnswer({ tone: 'info', summary: ' \n' })).toEqual(EMPTY_ANSWER)
    expect(EMPTY_ANSWER).toEqual({})
  })

  test('keeps a toast to one short line', () => {
    const { toast } = toastAnswer({ tone: 'info', summary: `一\n${'长'.repeat(300)}` })
    expect(toast?.content).toHaveLength(100)
    expect(toast?.content).not.toContain('\n')
  })
})
