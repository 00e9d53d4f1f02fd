import type { KnowledgeBase } from '../knowledge-base.ts'
import type { Replies } from '../reply.ts'
import type { ServiceItem } from '../service-item.ts'
import type { Finding } from './finding.ts'

type Row = Readonly<{ rule: string; pattern: RegExp; why: string }>

const ROWS: readonly Row[] = [
  { rule: 'email', pattern: /[\w.+-]+@[\w-]+\.[\w.]+/u, why: '不得写入电子邮箱' },
  { rule: 'mobile', pattern: /(?<!\d)1[3-9]\d{9}(?!\d)/u, why: '不得写入手机号' },
  { rule: 'landline', pattern: /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/u, why: '不得写入固定电话' },
  {
    rule: 'street_address',
    pattern: /[\p{Script=Han}]{2,8}(?:路|街|大道|巷|弄)\d+号/u,
    why: '不得写入门牌地址',
  },
  { rule: 'full_width_figure', pattern: /[０-９]/u, why: '数字须用半角' },
]
const SHORT_NUMBER = /(?<![\d.年第-])(12\d{3}|1[12]0)(?![\d.])(?=热线|电话|咨询|，|。|$)/gu

/** Nothing that only the centre may publish, nothing that identifies a person, one form of text. */
export function checkForbidden({ items, hotlines, replies, uncovered }: KnowledgeBase): Finding[] {
  const numbers = new Set(hotlines.map((hotline) => hotline.number))
  return [
    ...items.flatMap((item) =>
      textsOf(item).flatMap(({ field, texts }) =>
        offencesIn(item.code, texts, numbers).map((one) => ({ ...one, field })),
      ),
    ),
    ...offencesIn('replies.yaml', repliesIn(replies), numbers),
    ...offencesIn(
      'uncovered.yaml',
      uncovered.flatMap(({ name, reply }) => [name, reply]),
      numbers,
    ),
  ]
}

function offencesIn(where: string, texts: readonly string[], numbers: Set<string>): Finding[] {
  return [
    ...texts.flatMap((text) => offences(where, text)),
    ...texts.flatMap((text) =>
      [...text.matchAll(SHORT_NUMBER)]
        .filter(([, number]) => !numbers.has(number!))
        .map(([, number]) => ({ where, rule: 'hotline', detail: `${number} 不在 hotlines.yaml` })),
    ),
  ]
}

function offences(where: string, text: string): Finding[] {
  const cut = text.slice(0, 40)
  const broken = ROWS.filter(({ pattern }) => pattern.test(text)).map(({ rule, why }) => ({
    where,
    rule,
    detail: `${why}：${cut}`,
  }))
  if (text === text.normalize('NFC')) return broken
  return [...broken, { where, rule: 'nfc', detail: `须为 NFC 文本：${cut}` }]
}

const repliesIn = ({ ticket, redirect, refuse, smalltalk, emergency }: Replies): string[] => [
  ...[ticket, redirect, refuse, smalltalk, emergency].flatMap((texts) =>
    Object.values<string>(texts),
  ),
]

function textsOf(item: ServiceItem): { field: string; texts: string[] }[] {
  return [
    { field: 'name', texts: [item.name] },
    { field: 'summary', texts: [item.summary] },
    { field: 'applicants', texts: [...item.applicants] },
    { field: 'conditions', texts: item.conditions.flatMap((row) => [row.text, row.source]) },
    { field: 'materials', texts: item.materials.flatMap((row) => [row.name, row.source]) },
    { field: 'steps', texts: item.steps.flatMap((step) => [step.title, step.text]) },
    { field: 'time_limit', texts: [item.timeLimit.note ?? ''] },
    { field: 'fee', texts: [item.fee.note ?? ''] },
    { field: 'result', texts: [item.result ?? ''] },
    { field: 'aliases', texts: [...item.aliases] },
    { field: 'questions', texts: [...item.questions] },
    { field: 'faq', texts: item.faq.flatMap((row) => [row.q, row.a]) },
    { field: 'not_this', texts: item.notThis.map((row) => row.fact) },
  ]
}
