// What a person pressed, in words, for their own transcript.

import { CHOICE } from '../../conversation/dialogue/told-before.ts'
import type { TranscriptEntry } from '../../http/transcript-entry.ts'
import type { IncomingContent } from '../../kernel/incoming.ts'
import type { TranscriptRow } from '../../postgres/transcript.ts'

export function transcriptEntries(rows: readonly TranscriptRow[]): TranscriptEntry[] {
  return rows.flatMap((row): TranscriptEntry[] => {
    const line = { id: row.id, at: row.at.toISOString(), cursor: row.cursor }
    if (row.message) return [{ ...line, from: 'product', message: row.message }]
    const text = row.content ? wordsOf(row.content) : null
    return text === null ? [] : [{ ...line, from: 'requester', text }]
  })
}

const PRESSED: Readonly<Record<string, string>> = {
  none_of_these: '都不是',
  person: '转人工',
  ticket_form: '提交诉求',
  ticket_submit: '〔已填写诉求表〕',
  rate: '〔已评价〕',
  leave_relay: '返回智能问答',
}

function wordsOf(content: IncomingContent): string | null {
  switch (content.kind) {
    case 'text':
      return content.text
    case 'attachment':
      return `〔${content.type === 'image' ? '图片' : '文件'}〕${content.name ?? ''}`
    case 'action':
      return pressed(content.action)
    default:
      return null
  }
}

function pressed(action: Readonly<Record<string, unknown>>): string | null {
  const name = String(action['a'] ?? '')
  if (name === 'ask') return String(action['q'] ?? '')
  if (name === 'feedback') return String(action['up']) === 'true' ? '有用' : '没用'
  if (name === 'choose') return typeof action['label'] === 'string' ? action['label'] : CHOICE
  // Which ticket is meant, when it had to be asked: nothing has been done to it yet.
  if (String(action['picked']) === 'true') return `${CHOICE}${String(action['number'] ?? '')}`
  if (name === 'own_ticket') return OWN[String(action['act'])] ?? '我的诉求'
  return PRESSED[name] ?? null
}

const OWN: Readonly<Record<string, string>> = {
  list: '我的诉求',
  progress: '查看进度',
  supplement: '补充',
  withdraw: '撤回',
  urge: '催办',
  confirm: '已解决，确认办结',
  dissatisfied: '未解决',
  rate: '评价',
}
