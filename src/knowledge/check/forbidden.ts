import type { KnowledgeBase } from '../knowledge-base.ts'
import type { Replies } from '../reply.ts'
import type { ServiceItem } from '../service-item.ts'
import type { Finding } from './finding.ts'

type Row = Readonly<{ rule: string; pattern: RegExp; why: string }>

const ROWS: readonly Row[] = [
  { rule: 'email', pattern: /[\w.+-]+@[\w-]+\.[\w.]+/u, why: '不得写入电子邮箱' },
  {
    rule: 'mobile',
    pattern: /(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/u,
    why: '不得写入手机号',
  },
  {
    rule: 'landline',
    pattern:
      /(?:(?<!\d)[(（]?0\d{2,3}[)）\- ]{0,2}|(?<!\d)[48]00[- ]?|(?:电话|拨打|致电|座机|联系)[:： ]?)\d{3,4}[- ]?\d{4}(?![\d-])/u,
    why: '不得写入固定电话',
  },
  { rule: 'long_number', pattern: /\d{13,}[\dXx]/u, why: '不得写入证件号、账号' },
  { rule: 'address', pattern: /https?:|www\./iu, why: '不得写入网址' },
  // What cannot be seen may turn round or hide what can; a line break ends a line of a card.
  { rule: 'invisible', pattern: /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u, why: '不得有换行或不可见字符' },
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

/** All that an item says, by the keys of its file. */
function textsOf(item: ServiceItem): { field: string; texts: string[] }[] {
  return Object.entries(item).map(([key, value]) => ({
    field: key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`),
    texts: stringsIn(value),
  }))
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
