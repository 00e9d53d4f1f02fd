// Which question tells of something to report: who reports somebody is protected, so nothing that was
// said of it gets to people who have another task.
import { type DecisionKind, REPORT_REASONS } from '../decision.ts'

/** Any of these in a question, as a pattern; more than tells of a report. */
export const REPORT_WORDS = '举报|检举|揭发'
/** Whoever was reported by somebody else has nothing to be protected from. */
const REPORTS = new RegExp(
  `(?<!被[^，。？！；,?!;]{0,8})(?:${REPORT_WORDS})(?!了?(?:我|咱|阿拉))`,
  'u',
)

/** Whether it says so itself. */
export const saysReport = (text: string): boolean => REPORTS.test(text)

type Asked = Readonly<{ question: string; decisionKind: DecisionKind; reason: string | null }>

export const tellsOfReport = ({ question, decisionKind, reason }: Asked): boolean =>
  (decisionKind === 'ticket' && REPORT_REASONS.some((one) => one === reason)) ||
  saysReport(question)
