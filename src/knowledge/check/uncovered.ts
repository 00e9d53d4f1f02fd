import type { KnowledgeBase } from '../knowledge-base.ts'
import { type UncoveredMatter, uncoveredIn } from '../uncovered.ts'
import type { Finding } from './finding.ts'

const FILE = 'uncovered.yaml'

/** What each row names exists, each row is told apart, and none takes away what an item covers. */
export function checkUncovered(base: KnowledgeBase): Finding[] {
  const { uncovered } = base
  const keys = uncovered.map(({ key }) => key)
  const twice = keys.filter((key, n) => keys.indexOf(key) !== n)
  return [
    ...twice.map((key) => finding('uncovered_key', `${key} 重复`)),
    ...uncovered.flatMap((matter) => namesUnknown(matter, base)),
    ...takenAway(base),
  ]
}

const finding = (rule: string, detail: string): Finding => ({ where: FILE, rule, detail })

function namesUnknown(
  { key, department, hotlines, item }: UncoveredMatter,
  base: KnowledgeBase,
): Finding[] {
  const unknown = [
    ...hotlines.filter((one) => !base.hotlines.some((hotline) => hotline.key === one)),
    ...(department === null || base.departments.some(({ name }) => name === department)
      ? []
      : [department]),
    ...(item === null || base.items.some(({ code }) => code === item) ? [] : [item]),
  ]
  return unknown.map((name) => finding('reference', `${key} 中的 ${name} 不存在`))
}

/** A question that an item answers must not be told that no item covers it. */
function takenAway({ items, calibration, uncovered }: KnowledgeBase): Finding[] {
  const covered = [
    ...items.flatMap(({ code, name, aliases, questions, faq }) =>
      [name, ...aliases, ...questions, ...faq.map(({ q }) => q)].map((q) => ({ q, code })),
    ),
    ...calibration
      .filter((row) => row.items.length > 0)
      .map((row) => ({ q: row.q, code: row.items.join('、') })),
  ]
  return covered.flatMap(({ q, code }) => {
    const taken = uncoveredIn(q, uncovered)
    return taken === null
      ? []
      : [finding('uncovered_covered', `${taken.key} 会拦下 ${code} 的问法「${q.slice(0, 40)}」`)]
  })
}
