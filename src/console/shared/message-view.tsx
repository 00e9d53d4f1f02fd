// A neutral message as HTML. Every string is data: React escapes it, and no markup is read from it.
import { type FormEvent, useId, useState } from 'react'
import type { Action, ActionValue, Block, FormField, Message } from '../../kernel/message.ts'

type OnAction = (value: ActionValue, form: Readonly<Record<string, string>>) => Promise<void>

type Props = Readonly<{ message: Message; onAction: OnAction | null }>

export function MessageView({ message, onAction }: Props) {
  return (
    <article className={`message tone-${message.tone}`}>
      {message.title !== '' && <h3 className="message-title">{message.title}</h3>}
      <Blocks blocks={message.blocks} onAction={onAction} />
    </article>
  )
}

function Blocks({
  blocks,
  onAction,
}: Readonly<{ blocks: readonly Block[]; onAction: OnAction | null }>) {
  return blocks.map((block, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes after it was sent
    <BlockView key={i} block={block} onAction={onAction} />
  ))
}

function BlockView({ block, onAction }: Readonly<{ block: Block; onAction: OnAction | null }>) {
  switch (block.kind) {
    case 'text':
      return <p className={block.strong ? 'text strong' : 'text'}>{block.text}</p>
    case 'field':
      return (
        <section className="field">
          <h4>{block.label}</h4>
          {block.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </List>
      )
    }
    case 'fold':
      return (
        <details>
          <summary>{block.title}</summary>
          <Blocks blocks={block.blocks} onAction={onAction} />
        </details>
      )
    case 'note':
      return <p className="note">{block.text}</p>
    case 'divider':
      return <hr />
    case 'actions':
      return <Actions actions={block.actions} onAction={onAction} />
    case 'form':
      return <FormView block={block} onAction={onAction} />
  }
}

function Actions({
  actions,
  onAction,
}: Readonly<{ actions: readonly Action[]; onAction: OnAction | null }>) {
  const [busy, setBusy] = useState(false)
  const send = async (action: Action) => {
    if (!onAction || (action.confirm && !window.confirm(action.confirm))) return
    setBusy(true)
    // A refusal is told beside the conversation; the button can be pressed again.
    await onAction(action.value, {}).catch(() => {})
    setBusy(false)
  }
  return (
    <div className="actions">
      {actions.map((action) => (
        <button
          type="button"
          key={action.label + JSON.stringify(action.value)}
          className={`button ${action.style ?? 'default'}`}
          disabled={busy || !onAction}
          onClick={() => void send(action)}
        >
          {action.label}
        </button>
      ))}
    </div>
  )
}

type FormBlock = Extract<Block, { kind: 'form' }>

function FormView({ block, onAction }: Readonly<{ block: FormBlock; onAction: OnAction | null }>) {
  const [state, setState] = useState<'open' | 'sending' | 'sent'>('open')
  // The same form may stand in the conversation twice; each label belongs to its own field.
  const formId = useId()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!onAction) return
    const entries = [...new FormData(event.currentTarget)].map(([name, value]) => [
      name,
      String(value),
    ])
    setState('sending')
    try {
      await onAction(block.submit.value, Object.fromEntries(entries) as Record<string, string>)
      setState('sent')
    } catch {
      setState('open')
    }
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <fieldset disabled={state !== 'open' || !onAction}>
        {block.fields.map((field) => (
          <div key={field.name} className="form-field">
            <label htmlFor={`${formId}-${field.name}`}>
              {field.label}
              {field.required && <em aria-hidden="true"> *</em>}
            </label>
            <FieldInput field={field} id={`${formId}-${field.name}`} />
          </div>
        ))}
        <button type="submit" className="button primary">
          {state === 'sent' ? '已提交' : block.submit.label}
        </button>
      </fieldset>
    </form>
  )
}

/** What a phone can fill in, and the keyboard that fits. */
const FILLED_IN: Readonly<Record<string, Readonly<{ autoComplete: string; type?: 'tel' }>>> = {
  enterpriseName: { autoComplete: 'organization' },
  contactName: { autoComplete: 'name' },
  phone: { autoComplete: 'tel', type: 'tel' },
}

function FieldInput({ field, id }: Readonly<{ field: FormField; id: string }>) {
  const { name, required } = field
  switch (field.kind) {
    case 'select':
      return (
        <select id={id} name={name} required={required} defaultValue={field.value ?? ''}>
          <option value="" disabled={required}>
            请选择
          </option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )
    case 'file':
      return (
        <input
          type="file"
          id={id}
          name={name}
          required={required}
          accept={field.accept.join(',')}
        />
      )
    case 'text': {
      const common = {
        id,
        name,
        required,
        maxLength: field.maxLength,
        defaultValue: field.value ?? '',
        ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
      }
      return field.multiline ? (
        <textarea rows={4} {...common} />
      ) : (
        <input type="text" {...common} {...FILLED_IN[name]} />
      )
    }
  }
}
