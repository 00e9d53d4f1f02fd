// The records are in Chinese. Whoever asks in English is told so, and how to get help.

import type { ItemCode } from '../../kernel/ids.ts'
import type { Block } from '../../kernel/message.ts'

export function englishNote(question: string | null, code: ItemCode): Block[] {
  if (question === null || !isEnglish(question)) return []
  const text = `The official record (item ${code}) is in Chinese only. For help in English, please reply 转人工.`
  return [{ kind: 'text', text }]
}

/** Names and codes such as 「AEO」 stand in Chinese messages too: two words make a sentence. */
const isEnglish = (text: string): boolean =>
  !/\p{Script=Han}/u.test(text) && (text.match(/[a-z]{2,}/giu) ?? []).length >= 2
