// The neutral outgoing message: what the product says, free of any channel's markup. The Lark
// adapter makes a card of it, the web chat HTML, logs and the CLI plain text. Every string in it
// is data: adapters escape it for their medium.

/** The mood of a message; adapters choose colours. */
export type Tone = 'plain' | 'info' | 'success' | 'warning' | 'danger'

/** What a button sends back. `a` names the action; the rest are its arguments. */
export type ActionValue = Readonly<{ a: string } & Record<string, string | number | boolean>>

export type Action = Readonly<{
  label: string
  value: ActionValue
  style?: 'primary' | 'default' | 'danger'
  /** Asked before the action is sent, for acts that cannot be undone. */
  confirm?: string
}>

export type FormField = Readonly<
  { name: string; label: string; required: boolean } & (
    | { kind: 'text'; maxLength: number; multiline?: boolean; placeholder?: string; value?: string }
    | { kind: 'select'; options: readonly { value: string; label: string }[]; value?: string }
    | { kind: 'file'; accept: readonly string[] }
  )
>

export type Block =
  | Readonly<{ kind: 'text'; text: string; strong?: boolean }>
  /** A labelled fact, such as 「办理时限」 with one or more lines. */
  | Readonly<{ kind: 'field'; label: string; lines: readonly string[] }>
  | Readonly<{ kind: 'list'; ordered: boolean; items: readonly string[] }>
  | Readonly<{ kind: 'fold'; title: string; blocks: readonly Block[] }>
  /** Small print: source, version, date, marks. */
  | Readonly<{ kind: 'note'; text: string }>
  | Readonly<{ kind: 'divider' }>
  | Readonly<{ kind: 'actions'; actions: readonly Action[] }>
  | Readonly<{ kind: 'form'; name: string; fields: readonly FormField[]; submit: Action }>

export type Message = Readonly<{
  title: string
  tone: Tone
  /** One line for previews, notifications and the plain-text fallback's first line; at most 80 characters. */
  summary: string
  blocks: readonly Block[]
}>

/** A message that is only a sentence, without card chrome. */
export function plainMessage(text: string, tone: Tone = 'plain'): Message {
  return { title: '', tone, summary: text.slice(0, 80), blocks: [{ kind: 'text', text }] }
}
