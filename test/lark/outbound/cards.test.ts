import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Action, Block, FormField, Message } from '../../../src/kernel/message.ts'
import { decodeName, decodeValue } from '../../../src/lark/action-value.ts'
import { CARD_BYTES_MAX } from '../../../src/lark/outbound/card-limits.ts'
import { type Card, cardBytes, toCard } from '../../../src/lark/outbound/cards.ts'
import { toText } from '../../../src/lark/outbound/text.ts'
import { buttonsIn, judgeCard } from '../../fakes/lark/card-validator.ts'
import type { Json } from '../../fakes/lark/payloads.ts'

// Both truths about every unconfirmed behaviour: the card has to be valid in each.
const worlds = [false, true].map((inputRequiredRefused) => ({
  knowsImage: () => false,
  knowsPerson: () => false,
  inputRequiredRefused,
}))
const options = { switches: { submitNeedsBehaviors: false }, inGroup: false }

function aMessage(blocks: readonly Block[], given: Partial<Message> = {}): Message {
  return { title: '公司设立登记', tone: 'info', summary: '摘要', blocks, ...given }
}

function card(blocks: readonly Block[], given: Partial<typeof options> = {}): Card {
  return toCard(aMessage(blocks), { ...options, ...given })
}

function faults(given: Card) {
  return worlds.map((world) => judgeCard(given, world).fault).filter((fault) => fault !== null)
}

function elements(given: Card): Json[] {
  return (given['body'] as Json)['elements'] as Json[]
}

function contents(given: Card): string[] {
  return elements(given).map((e) => String(e['content']))
}

function callbackOf(button: Json | undefined) {
  const [behavior] = (button?.['behaviors'] ?? []) as Json[]
  return decodeValue(behavior?.['value'])
}

const action: Action = { label: '转人工', value: { a: 'ticket_offer', turn: 'q1' } }
const form: Block = {
  kind: 'form',
  name: 'ticket',
  fields: [
    { kind: 'text', name: 'enterprise', label: '企业名称', required: true, maxLength: 100 },
    {
      kind: 'text',
      name: 'description',
      label: '诉求内容',
      required: true,
      maxLength: 2000,
      multiline: true,
      placeholder: '请写明情况',
      value: '办理进度',
    },
    {
      kind: 'select',
      name: 'district',
      label: '所在区县',
      required: true,
      options: [
        { value: 'dinghai', label: '定海区' },
        { value: 'putuo', label: '普陀区' },
      ],
      value: 'putuo',
    },
    { kind: 'file', name: 'file', label: '附件', required: false, accept: ['image/*'] },
  ],
  submit: { label: '提交诉求', value: { a: 'ticket_open', turn: 'q1' } },
}

const everyKind: readonly Block[] = [
  { kind: 'text', text: '自受理之日起 3 个工作日（法定）', strong: true },
  { kind: 'field', label: '办理时限', lines: ['3 个工作日', '可以延长'] },
  { kind: 'list', ordered: true, items: ['申请书', '章程'] },
  { kind: 'list', ordered: false, items: ['网上', '窗口'] },
  { kind: 'divider' },
  { kind: 'fold', title: '办理依据', blocks: [{ kind: 'text', text: '《公司法》第二十九条' }] },
  { kind: 'actions', actions: [action, { ...action, style: 'danger', confirm: '撤回后不再办理' }] },
  form,
  { kind: 'note', text: '来源：示范内容，待中心核定' },
]

describe('a card of every kind of block', () => {
  test.each([false, true])('is valid with submitNeedsBehaviors %s', (submitNeedsBehaviors) => {
    const given = card(everyKind, { switches: { submitNeedsBehaviors } })
    expect(faults(given)).toEqual([])
  })

  test.each(everyKind.map((block) => [block.kind, block] as const))(
    'a %s alone is valid',
    (_, block) => {
      expect(faults(card([block]))).toEqual([])
    },
  )

  test('carries the title in the colour of its tone, and the summary for the preview', () => {
    const given = toCard(aMessage([], { tone: 'danger', summary: '已逾期' }), options)
    expect(given).toMatchObject({
      schema: '2.0',
      config: { update_multi: true, summary: { content: '已逾期' } },
      header: { title: { content: '公司设立登记' }, template: 'red' },
    })
    expect(faults(given)).toEqual([])
  })

  test('has no header when there is no title', () => {
    expect(toCard(aMessage([], { title: ' ' }), options)).not.toHaveProperty('header')
  })

  test('an empty message is still a valid card', () => {
    for (const block of [
      { kind: 'text', text: '' },
      { kind: 'list', ordered: true, items: [] },
      { kind: 'field', label: '', lines: [] },
      { kind: 'actions', actions: [] },
      { kind: 'fold', title: '', blocks: [] },
      { kind: 'note', text: '' },
    ] as const) {
      expect(faults(card([block]))).toEqual([])
    }
  })
})

describe('text is data', () => {
  test('a mention in a text reaches nobody', () => {
    const [content] = contents(
      card([{ kind: 'text', text: '<at id=all></at> <AT user_id="ou_1">' }]),
    )
    expect(content).not.toMatch(/<\s*at/i)
    expect(content).toContain('&#60;at id=all&#62;')
  })

  test.each([
    ['![x](img_v3_1)', /!\[/],
    ['**粗体** _斜体_ ~~删除~~', /[*_~]/],
    ['[链接](https://example.org)', /\[/],
    ['`code`', /`/],
    ['| a | b |\n|---|---|', /\|/],
    ['&#60;at id=all&#62;', /&#60;at/],
    ['# 标题', /^#/],
    ['- 一\n+ 二', /^[-+]/m],
    ['1. 一', /^1\./],
    ['<font color=red>', /<font/],
  ])('markup is shown, not obeyed: %s', (text, markup) => {
    for (const block of [
      { kind: 'text', text },
      { kind: 'note', text },
      { kind: 'field', label: '', lines: [text] },
    ] as const) {
      const [content = ''] = contents(card([block]))
      expect(content.replace(/^\*\*.*?\*\*\n|^\n/, '')).not.toMatch(markup)
    }
  })

  test('bold spans each line by itself', () => {
    const [content] = contents(card([{ kind: 'text', text: '一*\n\n二', strong: true }]))
    expect(content).toBe('**一&#42;**\n\n**二**')
  })

  test('a list item stays in its line', () => {
    const [content] = contents(card([{ kind: 'list', ordered: true, items: ['甲\n乙', '- 丙'] }]))
    expect(content).toBe('1. 甲 乙\n2. &#45; 丙')
  })
})

describe('actions', () => {
  test('a button calls back with its action', () => {
    const [button] = buttonsIn(card([{ kind: 'actions', actions: [action] }])['body'] as Json)
    expect(callbackOf(button)).toEqual({ value: action.value, inGroup: false })
  })

  test('in a group the action says so', () => {
    const given = card([{ kind: 'actions', actions: [action] }, form], { inGroup: true })
    const [button, submit] = buttonsIn(given['body'] as Json)
    expect(callbackOf(button)?.inGroup).toBe(true)
    expect(decodeName(String(submit?.['name']))?.inGroup).toBe(true)
  })

  test('a submit button carries its action in its name, and in a behavior only where needed', () => {
    for (const submitNeedsBehaviors of [false, true]) {
      const given = card([form], { switches: { submitNeedsBehaviors } })
      const [submit] = buttonsIn(given['body'] as Json)
      expect(decodeName(String(submit?.['name']))?.value).toEqual({ a: 'ticket_open', turn: 'q1' })
      expect('behaviors' in (submit ?? {})).toBe(submitNeedsBehaviors)
    }
  })

  test('an action too long for a name goes into a behavior, whatever the switch', () => {
    const value = { a: 'ticket_open', text: '很长'.repeat(40) }
    const given = card([{ ...form, submit: { label: '提交', value } }])
    const [submit] = buttonsIn(given['body'] as Json)
    expect(callbackOf(submit)?.value).toEqual(value)
    expect(faults(given)).toEqual([])
  })

  test('content in an action is refused: ids belong there', () => {
    const huge = { label: '提交', value: { a: 'x', text: '长'.repeat(400) } }
    expect(() => card([{ kind: 'actions', actions: [huge] }])).toThrow('action_value_too_large')
  })

  test('an act that cannot be undone asks first', () => {
    const given = card([{ kind: 'actions', actions: [{ ...action, confirm: '确定撤回？' }] }])
    expect(buttonsIn(given['body'] as Json)[0]).toMatchObject({
      confirm: { text: { content: '确定撤回？' } },
    })
  })
})

describe('forms', () => {
  test('leave a fold, because Lark allows them at the root only', () => {
    const given = card([
      { kind: 'fold', title: '提交诉求', blocks: [{ kind: 'text', text: '说明' }, form] },
    ])
    expect(elements(given).map((e) => e['tag'])).toEqual(['collapsible_panel', 'form'])
    expect(faults(given)).toEqual([])
  })

  test('two forms with the same names in one card get different ones', () => {
    expect(faults(card([form, form, { kind: 'actions', actions: [action, action] }]))).toEqual([])
  })

  test('prefill what is known, within the length Lark allows', () => {
    const field = {
      kind: 'text',
      name: 'd',
      label: '内容',
      required: true,
      maxLength: 5000,
    } as const
    const given = card([{ ...form, fields: [{ ...field, value: '长'.repeat(3000) }] }])
    const [input] = (elements(given)[0]?.['elements'] ?? []) as Json[]
    expect(input?.['max_length']).toBe(1000)
    expect(String(input?.['default_value'])).toHaveLength(1000)
    expect(faults(given)).toEqual([])
  })

  test('keep the chosen option of a list that has to be shortened, and drop doubles', () => {
    const many = [...Array(500).keys()].map((n) => ({ value: `v${n % 400}`, label: `选项${n}` }))
    const select: FormField = {
      kind: 'select',
      name: 's',
      label: '选择',
      required: false,
      options: many,
      value: 'v399',
    }
    const given = card([{ ...form, fields: [select] }])
    const field = ((elements(given)[0]?.['elements'] ?? []) as Json[])[1]
    expect(field?.['initial_option']).toBe('v399')
    expect(faults(given)).toEqual([])
  })

  test('a select without options is only its label', () => {
    const select: FormField = {
      kind: 'select',
      name: 's',
      label: '选择',
      required: false,
      options: [],
    }
    expect(faults(card([{ ...form, fields: [select] }]))).toEqual([])
  })

  test('a name that Lark would echo wrongly is our mistake', () => {
    const field = {
      kind: 'text',
      name: '企业',
      label: '企业',
      required: true,
      maxLength: 10,
    } as const
    expect(() => card([{ ...form, fields: [field] }])).toThrow('form_name_invalid')
  })
})

describe('size', () => {
  const lastNote = (given: Card) => contents(given).at(-1)

  test('a text longer than a card is shortened and says so', () => {
    const given = card([{ kind: 'text', text: '很长的说明'.repeat(20_000) }])
    expect(cardBytes(given)).toBeLessThanOrEqual(CARD_BYTES_MAX)
    expect(lastNote(given)).toBe('（内容较长，此处仅显示部分。）')
    expect(faults(given)).toEqual([])
  })

  test('a thousand blocks are cut at the number of elements, but not the buttons', () => {
    const texts = [...Array(1000).keys()].map((n): Block => ({ kind: 'text', text: `第${n}段` }))
    const given = card([...texts, form, { kind: 'actions', actions: [action] }])
    expect(buttonsIn(given['body'] as Json)).toHaveLength(2)
    expect(faults(given)).toEqual([])
  })

  test('a long list shows its beginning', () => {
    const items = [...Array(5000).keys()].map((n) => `材料${n}：${'说明'.repeat(30)}`)
    const given = card([{ kind: 'list', ordered: true, items }])
    expect(contents(given)[0]).toMatch(/^1\. 材料0/)
    expect(faults(given)).toEqual([])
  })

  test('a card that fits says nothing of the kind', () => {
    expect(JSON.stringify(card(everyKind))).not.toContain('仅显示部分')
  })
})

test.each([' ', '\n', ' \n', '<', '< ', '<  at', '1', '[', '![', '*', '|-', '\u200b'])(
  'a text of nothing but %j does not hold us up',
  (part) => {
    const text = part.repeat(100_000 / part.length)
    const message: Message = {
      title: text,
      tone: 'info',
      summary: text,
      blocks: [
        { kind: 'text', text, strong: true },
        { kind: 'text', text },
        { kind: 'list', ordered: true, items: [text, text] },
        { kind: 'field', label: text, lines: [text] },
        { kind: 'actions', actions: [{ ...action, label: text, confirm: text }] },
      ],
    }
    const started = performance.now()
    expect(faults(toCard(message, options))).toEqual([])
    toText(message)
    expect(performance.now() - started).toBeLessThan(1000)
  },
)

// Hostile and oversized content of every kind.
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '<at id=all></at>',
    '![a](img_1)',
    '\u202e\u0000',
    '*'.repeat(3000),
    '🏢'.repeat(800),
  ),
  fc.string({ unit: 'grapheme', minLength: 100, maxLength: 400 }),
  fc.integer({ min: 1, max: 20_000 }).map((n) => '长<'.repeat(n)),
)
const anAction: fc.Arbitrary<Action> = fc.record({
  label: hostile,
  value: fc.record({ a: fc.constant('act'), id: fc.uuid(), note: fc.string({ maxLength: 40 }) }),
  style: fc.constantFrom('primary', 'default', 'danger'),
  confirm: hostile,
})
const fieldName = fc.stringMatching(/^[a-z][a-z_]{0,10}$/)
const aField: fc.Arbitrary<FormField> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    name: fieldName,
    label: hostile,
    required: fc.boolean(),
    maxLength: fc.integer({ min: -5, max: 9000 }),
    multiline: fc.boolean(),
    placeholder: hostile,
    value: hostile,
  }),
  fc.record({
    kind: fc.constant('select' as const),
    name: fieldName,
    label: hostile,
    required: fc.boolean(),
    options: fc.array(
      fc.record({ value: fc.string({ minLength: 1, maxLength: 20 }), label: hostile }),
      {
        maxLength: 40,
      },
    ),
    value: fc.string({ minLength: 1, maxLength: 20 }),
  }),
  fc.record({
    kind: fc.constant('file' as const),
    name: fieldName,
    label: hostile,
    required: fc.boolean(),
    accept: fc.constant([]),
  }),
)
const leafBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: hostile, strong: fc.boolean() }),
  fc.record({
    kind: fc.constant('field' as const),
    label: hostile,
    lines: fc.array(hostile, { maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(hostile, { maxLength: 30 }),
  }),
  fc.record({ kind: fc.constant('note' as const), text: hostile }),
  fc.constant({ kind: 'divider' as const }),
  fc.record({
    kind: fc.constant('actions' as const),
    actions: fc.array(anAction, { maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant('form' as const),
    name: fieldName,
    fields: fc.array(aField, { maxLength: 8 }),
    submit: anAction,
  }),
)
const aBlock: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4 },
    leafBlock,
    fc.record({
      kind: fc.constant('fold' as const),
      title: hostile,
      blocks: fc.array(tie('block'), { maxLength: 6 }),
    }),
  ),
})).block

test('whatever a message holds, its card is valid, fits, and mentions nobody', () => {
  fc.assert(
    fc.property(
      fc.record({
        title: hostile,
        tone: fc.constantFrom('plain', 'info', 'success', 'warning', 'danger'),
        summary: hostile,
        blocks: fc.array(aBlock, { maxLength: 12 }),
      }),
      fc.boolean(),
      fc.boolean(),
      (message, submitNeedsBehaviors, inGroup) => {
        const given = toCard(message, { switches: { submitNeedsBehaviors }, inGroup })
        expect(faults(given)).toEqual([])
        expect(cardBytes(given)).toBeLessThanOrEqual(CARD_BYTES_MAX)
        const text = JSON.stringify(elements(given).filter((e) => e['tag'] === 'markdown'))
        expect(text).not.toMatch(/<\s*at\b/i)
      },
    ),
    { numRuns: 80, interruptAfterTimeLimit: 12_000 },
  )
})
