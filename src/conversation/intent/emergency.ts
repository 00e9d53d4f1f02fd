// Danger now: what it is, and which number to call first. Numbers come from `hotlines.yaml` alone;
// here are keys.
import type { DangerKind } from '../../knowledge/reply.ts'
import { dangerIn } from '../../retrieval/acts/danger.ts'
import { type Act, actsIn } from '../../retrieval/acts/speech-acts.ts'
import { anyOf } from '../../retrieval/patterns.ts'
import { isEnglish } from '../compose/english.ts'
import type { Decision } from '../decision.ts'

type Emergency = Extract<Decision, { kind: 'emergency' }>

/** The decision for a message that reports danger, in whatever way that was found out. */
export function emergencyFor(normalized: string): Emergency {
  const reason = dangerIn(normalized) ?? likeliestKind(normalized)
  return {
    kind: 'emergency',
    reason,
    hotlines: numbersFor(reason, normalized),
    inEnglish: isEnglish(normalized),
    ashore: reason === 'medical' && AT_SEA.test(normalized),
    code: null,
  }
}

const AT_SEA = anyOf(
  // A shipyard and a ship's papers are ashore.
  /(?<![修造拆])(?:船|艇|舢板)(?![厂坞台东证籍检])/u,
  /海(?:里|上|面|边|中)|礁|航道|锚地|浪|桅|舷|外轮/u,
  // Who works on one.
  /船员(?![证考培])|水手(?![证考培])|海员(?![证考培])|轮机[长员]|\b(?:sailor|seafarer|seaman|seamen|crew)s?\b/u,
  /overboard|\b(?:on board|aboard)\b|\b(?:ship|vessel|boat|barge|ferry|trawler|tug|harbou?r|at sea|anchorage)\b/u,
)

/** What the acts say, where only the route model has recognised that there is danger. */
const KIND_OF_ACT: readonly Readonly<{ act: Act; kind: DangerKind }>[] = [
  { act: 'hazard', kind: 'fire' },
  { act: 'caught', kind: 'trapped' },
  { act: 'harm', kind: 'medical' },
]

function likeliestKind(normalized: string): DangerKind {
  const acts = actsIn(normalized)
  const atSea = AT_SEA.test(normalized)
  if (atSea && (acts.includes('adrift') || acts.includes('hazard'))) return 'sea'
  return KIND_OF_ACT.find(({ act }) => acts.includes(act))?.kind ?? 'unclear'
}

const FIRST: Readonly<Record<DangerKind, readonly string[]>> = {
  fire: ['fire', 'ambulance'],
  sea: ['sea_rescue', 'ambulance'],
  trapped: ['fire', 'ambulance'],
  medical: ['ambulance'],
  self_harm: ['police', 'ambulance'],
  violence: ['police', 'ambulance'],
  unclear: [],
}
/** All are always named; on islands the rescue at sea is one of them. */
const ALL = ['police', 'fire', 'ambulance', 'sea_rescue'] as const
/** Where a person is the danger, the police come first at sea as well. */
const ASHORE_FIRST: ReadonlySet<DangerKind> = new Set(['self_harm', 'violence'])

function numbersFor(kind: DangerKind, normalized: string): readonly string[] {
  const seaFirst = AT_SEA.test(normalized) && !ASHORE_FIRST.has(kind)
  return [...new Set([...(seaFirst ? ['sea_rescue'] : []), ...FIRST[kind], ...ALL])]
}
