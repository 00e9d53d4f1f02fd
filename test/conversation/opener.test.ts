import { expect, test } from 'vitest'
import { isBareOpener } from '../../src/conversation/dialogue/opener.ts'
import { isCommand, isLeaving } from '../../src/conversation/incoming/relay.ts'

test.each(['我想问一下', '你好，请问', '请教个问题', 'Hi 咨询一下'])(
  '「%s」 is still to go on',
  (text) => {
    expect(isBareOpener(text)).toBe(true)
  },
)

test.each(['你好', '在吗？', '请问开公司', '我要', '问题'.repeat(11)])(
  '「%s」 is not waited with',
  (text) => {
    expect(isBareOpener(text)).toBe(false)
  },
)

test.each([
  '退出',
  '问新问题（返回智能问答）',
  '先不补充',
  '没有补充了。',
  '补充完了',
  '先不说了',
  '结束对话',
])('「%s」 leaves a talk with a specialist', (text) => {
  expect(isLeaving(text)).toBe(true)
})

test.each(['不补充材料行吗', '结束营业怎么办', '退出合伙'])('「%s」 does not', (text) => {
  expect(isLeaving(text)).toBe(false)
})

test('what a button says as well is for us', () => {
  expect(['我的诉求', '转人工！', '提交诉求'].every(isCommand)).toBe(true)
  expect(isCommand('我的诉求还没办')).toBe(false)
})
