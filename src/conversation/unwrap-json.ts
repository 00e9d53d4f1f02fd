// A message that a program has wrapped in JSON: only what a person may have written is taken out.

const KEYS = ['text', 'content', 'message', 'msg', 'query', 'question', 'q', 'input'] as const
const IS_SAID: ReadonlySet<string> = new Set(KEYS)
/** Shells in shells, as a program that wraps text for another one. */
const DEPTH_MAX = 12
const KEYED = new RegExp(`"(?:${KEYS.join('|')})"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"`, 'gu')

/** What is said inside a JSON shell; the same text again when there is none. */
export function unwrapJson(text: string): string {
  const trimmed = text.trim()
  if (!/^[[{]/u.test(trimmed)) return text
  const shell = parsed(trimmed)
  const said = shell === undefined ? saidInBroken(trimmed) : saidIn(shell, false, DEPTH_MAX)
  return said.length === 0 ? text : said.join('\n')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The texts under keys that carry what is said, in their order. */
function saidIn(value: unknown, isSaid: boolean, depth: number): readonly string[] {
  if (depth === 0) return []
  if (typeof value === 'string') return isSaid ? [unwrapJson(value)] : []
  if (Array.isArray(value)) return value.flatMap((one) => saidIn(one, isSaid, depth - 1))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    saidIn(inner, IS_SAID.has(key.toLowerCase()), depth - 1),
  )
}

/** The same from a shell that was cut or mistyped. */
const saidInBroken = (text: string) =>
  [...text.matchAll(KEYED)].map(([, said = '']) => {
    const read = parsed(`"${said.replace(/\n/gu, ' ')}"`)
    return typeof read === 'string' ? read : said
  })
