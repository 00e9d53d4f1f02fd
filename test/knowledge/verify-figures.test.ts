import { describe, expect, test } from 'vitest'
import { verifyDraft } from '../../src/knowledge/verify-figures/verify-draft.ts'
import { draftsOf } from './drafts/read.ts'
import { ADVERSARIAL, FAITHFUL, REWORDED } from './verify-figures.drafts.ts'
import { RECORD } from './verify-figures.record.ts'

describe('a draft that says what the record says', () => {
  test.each(FAITHFUL)('passes: %s', (draft) => {
    expect(verifyDraft(draft, RECORD)).toMatchObject({ ok: true })
  })

  test.each(draftsOf('faithful'))('about %s passes: %s', (_, draft, record) => {
    expect(verifyDraft(draft, record)).toMatchObject({ ok: true })
  })

  test('passes in two of three cases at least; the others have words of their own', () => {
    const passing = FAITHFUL.length + draftsOf('faithful').length
    const refused = REWORDED.length + draftsOf('reworded').length
    expect(passing / (passing + refused)).toBeGreaterThan(2 / 3)
  })

  test('is given back as sentences without their citations', () => {
    expect(verifyDraft('公司设立登记免费。[4] 法定时限是3个工作日。[3]', RECORD)).toEqual({
      ok: true,
      sentences: [
        { text: '公司设立登记免费。', cites: [4] },
        { text: '法定时限是3个工作日。', cites: [3] },
      ],
    })
  })
})

describe('a draft that says anything else', () => {
  test('there are enough ways to go wrong', () => {
    expect(ADVERSARIAL.length).toBeGreaterThanOrEqual(60)
  })

  test.each(ADVERSARIAL)('does not pass with %s', (_, draft) => {
    const verified = verifyDraft(draft, RECORD)
    expect(verified.ok).toBe(false)
  })

  test.each(REWORDED)('does not pass in words of its own: %s', (draft) => {
    expect(verifyDraft(draft, RECORD).ok).toBe(false)
  })

  test.each(draftsOf('reworded'))('about %s does not pass in words of its own: %s', (...row) => {
    const [, draft, record] = row
    expect(verifyDraft(draft, record).ok).toBe(false)
  })

  test.each(draftsOf('false'))('about %s does not pass: %s', (_, draft, record) => {
    const verified = verifyDraft(draft, record)
    expect(verified.ok).toBe(false)
    // Not for want of a source: each cites what it was drawn from.
    expect(verified).not.toMatchObject({ faults: [{ kind: 'citation' }] })
  })

  test('names only the sources that it rests on', () => {
    expect(verifyDraft('公司设立登记免费。[4][6]', RECORD)).toMatchObject({
      sentences: [{ cites: [4] }],
    })
  })

  test('is refused with the list of what was not found', () => {
    const draft = '登记费每件90元，依据《公司法》第九条，请拨打12399。[9]'
    expect(verifyDraft(draft, RECORD)).toMatchObject({
      ok: false,
      faults: expect.arrayContaining([
        { kind: 'figure', found: '90元' },
        { kind: 'figure', found: '12399' },
        { kind: 'law', found: '公司法#9条' },
      ]),
    })
  })

  test('does not pass with a share that has no single value and is not the one written', () => {
    const lines = [{ text: '按工程款的百分之七八收取。', source: null }]
    const record = [{ of: '农民工工资保证金', field: 'fee', label: '收费', lines }] as const
    expect(verifyDraft('按工程款的百分之七八收取。[1]', record)).toMatchObject({ ok: true })
    expect(verifyDraft('按工程款的百分之三五收取。[1]', record)).toMatchObject({
      faults: [{ kind: 'figure', found: '百分之三五' }],
    })
  })

  test('is refused when empty or endless', () => {
    expect(verifyDraft(' \n', RECORD)).toMatchObject({ faults: [{ kind: 'empty' }] })
    const endless = '公司设立登记免费。[4]'.repeat(100)
    expect(verifyDraft(endless, RECORD)).toMatchObject({ faults: [{ kind: 'too_long' }] })
  })
})
