// Whether a question wants a sentence and not a part of the record: whether something may be done,
// whether it counts, who pays, which of two, what follows, whether it is too late. Pure.
import { folded } from '../../../kernel/folded.ts'
import { isYesOrNo } from './question-kind.ts'

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
