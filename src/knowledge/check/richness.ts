import type { KnowledgeBase } from '../knowledge-base.ts'
import type { ServiceItem } from '../service-item.ts'
import type { Finding } from './finding.ts'

const QUESTIONS_MIN = 40
const ALIASES_MIN = 10
const PARTS_MIN = 2

/** Every item says enough to be found and to answer: the measured minimum, and no empty field. */
export function checkRichness({ items }: KnowledgeBase): Finding[] {
  return items.flatMap((item) =>
    lacks(item).map(
      ([field, detail]): Finding => ({ where: item.code, rule: 'richness', field, detail }),
    ),
  )
}

type Lack = readonly [field: string, detail: string]

function lacks(item: ServiceItem): Lack[] {
  const { questions, aliases, legalBasis, steps, materials, parts } = item
  const rows: readonly (readonly [boolean, ...Lack])[] = [
    [
      questions.length < QUESTIONS_MIN,
      'questions',
      `问题 ${questions.length} 条，至少 ${QUESTIONS_MIN} 条`,
    ],
    [aliases.length < ALIASES_MIN, 'aliases', `别名 ${aliases.length} 个，至少 ${ALIASES_MIN} 个`],
    [legalBasis.length === 0, 'legal_basis', '没有办理依据，也没有注明通行做法'],
    [steps.length === 0, 'steps', '没有办理步骤'],
    [
      materials.length === 0 && item.materialsNote === null,
      'materials',
      '没有申请材料，也没有说明无需材料',
    ],
    [
      item.timeLimit.statutory === null && item.timeLimit.note === null,
      'time_limit',
      '没有法定时限，也没有说明由谁公布',
    ],
    [item.kind === '一件事' && parts.length < PARTS_MIN, 'parts', '一件事没有列出联办事项'],
  ]
  return rows.filter(([lacking]) => lacking).map(([, ...lack]) => lack)
}
