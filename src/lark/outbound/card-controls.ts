// Buttons and forms. A button carries its action as a callback behavior; a submit button carries it
// in its name (action-value.ts says why).
import { createHash } from 'node:crypto'
import { DomainError } from '../../kernel/errors.ts'
import type { Action, Block, FormField } from '../../kernel/message.ts'
import { encodeName, encodeValue } from '../action-value.ts'
import {
  BUTTON_LABEL_MAX,
  CARD_TITLE_MAX,
  INPUT_LENGTH_MAX,
  PLACEHOLDER_MAX,
} from './card-limits.ts'
import type { CardScope, Element } from './card-scope.ts'
import { escapeMarkdown, oneLine, prefill } from './escape.ts'

type FormBlock = Extract<Block, { kind: 'form' }>

/** An action with larger arguments is a mistake of ours: ids belong in it, not content. */
const VALUE_BYTES_MAX = 1000
const CONFIRM_MAX = 200
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9_]{0,59}$/

/** How many elements the buttons and forms among these blocks take, panels included. */
export function controlCost(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'actions') return sum + 1 + 2 * block.actions.length
    if (block.kind === 'form') return sum + formCost(block)
    return block.kind === 'fold' ? sum + controlCost(block.blocks) : sum
  }, 0)
}

/** The form, its submit button, and for each field at most a label and the component. */
function formCost(block: FormBlock): number {
  return 2 + 2 * block.fields.length
}

/** Buttons side by side, which wrap on a narrow screen. */
export function actionRow(actions: readonly Action[], scope: CardScope): readonly Element[] {
  const kept = actions.filter((_, index) => scope.take(index === 0 ? 3 : 2, 'control'))
  if (kept.length === 0) return []
  const columns = kept.map((action) => ({
    tag: 'column',
    width: 'auto',
    elements: [plainButton(action, scope)],
  }))
  return [{ tag: 'column_set', flex_mode: 'flow', columns }]
}

function plainButton(action: Action, scope: CardScope): Element {
  return {
    ...button(action, scope),
    name: scope.uniqueName('button'),
    behaviors: [callback(action, scope)],
  }
}

function button(action: Action, scope: CardScope): Element {
  return {
    tag: 'button',
    text: { tag: 'plain_text', content: scope.label(action.label, BUTTON_LABEL_MAX) || '确定' },
    type: action.style ?? 'default',
    ...(action.confirm === undefined
      ? {}
      : {
          confirm: {
            title: { tag: 'plain_text', content: '请确认' },
            text: {
              tag: 'plain_text',
              content: oneLine(action.confirm, Math.min(CONFIRM_MAX, scope.budget.text)),
            },
          },
        }),
  }
}

function callback(action: Action, scope: CardScope) {
  const value = encodeValue({ value: action.value, inGroup: scope.inGroup })
  if (Buffer.byteLength(JSON.stringify(value)) > VALUE_BYTES_MAX) {
    throw new DomainError('action_value_too_large', { a: action.value.a })
  }
  return { type: 'callback', value }
}

/** The form with its fields and submit button, or nothing when the card has no room for all of it. */
export function formElement(block: FormBlock, scope: CardScope): readonly Element[] {
  if (!scope.take(formCost(block), 'control')) return []
  return [
    {
      tag: 'form',
      name: scope.uniqueName(`form_${safeName(block.name)}`),
      elements: [
        ...block.fields.flatMap((field) => fieldElements(field, scope)),
        submitButton(block.submit, scope),
      ],
    },
  ]
}

function submitButton(action: Action, scope: CardScope): Element {
  const name = encodeName({ value: action.value, inGroup: scope.inGroup })
  // An action too long for a name has no other way than the behavior.
  const withBehaviors = name === null || scope.switches.submitNeedsBehaviors
  return {
    ...button({ style: 'primary', ...action }, scope),
    name: scope.uniqueName(name ?? `submit_${shortHash(JSON.stringify(action.value))}`),
    form_action_type: 'submit',
    ...(withBehaviors ? { behaviors: [callback(action, scope)] } : {}),
  }
}

function fieldElements(field: FormField, scope: CardScope): readonly Element[] {
  switch (field.kind) {
    case 'text':
      return [textInput(field, scope)]
    case 'select':
      return [fieldLabel(field, scope), ...select(field, scope)]
    case 'file':
      return [fieldLabel(field, scope, '请直接在本会话中发送文件或图片，系统会自动并入。')]
  }
}

/** `required` is checked on our side: whether Lark accepts the attribute depends on the tenant. */
function labelText(field: FormField, scope: CardScope): string {
  return `${scope.label(field.label, CARD_TITLE_MAX - 4)}${field.required ? '（必填）' : ''}`
}

function fieldLabel(field: FormField, scope: CardScope, hint = ''): Element {
  const label = `**${escapeMarkdown(labelText(field, scope))}**`
  return { tag: 'markdown', content: hint === '' ? label : `${label}\n${hint}` }
}

function textInput(field: Extract<FormField, { kind: 'text' }>, scope: CardScope): Element {
  const lengthMax = Math.min(INPUT_LENGTH_MAX, Math.max(1, Math.trunc(field.maxLength)))
  const prefilled = prefill(field.value ?? '', Math.min(lengthMax, scope.budget.text))
  return {
    tag: 'input',
    name: scope.uniqueName(safeName(field.name)),
    label: { tag: 'plain_text', content: labelText(field, scope) },
    input_type: field.multiline === true ? 'multiline_text' : 'text',
    ...(field.multiline === true ? { rows: 3 } : {}),
    max_length: lengthMax,
    ...(prefilled === '' ? {} : { default_value: prefilled }),
    ...(field.placeholder === undefined
      ? {}
      : {
          placeholder: {
            tag: 'plain_text',
            content: scope.label(field.placeholder, PLACEHOLDER_MAX),
          },
        }),
  }
}

function select(
  field: Extract<FormField, { kind: 'select' }>,
  scope: CardScope,
): readonly Element[] {
  const distinct = [...new Map(field.options.map((o) => [o.value, o])).values()]
  // The chosen one stays even when the list has to be shortened.
  const kept = distinct.filter(
    (option, index) => index < scope.budget.options || option.value === field.value,
  )
  if (kept.length < distinct.length) scope.shortened = true
  if (kept.length === 0) return []
  const initial = kept.some((option) => option.value === field.value) ? field.value : undefined
  return [
    {
      tag: 'select_static',
      name: scope.uniqueName(safeName(field.name)),
      placeholder: { tag: 'plain_text', content: '请选择' },
      options: kept.map((option) => ({
        text: { tag: 'plain_text', content: scope.label(option.label, BUTTON_LABEL_MAX) || '—' },
        value: option.value,
      })),
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  ]
}

function safeName(name: string): string {
  if (!FIELD_NAME.test(name))
    throw new DomainError('form_name_invalid', { name: name.slice(0, 80) })
  return name
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
