// A message that names no matter where none is open: looked up, it would find items at random.
import { isCued } from '../../retrieval/field-cues.ts'
import { subjectOf } from '../../retrieval/own-subject.ts'
import { anyOf } from '../../retrieval/patterns.ts'
import type { Understood } from '../decide.ts'
import type { Decision } from '../decision.ts'
import { askBack, askOnceMore } from '../options/ask-again.ts'

const REPLY_WORDS = anyOf(
  // Yes and no.
  /是|对|可以|行|好|嗯|没错|不|没有/u,
  // How far.
  /都|有点|不太|不大|我|还|也|真/u,
  // Known or not.
  /知道|清楚|晓得|确定|懂|明白|了解|随便/u,
  // At the end.
  /的|呀|啊|哦|吧|呢|了|[\s,，。.!！~]/u,
)
/** 「是的」, 「可以啊」, 「不知道」: an answer where nothing was asked. */
const REPLY = anyOf(
  new RegExp(`^(?:${REPLY_WORDS.source})+$`, 'u'),
  /^(?:yes|yeah|yep|no|nope|sure|right|correct|i do ?n['’]?t know|not sure)[\s.!]*$/u,
)
/** Words that any question has and that are a matter where nothing else is said. */
const MATTER = /证|登记|法律|规定|发票|审批/u

const NO_MATTER = { codes: [], reason: 'matter_missing', label: (code: string) => code } as const
const opener: Decision = { kind: 'smalltalk', reason: 'opener' }

/** What to say to it, or null where there is a matter. */
export function nothingAsked({
  normalized,
  asked,
  state,
}: Pick<Understood, 'normalized' | 'asked' | 'state'>): Decision | null {
  const open = state.clarification
  if (open !== null) {
    const says = open.options.length > 0 || !REPLY.test(normalized)
    return says ? null : askBack(state, { ...NO_MATTER, field: open.field })
  }
  if (REPLY.test(normalized)) return opener
  const namesMatter = subjectOf(normalized) !== '' || MATTER.test(normalized)
  if (namesMatter || state.items.length > 0) return null
  return isCued(normalized) ? askOnceMore({ ...NO_MATTER, field: asked.field }) : opener
}
