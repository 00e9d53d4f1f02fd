// The plain-text form of a message, for when Lark refuses the card. It carries everything that can
// be said in words; what were buttons is named, so that the person can type it.
import type { Block, FormField, Message } from '../../kernel/message.ts'
import { cut, escapeText } from './escape.ts'

/** Documented: 150 KB for a text request. What we allow ourselves, in characters. */
const TEXT_LENGTH_MAX = 20_000

/** The summary first, then title and blocks; never with a live mention in it. */
export function toText(message: Message, lengthMax = TEXT_LENGTH_MAX): string {
  const parts = [message.title, ...message.blocks.map(blockText)]
  const body = parts.filter((part) => part !== '').join('\n\n')
  const whole = body.startsWith(message.summary) ? body : `${message.summary}\n\n${body}`
  return escapeText(cut(whole.trim() || message.summary || '…', lengthMax))
}

/** Whether the message is one sentence that needs no card: text only, no title. */
export function isBareText(message: Message): boolean {
  return (
    message.title === '' &&
    message.blocks.length > 0 &&
    message.blocks.every((block) => block.kind === 'text' && block.strong !== true)
  )
}

/** The text of such a message, without the summary that repeats it. */
export function bareText(message: Message): string {
  return escapeText(cut(message.blocks.map(blockText).join('\n'), TEXT_LENGTH_MAX))
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'note':
      return block.text
    case 'field':
      return `【${block.label}】\n${block.lines.join('\n')}`
    case 'list':
      return block.items.map((item, n) => `${block.ordered ? `${n + 1}.` : '·'} ${item}`).join('\n')
    case 'fold':
      return [`【${block.title}】`, ...block.blocks.map(blockText)].join('\n')
    case 'divider':
      return '——'
    case 'actions':
      return `您可以直接回复：${block.actions.map((a) => `「${a.label}」`).join('')}`
    case 'form':
      return `请直接回复以下内容：\n${block.fields.map(fieldText).join('\n')}`
  }
}

function fieldText(field: FormField): string {
  const options =
    field.kind === 'select' ? `（${field.options.map((o) => o.label).join(' / ')}）` : ''
  return `· ${field.label}${field.required ? '（必填）' : ''}${options}`
}
