// What is said right after the numbers to call. Who may still be in danger is told them once more, in
// short: not greeted, not sent off, not given a form and not asked which matter is meant. What names a
// matter by itself is answered, and who thanks us is safe.

import type { SmalltalkReason } from '../../knowledge/reply.ts'
import { type UncoveredMatter, uncoveredIn } from '../../knowledge/uncovered.ts'
import { dangerIn } from '../../retrieval/acts/danger.ts'
import { thanks } from '../../retrieval/acts/smalltalk.ts'
import { actsIn } from '../../retrieval/acts/speech-acts.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import { anyOf } from '../../retrieval/patterns.ts'
import { isEnglish } from '../compose/english.ts'
import type { Decision } from '../decision.ts'
import { attempts } from '../intent/improper.ts'
import type { Outcome, Rule } from '../outcome.ts'
import type { DialogueState } from './dialogue-state.ts'

/** Pressed, or said in so many words: it is meant as it is. */
const MEANT: ReadonlySet<Rule> = new Set<Rule>([
  'chosen',
  'none_of_these',
  'several_picked',
  'several_asked',
  'filing',
  'ticket_number',
  'own_ticket',
  'tip_off',
  'known',
])

/** Said by who is no longer in need of help. */
const SAFE: ReadonlySet<SmalltalkReason> = new Set<SmalltalkReason>([
  'thanks',
  'farewell',
  'taken_back',
])

/** As sure as this an item is meant, however little is said. */
const SURE_MIN = 0.85
/** From so many characters of its own on, what is this likely a question names a matter. */
const MATTER_MIN = 4
const ASKED_MIN = 0.6
/** From so many on, who wants something of us tells what. */
const TOLD_MIN = 6
/** Without a word of danger it is another one from here on. */
const LIKELY_MIN = 0.5

/** Whether an accident is to be reported, to whom and how soon. */
const REPORTS = anyOf(
  /上报|报告|(?:要|用|该|得)(?:不要|不用|去|往上)?报(?:吗|不|给|到|$|[?？])/u,
  /(?:找|向|跟|给|到)(?:谁|哪里?|哪个部门)(?:去)?报|怎么(?:去|往上)?报|报(?:给|到)?(?:谁|哪)/u,
)
/** Asked beside it, or right after. */
const HOW_SOON = /^(?:那|要)?(?:多久|多长时间|几(?:个)?小时)(?:之?内|以内)?[^,，。]{0,4}$/u
/** What is asked then, whatever is left out of it. */
const REPORT_OF_ACCIDENT = '事故怎么报'

/** The outcome as it is owed to somebody who has just been given the numbers to call. */
export function afterDanger(
  outcome: Outcome,
  state: DialogueState,
  matters: readonly UncoveredMatter[],
): Outcome {
  const { danger } = state
  if (danger === null || danger === undefined) return outcome
  if (isThankful(outcome)) {
    return { ...outcome, rule: 'after_danger', decision: { kind: 'smalltalk', reason: 'thanks' } }
  }
  if (leavesIt(outcome)) return outcome
  const said = outcome.normalized ?? outcome.question ?? ''
  return {
    ...outcome,
    rule: 'after_danger',
    decision: ofReport(said, matters) ?? {
      kind: 'emergency',
      ...danger,
      inEnglish: isEnglish(said),
      ashore: false,
      code: null,
      again: true,
    },
  }
}

/** 「人全救上来了，谢谢」: its words are those of the danger, and it is over. */
const isThankful = ({ decision, normalized, question }: Outcome): boolean =>
  decision.kind === 'emergency' &&
  normalized !== null &&
  dangerIn(normalized) === null &&
  thanks((question ?? '').toLowerCase())

function leavesIt({ decision, rule, retrieved, normalized }: Outcome): boolean {
  if (rule !== null && MEANT.has(rule)) return true
  const said = normalized ?? ''
  switch (decision.kind) {
    case 'emergency':
      return (
        retrieved === null || dangerIn(said) !== null || retrieved.routes.emergency >= LIKELY_MIN
      )
    case 'answer':
    case 'clarify':
      return isNamed(said, retrieved)
    case 'ticket':
    case 'status':
      return retrieved !== null && (isNamed(said, retrieved) || ownSubject(said) >= TOLD_MIN)
    case 'refuse':
      return attempts(actsIn(said))
    case 'smalltalk':
      return SAFE.has(decision.reason)
    case 'redirect':
      return false
  }
}

/** Whether a message is about a matter that it names itself. */
function isNamed(said: string, retrieved: Outcome['retrieved']): boolean {
  if (retrieved === null || retrieved.confidence >= SURE_MIN) return true
  const { question, broad } = retrieved.intents
  return question + broad >= ASKED_MIN && ownSubject(said) >= MATTER_MIN
}

/** What is known of reporting what has just happened. */
function ofReport(said: string, matters: readonly UncoveredMatter[]): Decision | null {
  if (!REPORTS.test(said) && !HOW_SOON.test(said)) return null
  const matter = uncoveredIn(REPORT_OF_ACCIDENT, matters)
  return matter && { kind: 'ticket', reason: 'not_covered', code: null, matter: matter.key }
}
