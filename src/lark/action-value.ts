// How an action travels through a card. A plain button carries it as `behaviors[].value`; a form's
// submit button carries it in its `name`, because some tenants refuse behaviors on submit buttons
// and the name is echoed in every case.
import type { ActionValue } from '../kernel/message.ts'

/** Longest `name` we give to a component. */
const NAME_LENGTH_MAX = 100

const PREFIX = 'do__'
/** The callback of a card does not tell p2p from group, so a card sent to a group says it itself. */
const GROUP_PREFIX = 'dg__'
const GROUP_KEY = '$group'
const SEPARATOR = '__'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What a click tells: the action, and whether its card was sent to a group. */
export type Clicked = Readonly<{ value: ActionValue; inGroup: boolean }>

/** The action as a component name, or null when it needs more than 100 characters. */
export function encodeName({ value, inGroup }: Clicked): string | null {
  const { a, ...args } = value
  const pairs = Object.entries(args).map(([key, arg]) => `${escaped(key)}.${typed(arg)}`)
  const name = (inGroup ? GROUP_PREFIX : PREFIX) + [escaped(a), ...pairs].join(SEPARATOR)
  return name.length <= NAME_LENGTH_MAX ? name : null
}

/** The inverse of `encodeName`; null when the name is not one of ours. */
export function decodeName(name: string): Clicked | null {
  const inGroup = name.startsWith(GROUP_PREFIX)
  if (!inGroup && !name.startsWith(PREFIX)) return null
  const [action, ...pairs] = name.slice(PREFIX.length).split(SEPARATOR)
  const a = unescaped(action ?? '')
  if (a === '') return null
  const args: [string, string | number | boolean][] = []
  for (const pair of pairs) {
    const dot = pair.indexOf('.')
    const value = dot < 1 ? null : untyped(pair.slice(dot + 1))
    // A part without a value only makes the name unique within its card.
    if (value !== null) args.push([unescaped(pair.slice(0, dot)), value])
  }
  return { value: { ...Object.fromEntries(args), a }, inGroup }
}

/** The action as the `value` of a callback behavior. */
export function encodeValue({ value, inGroup }: Clicked): Readonly<Record<string, unknown>> {
  return inGroup ? { ...value, [GROUP_KEY]: true } : value
}

/**
 * The inverse of `encodeValue`. Lark hands back an object or its JSON text; anything that is not a
 * flat record with an action name gives null.
 */
export function decodeValue(given: unknown): Clicked | null {
  const raw = typeof given === 'string' ? parsed(given) : given
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null
  const { [GROUP_KEY]: group, a, ...rest } = raw as Record<string, unknown>
  if (typeof a !== 'string' || a === '') return null
  const args = Object.entries(rest).filter((pair): pair is [string, string | number | boolean] =>
    ['string', 'number', 'boolean'].includes(typeof pair[1]),
  )
  return { value: { ...Object.fromEntries(args), a }, inGroup: group === true }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

// Letters, digits and the hyphen stand for themselves; an underscore is `_-`, any other UTF-16 unit
// `_` with four hex digits. So no part can contain the separator or a dot.
function escaped(text: string): string {
  return text.replace(/[^A-Za-z0-9-]/g, (char) =>
    char === '_' ? '_-' : `_${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function unescaped(text: string): string {
  return text.replace(/_(-|[0-9a-f]{4})/g, (_, code: string) =>
    code === '-' ? '_' : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function typed(value: string | number | boolean): string {
  if (typeof value === 'boolean') return `b${value ? 1 : 0}`
  if (typeof value === 'number') return `n${escaped(String(value))}`
  // A UUID in base 36 leaves room for a second id.
  if (UUID.test(value)) return `u${BigInt(`0x${value.replaceAll('-', '')}`).toString(36)}`
  return `s${escaped(value)}`
}

function untyped(text: string): string | number | boolean | null {
  const rest = text.slice(1)
  switch (text[0]) {
    case 's':
      return unescaped(rest)
    case 'n':
      return finite(unescaped(rest))
    case 'b':
      return rest === '1'
    case 'u':
      return uuidOf(rest)
    default:
      return null
  }
}

function finite(text: string): number | null {
  const value = Number(text)
  return text !== '' && Number.isFinite(value) ? value : null
}

function uuidOf(base36: string): string | null {
  if (!/^[0-9a-z]{1,25}$/.test(base36)) return null
  let value = 0n
  for (const char of base36) value = value * 36n + BigInt(Number.parseInt(char, 36))
  const hex = value.toString(16).padStart(32, '0')
  if (hex.length > 32) return null
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
