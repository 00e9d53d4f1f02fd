// A neutral message becomes a Lark card, JSON 2.0. The schema is strict: one unknown attribute and
// the whole card is refused, so only documented attributes are written, and every limit is kept by
// shortening step by step until the card fits.
import { DomainError } from '../../kernel/errors.ts'
import type { Block, Message, Tone } from '../../kernel/message.ts'
import { actionRow, controlCost, formElement } from './card-controls.ts'
import {
  BUDGETS,
  CARD_BYTES_MAX,
  CARD_TITLE_MAX,
  type CardBudget,
  SUMMARY_MAX,
} from './card-limits.ts'
import { CardScope, type CardSwitches, type Element } from './card-scope.ts'
import { cut, escapeMarkdown, oneLine } from './escape.ts'

export type Card = Readonly<Record<string, unknown>>

export type CardOptions = Readonly<{ switches: CardSwitches; inGroup: boolean }>

const TEMPLATES: Readonly<Record<Tone, string>> = {
  plain: 'default',
  info: 'blue',
  success: 'green',
  warning: 'orange',
  danger: 'red',
}
const SHORTENED = '（内容较长，此处仅显示部分。）'

/** Builds the card. Throws `lark_card_too_large` only when even the shortest form does not fit. */
export function toCard(message: Message, options: CardOptions): Card {
  for (const budget of BUDGETS) {
    const card = build(message, options, budget)
    if (cardBytes(card) <= CARD_BYTES_MAX) return card
  }
  throw new DomainError('lark_card_too_large', { title: message.title })
}

/** What the card adds to a request: its JSON text, quoted once more as a string, in UTF-8. */
export function cardBytes(card: Card): number {
  return Buffer.byteLength(JSON.stringify(JSON.stringify(card)))
}

function build(message: Message, options: CardOptions, budget: CardBudget): Card {
  const scope = new CardScope(options, budget, controlCost(message.blocks))
  const elements = renderAll(message.blocks, scope)
  if (scope.shortened) elements.push(small(SHORTENED))
  const title = oneLine(message.title, CARD_TITLE_MAX)
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward: true,
      width_mode: 'default',
      summary: { content: oneLine(message.summary, SUMMARY_MAX) },
    },
    ...(title === ''
      ? {}
      : {
          header: {
            title: { tag: 'plain_text', content: title },
            template: TEMPLATES[message.tone],
          },
        }),
    body: {
      direction: 'vertical',
      padding: '12px',
      vertical_spacing: '8px',
      elements: elements.length > 0 ? elements : [markdown(' ')],
    },
  }
}

function renderAll(blocks: readonly Block[], scope: CardScope): Element[] {
  return blocks.flatMap((block) => render(block, scope))
}

function render(block: Block, scope: CardScope): readonly Element[] {
  switch (block.kind) {
    case 'fold':
      return fold(block, scope)
    case 'actions':
      return actionRow(block.actions, scope)
    case 'form':
      return formElement(block, scope)
    default:
      return scope.take(1, 'text') ? [leaf(block, scope)] : []
  }
}

type Leaf = Exclude<Block, Readonly<{ kind: 'fold' | 'actions' | 'form' }>>

function leaf(block: Leaf, scope: CardScope): Element {
  switch (block.kind) {
    case 'text': {
      const text = scope.text(block.text)
      return markdown(block.strong === true ? bold(text) : escapeMarkdown(text))
    }
    case 'field': {
      const lines = block.lines.length > 0 ? scope.text(block.lines.join('\n')) : '—'
      return markdown(`${bold(oneLine(block.label, CARD_TITLE_MAX))}\n${escapeMarkdown(lines)}`)
    }
    case 'list':
      return markdown(listText(block, scope))
    case 'note':
      return small(scope.text(block.text))
    case 'divider':
      return { tag: 'hr' }
  }
}

function markdown(content: string): Element {
  return { tag: 'markdown', content: content === '' ? ' ' : content }
}

function small(text: string): Element {
  return { tag: 'markdown', content: escapeMarkdown(text) || ' ', text_size: 'notation' }
}

function bold(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.map((line) => (line === '' ? '' : `**${escapeMarkdown(line)}**`)).join('\n')
}

function listText(block: Extract<Block, { kind: 'list' }>, scope: CardScope): string {
  const each = Math.max(20, Math.floor(scope.budget.text / Math.max(1, block.items.length)))
  const kept = block.items.slice(0, Math.ceil(scope.budget.text / 20))
  if (kept.length < block.items.length) scope.shortened = true
  return kept
    .map((item, index) => {
      const line = oneLine(item, Number.POSITIVE_INFINITY)
      if (line.length > each) scope.shortened = true
      return `${block.ordered ? `${index + 1}.` : '-'} ${escapeMarkdown(cut(line, each))}`
    })
    .join('\n')
}

/** Forms may not stand in a panel, and panels in panels get too deep: both move out or flatten. */
function fold(block: Extract<Block, { kind: 'fold' }>, scope: CardScope): readonly Element[] {
  const inside = block.blocks.flatMap(flatten)
  const forms = inside.filter((b) => b.kind === 'form')
  if (!scope.take(1, 'text')) return renderAll(forms, scope)
  const elements = renderAll(
    inside.filter((b) => b.kind !== 'form'),
    scope,
  )
  const panel: Element = {
    tag: 'collapsible_panel',
    expanded: false,
    header: { title: { tag: 'plain_text', content: oneLine(block.title, CARD_TITLE_MAX) || ' ' } },
    elements: elements.length > 0 ? elements : [markdown(' ')],
  }
  return [panel, ...renderAll(forms, scope)]
}

function flatten(block: Block): readonly Block[] {
  if (block.kind !== 'fold') return [block]
  return [{ kind: 'text', text: block.title, strong: true }, ...block.blocks.flatMap(flatten)]
}
