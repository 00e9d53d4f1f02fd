import { expect, test } from 'vitest'
import { likelihoodShown } from '../../src/conversation/shown.ts'
import type { IntentProbabilities } from '../../src/retrieval/intent.ts'
import type { RouteProbabilities } from '../../src/retrieval/route-model.ts'

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
    routes: routes({ improper: 0, privacy: 0, injection: 0, person: 0, ...known }),
    intents: { ticket: 0.6, refuse: 0.6 } as IntentProbabilities,
  },
  dialogue: { dependence: 'new' as const, items: [], called: null },
})

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
