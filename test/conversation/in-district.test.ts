import { expect, test } from 'vitest'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { inDistrict } from '../../src/conversation/dialogue/in-district.ts'
import { code } from '../builders/knowledge-base.ts'

const district = (of: string, ...aliases: string[]) => ({
  code: of,
  name: aliases[0]!,
  kind: 'county' as const,
  aliases,
  enabled: true,
  confirmed: true,
})
const districts = [
  district('a', '岱山县', '岱山', '衢山'),
  district('b', '定海区', '定海'),
  district('c', '六横'),
]
const fresh = freshState(new Date('2026-11-03T01:00:00Z'))
const talkedOf = { ...fresh, items: [code('QYKB-032')], decided: 'answer' as const }

test.each([
  '那岱山那边谁管',
  '岱山那边也一样吗',
  '六横的找谁',
  '我在定海,能在衢山办吗',
  '岱山可以办吗?',
  '要去定海区窗口办吗',
  '我在岱山的',
  '岱山那边的窗口呢',
])('%s: whose matter it is there', (said) => {
  expect(inDistrict(said, said, { state: talkedOf, districts })?.decision).toMatchObject({
    kind: 'answer',
    code: 'QYKB-032',
    field: 'department',
  })
})

test.each([
  ['it moves there', '公司从定海迁到岱山要怎么弄', talkedOf],
  ['another matter is named', '岱山的排污许可找谁', talkedOf],
  ['no district is named', '那边找谁', talkedOf],
  ['nothing is in hand', '岱山那边谁管', fresh],
])('none where %s: 「%s」', (_, said, state) => {
  expect(inDistrict(said, said, { state, districts })).toBeNull()
})
