// A bare question right after a request was offered, with no item talked about: 「那要找谁」, 「罚多少」. It
// is of the matter that no item covers; looked up, it would find items at random.
import type { Intent } from '../../retrieval/acts/intent.ts'
import { isCued } from '../../retrieval/field-cues.ts'
import { subjectOf } from '../../retrieval/own-subject.ts'
import type { Understood } from '../decide.ts'
import type { Decision } from '../decision.ts'
import { askOnceMore } from '../options/ask-again.ts'

/** What may be asked of any matter, besides the parts of a record. */
const OF_ANY =
  /主动|自己|报告|罚款?|处罚|赔偿?|责任|超期|逾期|过期|期限|备案|许可|审批|资质|手续|影响|[找问管罚赔会倍成十百千万先早晚]/gu
const WHETHER = /[吗么伐嘛没不][?？\s]{0,2}$/u
/** A single character more is no matter. */
const SUBJECT_MAX = 1

/** What no short question is taken for by mistake. */
const OTHERS: ReadonlySet<Intent> = new Set<Intent>(['refuse', 'emergency', 'ticket', 'status'])

/** Asks whether the matter before is meant, or null where the message has one of its own. */
export function matterBefore(
  { normalized, asked, state }: Pick<Understood, 'normalized' | 'asked' | 'state'>,
  intent: Intent,
): Decision | null {
  if (state.decided !== 'ticket' || state.items.length > 0 || state.clarification !== null)
    return null
  if (OTHERS.has(intent) || !(isCued(normalized) || WHETHER.test(normalized))) return null
  if (subjectOf(normalized.replace(OF_ANY, '')).length > SUBJECT_MAX) return null
  return askOnceMore({
    codes: [],
    reason: 'matter_before',
    label: (code) => code,
    field: asked.field,
  })
}
