// What a message of each type may contain when the bot sends it.
import { judgeCard } from './card-validator.ts'
import type { Json } from './payloads.ts'
import type { World } from './world.ts'

export type ContentFault = Readonly<{ code: number; msg: string }>

const TEXT_BYTES_MAX = 150 * 1024
const RICH_BYTES_MAX = 30 * 1024

/** Null when Lark would take it. */
export function checkContent(world: World, type: unknown, content: unknown): ContentFault | null {
  if (typeof content !== 'string') return fault(230001, 'content must be a string')
  const parsed = parse(content)
  if (parsed === null) return fault(230001, 'content is not a valid JSON')
  const bytes = Buffer.byteLength(JSON.stringify(content))
  switch (type) {
    case 'text':
      return checkText(world, parsed, bytes)
    case 'post':
      return bytes > RICH_BYTES_MAX ? tooLong() : checkPost(parsed)
    case 'image':
      return checkUpload(world, parsed['image_key'], 'image')
    case 'file':
    case 'audio':
    case 'media':
      return checkUpload(world, parsed['file_key'], 'file')
    case 'interactive':
      return bytes > RICH_BYTES_MAX ? tooLong() : checkCard(world, parsed)
    default:
      return fault(230001, `msg_type ${String(type)} is invalid`)
  }
}

function checkText(world: World, content: Json, bytes: number): ContentFault | null {
  const text = content['text']
  if (typeof text !== 'string' || text === '') return fault(230001, 'text content is empty')
  if (bytes > TEXT_BYTES_MAX) return tooLong()
  for (const [, id = ''] of text.matchAll(/<at\s+user_id="([^"]*)"/g)) {
    if (id !== 'all' && !world.people.has(id)) return fault(230001, `invalid user_id ${id}`)
  }
  return null
}

function checkPost(content: Json): ContentFault | null {
  const locale = Object.values(content)[0] as Json | undefined
  return Array.isArray(locale?.['content']) ? null : fault(230001, 'post content is invalid')
}

function checkUpload(world: World, key: unknown, kind: 'image' | 'file'): ContentFault | null {
  const upload = world.uploads.get(String(key))
  if (upload === undefined) return fault(230001, `${kind} key does not exist`)
  return upload.kind === kind ? null : fault(230055, 'the type of the file does not match')
}

export function checkCard(world: World, content: Json): ContentFault | null {
  if (content['type'] === 'card') {
    const entity = world.cards.get(String((content['data'] as Json | undefined)?.['card_id']))
    return entity === undefined ? fault(200380, 'card entity does not exist') : null
  }
  if (content['type'] === 'template') return refused(200380, 'template does not exist')
  const verdict = judgeCard(content, cardWorld(world))
  world.lint.push(...verdict.lint)
  const found = verdict.fault
  return found === null ? null : refused(found.code, `${found.message}; path: ${found.path}`)
}

export function cardWorld(world: World) {
  return {
    knowsImage: (key: string) => world.uploads.get(key)?.kind === 'image',
    knowsPerson: (openId: string) => world.people.has(openId),
    inputRequiredRefused: world.switches.inputRequiredRefused,
  }
}

/** A refused card: the reason is inside the message. */
export function refused(inner: number, reason: string): ContentFault {
  return fault(230099, `Failed to create card content, ext=ErrCode: ${inner}; ErrMsg: ${reason};`)
}

function tooLong(): ContentFault {
  return fault(230025, 'The length of the message content reaches its limit.')
}

function fault(code: number, msg: string): ContentFault {
  return { code, msg }
}

export function parse(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Json)
      : null
  } catch {
    return null
  }
}
