// Whether two questions ask about contrary cases: one denies what the other says, or one is above a
// bound and the other below. An answer to one of them is wrong for the other. Pure.

/** 「能不能」 denies nothing, nor do words that merely begin so. */
const NO_DENIAL = /(\p{Script=Han})[不没](\1)|不(?:动产|定时|同(?!意))|[弄没]没了?|[吗不没]$/gu
const DENIED = /(?:不(?!能|用|要|会|是|可|需|必|服)|没有?|未)(\p{Script=Han}{2})/gu
const DENIES = /[不没未无忘]/u

const OVER = /超过|以上|多于|高于|超出/u
const UNDER = /不到|不足|以下|低于|不满|少于|[没未不]超过/u

/** Whoever speaks of one of the two only asks nothing about the other. */
const OPPOSED: readonly (readonly [RegExp, RegExp])[] = [
  [/男/u, /女/u],
  [/增员|新员工|新招|新增(?:的)?(?:人|员|职工)|入职|参保|用工之日/u, /减员|停保|离职|辞职|人走/u],
]

export function areContrary(one: string, other: string): boolean {
  return (
    deniesOnly(one, other) ||
    deniesOnly(other, one) ||
    areBoundedApart(one, other) ||
    areOpposed(one, other)
  )
}

const areOpposed = (one: string, other: string): boolean =>
  OPPOSED.some((pair) => {
    const [a, b] = [sideOf(one, pair), sideOf(other, pair)]
    return a !== null && b !== null && a !== b
  })

function sideOf(text: string, [one, other]: readonly [RegExp, RegExp]): 0 | 1 | null {
  const [isOne, isOther] = [one.test(text), other.test(text)]
  if (isOne === isOther) return null
  return isOne ? 0 : 1
}

function deniesOnly(one: string, other: string): boolean {
  const [denying, saying] = [one.replace(NO_DENIAL, '$2'), other.replace(NO_DENIAL, '$2')]
  if (DENIES.test(saying)) return false
  return [...denying.matchAll(DENIED)].some(([, what]) => saying.includes(what ?? ''))
}

function areBoundedApart(one: string, other: string): boolean {
  const [a, b] = [boundOf(one), boundOf(other)]
  return a !== null && b !== null && a !== b
}

function boundOf(text: string): 'over' | 'under' | null {
  if (UNDER.test(text)) return 'under'
  return OVER.test(text) ? 'over' : null
}
