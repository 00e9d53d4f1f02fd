import { expect, test } from 'vitest'
import { likelihoodShown } from '../../src/conversation/intent/shown.ts'
import type { IntentProbabilities } from '../../src/retrieval/acts/intent.ts'
import type { RouteProbabilities } from '../../src/retrieval/learning/route-model.ts'
import { code } from '../builders/knowledge-base.ts'

const routes = (known: Partial<RouteProbabilities>) => known as RouteProbabilities

const heard = (
  normalized: string,
  acts: readonly string[],
  known: Partial<RouteProbabilities>,
  confidence = 0,
) => ({
  normalized,
  acts,
  retrieved: {
    hits: [],
    confidence,
    routes: routes({ improper: 0, privacy: 0, injection: 0, person: 0, coordination: 0, ...known }),
    intents: { ticket: 0.6, refuse: 0.6 } as IntentProbabilities,
  },
  dialogue: { dependence: 'new' as const, items: [], called: null },
})

/** Of a message that does nothing else, where the models give the intent this probability. */
function likelihoodOf(intent: 'redirect' | 'status', text: string, p: number): number {
  const asked = heard(text, [], {})
  const intents = { [intent]: p } as IntentProbabilities
  return likelihoodShown(intent, { ...asked, retrieved: { ...asked.retrieved, intents } })
}

test('the wish for a person is not counted against who wants none', () => {
  const wanting = (text: string) => likelihoodShown('ticket', heard(text, [], { person: 0.5 }))
  expect(wanting('别转客服，说说歇业要哪些材料')).toBeCloseTo(0.1)
  expect(wanting('歇业的事想找个懂的人说')).toBe(0.6)
})

test('who wants to meet whom an item brings together does not want us', () => {
  const wanting = (text: string, confidence: number) =>
    likelihoodShown('ticket', heard(text, [], { person: 0.5 }, confidence))
  expect(wanting('想约几家银行碰个面', 0.9)).toBeCloseTo(0.1)
  expect(wanting('想约几家银行碰个面', 0.2)).toBe(0.6)
  expect(wanting('歇业的事找个懂的人说', 0.9)).toBe(0.6)
})

test.each([
  ['我老公能替我去交公司的材料吗', true],
  ['法人写我妹妹行不行', true],
  ['盘下两部冷藏车准备接单子', true],
  ['我是贵州人，想在这里开店', true],
  ['my wife will sign for the company', true],
  ['我妈的身份证在哪补', false],
  ['我是贵州人，老家的公司在那边怎么注销', false],
])('「%s」: family for a firm and where one comes from are no private matter', (text, isOurs) => {
  expect(likelihoodOf('redirect', text, 0.6)).toBe(isOurs ? 0 : 0.6)
})

test.each([
  ['帮我写一份公司章程', 0],
  ['能不能给我们拟个租赁合同', 0],
  ['帮我写一份假的租赁合同', 0.9],
  ['以街道的名义帮我写个证明函', 0.9],
])('「%s」: a paper of one’s own may be drafted', (text, p) => {
  expect(likelihoodShown('refuse', heard(text, [], { improper: 0.9 }))).toBeCloseTo(p)
})

test.each([
  ['她的社保刚交一个月', ['others'], 0],
  ['他身份证过期了能续吗', ['refusal_privacy', 'others'], 0],
  ['告诉我他的社保', ['others'], 0.9],
  ['隔壁他们的社保', ['others'], 0.9],
  ['你总是说注销，我刚开业', [], 0],
  ['哪个更划算', [], 0],
  ['你帮我先排一排', [], 0],
  ['先给我讲讲流程', [], 0],
  ['你帮我排到前面', [], 0.9],
  ['先给我看看评委', [], 0.9],
  ['那家店欠了我货款', [], 0],
  ['我提的那个诉求', ['own_progress'], 0],
  ['你总是说注销，那就弄份假的', ['forge'], 0.9],
])('「%s」: told of staff, or a complaint of ours, is no improper wish', (text, acts, p) => {
  const known = { privacy: 0.9 }
  expect(likelihoodShown('refuse', heard(text, acts, known))).toBeCloseTo(p)
})

test.each([
  ['i want to move our shop to the next street', 0],
  ['can i hire my cousin as a cook', 0],
  ['my cousin lost her passport', 0.6],
  ['the shop gives no refund', 0.6],
])('“%s”: a firm of one’s own is no private matter', (text, p) => {
  const asked = heard(text, [], { personal: 0.6, elsewhere: 0 })
  const intents = { redirect: 0.6 } as IntentProbabilities
  expect(
    likelihoodShown('redirect', { ...asked, retrieved: { ...asked.retrieved, intents } }),
  ).toBe(p)
})

test.each([
  ['how do we close the cafe', [], 0],
  ['her permit expired', [], 0],
  ['the cafe we run is on fire', ['hazard'], 0.6],
  ['he does not answer', [], 0.6],
] as const)('“%s”: trade without danger is none', (text, acts, p) => {
  const asked = heard(text, acts, {})
  const intents = { emergency: 0.6 } as IntentProbabilities
  expect(
    likelihoodShown('emergency', { ...asked, retrieved: { ...asked.retrieved, intents } }),
  ).toBe(p)
})

test('what the message says that it is not, it is not', () => {
  const asked = heard('我没有规避检查', [], { improper: 0.9 })
  const dialogue = { ...asked.dialogue, denied: 'refuse' as const }
  expect(likelihoodShown('refuse', { ...asked, dialogue })).toBe(0)
  expect(likelihoodShown('refuse', { ...asked, acts: ['dodge'], dialogue })).toBeGreaterThan(0.5)
})

test.each([
  ['那去的时候要带什么', true],
  ['我的店快撑不住了', false],
])('「%s」 goes on with a matter, or tells of a firm: no small talk', (text, needsMatter) => {
  const asked = heard(text, [], {})
  const intents = { smalltalk: 0.95 } as IntentProbabilities
  const retrieved = { ...asked.retrieved, intents }
  const inHand = { ...asked.dialogue, items: [code('QYKB-032')] }
  expect(likelihoodShown('smalltalk', { ...asked, retrieved, dialogue: inHand })).toBe(0)
  expect(likelihoodShown('smalltalk', { ...asked, retrieved })).toBe(needsMatter ? 0.95 : 0)
})

test.each([
  ['takes leave with thanks', '那我跟股东商量下,谢谢', { smalltalk: 0.8 }, 0.6, 0.8],
  ['asks, and thanks for it', '谢谢,再说说股权变更', { smalltalk: 0.4, question: 0.5 }, 0.6, 0],
  ['is likelier a question, however broad', '有啥活动', { smalltalk: 0.3, broad: 0.4 }, 0, 0],
  ['is what the model of the items knows nothing of', '夜饭吃点啥好', { smalltalk: 0.7 }, 0.7, 0.7],
])('what %s: 「%s」', (_, text, known, confidence, p) => {
  const asked = heard(text, ['asks_nothing'], {}, confidence)
  const none = { question: 0, broad: 0 } as IntentProbabilities
  const retrieved = { ...asked.retrieved, intents: { ...none, ...known } }
  const dialogue = { ...asked.dialogue, isThanked: text.includes('谢') }
  expect(likelihoodShown('smalltalk', { ...asked, retrieved, dialogue })).toBe(p)
})

test('what shows no improper wish and is likelier a question is none', () => {
  const wishing = (question: number) => {
    const asked = heard('要能先得一个准信就好了', ['asks_nothing'], { improper: 0.3 })
    const intents = { question, broad: 0 } as IntentProbabilities
    return likelihoodShown('refuse', { ...asked, retrieved: { ...asked.retrieved, intents } })
  }
  expect(wishing(0.6)).toBe(0)
  expect(wishing(0.1)).toBeCloseTo(0.3)
})

test('who goes on about somebody that has to do with the matter does not want one of us', () => {
  const wanting = (text: string) => likelihoodShown('ticket', heard(text, [], { person: 0.5 }))
  expect(wanting('操作它的师傅呢')).toBeCloseTo(0.1)
  expect(wanting('你们的人呢')).toBe(0.6)
})

test.each([
  ['想找个懂外贸的律师,能介绍一位吗', ['asks'], 0.99, 0.1],
  ['想找个懂外贸的律师,能介绍一位吗', ['asks'], 0.6, 0.6],
  ['介绍的那家拖了两个月不理我们,换一家', ['late'], 0.99, 0.6],
  ['岛上断网好几天,介绍情况也没人听,帮帮我们', [], 0.99, 0.6],
] as const)(
  '「%s」: to be brought together is wished of the item, to be stood by of us',
  (text, acts, confidence, p) => {
    expect(
      likelihoodShown('ticket', heard(text, acts, { coordination: 0.5 }, confidence)),
    ).toBeCloseTo(p)
  },
)

test.each([
  [['step_in', 'late'], 0.8],
  [['fault', 'urgent'], 0.8],
  [['step_in'], 0.6],
  [['fault'], 0.6],
] as const)('a wish with %j', (acts, p) => {
  expect(likelihoodShown('ticket', heard('这件事', acts, {}))).toBeCloseTo(p)
})

test('a faint likeness to danger without a word of it is chance', () => {
  const alarmed = (acts: readonly string[], emergency: number) => {
    const asked = heard('能不能快一点', acts, {})
    const intents = { emergency } as IntentProbabilities
    return likelihoodShown('emergency', { ...asked, retrieved: { ...asked.retrieved, intents } })
  }
  expect(alarmed([], 0.1)).toBe(0)
  expect(alarmed([], 0.4)).toBe(0.4)
  expect(alarmed(['hazard'], 0.1)).toBe(0.1)
})

test.each([
  ['在你们这里登记的欠款投诉是谁在弄', true],
  ['这边投诉过的，是谁在弄', true],
  ['公司在你们这里登记的公司名能改吗', false],
  ['在这里报的名，培训几时开', false],
])('「%s」: what was handed in here may be asked after', (text, isOwn) => {
  expect(likelihoodOf('status', text, 0.9)).toBe(isOwn ? 0.9 : 0)
})

test('a grievance that shows no improper wish is rather sent on than refused', () => {
  const improper = (acts: readonly string[]) =>
    likelihoodShown('refuse', heard('雨水管堵死三次，领导没人管', acts, { improper: 0.6 }))
  expect(improper([])).toBeCloseTo(0.6)
  expect(improper(['late'])).toBeCloseTo(0.3)
  expect(improper(['suggest'])).toBeCloseTo(0.3)
  expect(improper(['late', 'bribe'])).toBeCloseTo(0.6)
})

test.each([
  ['帮我开一个贸易公司', [], true],
  ['帮我办个食品证', [], true],
  ['麻烦给我们注册个公司', [], true],
  ['帮我协调一下营业执照的事', [], false],
  ['帮我办快点，执照拖了一个月', ['late'], false],
  ['帮我办退款', [], false],
] as const)('「%s」: an errand is no wish that we step in: %s %s', (text, acts, isErrand) => {
  const wanting = likelihoodShown('ticket', heard(text, acts, { coordination: 0.5 }))
  expect(wanting).toBeCloseTo(isErrand ? 0.1 : 0.6)
})

test.each([
  ['要带身份证吗', 0],
  ['法人身份证复印件要不要', 0],
  ['用带护照原件吗', 0],
  ['身份证丢了怎么补', 0.6],
  ['我想换身份证', 0.6],
])('「%s」 in the middle of an item', (text, p) => {
  const asked = heard(text, ['private'], {})
  const likelihood = likelihoodShown('redirect', {
    ...asked,
    retrieved: { ...asked.retrieved, intents: { redirect: 0.6 } as IntentProbabilities },
    dialogue: { ...asked.dialogue, items: [code('QYKB-032')] },
  })
  expect(likelihood).toBe(p)
})
