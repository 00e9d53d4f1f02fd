import { describe, expect, test } from 'vitest'
import { boundQuestion, cleanText } from '../../src/conversation/clean-text.ts'

describe('a text of any length', () => {
  test.each([
    ['newlines', '\n'.repeat(140_000)],
    ['spaces', ' '.repeat(140_000)],
    ['openings of a mention', '<at '.repeat(40_000)],
    ['quotes', `[${'"text":"'.repeat(20_000)}`],
    ['brackets', '!['.repeat(70_000)],
    ['a word and newlines', `急\n${'\n,'.repeat(70_000)}`],
    ['many words', Array.from({ length: 40_000 }, (_, n) => `词${n}`).join('')],
  ])('is cleaned within a moment: %s', (_what, text) => {
    const began = performance.now()
    expect(cleanText(text).length).toBeLessThanOrEqual(2_000)
    expect(performance.now() - began).toBeLessThan(500)
  })

  test('keeps its end, where the question is', () => {
    const story = Array.from({ length: 3_000 }, (_, n) => `第${n}件事。`).join('')
    const text = `${story}\n公司设立登记要几天？`
    expect(cleanText(text)).toMatch(/^第0件事[\s\S]*公司设立登记要几天\?$/)
    expect(boundQuestion(text)).toMatch(/^第0件事[\s\S]*公司设立登记要几天？$/)
    expect(boundQuestion(text).length).toBeLessThanOrEqual(4_000)
  })

  test.each(['注册资本50000000元', '电话13800000001', '编号000000000012'])('%s stays', (text) => {
    expect(cleanText(text)).toBe(text)
  })

  test('is never cut through a character', () => {
    for (const text of ['😀'.repeat(5_000), `a${'😀'.repeat(5_000)}`]) {
      expect(boundQuestion(text)).not.toMatch(/\p{Surrogate}/u)
    }
  })
})

describe('what surrounds a message goes, and the message stays', () => {
  const escaped = [...'船员证怎么补办'].map((c) => `\\u${c.charCodeAt(0).toString(16)}`).join('')

  test.each([
    ['@助企小舟食品许可要几天', '食品许可要几天'],
    ['食品许可要几天@助企小舟', '食品许可要几天'],
    ['@王示例 食品许可要几天', '食品许可要几天'],
    ['食品许可要几天 @王示例', '食品许可要几天'],
    ['来自台湾的投资人能不能开民宿', '来自台湾的投资人能不能开民宿'],
    ['来自外省的船员要备案吗', '来自外省的船员要备案吗'],
    ['来自手机厂的客户想看保税仓库', '来自手机厂的客户想看保税仓库'],
    ['Sent from Ningbo by sea, which permit', 'Sent from Ningbo by sea, which permit'],
    ['食品许可要几天\n来自华为手机', '食品许可要几天'],
    ['食品许可要几天\n发自我的iPhone', '食品许可要几天'],
    ['食品许可要几天\nSent from my iPhone', '食品许可要几天'],
    ['食品许可要几天\n来自网易邮箱大师', '食品许可要几天'],
    ['看https://example.com/a?b=c食品许可要几天', '看 食品许可要几天'],
    ['https://example.com，食品许可要几天', '食品许可要几天'],
    ['食品许可要几天http://example.com', '食品许可要几天'],
    [`{"text":"${escaped}"}`, '船员证怎么补办'],
    [`{"text":"${escaped}"`, '船员证怎么补办'],
    ['{"msg":"船员证怎么补办","ts":1700000000}', '船员证怎么补办'],
    ['{"zh_cn":{"content":[[{"tag":"text","text":"船员证怎么补办"}]]}}', '船员证怎么补办'],
    ['{"content":"{\\"text\\":\\"船员证怎么补办\\"}"}', '船员证怎么补办'],
    ['{"text":"第一行\\n第二行\\"引\\""}', '第一行\n第二行"引"'],
    ['```json\n{"text":"船员证怎么补办"}\n```', '船员证怎么补办'],
    ['```json {"q":"船员证怎么补办"}```', '船员证怎么补办'],
    ['```\n船员证怎么补办\n```', '船员证怎么补办'],
    ['&#33337;员证怎么补办', '船员证怎么补办'],
    ['&#x8239;员证怎么补办', '船员证怎么补办'],
    ['[内资]企业怎么设立', '[内资]企业怎么设立'],
    ['企业[变更]要材料吗', '企业[变更]要材料吗'],
    ['[捂脸][OK]食品许可要几天', '食品许可要几天'],
    ['[图片]食品许可要几天', '食品许可要几天'],
    ['食品许可要几天？食品许可要几天？', '食品许可要几天'],
    ['食品许可要几天\n\n食品许可要几天', '食品许可要几天'],
    ['how long does it take? how long does it take?', 'how long does it take'],
    ['<how to register a company>', '<how to register a company>'],
    ['<span class="a">食品许可</span>要几天', '食品许可 要几天'],
  ])('%j', (raw, bare) => {
    expect(cleanText(raw)).toBe(bare)
  })

  test.each([
    '催单!催单!',
    '要办食品许可,还要办食品许可延续',
    '1380000013800000',
    'mail me at someone@example.com',
    '```怎么用',
    '{"title":"食品许可要几天"}',
    '[["食品许可要几天"]]',
  ])('nothing is lost of %j', (raw) => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
    const kept = letters(cleanText(raw))
    expect(letters(raw).startsWith(kept) || letters(raw).endsWith(kept)).toBe(true)
    expect(kept.length).toBeGreaterThanOrEqual(Math.min(2, letters(raw).length))
  })

  test.each([
    '@食品许可要几天',
    '@王示例食品许可要几天 急',
    '来自我的手机',
    '转发:',
    '引用王示例:',
    '王示例 10:23',
    're',
    '{"text":"来自手机"}',
  ])('where there were words, words are left: %j', (raw) => {
    expect(cleanText(raw)).toMatch(/\p{L}{2}/u)
  })

  test.each(['[微笑]', '@助企小舟', '🙏🙏', '<br/>', '{"text":""}', 'https://example.com/x'])(
    'where there were none, nothing is left: %j',
    (raw) => {
      expect(cleanText(raw)).toBe('')
    },
  )
})
