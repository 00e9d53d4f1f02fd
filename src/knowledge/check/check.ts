// All checks of the knowledge base that go beyond the form of its files.
import type { KnowledgeBase } from '../knowledge-base.ts'
import type { Law } from '../law.ts'
import { checkCalibration } from './calibration.ts'
import { checkClaims } from './claims.ts'
import { checkCounts } from './counts.ts'
import { checkFigures } from './figures.ts'
import type { Finding } from './finding.ts'
import { checkForbidden } from './forbidden.ts'
import { checkLaws } from './laws.ts'
import { checkReferences } from './references.ts'
import { checkRichness } from './richness.ts'
import { checkUncovered } from './uncovered.ts'
import { checkWordings } from './wordings.ts'

/** Everything that is wrong on the local date `today`, by rule. */
export function checkKnowledge(
  base: KnowledgeBase,
  laws: readonly Law[],
  today: string,
): readonly Finding[] {
  return [
    ...checkCounts(base),
    ...checkRichness(base),
    ...checkClaims(base),
    ...checkCalibration(base),
    ...checkReferences(base),
    ...checkFigures(base),
    ...checkLaws(base, laws, today),
    ...checkForbidden(base),
    ...checkUncovered(base),
    ...checkWordings(base),
  ]
}
