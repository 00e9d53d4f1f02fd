// What people write is masked once, where it enters: the inbox, the turn, the dialogue and whatever
// is derived from them never hold an identity or bank card number (个人信息保护法 28, 29 条).
import type { Incoming, IncomingContent } from '../../kernel/incoming.ts'
import { hideIdentityNumbers } from '../../ticket/enterprise.ts'

/** 18 characters by their nature; their form is checked where they are read. */
const NOT_WORDS: ReadonlySet<string> = new Set(['creditCode'])

/** The same event with identity and bank card numbers taken out of every text in it. */
export function maskIncoming(event: Incoming): Incoming {
  return { ...event, content: maskContent(event.content) }
}

function maskContent(content: IncomingContent): IncomingContent {
  switch (content.kind) {
    case 'text':
      return { ...content, text: hideIdentityNumbers(content.text) }
    case 'attachment':
      return { ...content, name: content.name === null ? null : hideIdentityNumbers(content.name) }
    case 'action':
      return { ...content, action: maskTexts(content.action), form: maskTexts(content.form) }
    default:
      return content
  }
}

function maskTexts<Value>(texts: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const entries = Object.entries(texts).map(([key, value]) => [
    key,
    typeof value === 'string' && !NOT_WORDS.has(key) ? hideIdentityNumbers(value) : value,
  ])
  return Object.fromEntries(entries) as Readonly<Record<string, Value>>
}
