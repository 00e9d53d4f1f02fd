// A message that says what was just answered is not what is meant, and what is instead: the item is
// not answered again.
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { isCued } from '../../retrieval/field-cues.ts'
import { calledAs } from '../../retrieval/names.ts'
import { ownSubject, subjectOf } from '../../retrieval/own-subject.ts'
import type { DialogueState } from './dialogue-state.ts'

const SIGH = '^(?:[哦噢啊唉哎嗯]+[,，\\s]*)?'
/** 「我刚才要问的」 */
const WHAT_I_MEANT = '(?:我们?|咱们?|阿拉)?(?:刚才)?(?:想|要|问|说|找|办|指|讲)*的?'

/** 「不是这个，……」 is said of the item itself; 「不是这个意思」 is not. */
const NOT_THIS = new RegExp(
  `${SIGH}不是(?:这|那)(?:个|项|种|件|张)(?:事项?|业务|证)?[啊呀哦啦]?(?:[,，。.!！;；\\s]+|(?=是))`,
  'u',
)
/** 「搞错了，我要办的是……」 may also be said of the part that was shown. */
const MISTAKEN = new RegExp(
  `${SIGH}(?:不对|(?:你)?(?:搞|弄|说|理解|答|看|听)?错了)[啊呀哦啦]?[,，。.!！;；\\s]+(?=${WHAT_I_MEANT}是)`,
  'u',
)
const INSTEAD = new RegExp(`^${WHAT_I_MEANT}是?`, 'u')

/** From here on what is said instead is a subject, in characters of its own. */
const SUBJECT_MIN = 2
/** Beside a part that is asked for, less is that part's: 「不是这个，公示要几天」. */
const SUBJECT_MIN_CUED = 4

/** The last item, when the message denies it and names another matter. */
export function deniedLast(
  normalized: string,
  { brought, clarification }: DialogueState,
  last: ServiceItem | undefined,
): readonly ItemCode[] {
  if (last === undefined || brought === null || clarification !== null) return []
  const isThis = NOT_THIS.exec(normalized)?.[0]
  const begun = isThis ?? MISTAKEN.exec(normalized)?.[0]
  if (begun === undefined) return []
  const instead = normalized.slice(begun.length).replace(INSTEAD, '')
  const min = isCued(instead) ? SUBJECT_MIN_CUED : SUBJECT_MIN
  if (ownSubject(instead) < min) return []
  return isThis === undefined && isNamed(instead, last) ? [] : [last.code]
}

const isNamed = (instead: string, item: ServiceItem): boolean =>
  calledAs(item).some((one) => instead.includes(one) || one.includes(subjectOf(instead)))
