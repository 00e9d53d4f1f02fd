// What is to be done stays as it was asked while a reply says nothing of it: 「有限公司」 after
// 「我要注销公司」 sets up no company.
import { folded } from '../../kernel/folded.ts'
import { deedsIn } from '../../retrieval/deeds.ts'
import { isCued } from '../../retrieval/field-cues.ts'
import type { DialogueState } from './dialogue-state.ts'
import { supposesAnother } from './follow-up.ts'

type Named = ReturnType<typeof deedsIn>

/** Said in passing, these may be a deed as well: 「要是法人换了呢」. */
const MAY_BE_DEED = /换|改|退|停|关|[增减]资/u

/** A few words that ask for nothing go on with what was asked. */
const FRAGMENT_MAX = 8
const isFragment = (normalized: string): boolean =>
  normalized.length <= FRAGMENT_MAX && !isCued(normalized)

/** What was asked to be done, where the message goes on with it without a deed of its own. */
export function keptDeeds({ clarification, question }: DialogueState, normalized: string): Named {
  const goesOn = supposesAnother(normalized) || isFragment(normalized)
  const asked = clarification?.question ?? (goesOn ? question : null)
  const isKept = deedsIn(normalized).size === 0 && !MAY_BE_DEED.test(normalized)
  return deedsIn(isKept ? folded(asked ?? '') : '')
}

/** Whether one of them is done under this name. */
export const doesOneOf = (name: string, deeds: Named): boolean =>
  deeds.size > 0 && [...deedsIn(name)].some((deed) => deeds.has(deed))

/** Whether what is done under this name is something else. */
export const isOtherDeed = (name: string, deeds: Named): boolean =>
  deeds.size > 0 && deedsIn(name).size > 0 && !doesOneOf(name, deeds)
