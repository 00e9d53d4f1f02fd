// What is learnt from the knowledge base by itself, without anything learnt before: each lesson can be
// had elsewhere while the rest is learnt here.
import type { Breathe } from '../kernel/clock.ts'
import { mapBreathing } from '../kernel/map-breathing.ts'
import type { KnowledgeBase, Route } from '../knowledge/knowledge-base.ts'
import type { SectionCode } from '../knowledge/service-item.ts'
import { findDomainWords, type WordRow } from './domain-words.ts'
import { type AsideModel, trainAsides } from './learning/aside-model.ts'
import { type FieldModel, trainFieldModel } from './learning/field-model.ts'
import { readRoute } from './learning/route-features.ts'
import { type RouteModel, trainRoutes } from './learning/route-model.ts'
import type { TextModel } from './learning/text-model.ts'
import { normalize } from './normalize.ts'
import type { Language } from './ports.ts'
import { type TokenizedPassage, tokenizeItems } from './search-index.ts'
import { tokenize } from './tokenize.ts'
import { Vocabulary } from './vocabulary.ts'

export type Lessons = Readonly<{
  asides: () => Promise<AsideModel>
  routes: () => Promise<RouteModel>
  fields: () => Promise<FieldModel>
}>

export type Lesson = keyof Lessons

type Deps = Readonly<{ language: Language; breathe: Breathe }>

/** Each is learnt here when it is asked for. `passages` are the base's own, where they are cut already. */
export const lessonsOf = (
  base: KnowledgeBase,
  deps: Deps,
  passages?: readonly TokenizedPassage[],
): Lessons => ({
  asides: () => trainAsides(base, deps),
  routes: async () => {
    const cut = passages ?? (await tokenizeItems(base.items, deps.language, deps.breathe))
    return trainRouteModel(base, cut, deps)
  },
  fields: () => trainFieldModel(base, deps),
})

/** What a lesson gives, as plain data: a vocabulary is its tokens in their order. */
export type Packed<M extends TextModel> = Omit<M, 'features'> &
  Readonly<{ features: Readonly<{ tokens: readonly string[]; idf: Float32Array }> }>

export function pack<M extends TextModel>({ features, ...learnt }: M): Packed<M> {
  return { ...learnt, features: { tokens: features.vocabulary.tokens(), idf: features.idf } }
}

export function unpack<M extends TextModel>({ features, ...learnt }: Packed<M>): M {
  const { tokens, idf } = features
  return { ...learnt, features: { vocabulary: new Vocabulary(tokens), idf } } as unknown as M
}

async function trainRouteModel(
  base: KnowledgeBase,
  passages: readonly TokenizedPassage[],
  { language, breathe }: Deps,
): Promise<RouteModel> {
  const asked = await sentencesOf(base, passages, { language, breathe })
  const rows = await mapBreathing(
    asked,
    breathe,
    ({ words, label, isQuestion }): WordRow => ({
      words: new Set(words.filter((token) => token[0] === 'w').map((token) => token.slice(1))),
      section: isQuestion ? label : null,
    }),
  )
  const domain = new Set(await findDomainWords(rows, breathe))
  const texts = await mapBreathing(asked, breathe, ({ normalized, words, label }) => ({
    text: readRoute(normalized, words, domain),
    label,
  }))
  return { ...(await trainRoutes(texts, breathe)), domain }
}

type Sentence = Readonly<{
  normalized: string
  words: readonly string[]
  label: Route | SectionCode
  isQuestion: boolean
}>

async function sentencesOf(
  base: KnowledgeBase,
  passages: readonly TokenizedPassage[],
  { language, breathe }: Deps,
): Promise<Sentence[]> {
  const examples = await mapBreathing(base.routes, breathe, ({ q, route }): Sentence => {
    const normalized = normalize(q, language)
    const words = tokenize(normalized, language)
    return { normalized, words, label: route, isQuestion: false }
  })
  const questions = await mapBreathing(
    passages.filter(({ kind }) => kind === 'question'),
    breathe,
    ({ text, tokens, owner }): Sentence => ({
      normalized: normalize(text, language),
      words: tokens,
      label: base.items[owner]!.section,
      isQuestion: true,
    }),
  )
  return [...examples, ...questions]
}
