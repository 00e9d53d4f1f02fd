import { describe, expect, test } from 'vitest'
import { askedField } from '../../src/conversation/asked-field.ts'
import type { Field } from '../../src/conversation/decision.ts'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { FIELDS } from '../../src/knowledge/field.ts'
import type { Snapshot } from '../../src/retrieval/snapshot.ts'

// A model that has learnt nothing: what stands in the message decides alone.
const fields = {
  features: { vocabulary: { find: () => undefined, tokens: () => [] }, idf: new Float32Array() },
  model: {
    labels: FIELDS,
    features: 0,
    weights: new Int8Array(),
    scales: new Float32Array(),
    bias: new Float32Array(FIELDS.length),
  },
  habits: new Map(),
} as unknown as Snapshot['fields']

const asked = (normalized: string) =>
  askedField({ fields } as Snapshot, {
    normalized,
    state: freshState(new Date(0)),
    dependence: 'new',
    code: null,
  })

describe('two parts asked for', () => {
  test.each<[text: string, parts: readonly Field[]]>([
    ['收费吗 要等多久', ['fee', 'time_limit']],
    ['要带哪些材料和多少钱', ['materials', 'fee']],
    ['归谁管？几天能好', ['department', 'time_limit']],
    ['材料 另外几天能下来', ['materials', 'time_limit']],
    ['how long will it take? and how much is it?', ['time_limit', 'fee']],
    ['how many days and is it free', ['time_limit', 'fee']],
    ['卫生许可 how much does it cost and how long', ['fee', 'time_limit']],
  ])('are both shown: 「%s」', (text, parts) => {
    const { field, also } = asked(text)
    expect(new Set([field, also])).toEqual(new Set(parts))
  })

  test('are not made of a zone that is free', () => {
    expect(asked('how long does it take in the free trade zone').also).not.toBe('fee')
  })

  test('are heard at the end of a story as well', () => {
    const story =
      '店里淡季一个客人都没有又舍不得关掉,听说可以先停一阵子再说不用注销,这个要带哪些材料,要收费吗'
    const { field, also } = asked(story)
    expect(new Set([field, also])).toEqual(new Set(['materials', 'fee']))
  })

  test('are not looked for in a story', () => {
    const story =
      '材料我上个月就交齐了，窗口的人收下来的时候说没问题，叫我回去等电话，结果等到今天，到底要多久'
    expect(asked(story).also).not.toBe('materials')
  })
})
