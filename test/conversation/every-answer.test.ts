// Every part of every shipped record, as it goes out to Lark: nothing is cut, no limit is passed.
import { expect, test } from 'vitest'
import { nothingAskedNext } from '../../src/conversation/asked-next.ts'
import { composeDecision } from '../../src/conversation/compose/compose-decision.ts'
import { FIELDS, type Field } from '../../src/conversation/decision.ts'
import { loadKnowledgeFolder } from '../../src/files/knowledge-folder.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import type { Block, Message } from '../../src/kernel/message.ts'
import { CARD_BYTES_MAX } from '../../src/lark/outbound/card-limits.ts'
import { cardBytes, toCard } from '../../src/lark/outbound/cards.ts'
import { toText } from '../../src/lark/outbound/text.ts'

const folder = await loadKnowledgeFolder(`${import.meta.dirname}/../../knowledge`)
if (folder.kind !== 'ok') throw new Error(JSON.stringify(folder.problems.slice(0, 3)))
const { base } = folder

const ANSWERS = base.items.flatMap((item) =>
  FIELDS.map((field, n) => {
    const also = FIELDS[(n + 1) % FIELDS.length] ?? null
    return { name: `${item.code} ${field}`, message: messageFor(item.code, field, also) }
  }),
)

function messageFor(code: (typeof base.items)[number]['code'], field: Field, also: Field | null) {
  return composeDecision({
    decision: { kind: 'answer', code, field, also, offerTicket: true },
    base,
    version: '2026-11-26.1',
    turnId: asId<TurnId>('0190b3b2-1111-7000-8000-000000000000'),
    askedNext: nothingAskedNext,
    question: 'how long does it take',
  })
}

const leaves = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'fold') return [block.title, ...leaves(block.blocks)]
    if (block.kind === 'field') return [block.label, ...block.lines]
    if (block.kind === 'actions') return block.actions.map(({ label }) => label)
    return block.kind === 'text' || block.kind === 'note' ? [block.text] : []
  })

/** What a reader sees: the entities of the markup read back, its marks and breaks left out. */
const readable = (text: string) =>
  text
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/[\s*\u200b]/gu, '')

const contentsOf = (card: unknown): string => {
  if (Array.isArray(card)) return card.map(contentsOf).join('\n')
  if (typeof card !== 'object' || card === null) return ''
  return Object.entries(card)
    .map(([key, value]) => (key === 'content' ? String(value) : contentsOf(value)))
    .join('\n')
}

const missing = (message: Message, rendered: string) =>
  leaves(message.blocks).filter((leaf) => !rendered.includes(readable(leaf)))

const OPTIONS = { switches: { submitNeedsBehaviors: false }, inGroup: true }

test('the catalogue is whole', () => {
  expect(ANSWERS.length).toBe(365 * FIELDS.length)
})

test('every answer stands whole on a card within its limits', () => {
  const faults = ANSWERS.filter(({ message }) => {
    const card = toCard(message, OPTIONS)
    const isWhole = missing(message, readable(contentsOf(card))).length === 0
    return !isWhole || cardBytes(card) > CARD_BYTES_MAX
  })
  expect(faults.map(({ name }) => name)).toEqual([])
})

test('every answer stands whole in plain text', () => {
  const faults = ANSWERS.filter(
    ({ message }) => missing(message, readable(toText(message))).length > 0,
  )
  expect(faults.map(({ name }) => name)).toEqual([])
})

test('every answer says what to do next and where it comes from, in at most 80 characters of summary', () => {
  const faults = ANSWERS.filter(({ message: { blocks, summary } }) => {
    const said = leaves(blocks).join('\n')
    return !said.includes('下一步') || !said.includes('来源：涉企服务事项库') || summary.length > 80
  })
  expect(faults.map(({ name }) => name)).toEqual([])
})

/** What an editor strikes out. */
const CLUMSY =
  /窗口：窗口|办理怎么办理|备案备案|？：|本事项首次|：办理对象|法定时限：|undefined|null/u

test('no answer reads clumsily', () => {
  const faults = ANSWERS.filter(({ message }) => CLUMSY.test(toText(message)))
  expect(faults.map(({ name }) => name)).toEqual([])
})
