// The frequent question that an answer begins with: the one that was asked, unless what stands open
// says the same.
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { Field } from '../decision.ts'
import { factLines } from './facts.ts'
import { type FaqRow, nearestFaq } from './nearest-faq.ts'
import { asksWhenToRenew, renewalOf } from './renewal.ts'

export function leadFor(
  base: KnowledgeBase,
  item: ServiceItem,
  { question, open }: Readonly<{ question: string | null; open: readonly Field[] }>,
): FaqRow | null {
  if (question === null) return null
  const nearest = nearestFaq(base, item, question)
  const row = nearest ?? (asksWhenToRenew(question) ? renewalOf(item) : null)
  if (row === null) return null
  const said = open.flatMap((field) => factLines(item, field)).join('\n')
  return isSaid(row.a, said) ? null : row
}

/** So much of an answer standing in a text means that it adds nothing to it. */
const SAID_MIN = 0.75

function isSaid(answer: string, said: string): boolean {
  const pairs = pairsOf(answer)
  return (
    pairs.length > 0 &&
    pairs.filter((pair) => said.includes(pair)).length / pairs.length >= SAID_MIN
  )
}

const pairsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, n) => run.slice(n, n + 2)),
  )
