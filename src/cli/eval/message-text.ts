// A neutral message as plain lines.
import type { Block, Message } from '../../kernel/message.ts'

export function messageText(message: Message): string {
  return [message.title, ...message.blocks.flatMap(blockLines)].filter(Boolean).join('\n')
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'text':
    case 'note':
      return [block.text]
    case 'field':
      return fieldLines(block)
    case 'list':
      return block.items.map((item, n) => (block.ordered ? `${n + 1}. ${item}` : `· ${item}`))
    case 'fold':
      return [`【${block.title}】`, ...block.blocks.flatMap(blockLines)]
    case 'actions':
      return [block.actions.map((action) => `[${action.label}]`).join(' ')]
    case 'form':
      return [block.fields.map((field) => field.label).join('、')]
    case 'divider':
      return []
  }
}

type FieldBlock = Extract<Block, { kind: 'field' }>

/** A fact on the line of its label, several below it. */
function fieldLines({ label, lines }: FieldBlock): string[] {
  const [only, ...more] = lines
  const heading = /[？?]$/u.test(label) ? label : `${label}：`
  return more.length === 0 ? [`${heading}${only ?? ''}`] : [heading, ...lines]
}
