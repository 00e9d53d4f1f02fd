import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentencesOf, settledPart } from '../../src/knowledge/verify-figures/draft-text.ts'
import { verifyDraft } from '../../src/knowledge/verify-figures/verify-draft.ts'
import { RECORD } from './verify-figures.record.ts'

describe('of a draft that is being written', () => {
  const rows: readonly (readonly [what: string, begun: string, settled: string | null])[] = [
    ['nothing is settled before its end', '材料齐全的当场登记', ''],
    ['a sentence may still be given a source', '当场登记。', ''],
    ['a sentence may still be given another source', '当场登记。[3]', ''],
    ['half a source is none', '当场登记。[3][', ''],
    ['a source may come after a space', '当场登记。[3] ', ''],
    ['the next sentence settles the one before', '当场登记。[3]不', '当场登记。[3]'],
    ['all its sources are its own', '当场登记。[3] [5]不能', '当场登记。[3] [5]'],
    ['a bracket that is no source is the next sentence', '当场登记。[3][附', '当场登记。[3]'],
    ['a dot in a number ends nothing', '按日加收0.5', ''],
    ['the rows of a list are sentences', '1. 申请书[6]\n2. 章', null],
    ['rows end where their lines end', '1. 申请书。[6]\n2. 章程', '1. 申请书。[6]\n'],
    ['a source within the sentence is its own', '当场登记[3]。不能', '当场登记[3]。'],
    ['a source within a phrase is refused', '当场[3]登记', null],
    ['a source behind a closing quotation mark is refused', '写明“当场登记。”[3]不能', null],
  ]
  test.each(rows)('%s', (_, begun, settled) => {
    expect(settledPart(begun)).toBe(settled)
  })

  test('what is settled stays as it is, whatever follows, and only grows', () => {
    const piece = fc.constantFrom(
      '当场登记',
      '。',
      '[3]',
      '[',
      '12',
      ']',
      '\n',
      ' ',
      '“',
      '”',
      '；',
      '3.5%',
      '！',
      '1. ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        let before = ''
        let begun = ''
        for (const one of pieces) {
          begun += one
          const settled = settledPart(begun)
          if (settled === null) {
            expect(sentencesOf(begun)).toBeNull()
            return
          }
          expect(settled.startsWith(before)).toBe(true)
          const known = sentencesOf(settled) ?? []
          expect((sentencesOf(begun) ?? []).slice(0, known.length)).toEqual(known)
          before = settled
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('a quotation is refused as it is in the whole', () => {
    const whole = '记录写明“材料齐全的当场登记。”[3]不能当场登记的，3个工作日内登记。[3]'
    expect(verifyDraft(settledPart(whole) ?? '', RECORD).ok).toBe(false)
    expect(verifyDraft(whole, RECORD).ok).toBe(false)
  })
})
