import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asId, type ItemCode } from '../../src/kernel/ids.ts'
import { makeChat } from '../../src/llm/chat.ts'
import { draftReply, type TicketBrief } from '../../src/llm/copilot.ts'
import { loadPrompts, type Prompts } from '../../src/llm/prompts.ts'
import { anItem } from '../builders/service-item.ts'
import { type FakeLlm, type Say, startFakeLlm } from '../fakes/llm/server.ts'

let fake: FakeLlm
let prompts: Prompts
beforeAll(async () => {
  fake = await startFakeLlm()
  prompts = await loadPrompts(`${import.meta.dirname}/../../prompts`)
})
afterAll(() => fake.close())
beforeEach(() => {
  fake.asked.length = 0
})

const ITEM = anItem()
const TICKET: TicketBrief = {
  number: 'ZSQS-20261125-0001',
  title: '公司设立登记迟迟没有结果',
  description: '提交三天了，身份证330902199001010011，请问还要多久？',
  itemCode: asId<ItemCode>('QYKB-002'),
  state: '办理中',
  registeredAt: '2026-11-25',
}

function reply(overrides: { budgetMs?: number } = {}) {
  return draftReply(
    {
      chat: makeChat({ baseUrl: fake.url, model: 'test-model', apiKey: null }),
      prompts,
      searchItems: async () => [ITEM],
      itemOf: (code) => (code === ITEM.code ? ITEM : undefined),
      similarTickets: async () => [{ title: '登记慢', answer: '一般 9 个工作日，联系13800001234' }],
      budgetMs: 5_000,
      ...overrides,
    },
    TICKET,
  )
}

const looksUp: readonly Say[] = [
  { kind: 'tools', calls: [{ name: 'search_items', args: { query: '公司设立登记多久' } }] },
  {
    kind: 'tools',
    calls: [
      { name: 'read_item', args: { code: 'QYKB-002' } },
      { name: 'read_ticket', args: {} },
      { name: 'similar_tickets', args: {} },
    ],
  },
]
const says = (text: string): Say => ({ kind: 'text', text })
/** The chunks of the record that the agent was given, by label. */
const chunkOf = (label: string) => {
  const given = fake.asked
    .at(-1)
    ?.body.messages?.find(({ content }) => content?.includes('"chunks"'))
  const { chunks } = JSON.parse(given?.content ?? '{"chunks":[]}') as {
    chunks: { n: number; label: string }[]
  }
  return chunks.find((chunk) => chunk.label === label)?.n
}

test('a draft rests on the record that was read and is a letter to edit', async () => {
  fake.script(...looksUp, says('不能当场登记的，3个工作日内登记。[5]'))
  const drafted = await reply()
  expect(chunkOf('办理时限')).toBe(5)
  expect(drafted).toMatchObject({ outcome: 'used', items: ['QYKB-002'], prompt: 'copilot@2' })
  expect(drafted.text).toBe(
    [
      '您好，关于贵企业反映的“公司设立登记迟迟没有结果”，答复如下：',
      '不能当场登记的，3个工作日内登记。',
      '以上依据涉企服务事项库：公司设立登记（QYKB-002）。如有疑问，请直接回复本消息。',
    ].join('\n'),
  )
})

describe('a draft is withheld', () => {
  test.each([
    ['an invented figure', '不能当场登记的，5个工作日内登记。[5]', 'figure'],
    ['a figure of an earlier answer', '一般9个工作日内登记。[5]', 'figure'],
    ['the figure in the ticket', '提交三天的当场登记。[5]', 'figure'],
    ['a promise', '我们保证当场登记。[5]', 'not_in_record'],
    ['a record that was not read', '不能当场登记的，3个工作日内登记。[40]', 'citation'],
    ['no source', '不能当场登记的，3个工作日内登记。', 'citation'],
  ])('with %s', async (_, text, outcome) => {
    fake.script(...looksUp, says(text))
    const drafted = await reply()
    expect(drafted).toMatchObject({ text: null, outcome, items: ['QYKB-002'] })
    expect(drafted.refused.length).toBeGreaterThan(0)
  })

  test('when nothing was read', async () => {
    fake.script(says('不能当场登记的，3个工作日内登记。[1]'))
    expect(await reply()).toMatchObject({ text: null, outcome: 'citation', items: [] })
  })

  test('when the record does not say', async () => {
    fake.script(...looksUp, says('记录未载明'))
    expect(await reply()).toMatchObject({ text: null, outcome: 'nothing' })
  })

  test('when the agent goes round in circles', async () => {
    fake.script({ kind: 'tools', calls: [{ name: 'read_item', args: { code: 'XXXX-1' } }] })
    expect(await reply()).toMatchObject({ text: null, outcome: 'unreadable' })
  })

  test('when the server hangs', async () => {
    fake.script({ kind: 'hang' })
    const began = performance.now()
    expect(await reply({ budgetMs: 300 })).toMatchObject({ text: null, outcome: 'late' })
    expect(performance.now() - began).toBeLessThan(1_500)
  })
})

test('no number of a person is sent', async () => {
  fake.script(...looksUp, says('记录未载明'))
  await reply()
  const sent = JSON.stringify(fake.asked.map(({ body }) => body))
  expect(sent).not.toContain('330902199001010011')
  expect(sent).not.toContain('13800001234')
  expect(sent).toContain('search_items')
})
