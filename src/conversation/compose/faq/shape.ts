// Whether a question wants a sentence and not a part of the record: whether something may be done,
// whether it counts, who pays, which of two, what follows, whether it is too late. Pure.
import { folded } from '../../../kernel/folded.ts'
import { scoreFields } from '../../../retrieval/field-cues.ts'
import type { Field } from '../../decision.ts'
import { meaningsIn } from './faq-meanings.ts'
import { isYesOrNo, lastClause } from './question-kind.ts'

const MAY = '能不能|可不可以|行不行|能否|可否|行(?:吗|么|伐|不)|可以(?:吗|么|伐|不)|(?:也|还)能'
const SUFFICES = '够不够|够(?:吗|么|伐)|算不算|也算|算(?:吗|么|伐)|作不作数|作数|认不认|得着'
const WHO_PAYS = '谁(?:来)?(?:出|付|掏|还|赔|承担|买单)|(?:算|是|归)谁'
const FOLLOWS = '会怎样|会怎么样|会咋样|会不会|后果|怎么办|咋办|罚'
const CHOICE = '还是'
const IN_TIME = '来得及|来不来得及|赶得上|晚不晚'
const MUST = '要不要|需不需要|用不用|非要|一定要|必须|得不得'
const ENGLISH = '\\b(?:can|could|may|must|should|does|do|is|are|need|or not)\\b'

const SHAPE = new RegExp(
  [MAY, SUFFICES, WHO_PAYS, FOLLOWS, CHOICE, IN_TIME, MUST, ENGLISH].join('|'),
  'u',
)

export const wantsSentence = (question: string): boolean =>
  SHAPE.test(folded(question)) || isYesOrNo(question)

/** Who asks for these is answered by the part itself. */
const PARTS: readonly Field[] = [
  'materials',
  'channel',
  'department',
  'legal_basis',
  'time_limit',
  'fee',
  'process',
]
const HOW = /怎么(?!办|样|罚|处理)|如何(?!处理)|咋(?!办|样|罚)|哪(?!怕)|什么|啥/u

/** Whether what is asked last wants a sentence, and no part of the record in so many words. */
export function asksForSentence(question: string): boolean {
  const last = lastClause(question)
  return wantsSentence(last) && !HOW.test(folded(last)) && partIn(last) === null
}

/** Whether the row is such a sentence: what the two have in common is not only that they ask. */
export function isSentenceFor(row: string, question: string): boolean {
  const last = lastClause(question)
  if (!wantsSentence(last) || HOW.test(folded(last))) return false
  const part = partIn(last)
  if (part !== null && part !== partIn(row)) return false
  const [asked, own] = [meaningsIn(last), [...meaningsIn(row)].filter(isTelling)]
  const shared = own.filter((token) => asked.has(token))
  if (shared.some((token) => token !== FEE)) return true
  // 「收钱吗」 may be asked of anything.
  const said = meaningsIn(question)
  return shared.length > 0 && own.every((token) => said.has(token))
}

const FEE = '收费'
const isTelling = (token: string): boolean => token.length > 1 && !ASKING.has(token)
const ASKING: ReadonlySet<string> = new Set(['能否', '需否', '没有', '怎么办', '还是'])

function partIn(text: string): Field | null {
  const [cue] = scoreFields(folded(text))
  return cue !== undefined && PARTS.includes(cue.field) ? cue.field : null
}
