// Who says that the last message was taken for the wrong thing is not answered the same once more.

import { beyondDenial, deniesPerson } from '../../retrieval/acts/person.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import { anyOf, inOrder } from '../../retrieval/patterns.ts'
import type { DecisionKind } from '../decision.ts'
import type { NotAsked } from '../intent/heard.ts'

const WHO = '(?:我们?|阿拉)?(?:又|也|都|可|根本|从来|还|就)*'
const HAS_NOT_FILED = `${WHO}(?:没|没有|从没|未)(?:在[^,，。]{0,6})?(?:登记|提交?|报|反映|投诉)`
/** 「我不是要查进度」, 「我没提过诉求」, 「这不是个人的事」: what it says and what is denied by it. */
const DENIALS: readonly Readonly<{ denied: NotAsked; says: RegExp }>[] = [
  {
    denied: 'status',
    says: inOrder(
      new RegExp(`${WHO}(?<!是)`, 'u'),
      /不是(?:要|想|来|在)?|不(?:要|想|用)?|没(?:有)?(?:要|想|说要)?/u,
      /(?:查|问|看)(?:什么|的是)?(?:进度|进展|诉求|工单|单子)的?/u,
    ),
  },
  {
    denied: 'status',
    says: new RegExp(`${HAS_NOT_FILED}过?(?:任何|什么|啥|这个|一个)?(?:诉求|工单|单子)`, 'u'),
  },
  {
    denied: 'redirect',
    says: anyOf(
      /(?:这|又)*(?:不是|不算)(?:我)?(?:个人|私人|家里)的?(?:私?事情?|事项)/u,
      /(?<![不])(?:这|我)?(?:问的)?(?<!不)是(?:我们?)?(?:公司|企业|店里|厂里)的事情?/u,
    ),
  },
]
/** Without its name, where one has just been shown. */
const NEVER_FILED = new RegExp(`^${HAS_NOT_FILED}过`, 'u')
/** However it goes on. */
const DENIES =
  /^(?:[啊哦唉哎]|什么)?[,，\s]*(?:我们?|阿拉|这)?(?:又|也|可|根本|都)?(?:不是|没有|没(?!问题|事|关系))/u
const MAY_BE_WRONG = ['status', 'redirect', 'refuse', 'smalltalk'] as const

export type DeniedGuess = Readonly<{
  /** What the message is not. */
  denied: NotAsked
  /** What it says besides; the whole where the denial is part of what is asked. */
  rest: string
}>

/** The guess that the message denies, seeing how the turn before was decided; null when it denies none. */
export function deniedGuess(normalized: string, decided: DecisionKind | null): DeniedGuess | null {
  const row = DENIALS.find(({ says }) => says.test(normalized))
  if (row !== undefined) return { denied: row.denied, rest: normalized.replace(row.says, ' ') }
  if (decided === 'status' && NEVER_FILED.test(normalized)) {
    return { denied: 'status', rest: normalized.replace(NEVER_FILED, ' ') }
  }
  if (decided === 'ticket' && deniesPerson(normalized)) {
    return { denied: 'ticket', rest: beyondDenial(normalized) }
  }
  const denied = MAY_BE_WRONG.find((kind) => kind === decided)
  return denied !== undefined && DENIES.test(normalized) ? { denied, rest: normalized } : null
}

/** Fewer characters are no matter. */
const MATTER_MIN = 2

/** Whether nothing is said but that a request was never handed in: then one may be wanted. */
export const onlyDenies = ({ rest }: DeniedGuess): boolean =>
  ownSubject(rest.replace(/[我们就是啊呀哦其实真]/gu, '')) < MATTER_MIN
