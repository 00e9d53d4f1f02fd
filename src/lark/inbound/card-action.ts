// What was clicked or submitted. The values come from the client's side of a card: they say what is
// wanted, never what is allowed.
import { type Clicked, decodeName, decodeValue } from '../action-value.ts'

const FIELDS_MAX = 50
const FIELD_LENGTH_MAX = 4000

type GivenAction = Readonly<{
  value?: unknown
  name?: string | null | undefined
  form_value?: Readonly<Record<string, unknown>> | null | undefined
}>

export type CardAction = Readonly<{
  action: Clicked['value']
  form: Readonly<Record<string, string>>
  inGroup: boolean
}>

/** Null when neither the value nor the name is an action of ours. */
export function readCardAction(given: GivenAction): CardAction | null {
  const clicked = decodeValue(given.value) ?? decodeName(given.name ?? '')
  if (clicked === null) return null
  return { action: clicked.value, form: readForm(given.form_value ?? {}), inGroup: clicked.inGroup }
}

function readForm(given: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const fields = Object.entries(given)
    .slice(0, FIELDS_MAX)
    .flatMap(([name, value]) => {
      const text = fieldText(value)
      return text === null ? [] : [[fieldName(name), text.slice(0, FIELD_LENGTH_MAX)] as const]
    })
  return Object.fromEntries(fields)
}

/** The card builder numbers a name that occurs twice in one card. */
function fieldName(name: string): string {
  return name.replace(/__\d+$/, '').slice(0, 100)
}

function fieldText(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.filter((part) => typeof part === 'string').join(',')
  return null
}
