import { describe, expect, test } from 'vitest'
import { emergencyFor } from '../../src/conversation/intent/emergency.ts'

describe('whom to call first', () => {
  test.each([
    ['有人落水了', 'sea', ['sea_rescue', 'ambulance']],
    ['渔船往一边歪,抽水泵抽不赢', 'sea', ['sea_rescue', 'ambulance']],
    ['a deckhand fell overboard', 'sea', ['sea_rescue', 'ambulance']],
    ['smoke and fire on board', 'sea', ['sea_rescue', 'ambulance']],
    ['渡船上有人胸口痛,出冷汗', 'medical', ['sea_rescue', 'ambulance']],
    ['船厂里有人触电了', 'medical', ['ambulance', 'police']],
    ['码头上钢管砸到脚了,血止不住', 'medical', ['ambulance', 'police']],
    ['仓库烧起来了', 'fire', ['fire', 'ambulance']],
    ['闻到煤气味', 'fire', ['fire', 'ambulance']],
    ['有人困在电梯里', 'trapped', ['fire', 'ambulance']],
    ['他拿着刀堵在门口', 'violence', ['police', 'ambulance']],
    ['他要从船上跳海', 'self_harm', ['police', 'ambulance']],
    // Only the route model has heard these: the acts say what they are about.
    ['舢板上的人看不见了,电话打不通', 'sea', ['sea_rescue', 'ambulance']],
    ['门缝里看得见红光,一股塑料烧焦的味道', 'fire', ['fire', 'ambulance']],
    ['里面还有人在敲,门推不开', 'trapped', ['fire', 'ambulance']],
    ['嘴唇都紫了', 'medical', ['ambulance', 'police']],
    ['不好了', 'unclear', ['police', 'fire']],
  ])('「%s」 is %s', (text, reason, first) => {
    const decision = emergencyFor(text)
    expect(decision.reason).toBe(reason)
    expect(decision.hotlines.slice(0, first.length)).toEqual(first)
  })

  test.each(['有人落水了', '仓库烧起来了', '他拿着刀堵在门口', '不好了'])(
    '「%s」: all numbers are named, each once',
    (text) => {
      expect([...emergencyFor(text).hotlines].sort()).toEqual([
        'ambulance',
        'fire',
        'police',
        'sea_rescue',
      ])
    },
  )
})

test.each([
  ['man overboard', true],
  ['SOS', true],
  ['fire!', true],
  ['ok 119', false],
  ['有人落水了', false],
  ['sos 船在沉', false],
  ['🆘', false],
])('「%s」 is answered in English as well: %s', (text, inEnglish) => {
  expect(emergencyFor(text).inEnglish).toBe(inEnglish)
})

test.each([
  ['锚地的外轮上大副骨折，怎么送上岸', true],
  ['有个水手刚刚手压断了', true],
  ['a sailor is bleeding badly', true],
  ['车间里有人刚刚骨折，怎么送医院', false],
  ['有人落水了', false],
  ['渔船机舱着火了', false],
])('「%s」 tells whom to contact for letting a foreigner ashore: %s', (text, ashore) => {
  expect(emergencyFor(text).ashore).toBe(ashore)
})
