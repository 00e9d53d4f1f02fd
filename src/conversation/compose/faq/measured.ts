// The frequent question whose answer says the sum or time that was asked for, however it is asked there.
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import type { Measure } from '../measure/measure.ts'
import { answersMeasure } from '../measure/measure-said.ts'
import { otherMeasure } from '../measure/other-measure.ts'
import type { Lead } from './faq-index.ts'
import { isUnspoken } from './other-case.ts'
import { type InDialogue, nearnessWithin } from './within-item.ts'

/** A sentence that has nothing of the question in common answers something else. */
const NEAR_MIN = 0.08

/** However a row asks for it, it is meant. */
const ASKED = { money: '多少钱', time: '多久，什么时候' } as const

/** Of a row on another case only the sentence itself is taken, and only where it is near. */
export function measuredIn(item: ServiceItem, asked: InDialogue, measure: Measure): Lead | null {
  const near = nearnessWithin(item, asked)
  const said = `${asked.question}，${asked.before ?? ''}，${measure.label}，${ASKED[measure.of]}`
  const asksSame = ({ q }: Pick<Lead, 'q'>) => otherMeasure(q, item)?.label === measure.label
  const found = item.faq.filter((row) => answersMeasure(row.a, measure) || asksSame(row))
  const leads = found.flatMap((row): readonly Lead[] =>
    isUnspoken(row.q, { said, name: item.name }) ? sentencesOf(row, measure) : [row],
  )
  const ranked = leads
    .map((lead) => ({
      lead,
      nearness: near(lead.isStatement === true ? { ...lead, q: '' } : lead),
    }))
    .filter(({ lead, nearness }) => nearness >= NEAR_MIN || asksSame(lead))
    .sort((a, b) => b.nearness - a.nearness)
  return ranked[0]?.lead ?? null
}

const sentencesOf = (row: ServiceItem['faq'][number], measure: Measure): readonly Lead[] =>
  row.a
    .split(/[。；]/u)
    .filter((sentence) => answersMeasure(sentence, measure))
    .map((sentence) => ({
      q: measure.label,
      a: `${sentence}。`,
      source: row.source,
      isStatement: true,
    }))
