// Every record of the shipped knowledge, quoted and tampered with.
import { expect, test } from 'vitest'
import { loadKnowledgeFolder } from '../../src/files/knowledge-folder.ts'
import type { Chunk } from '../../src/knowledge/record-chunk.ts'
import { comparable, unwritable } from '../../src/knowledge/verify-figures/draft-text.ts'
import { figuresIn } from '../../src/knowledge/verify-figures/figures.ts'
import { verifyDraft } from '../../src/knowledge/verify-figures/verify-draft.ts'
import { draftChunks } from '../../src/llm/draft-chunks.ts'

type Quote = Readonly<{ code: string; text: string; cite: string; chunks: readonly Chunk[] }>

/** One sentence of the record in so many. */
const EVERY = 4
/** An exception stands for nothing without what is before it. */
const QUOTES_REFUSED_MAX = 0.01

/** Who takes a step, and a price without what it is the price of. */
const NO_SENTENCE = /^(?:（[^（）]*）|免费|按规定收费|市场收费)$/u

const quotes: readonly Quote[] = await read()

async function read(): Promise<Quote[]> {
  const folder = await loadKnowledgeFolder(`${import.meta.dirname}/../../knowledge`)
  if (folder.kind !== 'ok') throw new Error(JSON.stringify(folder.problems.slice(0, 3)))
  return folder.base.items
    .flatMap((item) => {
      const chunks = draftChunks(item, 'overview')
      return chunks.flatMap((chunk, n) =>
        chunk.lines
          .flatMap(({ text }) => sentencesOf(chunk, text))
          .map((text) => ({ code: item.code, text, cite: `[${n + 1}]`, chunks })),
      )
    })
    .filter((_, n) => n % EVERY === 0)
}

/** The first sentence of an answer may need its question. */
function sentencesOf({ field }: Chunk, line: string): string[] {
  return line
    .split(/[。！？!?]/u)
    .slice(field === null ? 1 : 0)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !NO_SENTENCE.test(sentence))
    .filter((sentence) => unwritable(sentence).length === 0)
}

const check = ({ text, cite, chunks }: Quote) => verifyDraft(`${text}。${cite}`, chunks)

test('what the record says may be quoted', () => {
  const refused = quotes.filter((quote) => !check(quote).ok)
  expect(quotes.length).toBeGreaterThan(2_000)
  expect(
    refused.length / quotes.length,
    JSON.stringify(refused.slice(0, 5).map((q) => [q.code, q.text])),
  ).toBeLessThan(QUOTES_REFUSED_MAX)
})

test('without its source no quotation passes', () => {
  for (const { text, chunks } of quotes) {
    expect(verifyDraft(`${text}。`, chunks)).toMatchObject({ faults: [{ kind: 'citation' }] })
  }
})

const NUMBER = /(?<![第\d.])\d+(?![\d.]|\. )/u

/** Each gives a sentence that says something else, or null where it does not apply. */
const TAMPER: Readonly<Record<string, (text: string) => string | null>> = {
  'another number': (text) =>
    NUMBER.test(text) ? text.replace(NUMBER, (found) => String(Number(found) * 3 + 7)) : null,
  'another number in characters': (text) => {
    const found = /(?<![第\d.])\d+(?=个?(?:工作日|日|年|月|小时))/u
    return found.test(text) ? text.replace(found, '八十三') : null
  },
  'working days for days': (text) =>
    /\d ?日(?!前|起|至|、)/u.test(text) && !/\d月\d/u.test(text)
      ? text.replace(/(\d) ?日/u, '$1个工作日')
      : null,
  'days for working days': (text) =>
    /个工作日/u.test(text) ? text.replaceAll(/ ?个工作日/gu, '日') : null,
  'years for months': (text) => (/\d个月/u.test(text) ? text.replace('个月', '年') : null),
  'an added promise': (text) => `${text}，一定能办成`,
  'an added phone': (text) => `${text}，电话0580-8800${text.length}`,
  'an added link': (text) => `${text}，详见www.example.com`,
  'an added law': (text) => `${text}，依据《海岛企业促进条例》第三条`,
  'an added fee': (text) => `${text}，另收${text.length + 1_111}元`,
}

test.each(Object.entries(TAMPER))('the record with %s does not pass', (_, tamper) => {
  let tried = 0
  for (const quote of quotes) {
    const text = tamper(quote.text)
    if (text === null || alreadyThere(text, quote)) continue
    tried++
    expect(check({ ...quote, text }), `${quote.code} ${text}`).toMatchObject({ ok: false })
  }
  expect(tried).toBeGreaterThan(5)
})

const LOST_NOT =
  /(?<![能是可要])不(?!超|少|多|低|高|大|小|满|足|同|断|动产|良|仅|只|但|过|论|管|用)/u
const BEND: Readonly<Record<string, (text: string) => string>> = {
  'a prohibition as a permission': (text) =>
    text.replace('不得', '可以').replace('不能', '能').replace('不予', '予以'),
  'a permission as a prohibition': (text) =>
    text.replace('可以', '不可以').replace('应当', '不应当').replace('需要', '不需要'),
  'a lost negation': (text) => text.replace(LOST_NOT, ''),
  'a permission as a duty': (text) => text.replace('可以', '必须'),
  'a ceiling as a floor': (text) => text.replace('不超过', '不少于').replace('以下', '以上'),
  'a floor as a ceiling': (text) => text.replace('不低于', '不超过').replace('以上', '以下'),
  'another office': (text) => text.replace(/市场监管|税务|公安|海关/u, '交通运输'),
}

test.each(Object.entries(BEND))('the record with %s does not pass', (_, bend) => {
  const bent = quotes
    .map((quote) => ({ ...quote, text: bend(quote.text) }))
    .filter(({ text }, n) => text !== quotes[n]?.text)
  expect(bent.length).toBeGreaterThan(5)
  const unnoticed = bent.filter((quote) => check(quote).ok)
  expect(unnoticed.map(({ code, text }) => [code, text])).toEqual([])
})

/** The record may happen to hold the tampered figures elsewhere, for the same purpose. */
function alreadyThere(text: string, { cite, chunks }: Quote): boolean {
  const cited =
    chunks[Number(cite.slice(1, -1)) - 1]?.lines.map(({ text }) => text).join('\n') ?? ''
  const known = new Set(figuresIn(comparable(cited)).map(({ key, unit }) => `${key} ${unit}`))
  const figures = figuresIn(comparable(text))
  return figures.length > 0 && figures.every(({ key, unit }) => known.has(`${key} ${unit}`))
}
