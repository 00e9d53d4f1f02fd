import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Message } from '../../../src/kernel/message.ts'
import { isBareText, toText } from '../../../src/lark/outbound/text.ts'

const message: Message = {
  title: '公司设立登记',
  tone: 'info',
  summary: '办理时限：3 个工作日',
  blocks: [
    { kind: 'text', text: '您好' },
    { kind: 'field', label: '办理时限', lines: ['3 个工作日', '可以延长'] },
    { kind: 'list', ordered: true, items: ['申请书', '章程'] },
    { kind: 'list', ordered: false, items: ['网上'] },
    { kind: 'divider' },
    { kind: 'fold', title: '依据', blocks: [{ kind: 'note', text: '《公司法》' }] },
    {
      kind: 'actions',
      actions: [
        { label: '有用', value: { a: 'x' } },
        { label: '转人工', value: { a: 'y' } },
      ],
    },
    {
      kind: 'form',
      name: 'f',
      fields: [
        { kind: 'text', name: 'a', label: '企业名称', required: true, maxLength: 10 },
        {
          kind: 'select',
          name: 'b',
          label: '区县',
          required: false,
          options: [
            { value: '1', label: '定海区' },
            { value: '2', label: '普陀区' },
          ],
        },
      ],
      submit: { label: '提交', value: { a: 'z' } },
    },
  ],
}

test('everything of a card can be read as text, the summary first', () => {
  expect(toText(message)).toBe(
    [
      '办理时限：3 个工作日',
      '公司设立登记',
      '您好',
      '【办理时限】\n3 个工作日\n可以延长',
      '1. 申请书\n2. 章程',
      '· 网上',
      '——',
      '【依据】\n《公司法》',
      '您可以直接回复：「有用」「转人工」',
      '请直接回复以下内容：\n· 企业名称（必填）\n· 区县（定海区 / 普陀区）',
    ].join('\n\n'),
  )
})

test('a summary that begins the text is not said twice', () => {
  const said = toText({
    ...message,
    title: '',
    summary: '您好',
    blocks: message.blocks.slice(0, 1),
  })
  expect(said).toBe('您好')
})

test('an empty message still says something, for Lark takes no empty text', () => {
  expect(toText({ ...message, title: '', summary: '', blocks: [] })).toBe('…')
})

test('no text pings anybody, and none is longer than allowed', () => {
  const part = fc.constantFrom(
    '<',
    ' ',
    '/',
    'at',
    'AT',
    'user_id="all"',
    '>',
    '长',
    '😀',
    '\ud83d',
  )
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 60 }),
      fc.integer({ min: 1, max: 80 }),
      (parts, max) => {
        const said = toText({ ...message, summary: parts.join('') }, max)
        expect(said).not.toMatch(/<\s*\/?\s*at\b/i)
        expect(said.length).toBeLessThanOrEqual(max)
        expect(said).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
      },
    ),
  )
})

test('only a message of plain sentences needs no card', () => {
  const bare = { ...message, title: '', blocks: [{ kind: 'text', text: '您好' }] } as const
  expect(isBareText(bare)).toBe(true)
  expect(isBareText({ ...bare, title: '标题' })).toBe(false)
  expect(isBareText({ ...bare, blocks: [] })).toBe(false)
  expect(isBareText({ ...bare, blocks: [{ kind: 'text', text: '您好', strong: true }] })).toBe(
    false,
  )
  expect(isBareText({ ...bare, blocks: [{ kind: 'divider' }] })).toBe(false)
})
